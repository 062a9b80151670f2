#pragma once

/// @file
/// What would parties agree on that know one another and look ahead? Compiled in the library
/// negotiation::negotiation (src/question/equilibrium.cpp).

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/describe_equilibrium.hpp>
#include <negotiation/question/equilibrium_answer.hpp>
#include <negotiation/question/setting.hpp>

namespace negotiation::question {

/// @brief The precision of parties that err where the question gives none: an assumption.
inline constexpr double usual_lambda = 20;

/// @brief Which game to solve, and what to change about the scenario's talks.
struct equilibrium_options {
    std::string scope;               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;  ///< instead of what the scenario says
    red_line_choice red_lines;       ///< which red lines bind
    std::vector<std::string> seats;  ///< onlookers who get a seat
    equilibrium_model model = equilibrium_model::stahl;     ///< the game
    std::optional<std::int64_t> rounds;                     ///< the deadline @range{[1, 1e6]}
    std::vector<std::pair<std::string, double>> discounts;  ///< party, what is left a round later,
                                                            ///< instead of its patience
                                                            ///< @range{(0, 1]}
    std::optional<double> breakdown;                        ///< probability a round @range{[0, 1)}
    std::vector<std::pair<std::string, double>>
        recognition;              ///< party, weight in the draw of who offers, of
                                  ///< baron_ferejohn and stahl; others weigh what the scenario's
                                  ///< random-recognition says, or 1 @range{[0, inf)}
    std::optional<double> quota;  ///< share of the votes that must accept @range{(0, 1]}
    bool majority = false;        ///< more than half of the votes must accept
    std::vector<std::pair<double, double>>
        types;  ///< of screening: what a deal may be worth to whoever answers, beyond no deal and
                ///< in the unit of the price, and how likely that is; sums to 1 @range{(cost, inf)}
    std::string proposer;          ///< of screening: who asks; empty: the first party
    std::optional<double> cost;    ///< of screening: what agreement costs whoever asks, in the unit
                                   ///< of the price; 0 if not said @range{[0, inf)}
    std::optional<double> lambda;  ///< of quantal: precision of parties that err; `usual_lambda` if
                                   ///< not said @range{[0, inf)}
    std::uint64_t checks = 6'500'000;  ///< answers looked at for the certificate, about
    deal::budget limits = {};          ///< of the search for efficient deals
};

/// @brief Reads the name of a model: stahl, rubinstein, baron-ferejohn, quantal or screening.
/// @param text what was typed
/// @return the model
/// @throws std::invalid_argument another word; the message lists those that exist
/// @complexity{O(1)}; thread-safe
/// @test tests/question/equilibrium.cpp "models are read by name"
[[nodiscard]] equilibrium_model parse_equilibrium_model(const std::string& text);

/// @brief Subgame-perfect play of the talks of a scenario: what is agreed, when, and why nobody
/// could do better by another move.
///
/// An answer under complete information: everybody knows what every deal is worth to everybody.
/// Mediators and leaks are left out.
///
/// `screening` is the exception. One party asks a price a round, the other knows what agreement is
/// worth to it, its type, and says yes or no. A price is money, or anything else of which what one
/// pays the other gets; the utilities of a scenario have no such unit, so types are asked for and
/// its deals are not looked at. Of the scenario it takes who talks, how long, and what waiting
/// costs: a round later a gain over no deal is worth the discount factor times the probability that
/// the talks have not broken down, while no deal itself lasts and loses nothing.
/// @param world   the scenario
/// @param options the game, and what to change
/// @return the answer; that there is no deal, or that it could not be computed, is one
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument an unknown party or one named twice, a number out of range, what
/// means nothing in the model, parties that err under another rule than unanimity, or screening
/// without types, of more than two parties, under another rule than unanimity or over more than
/// 1000 rounds
/// @complexity{that of the frontier and of the solver, once and once a party}; thread-safe
/// @source{stahl1972, Stahl 1972}
/// @source{rubinstein1982, Rubinstein 1982\, Econometrica 50(1)}
/// @source{binmore1986, Binmore\, Rubinstein and Wolinsky 1986\, RAND Journal of Economics 17(2)}
/// (the Nash deal that it is compared with)
/// @source{fudenberg1983, Fudenberg and Tirole 1983\, Review of Economic Studies 50(2)} (screening)
/// @test tests/question/equilibrium.cpp "the bazaar has a last word"
/// @test tests/question/equilibrium_screening.cpp "a price asked of two types in two rounds"
/// @test tests/question/equilibrium.cpp "an alternative at hand is no threat where waiting costs"
/// @test tests/question/equilibrium.cpp "what means nothing in a model is refused"
/// @test tests/question/equilibrium.cpp "none of several stationary equilibria is privileged"
[[nodiscard]] equilibrium_answer equilibrium(const scenario& world,
                                             const equilibrium_options& options = {});

}  // namespace negotiation::question
