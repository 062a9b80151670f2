#pragma once

/// @file
/// A scenario turned once into dense arrays and ids: what every stage after it reads.

#include <optional>
#include <vector>

#include <negotiation/model/bargaining.hpp>

namespace negotiation {

/// @brief The frozen scenario. Immutable by habit, free of names, safe to share between threads.
struct problem {
    bargaining table;  ///< parties in file order, then seated onlookers
    /// Where the order of steps is on the table: what deals are worth to each party once they are
    /// carried out, whereas `table` has what they can be expected to be worth. Else empty.
    std::vector<utility_function> carried_out;
    std::vector<double> completion;  ///< likewise: what a party that expects so gets by completion
                                     ///< beyond the deal @unit{utility}
    std::optional<issue_id> order;   ///< the issue whose options are orders, where it is in scope
    std::vector<utility_function> onlookers;  ///< those without a seat, in file order
    std::vector<grains> onlooker_thresholds;  ///< least sum each onlooker would accept
    std::vector<issue_id> in_scope;           ///< issues that the deal may move, ascending
    outcome status_quo;                       ///< today's options

    /// @brief Algorithms take the slice they need.
    operator const bargaining&() const noexcept { return table; }  // NOLINT(*-explicit-*)

    bool operator==(const problem&) const = default;
};

}  // namespace negotiation
