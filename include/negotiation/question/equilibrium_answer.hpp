#pragma once

/// @file
/// What parties that know one another would agree on, by names.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/model/count.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/talks/equilibrium/certificate.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::question {

/// @brief The games that are solved.
enum class equilibrium_model {
    stahl,           ///< the scenario's alternating offers, with their deadline
    rubinstein,      ///< offers in turn without a deadline
    baron_ferejohn,  ///< whoever offers is drawn, without a deadline
    quantal,         ///< offers in turn with a deadline between parties that err
    screening        ///< prices asked of somebody whose type is not known, with a deadline
};

/// @brief The name of a model.
/// @param model any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/question/equilibrium_answer.cpp "models have names"
[[nodiscard]] constexpr std::string_view name_of_model(equilibrium_model model) noexcept {
    switch (model) {
        case equilibrium_model::stahl:
            return "stahl";
        case equilibrium_model::rubinstein:
            return "rubinstein";
        case equilibrium_model::baron_ferejohn:
            return "baron_ferejohn";
        case equilibrium_model::quantal:
            return "quantal";
        case equilibrium_model::screening:
            return "screening";
    }
    return "";
}

/// @brief Which of several stationary equilibria is shown first. None of them is privileged.
enum class shown_equilibrium {
    only,               ///< there is but one, or the game has one
    of_every_deadline,  ///< an ever more distant deadline leads there, whoever has the last offer
    nearest_to_nash,    ///< a choice: the one nearest the Nash deal
    best_for_first      ///< a choice where there is no Nash deal: the best for whoever offers first
};

/// @brief The name of such a choice.
/// @param shown any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/question/equilibrium_answer.cpp "models have names"
[[nodiscard]] constexpr std::string_view name_of_shown(shown_equilibrium shown) noexcept {
    switch (shown) {
        case shown_equilibrium::only:
            return "only";
        case shown_equilibrium::of_every_deadline:
            return "of_every_deadline";
        case shown_equilibrium::nearest_to_nash:
            return "nearest_to_nash";
        case shown_equilibrium::best_for_first:
            return "best_for_first";
    }
    return "";
}

/// @brief From the least to the greatest utility of a party.
struct utility_range {
    double low = 0;   ///< least
    double high = 0;  ///< greatest

    bool operator==(const utility_range&) const = default;
};

/// @brief What happens when a party offers first.
struct offer_view {
    std::string proposer;                           ///< who offers
    std::string action;                             ///< offer, wait or walk_away
    std::optional<draft> outcome;                   ///< what it offers
    std::vector<double> deal_utilities;             ///< what that is worth when it is agreed, by
                                                    ///< party; empty where it offers nothing
    bool ends = false;                              ///< the talks end with it: agreed, or somebody
                                                    ///< leaves
    std::vector<double> utilities;                  ///< what that leads to, by party, now
    std::vector<std::optional<double>> thresholds;  ///< the least utility that each accepts; of
                                                    ///< the proposer, that it offers; nothing for
                                                    ///< whoever is not asked
};

/// @brief Whether the play of parties that err holds together: its residual is in probability.
struct chances_view {
    double residual = 0;    ///< the most that chances of the moves of a turn miss 1 in all
    bool converged = true;  ///< that is rounding

    bool operator==(const chances_view&) const = default;
};

/// @brief The likeliest first offer of parties that err.
struct likely_view {
    std::size_t deals = 0;  ///< as likely to be offered, it included
    double chance = 0;      ///< that it is offered first
    double accepted = 0;    ///< that it is accepted if it is

    bool operator==(const likely_view&) const = default;
};

/// @brief What a deal may be worth to whoever answers, and what it gets.
struct type_view {
    double value = 0;        ///< beyond no deal @unit{price}
    double probability = 0;  ///< that this is its type
    double gain = 0;         ///< expected, waiting counted @unit{price}

    bool operator==(const type_view&) const = default;
};

/// @brief One price, asked as long as all before it were refused.
struct price_view {
    double price = 0;                           ///< asked
    double agreed = 0;                          ///< probability, from the start, of agreement now
    std::vector<double> belief;                 ///< by type, before it is asked
    std::vector<double> accepts;                ///< by type: probability that it accepts
    std::vector<std::optional<double>> limits;  ///< by type: the highest price that it accepts for
                                                ///< sure; nothing for those that are gone
};

