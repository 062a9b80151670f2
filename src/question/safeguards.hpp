#pragma once

/// @file
/// Steps with what somebody outside stands for: losses made good, payments held in escrow.

#include <vector>

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>

#include "question/enquiry.hpp"

namespace negotiation::question::detail {

/// @brief The steps with the guarantees and escrows asked about; as they are where there are none.
/// A fixed order has every release where it comes first. @throws std::invalid_argument by names
[[nodiscard]] frozen_sequence safeguarded(const enquiry& on, frozen_sequence steps);

/// @brief What is held, as in `safeguarded`, by names: of an escrow without an answer the one that
/// was found for it.
[[nodiscard]] std::vector<escrow_view> held_of(const enquiry& on, const frozen_sequence& with);

}  // namespace negotiation::question::detail
