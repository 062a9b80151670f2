#pragma once

/// @file
/// How talks end in equilibrium, and when, in words.

#include <string>

#include <negotiation/question/equilibrium_answer.hpp>

namespace negotiation::question::detail {

/// Whether they agree, when, and on whose offer.
[[nodiscard]] std::string equilibrium_ending_text(const equilibrium_answer& a);

}  // namespace negotiation::question::detail