/// @brief Prices asked of somebody whose type is not known. One is asked a round.
struct screening_view {
    std::string proposer;            ///< who asks
    std::string responder;           ///< who knows its own type, and answers
    double cost = 0;                 ///< of agreement to whoever asks @unit{price}
    std::vector<type_view> types;    ///< from the least value on
    std::vector<price_view> prices;  ///< by round, until every type has agreed or time is up
    double profit = 0;               ///< of whoever asks: price less cost, waiting counted
    double delay = 0;                ///< mean rounds before agreement, where there is one
};

/// @brief The first round in which an offer is accepted, where who offers is drawn.
struct drawn_view {
    std::int64_t round = 1;          ///< from 1
    double chance = 0;               ///< that the talks come to it, and to agreement in it
    std::vector<offer_view> offers;  ///< what each does if it is drawn then, by party
};

/// @brief Everything `equilibrium` found. Names are resolved, nothing is formatted.
struct equilibrium_answer {
    std::string scenario;                                ///< title
    std::string scope;                                   ///< empty for every issue
    publicity talks = publicity::open;                   ///< which red lines bind
    equilibrium_model model = equilibrium_model::stahl;  ///< the game
    std::optional<std::int64_t> horizon;  ///< rounds until the deadline; nothing without one
    std::vector<std::string> parties;     ///< in the order in which they offer
    std::vector<double> discounts;        ///< what is left of a utility a round later, by party
    double breakdown = 0;                 ///< probability a round
    std::string instead_of = {};         ///< the scenario's protocol where its game is another one;
                                         ///< else empty
    talks::voting_rule agreement;        ///< who has to accept
    std::optional<double> lambda;        ///< precision of parties that err
    std::vector<no_deal_view> no_deal;   ///< by party; empty of screening
    std::vector<double> utilities;       ///< what the talks are worth before they begin, by party
    bool before_first_round = false;     ///< where no deal loses nothing by waiting, all that a
                                         ///< deadline game is worth is told as of before the first
                                         ///< round, as no deal is; else as of the first round
    std::optional<draft> outcome;        ///< what is agreed first; nothing without agreement, and
                                         ///< where it depends on who is drawn
    std::vector<double> of_outcome;      ///< what that is worth, by party
    std::optional<std::int64_t> round;   ///< in which it is agreed; nothing where lots or errors
                                         ///< leave that open
    bool first_round_agreement = false;  ///< they agree in the first round
    std::vector<offer_view> offers;      ///< by proposer: the first offer of each
    std::optional<std::uint64_t> fixed_points;    ///< stationary equilibria; nothing: not counted
    std::vector<std::vector<double>> equilibria;  ///< the utilities of those told, by party
    std::vector<utility_range> range;             ///< over all of them, by party
    std::vector<std::optional<std::vector<double>>>
        by_last_offer;  ///< where an ever more distant deadline leads if a party has the last
                        ///< offer: utilities, nothing where it does not settle
    bool deadlines_followed = true;  ///< until play settled, or was seen never to
    shown_equilibrium shown = shown_equilibrium::only;  ///< why that one is told
    std::vector<double> recognition;  ///< probability to be drawn, by party; empty where none is
    std::optional<screening_view> screening;    ///< prices and types, of that model; utilities are
                                                ///< then gains over no deal @unit{price}
    std::optional<double> agreement_chance;     ///< of parties that err or are drawn, and of
                                                ///< screening: that they ever agree
    std::optional<double> first_round_chance;   ///< likewise in the first round
    std::optional<drawn_view> first_agreement;  ///< where who offers is drawn; nothing where no
                                                ///< offer is ever accepted
    std::optional<likely_view> likely_first;  ///< of parties that err: `outcome`, of those that are
                                              ///< as likely the one most likely to be accepted
    std::optional<talks::equilibrium::certificate> proof;  ///< how far it can be trusted; nothing
                                                           ///< where no move was tried
    std::optional<chances_view> chances;    ///< of parties that err, whose moves nobody tries
    std::vector<double> nash;               ///< utilities of the Nash deal weighted by patience
    std::vector<double> kalai_smorodinsky;  ///< utilities of that deal; empty without one
    std::vector<std::optional<utility_range>>
        without_haste;  ///< what each party would get if it alone did not mind waiting, over all
                        ///< equilibria
    std::optional<bool> zone_is_empty;  ///< no deal suits everybody
    std::size_t deals = 0;              ///< that were weighed
    bool efficient_only = true;         ///< the efficient ones, which are enough
    std::string refused;                ///< why something was not computed, or empty
    std::size_t assumed_numbers = 0;    ///< on which the answer rests
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
