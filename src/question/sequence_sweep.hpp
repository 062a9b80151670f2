#pragma once

/// @file
/// On what the least trust hangs.

#include <vector>

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>

namespace negotiation::question::detail {

/// @brief The least trust (of a fixed order its own) with completion worth more or less, and with
/// more or less undone by a collapse; and by how much the best order misses (a fixed one itself)
/// where everybody believes more or less.
[[nodiscard]] sweep_view sweep_of(const frozen_sequence& steps, const std::vector<double>& beliefs,
                                  const sequence::search_options& how);

}  // namespace negotiation::question::detail
