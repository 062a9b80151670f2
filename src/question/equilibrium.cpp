#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/quantal_response.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>

#include "question/lookups.hpp"
#include "question/talks_plan.hpp"

namespace negotiation::question {

namespace detail {
namespace {

namespace eq = talks::equilibrium;

/// The game of a question, and what it is played over.
struct posed_game {
    eq::offer_game rules;
    eq::bargaining_set over;
};

/// The rule of agreement, as the scenario or the question says.
[[nodiscard]] talks::voting_rule rule_of(const seating& at, const talks::section& said,
                                         const equilibrium_options& options) {
    talks::voting_rule rule = voting_of(at, said);
    if (options.quota && options.majority) {
        throw std::invalid_argument("equilibrium: a quota and a majority exclude one another");
    }
    if (options.quota || options.majority) {
        rule = {};
        rule.more_than = options.majority;
        rule.quota = options.majority ? 0.5 : *options.quota;
    }
    return rule;
}

/// What is left of a utility a round later, where the question says so.
void change_discounts(const seating& at, const equilibrium_options& options,
                      eq::offer_game& rules) {
    rules.discount.resize(at.parties.size(), 1);
    for (const auto& [name, factor] : options.discounts) {
        rules.discount[seat_of(at, name, "discount")] = factor;
    }
}

/// How likely each party is to be drawn to offer: by the question, by the scenario's protocol where
/// it draws, else all alike.
[[nodiscard]] std::vector<double> recognition_of(const seating& at, const talks::section& said,
                                                 const equilibrium_options& options) {
    const std::size_t n = at.parties.size();
    std::vector<double> weights;
    const talks::any_protocol played = talks::read_protocol(said.protocol);
    if (const auto* drawn = std::get_if<talks::random_recognition>(&played)) {
        weights = drawn->recognition;
    }
    if (!weights.empty() && weights.size() != n) {
        throw std::invalid_argument(
            fmt::format("equilibrium: the protocol weighs {} parties to be recognised, and {} are "
                        "at the table",
                        weights.size(), n));
    }
    weights.resize(n, 1);
    double sum = 0;
    for (const auto& [name, weight] : options.recognition) {
        weights[seat_of(at, name, "recognition")] = weight;
    }
    for (const double weight : weights) {
        if (!(weight >= 0) || !std::isfinite(weight)) {
            throw std::invalid_argument(fmt::format(
                "equilibrium: a weight of recognition must be 0 or more; got {}", weight));
        }
        sum += weight;
    }
    if (!(sum > 0)) {
        throw std::invalid_argument("equilibrium: some weight of recognition must be above 0");
    }
    for (double& weight : weights) {
        weight /= sum;
    }
    return weights;
}

[[nodiscard]] eq::offer_game game_asked(const seating& at, const equilibrium_options& options) {
    run_options played;
    played.rounds = options.rounds;
    const talks::section said = section_of(*at.world, played);
    talks::alternating_offers protocol;
    protocol.rounds = said.rounds;
    protocol.convention = said.clock;
    protocol.agreement = rule_of(at, said, options);
    protocol.breakdown = options.breakdown.value_or(said.breakdown);
    protocol.dates = calendar_of(at, said);
    eq::offer_game rules = eq::game_of(protocol, at.parties.size());
    change_discounts(at, options, rules);
    if (options.model != equilibrium_model::stahl) {
        rules.form = eq::answering::at_once;
    }
    if (options.model == equilibrium_model::baron_ferejohn) {
        rules.recognition = recognition_of(at, said, options);
    } else if (!options.recognition.empty()) {
        throw std::invalid_argument(
            "equilibrium: who offers is drawn in the model baron-ferejohn only, so weights of "
            "recognition mean nothing here");
    }
    eq::check_game(rules, at.parties.size());
    return rules;
}

[[nodiscard]] std::string action_of(eq::proposal kind) {
    return kind == eq::proposal::offer  ? "offer"
           : kind == eq::proposal::wait ? "wait"
                                        : "walk_away";
}

/// One party's first offer. @param values,thresholds rows of the state
[[nodiscard]] offer_view view_of(const seating& at, const posed_game& game, std::size_t proposer,
                                 const eq::choice& made, const double* values,
                                 const double* thresholds) {
    offer_view view;
    view.proposer = at.parties[proposer]->name;
    view.action = action_of(made.kind);
    if (made.kind == eq::proposal::offer) {
        view.outcome = draft_of(at, game.over.deals.deal(made.deal));
    }
    for (std::size_t i = 0; i < at.parties.size(); ++i) {
        view.utilities.push_back(values[i]);
        view.thresholds.push_back(
            std::isfinite(thresholds[i]) ? std::optional<double>(thresholds[i]) : std::nullopt);
    }
    return view;
}

/// Every deal where they are written down, for the certificate.
[[nodiscard]] eq::deal_set all_deals(const talks::arena& arena, const posed_game& game) {
    eq::deal_set all = eq::deals_of(arena);
    return all.size() > 0 ? all : game.over.deals;
}

void tell_agreement(const seating& at, const posed_game& game, std::uint32_t deal,
                    equilibrium_answer& into) {
    into.outcome = draft_of(at, game.over.deals.deal(deal));
    into.of_outcome = game.over.deals.row(deal);
}

void answer_stahl(const seating& at, const talks::arena& arena, const posed_game& game,
                  const equilibrium_options& options, equilibrium_answer& into) {
    const eq::induction solved = eq::solve(game.over.deals, game.rules);
    into.utilities = solved.start;
    const std::size_t n = at.parties.size();
    for (std::size_t p = 0; p < n; ++p) {
        into.offers.push_back(view_of(at, game, p, solved.choices[p], &solved.values[p * n],
                                      &solved.thresholds[p * n]));
    }
    const eq::course played = eq::play_out(solved, game.rules);
    if (played.deal) {
        tell_agreement(at, game, *played.deal, into);
        into.round = played.answered / game.rules.offers_per_period + 1;
        into.first_round_agreement = into.round == 1;
    }
    into.proof =
        eq::certify(solved, game.over.deals, all_deals(arena, game), game.rules, options.checks);
}

void tell_play(const seating& at, const posed_game& game, const eq::stationary_play& play,
               equilibrium_answer& into) {
    const std::size_t n = at.parties.size();
    for (std::size_t p = 0; p < n; ++p) {
        into.offers.push_back(
            view_of(at, game, p, play.choices[p], &play.values[p * n], &play.thresholds[p * n]));
    }
    if (play.choices[0].kind == eq::proposal::offer) {
        tell_agreement(at, game, play.choices[0].deal, into);
        into.round = 1;
        into.first_round_agreement = true;
    }
}

/// The value of a play to a party before the first offer.
[[nodiscard]] std::vector<double> worth_at_start(const eq::stationary_play& play, std::size_t n) {
    return {play.values.begin(), play.values.begin() + static_cast<std::ptrdiff_t>(n)};
}

/// Over all plays found, by party.
[[nodiscard]] std::vector<utility_range> range_of(const eq::stationary_set& set, std::size_t n) {
    std::vector<utility_range> range;
    for (std::size_t i = 0; i < n; ++i) {
        utility_range one{set.found[0].values[i], set.found[0].values[i]};
        for (const eq::stationary_play& play : set.found) {
            one.low = std::min(one.low, play.values[i]);
            one.high = std::max(one.high, play.values[i]);
        }
        range.push_back(one);
    }
    return range;
}

/// Which play is shown, of several of which none is privileged.
[[nodiscard]] std::pair<std::size_t, shown_equilibrium> to_show(const eq::stationary_set& set,
                                                                const std::vector<double>& nash) {
    const bool led = std::all_of(set.reached.begin(), set.reached.end(),
                                 [&](const auto& r) { return r && r == set.reached[0]; });
    if (led) {
        return {*set.reached[0], set.count == std::uint64_t{1}
                                     ? shown_equilibrium::only
                                     : shown_equilibrium::of_every_deadline};
    }
    if (set.found.size() == 1 || nash.empty()) {
        return {
            0, set.found.size() == 1 ? shown_equilibrium::only : shown_equilibrium::best_for_first};
    }
    std::size_t nearest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < set.found.size(); ++k) {
        double off = 0;
        for (std::size_t i = 0; i < nash.size(); ++i) {
            const double by = set.found[k].values[i] - nash[i];
            off += by * by;
        }
        nearest = off < least ? k : nearest;
        least = std::min(off, least);
    }
    return {nearest, shown_equilibrium::nearest_to_nash};
}

/// The utilities of those found; of many the first ones and the last.
[[nodiscard]] std::vector<std::vector<double>> those_told(const eq::stationary_set& set,
                                                          std::size_t n) {
    constexpr std::size_t most = 16;
    std::vector<std::vector<double>> told;
    for (std::size_t k = 0; k < set.found.size(); ++k) {
        if (k + 1 < most || k + 1 == set.found.size()) {
            told.push_back(worth_at_start(set.found[k], n));
        }
    }
    return told;
}

void answer_rubinstein(const seating& at, const talks::arena& arena, const posed_game& game,
                       equilibrium_answer& into) {
    const eq::stationary_set set = eq::solve_stationary(game.over.deals, game.rules);
    const std::size_t n = at.parties.size();
    into.fixed_points = set.count;
    if (set.found.empty()) {
        into.refused =
            "No play that depends on who offers only holds itself up, and with an ever "
            "more distant deadline play goes round in circles.";
        return;
    }
    into.equilibria = those_told(set, n);
    into.range = range_of(set, n);
    for (const std::optional<std::size_t>& reached : set.reached) {
        into.by_last_offer.push_back(reached ? std::optional(worth_at_start(set.found[*reached], n))
                                             : std::nullopt);
    }
    const auto [told, why] = to_show(set, into.nash);
    into.shown = why;
    into.utilities = worth_at_start(set.found[told], n);
    tell_play(at, game, set.found[told], into);
    into.proof = eq::certify(set.found[told], game.over.deals, all_deals(arena, game), game.rules);
}

void answer_drawn(const seating& at, const talks::arena& arena, const posed_game& game,
                  equilibrium_answer& into) {
    const eq::stationary_play play = eq::solve_drawn(game.over.deals, game.rules);
    into.proof = eq::certify(play, game.over.deals, all_deals(arena, game), game.rules);
    into.recognition = game.rules.recognition;
    const std::size_t n = at.parties.size();
    tell_play(at, game, play, into);
    into.utilities.assign(n, 0);
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t i = 0; i < n; ++i) {
            into.utilities[i] += game.rules.recognition[p] * play.values[p * n + i];
        }
    }
    // Which deal depends on who is drawn.
    into.outcome.reset();
    into.of_outcome.clear();
    into.first_round_agreement =
        std::all_of(play.choices.begin(), play.choices.end(),
                    [](const eq::choice& c) { return c.kind == eq::proposal::offer; });
    into.round = into.first_round_agreement ? std::optional<std::int64_t>(1) : std::nullopt;
}

