#include "question/equilibrium_screening.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/screening.hpp>

#include "question/equilibrium_game.hpp"
#include "question/talks_plan.hpp"

namespace negotiation::question::detail {

namespace {

inline constexpr std::int64_t most_prices = 1000;

/// A game of prices and who plays it.
struct posed_screening {
    std::size_t proposer = 0;
    std::size_t responder = 1;
    double cost = 0;
    eq::screening game;  ///< values and prices beyond the cost
};

void check_talks(const seating& at, const eq::offer_game& rules, std::int64_t rounds) {
    if (at.parties.size() != 2) {
        throw std::invalid_argument(
            fmt::format("equilibrium: screening is between two, one who asks a price and one who "
                        "knows what it would pay; {} are at the table",
                        at.parties.size()));
    }
    if (!is_unanimity(rules.agreement)) {
        throw std::invalid_argument(
            "equilibrium: in screening both have to agree; the rule of these talks asks for less");
    }
    if (rounds > most_prices) {
        throw std::invalid_argument(
            fmt::format("equilibrium: screening asks at most {} prices, one a round; the deadline "
                        "is {} rounds away",
                        most_prices, rounds));
    }
}

void check_types(const seating& at, const posed_screening& posed,
                 const std::vector<std::pair<double, double>>& types) {
    if (types.empty()) {
        throw std::invalid_argument(
            fmt::format("equilibrium: screening needs the types of '{}': what agreement may be "
                        "worth to it in the unit of the price, each with a probability; the "
                        "utilities of a scenario have no such unit",
                        at.parties[posed.responder]->name));
    }
    double sum = 0;
    for (const auto& [value, probability] : types) {
        if (!(value > posed.cost) || !std::isfinite(value)) {
            throw std::invalid_argument(
                fmt::format("equilibrium: a type must be worth more than the cost of {}, else no "
                            "price suits both; got {}",
                            posed.cost, value));
        }
        if (!(probability > 0) || !(probability <= 1)) {
            throw std::invalid_argument(fmt::format(
                "equilibrium: the probability of a type must lie in (0, 1]; got {} for type {}",
                probability, value));
        }
        sum += probability;
    }
    if (!(std::abs(sum - 1) <= 1e-9)) {
        throw std::invalid_argument(fmt::format(
            "equilibrium: the probabilities of {} types must sum to 1; got {}", types.size(), sum));
    }
}

[[nodiscard]] posed_screening screening_asked(const seating& at, const eq::offer_game& rules,
                                              const equilibrium_options& options) {
    posed_screening posed;
    const std::int64_t rounds = rules.offers / rules.offers_per_period;
    check_talks(at, rules, rounds);
    if (!options.proposer.empty()) {
        posed.proposer = seat_of(at, options.proposer, "proposer");
        posed.responder = 1 - posed.proposer;
    }
    posed.cost = options.cost.value_or(0);
    if (!(posed.cost >= 0) || !std::isfinite(posed.cost)) {
        throw std::invalid_argument(
            fmt::format("equilibrium: a cost must be 0 or more; got {}", posed.cost));
    }
    check_types(at, posed, options.types);
    std::vector<std::pair<double, double>> types = options.types;
    std::sort(types.begin(), types.end());
    for (const auto& [value, probability] : types) {
        if (!posed.game.types.empty() && value - posed.cost <= posed.game.types.back()) {
            throw std::invalid_argument(
                fmt::format("equilibrium: type {} is given twice, or the two are too close to tell "
                            "apart",
                            value));
        }
        posed.game.types.push_back(value - posed.cost);
        posed.game.prior.push_back(probability);
    }
    posed.game.periods = rounds;
    posed.game.seller_discount = (1 - rules.breakdown) * rules.discount[posed.proposer];
    posed.game.buyer_discount = (1 - rules.breakdown) * rules.discount[posed.responder];
    return posed;
}

[[nodiscard]] price_view price_of(const eq::screening_offer& offer, double cost) {
    price_view view;
    view.price = offer.price + cost;
    view.agreed = offer.sold;
    view.belief = offer.belief;
    view.accepts = offer.accepts;
    for (std::size_t j = 0; j < offer.limits.size(); ++j) {
        view.limits.push_back(offer.belief[j] > 0 ? std::optional(offer.limits[j] + cost)
                                                  : std::nullopt);
    }
    return view;
}

/// The types as they were asked about, and what each gets.
[[nodiscard]] std::vector<type_view> types_of(const posed_screening& posed,
                                              const eq::screening_play& play) {
    std::vector<type_view> types;
    for (std::size_t j = 0; j < posed.game.types.size(); ++j) {
        types.push_back({posed.game.types[j] + posed.cost, posed.game.prior[j], play.gains[j]});
    }
    return types;
}

/// What whoever answers gets before it knows its type.
[[nodiscard]] double mean_gain(const posed_screening& posed, const eq::screening_play& play) {
    double mean = 0;
    for (std::size_t j = 0; j < play.gains.size(); ++j) {
        mean += posed.game.prior[j] * play.gains[j];
    }
    return mean;
}

void tell_when(const eq::screening_play& play, equilibrium_answer& into) {
    double agreed = 0;
    double waited = 0;
    for (std::size_t t = 0; t < play.offers.size(); ++t) {
        agreed += play.offers[t].sold;
        waited += static_cast<double>(t) * play.offers[t].sold;
    }
    into.agreement_chance = std::min(agreed, 1.0);
    into.first_round_chance = play.offers[0].sold;
    into.first_round_agreement = play.offers[0].sold > 0.5;
    into.screening->delay = agreed > 0 ? waited / agreed : 0;
}

/// What each would get if it alone did not mind waiting.
[[nodiscard]] std::vector<std::optional<utility_range>> patient_gains(const posed_screening& posed,
                                                                      double breakdown) {
    std::vector<std::optional<utility_range>> gains(2);
    posed_screening calm = posed;
    calm.game.seller_discount = 1 - breakdown;
    const double asks = eq::solve(calm.game).profit;
    gains[posed.proposer] = utility_range{asks, asks};
    calm = posed;
    calm.game.buyer_discount = 1 - breakdown;
    const double answers = mean_gain(calm, eq::solve(calm.game));
    gains[posed.responder] = utility_range{answers, answers};
    return gains;
}

}  // namespace

void answer_screening(const seating& at, const eq::offer_game& rules,
                      const equilibrium_options& options, equilibrium_answer& into) {
    const posed_screening posed = screening_asked(at, rules, options);
    const eq::screening_play play = eq::solve(posed.game);
    screening_view view;
    view.proposer = at.parties[posed.proposer]->name;
    view.responder = at.parties[posed.responder]->name;
    view.cost = posed.cost;
    view.types = types_of(posed, play);
    for (const eq::screening_offer& offer : play.offers) {
        view.prices.push_back(price_of(offer, posed.cost));
    }
    view.profit = play.profit;
    into.screening = std::move(view);
    into.utilities.assign(2, play.profit);
    into.utilities[posed.responder] = mean_gain(posed, play);
    into.proof = play.proof;
    into.without_haste = patient_gains(posed, rules.breakdown);
    tell_when(play, into);
}

}  // namespace negotiation::question::detail
