#pragma once

/// @file
/// Who goes first, on the table: what a party fears of an order while the deal is still open.
/// Compiled in the library negotiation::negotiation (src/sequence/outlook.cpp).

#include <optional>
#include <vector>

#include <negotiation/model/derived_value.hpp>
#include <negotiation/model/utility_function.hpp>
#include <negotiation/sequence/step_set.hpp>

namespace negotiation::sequence {

/// @brief A step as one party sees it while the deal is open: what it amounts to follows from the
/// option that the deal takes of its issue.
struct foreseen_step {
    bool own = false;               ///< the party performs it itself
    std::optional<issue_id> issue;  ///< what it carries out; nothing: it is done whatever is agreed
    option_id status_quo = 0;       ///< of the issue: with it there is nothing to do
    /// What the party keeps of it if the process collapses, by option; one number without an issue.
    std::vector<units> kept;
    /// What it costs the party, by option; empty for the steps of others. @range{[0, inf)}
    std::vector<units> cost;
    double undone = 0;  ///< share that a collapse takes back @range{[0, 1]}

    bool operator==(const foreseen_step&) const = default;
};

/// @brief All that a party looks at when it weighs a deal together with the order in which the deal
/// is to be carried out.
///
/// @invariant every order has every step once; lists are as long as the issues have options
struct outlook {
    issue_id order = 0;                        ///< the issue whose options are the orders
    std::vector<std::vector<step_id>> orders;  ///< by option of that issue
    std::vector<foreseen_step> steps;          ///< what there may be to do
    units given_up = 0;   ///< b: the reservation value over the status quo, given up with one's own
                          ///< steps in proportion to their costs
    units breakdown = 0;  ///< kappa: cost of a collapse once begun @range{[0, inf)}
    double belief = 0;    ///< that all others carry the deal out @range{[0, 1]}

    bool operator==(const outlook&) const = default;
};

/// @brief What the worst moment for a collapse adds to a party's expectation: (1 - p) min H(T) over
/// the hand-overs T of the order that the deal takes.
///
/// With p V and the reservation value it makes what a deal with an order is worth at one's belief:
/// the trustworthy other carries it to its end, the untrustworthy one stops at the worst moment.
/// Steps of issues left at the status quo are skipped, which moves the hand-overs; a party that
/// never hands over has nothing to fear. H is as `exchange` has it, each amount rounded once to
/// 10^-12; the share of the alternative that own steps give up depends on the whole deal, which is
/// why no table over a few issues holds this.
/// @param of a party's outlook
/// @return the part of its utility @unit{grains of 10^-12}
/// @throws std::invalid_argument an order that lacks a step, has one twice or one that is not
/// there; a belief, a share or a list out of its range
/// @complexity{O(steps) a deal, O(orders * steps) for bounds}; thread-safe
/// @test tests/sequence/outlook.cpp "the worst collapse is the least that a hand-over leaves"
[[nodiscard]] derived_value worst_collapse(outlook of);

}  // namespace negotiation::sequence
