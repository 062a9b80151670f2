#pragma once

/// @file
/// The least side payment that closes the gap between what parties need and what a deal gives them.
/// Compiled in the library negotiation::negotiation (src/deal/transfer.cpp).

#include <optional>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief A deal and what has to be added to it so that everybody signs.
struct side_payment {
    outcome deal;                 ///< an option for every issue
    std::vector<double> values;   ///< of the deal itself, before risk attitude @shape{parties}
    std::vector<double> amounts;  ///< what each party must get on top @shape{parties} @unit{value}
    double total = 0;             ///< their sum: what is paid @unit{value}
};

/// @brief What a search for the least side payment found.
struct transfer {
    std::optional<side_payment> cheapest;  ///< nothing: no payment closes the gap, unless `refused`
    std::optional<refusal> refused;        ///< why the search was not made
    engine method = engine::automatic;     ///< how it was found
};

/// @brief How to look for it.
struct transfer_options {
    /// The party that pays the others out of its own surplus and must be left with its reservation
    /// value. Nothing: somebody outside pays, at no cost to anybody at the table.
    std::optional<party_id> payer;
    engine method = engine::automatic;  ///< how to search
    budget limits = {};                 ///< what the search may use
};

/// @brief Of all deals that constraints and binding red lines leave, the one that is cheapest to
/// pay for: the least sum of r_i - v_i over the parties that it leaves below their reservation
/// values.
///
/// Nothing has to be paid exactly where the zone is not empty. No payment opens a red line: where
/// red lines leave no deal at all there is nothing to pay for. A payer at the table gives up as
/// much value as the others receive, so the answer compares values of different parties; read it
/// where they have a common unit, or as the number of value points that money has to buy.
///
/// A deal that another one dominates is never cheaper, so the cheapest deals are sought among
/// efficient ones; ties go to the first of these in enumeration order. Three ways give the same
/// deal: `table` looks at every deal, `stream` walks the deals depth first and leaves what costs
/// more than the best so far whatever follows, `eliminate` reads the frontier of all feasible
/// deals. Payments are compared in exact units, as floating-point numbers where a party's model is
/// multiplicative.
///
/// @param table   the problem
/// @param options payer, engine, limits
/// @return the deal and the payments
/// @throws std::invalid_argument no party, more than 128, or a payer who is not at the table
/// @complexity{that of the frontier of all feasible deals}; thread-safe
/// @source{touval1985, Touval and Zartman 1985\, International Mediation in Theory and Practice}
/// (the mediator as manipulator)
/// @test tests/deal/transfer.cpp "the least payment is that of all deals looked at one by one"
[[nodiscard]] transfer least_transfer(const bargaining& table,
                                      const transfer_options& options = {});

}  // namespace negotiation::deal
