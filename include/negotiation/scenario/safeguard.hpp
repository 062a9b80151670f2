#pragma once

/// @file
/// The steps of a deal with what somebody outside stands for: losses made good, payments held in
/// escrow. Compiled in the library negotiation::negotiation (src/scenario/safeguard.cpp).

#include <string>
#include <vector>

#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/sequence/order_report.hpp>
#include <negotiation/talks/surety.hpp>

namespace negotiation {

/// @brief A payment to be held by somebody outside until it is answered.
struct escrow_terms {
    std::string payment;  ///< name of a step
    std::string answer;   ///< name of the step against which it is released; empty: the step of
                          ///< another party with which the order needs least trust
    double cost = 0;      ///< what the payer loses all the same if it is never released
                          ///< @unit{utility} @range{[0, what it would lose without]}

    bool operator==(const escrow_terms&) const = default;
};

/// @brief Steps with a payment in escrow; see `sequence::in_escrow`. The release is the last of
/// them, called "release of" the payment; in a fixed order it comes right after the answer.
/// @param steps   the steps
/// @param parties names at the table
/// @param what    payment, answer and cost
/// @param trusts  how trust is read where the answer is to be found
/// @return the steps
/// @throws std::invalid_argument no such step (with the nearest), a payment that costs its
/// performer nothing, a cost out of range, no step that can answer, too many stages to find the
/// best
/// @complexity{that of the least-trust order for every step that can answer, where none is named};
/// thread-safe
/// @test tests/scenario/safeguard.cpp "an escrow without an answer finds the one that needs least
/// trust"
[[nodiscard]] frozen_sequence in_escrow(const frozen_sequence& steps,
                                        const std::vector<std::string>& parties,
                                        const escrow_terms& what,
                                        const sequence::trust_options& trusts);

/// @brief The steps that can answer a payment: those of other parties that need not come before it,
/// nor do in a fixed order.
/// @param steps   the steps
/// @param payment one of them
/// @return in the order of the file
/// @complexity{O(steps^2)}; thread-safe
/// @test tests/scenario/safeguard.cpp "an escrow without an answer finds the one that needs least
/// trust"
[[nodiscard]] std::vector<sequence::step_id> answers_to(const frozen_sequence& steps,
                                                        sequence::step_id payment);

/// @brief What a collapse loses its performer of a step.
/// @param paid the step
/// @return not above 0 where it is no payment @unit{utility}
/// @complexity{O(1)}; thread-safe
/// @test tests/scenario/safeguard.cpp "an escrow without an answer finds the one that needs least
/// trust"
[[nodiscard]] double at_stake(const sequence::step& paid);

/// @brief The share of a loss that a guarantor of limited means can promise: `budget` over the most
/// that those it covers can lose together in the worst order, and no more than `share`.
/// @param steps   the steps
/// @param parties names at the table
/// @param what    whose losses, the share, the budget
/// @return the share; 0 where nobody it covers can lose anything @range{[0, 1]}
/// @throws std::invalid_argument no such party (with the nearest), a share outside [0, 1]
/// @complexity{that of `sequence::greatest_loss` a party}; thread-safe
/// @test tests/scenario/safeguard.cpp "a guarantor never pays more than its budget"
[[nodiscard]] double affordable_share(const frozen_sequence& steps,
                                      const std::vector<std::string>& parties,
                                      const talks::cover& what);

/// @brief Steps with a guarantor, by name: see `sequence::guaranteed`.
/// @param steps   the steps
/// @param parties names at the table
/// @param party   whose losses; empty: those of everybody
/// @param share   of a loss that is made good; of one with a budget its `affordable_share`
/// @range{[0, 1]}
/// @return the steps
/// @throws std::invalid_argument no such party (with the nearest), a share outside [0, 1]
/// @complexity{O(steps * parties)}; thread-safe
/// @test tests/scenario/safeguard.cpp "a guarantor never pays more than its budget"
[[nodiscard]] frozen_sequence guaranteed(const frozen_sequence& steps,
                                         const std::vector<std::string>& parties,
                                         const std::string& party, double share);

}  // namespace negotiation
