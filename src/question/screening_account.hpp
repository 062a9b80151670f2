#pragma once

/// @file
/// The account of prices asked of somebody whose type is not known.

#include <negotiation/question/equilibrium_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question::detail {

/// @param a an answer about screening
void tell_screening(const equilibrium_answer& a, report::document& into);

}  // namespace negotiation::question::detail
