#pragma once

/// @file
/// How talks would end between parties that know one another and err never. Compiled in the library
/// negotiation::negotiation (src/talks/equilibrium/predicted_end.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/protocol/random_recognition.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>

namespace negotiation::talks::equilibrium {

/// @brief The subgame-perfect end of talks: what any end may be measured against.
struct predicted_end {
    bool drawn = false;              ///< who offers is drawn: how, when and on what the talks end
                                     ///< depends on the lot, and only `discounted` is told
    std::vector<double> utilities;   ///< by party: of the deal, or of no deal @shape{parties}
    std::vector<double> discounted;  ///< by party: what the talks are worth to it before they
                                     ///< begin, waiting, breakdown and lots counted
                                     ///< @shape{parties}
    course play;                     ///< how and when, unless the talks break down first
    std::int64_t round = 0;          ///< in which it is agreed, from 1; 0 without agreement
    std::optional<outcome> deal;     ///< what is agreed
    std::string not_computed;        ///< why there is none of this; empty where there is
};

/// @brief Solves alternating offers between parties that talk directly.
/// @param at      what is bargained over
/// @param rules   the protocol
/// @param limits  of the search for efficient deals
/// @return the end, or why it could not be computed: too many deals, too distant a deadline
/// @throws std::invalid_argument as `check_game`
/// @complexity{that of `bargaining_set_of` and `solve`}; thread-safe
/// @test tests/talks/equilibrium/predicted_end.cpp "two players end where it is predicted"
[[nodiscard]] predicted_end predict(const arena& at, const alternating_offers& rules,
                                    const deal::budget& limits = {});

/// @brief The same where whoever offers is drawn and the others vote.
/// @param at      what is bargained over
/// @param rules   the protocol
/// @param limits  of the search for efficient deals
/// @return what the talks are worth, or why that could not be computed
/// @throws std::invalid_argument as `game_of`
/// @complexity{that of `bargaining_set_of` and `solve`}; thread-safe
/// @test tests/talks/equilibrium/predicted_end.cpp "those who are drawn get what is predicted on
/// average"
[[nodiscard]] predicted_end predict(const arena& at, const random_recognition& rules,
                                    const deal::budget& limits = {});

/// @brief The same for any protocol of the catalogue, with whatever stands between the parties.
/// @param at        what is bargained over
/// @param rules     the protocol
/// @param mediators how many sit between the parties
/// @param limits    of the search for efficient deals
/// @return nothing but a reason for other protocols, with mediators, and for talks that may leak:
/// these are games of another kind
/// @throws std::invalid_argument as `check_game`
/// @complexity{that of `predict`}; thread-safe
/// @test tests/talks/equilibrium/predicted_end.cpp "other games are told apart"
[[nodiscard]] predicted_end predict(const arena& at, const any_protocol& rules,
                                    std::size_t mediators, const deal::budget& limits = {});

/// @brief How much less each party got than in subgame-perfect play.
/// @param end        the prediction
/// @param discounted what the parties got, waiting included @shape{parties}
/// @return utilities; below 0 for whoever did better because others strayed; empty where there is
/// no prediction
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/equilibrium/predicted_end.cpp "two players end where it is predicted"
[[nodiscard]] std::vector<double> regret_of(const predicted_end& end,
                                            const std::vector<double>& discounted);

}  // namespace negotiation::talks::equilibrium
