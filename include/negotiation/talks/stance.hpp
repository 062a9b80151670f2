#pragma once

/// @file
/// What a mediator wants and what it can spend.

#include <cstddef>
#include <limits>
#include <optional>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation::talks {

/// @brief A mediator's interests. Its utility of a deal is the weighted sum of the parties' own, as
/// reported and rescaled to [0, 1] on each party's range over all feasible deals: every party
/// weighs 1/n, and bias moves weight to one of them from the others.
///
/// With a bias above (n-1)/n the others weigh less than nothing: it is pleased by their losses.
/// @test tests/talks/stance.cpp "bias moves weight from the others to one party"
struct stance {
    double bias = 0;                         ///< how far it leans @unit{1} @range{[0, 1]}
    std::optional<party_id> toward = {};     ///< to whom; nobody: the bias counts for nothing
    std::optional<double> reservation = {};  ///< below this utility of its own it withdraws
    /// What it may commit to each ending of the talks: to payments and guarantees for one deal, or
    /// to threats, which hang on no deal. Without a limit its own purse decides.
    double budget = std::numeric_limits<double>::infinity();  ///< @unit{utility} @range{[0, inf]}

    bool operator==(const stance&) const = default;
};

/// @brief How much a party weighs with a mediator.
/// @param who     the mediator's interests
/// @param i       a party @range{[0, parties)}
/// @param parties how many sit at the table
/// @return 1/n; with a bias b toward one party 1/n + b for that one, 1/n - b/(n-1) for the others
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/stance.cpp "bias moves weight from the others to one party"
[[nodiscard]] inline double weight_of(const stance& who, party_id i, std::size_t parties) noexcept {
    const auto n = static_cast<double>(parties);
    if (!who.toward || parties < 2) {
        return 1 / n;
    }
    return 1 / n + (i == *who.toward ? who.bias : -who.bias / (n - 1));
}

}  // namespace negotiation::talks
