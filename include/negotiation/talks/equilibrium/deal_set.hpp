#pragma once

/// @file
/// The deals that a game of offers is played over: vectors of utilities. Compiled in the library
/// negotiation::negotiation (src/talks/equilibrium/deal_set.cpp).

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/ranking.hpp>
#include <negotiation/model/bargaining.hpp>
#include <negotiation/talks/arena.hpp>

namespace negotiation::talks::equilibrium {

/// @brief Deals by what they are worth to everybody, in enumeration order, and what no deal is
/// worth: all that an equilibrium of the talks depends on.
/// @invariant every array fits `size()`, `parties` and `issues`
/// @thread const access is safe
struct deal_set {
    std::size_t parties = 0;         ///< at the table
    std::size_t issues = 0;          ///< of the space; 0 where deals are not described
    std::vector<double> utilities;   ///< a party a column @shape{deals, parties}
    std::vector<double> no_deal;     ///< utility of no deal @shape{parties}
    std::vector<bool> refused;       ///< the party could never sign it, laid out like `utilities`;
                                     ///< empty where everybody could sign everything
    std::vector<option_id> options;  ///< a deal a row @shape{deals, issues}

    /// @brief Number of deals.
    /// @return rows
    [[nodiscard]] std::size_t size() const noexcept {
        return parties == 0 ? 0 : utilities.size() / parties;
    }

    /// @brief What a deal is worth to a party.
    /// @param k a deal @range{[0, size())}
    /// @param i a party @range{[0, parties)}
    /// @return utility
    [[nodiscard]] double utility(std::size_t k, std::size_t i) const {
        return utilities[i * size() + k];
    }

    /// @brief Whether a party could never sign a deal, whatever it is worth.
    /// @param k a deal @range{[0, size())}
    /// @param i a party @range{[0, parties)}
    /// @return true outside its red lines
    [[nodiscard]] bool refuses(std::size_t k, std::size_t i) const {
        return !refused.empty() && refused[i * size() + k];
    }

    /// @brief What a deal is worth to everybody.
    /// @param k a deal @range{[0, size())}
    /// @return its row of `utilities` @shape{parties}
    [[nodiscard]] std::vector<double> row(std::size_t k) const {
        std::vector<double> all(parties);
        for (std::size_t i = 0; i < parties; ++i) {
            all[i] = utility(k, i);
        }
        return all;
    }

    /// @brief What a deal holds.
    /// @param k a deal @range{[0, size())}
    /// @return an option for every issue; empty where deals are not described
    [[nodiscard]] outcome deal(std::size_t k) const {
        const auto from = options.begin() + static_cast<std::ptrdiff_t>(k * issues);
        return {from, from + static_cast<std::ptrdiff_t>(issues)};
    }

