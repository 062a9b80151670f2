#include "question/equilibrium_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
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
/// With discounting an alternative at hand is an outside option and no threat: perpetual
/// disagreement is worth 0. Where talks only break down it is what no deal is worth.
struct impasse {
    std::vector<double> worth;
    std::vector<double> patience;  ///< -1 / log of what is kept a round; 0: it loses nothing
};

[[nodiscard]] impasse impasse_of(const posed_game& game) {
    impasse found;
    for (std::size_t i = 0; i < game.rules.discount.size(); ++i) {
        const double kept = (1 - game.rules.breakdown) * game.rules.discount[i];
        found.worth.push_back(kept < 1
                                  ? game.rules.breakdown * game.over.deals.no_deal[i] / (1 - kept)
                                  : game.over.deals.no_deal[i]);
        found.patience.push_back(kept < 1 ? -1 / std::log(kept) : 0);
    }
    return found;
}

/// The deal of the zone with the greatest product of gains over the impasse, each to the power of
/// the party's patience. @return its utilities; nothing where no deal gains everybody something
[[nodiscard]] std::vector<double> nash_by_patience(const deal::frontier& zone, const impasse& of) {
    std::vector<double> best;
    double greatest = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < zone.size(); ++k) {
        double product = 0;
        for (std::size_t i = 0; i < of.worth.size(); ++i) {
            product += of.patience[i] * std::log(std::max(zone.utility(k, i) - of.worth[i], 0.0));
        }
        if (product > greatest) {
            greatest = product;
            best.clear();
            for (std::size_t i = 0; i < of.worth.size(); ++i) {
                best.push_back(zone.utility(k, i));
            }
        }
    }
    return best;
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
            return exactly(eq::solve(deals, patient).start[i]);
        case equilibrium_model::rubinstein: {
            const eq::stationary_set set = eq::solve_stationary(deals, patient);
            const bool known = set.count && !set.found.empty();
            return known ? std::optional(range_of(set, deals.parties)[i]) : std::nullopt;
        }
        case equilibrium_model::quantal:
            return exactly(
                eq::quantal_response(deals, patient, options.lambda.value_or(usual_lambda))
                    .start[i]);
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
    } else if (std::all_of(without.patience.begin(), without.patience.end(), loses)) {
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
