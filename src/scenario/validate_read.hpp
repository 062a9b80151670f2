#pragma once

/// @file
/// `validate` for a scenario of which only a part could be read.

#include <vector>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/scenario.hpp>

#include "scenario/unread.hpp"

namespace negotiation::detail {

/// What is wrong beside the places that could not be read, and does not follow from them.
[[nodiscard]] std::vector<diagnostic> validate(const scenario& world, const unread_places& unread);

}  // namespace negotiation::detail