    /// @brief How far a party's utility may lie from the one it means: closer numbers are ties.
    /// Each party has a scale of its own.
    /// @return see `deal::utility_rounding` @shape{parties}
    [[nodiscard]] std::vector<double> roundings() const {
        std::vector<double> all;
        for (std::size_t i = 0; i < parties; ++i) {
            double size = std::abs(no_deal[i]);
            for (std::size_t k = 0; k < this->size(); ++k) {
                size = std::max(size, std::abs(utility(k, i)));
            }
            all.push_back(deal::utility_rounding(size));
        }
        return all;
    }
};

/// @brief The efficient deals of a problem. They are all that is ever agreed on: see
/// `bargaining_set`.
///
/// Of all deals inside everybody's binding red lines, not only of those that suit everybody: what
/// is worth less than no deal is refused for that reason, and the answer may be asked why.
/// @param points the frontier of the feasible region, in any order
/// @param table  the problem it belongs to
/// @return the deals, in enumeration order; none where the frontier was refused
/// @complexity{O(points log points)}; thread-safe
/// @test tests/talks/equilibrium/deal_set.cpp "the efficient deals are in enumeration order"
[[nodiscard]] deal_set deals_of(const deal::frontier& points, const bargaining& table);

/// @brief Every deal that is written down, red lines told apart by party.
/// @param at talks
/// @return the deals, in enumeration order; none where they are not written down
/// @complexity{O(deals * parties)}; thread-safe
/// @test tests/talks/equilibrium/deal_set.cpp "all deals are those of the arena"
[[nodiscard]] deal_set deals_of(const arena& at);

/// @brief The deals over which a game is solved: the efficient ones, or all of them where a deal
/// may bind a party whose red lines it crosses, or where to have no deal is worth less than 0 to
/// somebody and all are written down.
///
/// Why the efficient ones are enough, for any number of parties and any rule of agreement. Whoever
/// is asked accepts whatever is worth no less to it than its threshold, so with a deal every deal
/// is accepted that nobody finds worse. Whoever offers takes its best, and of those the greatest
/// sum for all others, asked or not: a deal that is better for somebody and worse for nobody would
/// have been taken instead. Where offers are answered at once this is all that depends on the
/// deals: choices and values are the same at every state, with a deadline, without one, and where
/// who offers is drawn.
///
/// Where offers are voted on, to wait is to say something that falls. Whoever would rather wait
/// than offer or leave says its best deal, of those the one with the greatest sum for the others,
/// which is efficient: if that passed, nothing later would be worth more to it. Whoever may as well
/// leave waits if that deal falls.
///
/// Where answers take turns a deal may also be said to be refused. Where all may walk away nobody
/// gains by that. Suppose a wait led to agreement on what somebody offers later. All who have to
/// accept it, and all who let the wait pass, get no less from the same deal at once: none of them
/// finds it worse than no deal, having been free to leave, so as long as that is worth 0 or more
/// neither haste nor a breakdown makes it better later; and whoever carries it then carries it now
/// with one vote more. So it could have been offered at once. To wait until somebody leaves is
/// worth no more than to leave. Values of the party whose turn it is, thresholds of those who
/// answer and agreements are therefore the same. What is left open is how talks end that come to no
/// agreement: whoever loses nothing by waiting leaves or waits depending on what there is to say,
/// and others have no deal a period earlier or later. A loss put off is a gain, and then what is
/// refused need not be efficient.
struct bargaining_set {
    deal_set deals;                        ///< none where refused
    bool efficient = true;                 ///< the efficient ones only: enough, unless to have no
                                           ///< deal is worth less than 0 to somebody
    std::optional<deal::refusal> refused;  ///< why there are none
};

/// @brief The same straight from talks.
/// @param at        talks
/// @param unanimous everybody has to accept
/// @param limits    what the search may use
/// @return the deals, or why they could not be found
/// @complexity{that of `pareto_frontier`}; thread-safe
/// @test tests/talks/equilibrium/deal_set.cpp "red lines under a quota need every deal"
/// @test tests/talks/equilibrium/deal_set.cpp "where no deal is a loss every deal may serve to
/// wait"
/// @test tests/talks/equilibrium/deal_set.cpp "efficient deals are enough where answers come at
/// once"
/// @test tests/talks/equilibrium/deal_set.cpp "efficient deals are enough where answers take turns"
/// @test tests/talks/equilibrium/deal_set.cpp "efficient deals are enough where offers are voted
/// on"
/// @test tests/talks/equilibrium/deal_set.cpp "efficient deals are enough for a game walked whole"
/// @test tests/talks/equilibrium/deal_set.cpp "efficient deals are enough without a deadline"
/// @test tests/talks/equilibrium/deal_set.cpp "who loses nothing by waiting may wait or leave"
[[nodiscard]] bargaining_set bargaining_set_of(const arena& at, bool unanimous,
                                               const deal::budget& limits = {});

/// @brief A pie of size 1 cut between two parties in equal steps; no deal is worth nothing.
/// @param parts number of steps @range{[1, inf)}
/// @return parts + 1 deals: shares (0, 1), (1/parts, 1 - 1/parts), …, (1, 0)
/// @throws std::invalid_argument no part
/// @complexity{O(parts)}; thread-safe
/// @test tests/talks/equilibrium/deal_set.cpp "a pie is cut in equal steps"
[[nodiscard]] deal_set cut_pie(std::size_t parts);

}  // namespace negotiation::talks::equilibrium