void answer_quantal(const seating& at, const posed_game& game, const equilibrium_options& options,
                    equilibrium_answer& into) {
    const eq::noisy_play play = eq::quantal_response(game.over.deals, game.rules, options.lambda);
    into.lambda = options.lambda;
    into.utilities = play.start;
    into.agreement_chance = play.agreement;
    double first = 0;
    const auto offers = static_cast<std::size_t>(game.rules.offers_per_period);
    for (std::size_t k = 0; k < offers && k < play.agreed_by.size(); ++k) {
        first += play.agreed_by[k];
    }
    into.first_round_chance = first;
    into.first_round_agreement = first > 0.5;
    const auto likely = std::max_element(play.log_chances.begin(), play.log_chances.end());
    tell_agreement(at, game, static_cast<std::uint32_t>(likely - play.log_chances.begin()), into);
}

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

/// Deals that are fair by other standards.
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
            return exactly(eq::quantal_response(deals, patient, options.lambda).start[i]);
        case equilibrium_model::baron_ferejohn:
            break;
    }
    return std::nullopt;
}

void solve_asked(const seating& at, const talks::arena& arena, const posed_game& game,
                 const equilibrium_options& options, equilibrium_answer& into) {
    switch (options.model) {
        case equilibrium_model::stahl:
            answer_stahl(at, arena, game, options, into);
            break;
        case equilibrium_model::rubinstein:
            answer_rubinstein(at, arena, game, into);
            break;
        case equilibrium_model::baron_ferejohn:
            answer_drawn(at, arena, game, into);
            break;
        case equilibrium_model::quantal:
            answer_quantal(at, game, options, into);
            break;
    }
    for (std::size_t i = 0; i < at.parties.size(); ++i) {
        into.without_haste.push_back(worth_without_haste(game, i, options));
    }
}

