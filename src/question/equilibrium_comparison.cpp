#include "question/equilibrium_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/frontier.hpp>
#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/quantal_response.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>

#include "question/equilibrium_plays.hpp"
#include "question/lookups.hpp"

namespace negotiation::question::detail {

namespace {

/// What talks that go on for ever without a deal come to, and how patient a party is while they do.
struct impasse {
    std::vector<double> worth;
    std::vector<double> patience;  ///< -1 / log of what is kept a round; 0: it loses nothing
};

[[nodiscard]] impasse impasse_of(const posed_game& game) {
    impasse found{eq::worth_for_ever(game.over.deals.no_deal, game.rules), {}};
    for (const double discount : game.rules.discount) {
        const double kept = (1 - game.rules.breakdown) * discount;
        found.patience.push_back(kept < 1 ? -1 / std::log(kept) : 0);
    }
    return found;
}

/// Sums of floating-point numbers that are closer than this are ties.
constexpr double tie = 1e-12;

/// A deal of the zone as the Nash deal looks at it.
struct weighed {
    double product = 0;         ///< natural logarithm; -inf where somebody gains nothing
    std::vector<double> gains;  ///< over the impasse, from the least on
    std::size_t place = 0;
};

[[nodiscard]] weighed weigh(const deal::frontier& zone, const impasse& of, std::size_t k) {
    weighed one;
    one.place = k;
    for (std::size_t i = 0; i < of.worth.size(); ++i) {
        const double gain = std::max(zone.utility(k, i) - of.worth[i], 0.0);
        one.product += of.patience[i] * std::log(gain);
        one.gains.push_back(gain);
    }
    std::sort(one.gains.begin(), one.gains.end());
    return one;
}

/// The greater product; where both are 0 leximin in gains; of equals the first by enumeration.
[[nodiscard]] bool is_fairer(const weighed& a, const weighed& b, const deal::frontier& zone) {
    if (std::isfinite(a.product) || std::isfinite(b.product)) {
        const double slack =
            tie * std::max(1.0, std::isfinite(a.product) ? std::abs(a.product) : 0);
        if (!(std::abs(a.product - b.product) <= slack)) {
            return a.product > b.product;
        }
    } else {
        for (std::size_t i = 0; i < a.gains.size(); ++i) {
            if (std::abs(a.gains[i] - b.gains[i]) > tie * std::max(1.0, a.gains[i])) {
                return a.gains[i] > b.gains[i];
            }
        }
    }
    return zone.deal(a.place) < zone.deal(b.place);
}

/// The deal of the zone with the greatest product of gains over the impasse, each to the power of
/// the party's patience. @return its utilities; nothing on an empty zone
[[nodiscard]] std::vector<double> nash_by_patience(const deal::frontier& zone, const impasse& of) {
    std::optional<weighed> best;
    for (std::size_t k = 0; k < zone.size(); ++k) {
        weighed one = weigh(zone, of, k);
        if (!best || is_fairer(one, *best, zone)) {
            best = std::move(one);
        }
    }
    std::vector<double> utilities;
    for (std::size_t i = 0; best && i < of.worth.size(); ++i) {
        utilities.push_back(zone.utility(best->place, i));
    }
    return utilities;
}

/// Whether no deal loses by waiting as deals do: else talks are another game in every round, and
/// have no deal that they tend to as offers follow one another faster.
[[nodiscard]] bool all_wanes(const posed_game& game) {
    bool wanes = true;
    for (std::size_t i = 0; i < game.rules.discount.size() && !game.rules.discount_no_deal; ++i) {
        wanes = wanes && (game.rules.discount[i] >= 1 || game.over.deals.no_deal[i] == 0);
    }
    return wanes;
}

/// What a party would get if it alone did not mind waiting.
[[nodiscard]] std::optional<utility_range> worth_without_haste(const posed_game& game,
                                                               std::size_t i,
                                                               const equilibrium_options& options) {
    eq::offer_game patient = game.rules;
    patient.discount[i] = 1;
    const eq::deal_set& deals = game.over.deals;
    const auto exactly = [](double worth) { return utility_range{worth, worth}; };
    switch (options.model) {
        case equilibrium_model::stahl:
            return exactly(eq::solve(deals, patient).start[i] * left_before(patient, i));
        case equilibrium_model::rubinstein: {
            const eq::stationary_set set = eq::solve_stationary(deals, patient);
            const bool known = set.count && !set.found.empty();
            return known ? std::optional(range_of(set, deals.parties)[i]) : std::nullopt;
        }
        case equilibrium_model::quantal:
            return exactly(
                eq::quantal_response(deals, patient, options.lambda.value_or(usual_lambda))
                    .start[i] *
                left_before(patient, i));
        case equilibrium_model::baron_ferejohn:
        case equilibrium_model::screening:
            break;
    }
    return std::nullopt;
}

}  // namespace

void compare(const seating& at, const posed_game& game, const equilibrium_options& options,
             equilibrium_answer& into) {
    deal::frontier_options search;
    search.limits = options.limits;
    const deal::frontier zone = deal::pareto_frontier(at.frozen.table, search);
    note_refusal(into.refused, "the fair deals", zone.refused);
    if (zone.refused) {
        return;
    }
    into.zone_is_empty = zone.size() == 0;
    const impasse without = impasse_of(game);
    const auto loses = [](double patience) { return patience > 0; };
    if (std::none_of(without.patience.begin(), without.patience.end(), loses)) {
        const auto fair = deal::nash(zone, at.frozen.table, {});
        into.nash = fair ? fair->utilities : std::vector<double>();
    } else if (all_wanes(game) &&
               std::all_of(without.patience.begin(), without.patience.end(), loses)) {
        into.nash = nash_by_patience(zone, without);
    }
    const auto fair = deal::kalai_smorodinsky(zone, at.frozen.table);
    into.kalai_smorodinsky = fair ? fair->utilities : std::vector<double>();
}

void tell_without_haste(const posed_game& game, const equilibrium_options& options,
                        equilibrium_answer& into) {
    for (std::size_t i = 0; i < game.rules.discount.size(); ++i) {
        into.without_haste.push_back(worth_without_haste(game, i, options));
    }
}

}  // namespace negotiation::question::detail
