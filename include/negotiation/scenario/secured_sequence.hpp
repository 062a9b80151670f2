#pragma once

/// @file
/// The steps of a deal with what mediators stand for. Compiled in the library
/// negotiation::negotiation (src/scenario/secured_sequence.cpp).

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/sequence/order_report.hpp>
#include <negotiation/talks/surety.hpp>

namespace negotiation {

/// @brief What is wrong with a surety in a scenario, whatever is agreed: an escrow or a guarantor
/// without steps to be done, a step or party that is not there, an answer by the payer itself or
/// before the payment, a capacity where nothing can be measured.
/// @param world the scenario
/// @param of    the surety
/// @return the reason, with what is near; nothing where it can stand
/// @complexity{O(steps^2)}; thread-safe
/// @test tests/scenario/secured_sequence.cpp "a surety that cannot stand is told why"
[[nodiscard]] std::optional<std::string> fault_in_surety(const scenario& world,
                                                         const talks::surety& of);

/// @brief What became of a surety in the carrying out of a deal.
struct surety_effect {
    std::string idle;  ///< why it changes nothing here, in words; empty: it is in force
    double share = 0;  ///< of a loss that a guarantor makes good, as far as its budget goes; 0 of
                       ///< an escrow @range{[0, 1]}

    bool operator==(const surety_effect&) const = default;
};

/// @brief Steps with the sureties that stand for them.
struct secured_sequence {
    frozen_sequence steps;               ///< with guarantees and escrows
    std::vector<surety_effect> effects;  ///< by surety @shape{sureties}
};

/// @brief The steps of a deal with what mediators stand for.
/// @param world   the scenario
/// @param deal    what is carried out @shape{issues}
/// @param steps   its frozen steps
/// @param parties names at the table
/// @param by      sureties, in turn, each without a fault
/// @param trusts  how trust is read
/// @return the steps, and what became of each surety
/// @throws std::invalid_argument too many stages to find the step that answers a payment best
/// @complexity{that of `in_escrow` and `guaranteed` for each}; thread-safe
/// @test tests/scenario/secured_sequence.cpp "a payment beyond the capacity of an escrow is not
/// held"
[[nodiscard]] secured_sequence secured(const scenario& world, const outcome& deal,
                                       frozen_sequence steps,
                                       const std::vector<std::string>& parties,
                                       std::span<const talks::surety> by,
                                       const sequence::trust_options& trusts);

}  // namespace negotiation
