#pragma once

/// @file
/// Steps with what somebody outside stands for: losses made good, payments held in escrow.

#include <vector>

#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>

#include "question/enquiry.hpp"

namespace negotiation::question::detail {

/// @brief The steps with what mediators of the file stand for, where that is asked about, and the
/// guarantees and escrows asked about; as they are where there are none. A fixed order has every
/// release where it comes first. @throws std::invalid_argument by names
[[nodiscard]] frozen_sequence safeguarded(const enquiry& on, frozen_sequence steps);

/// @brief What mediators of the file stand for, and whether these steps ask for it; `alone`: the
/// steps before anybody stood for them.
[[nodiscard]] std::vector<standing_view> sureties_of(const enquiry& on,
                                                     const frozen_sequence& alone);

/// @brief What is held, by names: of an escrow without an answer the one that was found for it.
/// @param alone the steps before @param with the same, as in `safeguarded`
[[nodiscard]] std::vector<escrow_view> held_of(const frozen_sequence& alone,
                                               const frozen_sequence& with);

}  // namespace negotiation::question::detail