void tell_game(const seating& at, const equilibrium_options& options, const eq::offer_game& rules,
               equilibrium_answer& into) {
    into.scenario = at.world->title;
    into.scope = options.scope;
    into.talks = at.talks;
    into.model = options.model;
    if (options.model == equilibrium_model::stahl || options.model == equilibrium_model::quantal) {
        into.horizon = rules.offers / rules.offers_per_period;
    }
    into.parties = party_names(at);
    into.discounts = rules.discount;
    into.breakdown = rules.breakdown;
    into.agreement = rules.agreement;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        into.no_deal.push_back(no_deal_of(at, i));
    }
    into.assumed_numbers = assumed_numbers_of_talks(*at.world, options.scope, options.seats);
    into.unsourced_numbers = unsourced_numbers(*at.world);
}

}  // namespace
}  // namespace detail

equilibrium_model parse_equilibrium_model(const std::string& text) {
    const std::vector<std::string> names{"stahl", "rubinstein", "baron-ferejohn", "quantal"};
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) {
        throw std::invalid_argument(
            fmt::format("no model '{}'; {}", shown(text), nearest(text, names)));
    }
    return static_cast<equilibrium_model>(found - names.begin());
}

equilibrium_answer equilibrium(const scenario& world, const equilibrium_options& options) {
    const seating at =
        set_table(world, {options.scope, options.talks, options.red_lines, options.seats});
    detail::posed_game game{detail::game_asked(at, options), {}};
    equilibrium_answer answer;
    detail::tell_game(at, options, game.rules, answer);
    const talks::arena arena(at.frozen.table);
    game.over =
        detail::eq::bargaining_set_of(arena, is_unanimity(game.rules.agreement), options.limits);
    detail::note_refusal(answer.refused, "the equilibrium", game.over.refused);
    answer.deals = game.over.deals.size();
    answer.efficient_only = game.over.efficient;
    if (!game.over.refused && answer.deals == 0) {
        answer.utilities = game.over.deals.no_deal;
        answer.zone_is_empty = true;
        return answer;
    }
    if (!game.over.refused) {
        detail::compare(at, game, options, answer);
        detail::solve_asked(at, arena, game, options, answer);
    }
    return answer;
}

}  // namespace negotiation::question
