#include "question/equilibrium_plays.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/certificate.hpp>
#include <negotiation/talks/equilibrium/quantal_response.hpp>

namespace negotiation::question::detail {

namespace {

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
        view.deal_utilities = game.over.deals.row(made.deal);
    }
    view.ends = made.kind != eq::proposal::wait || made.next == 0;
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

/// What each does that makes an offer, or the turns of the first round.
[[nodiscard]] std::vector<offer_view> first_offers(const seating& at, const posed_game& game,
                                                   const eq::induction& solved,
                                                   std::int64_t offer) {
    const std::size_t n = at.parties.size();
    std::vector<offer_view> views;
    for (std::size_t p = 0; p < n; ++p) {
        const std::size_t s =
            solved.drawn ? solved.state(offer, p) : static_cast<std::size_t>(offer) + p;
        views.push_back(view_of(at, game, p, solved.choices[s], &solved.values[s * n],
                                &solved.thresholds[s * n]));
        for (std::size_t i = 0; i < n; ++i) {
            views.back().utilities[i] *= left_before(game.rules, i);
        }
    }
    return views;
}

void tell_agreement(const seating& at, const posed_game& game, std::uint32_t deal,
                    equilibrium_answer& into) {
    into.outcome = draft_of(at, game.over.deals.deal(deal));
    into.of_outcome = game.over.deals.row(deal);
}

void tell_play(const seating& at, const posed_game& game, const eq::stationary_play& play,
               equilibrium_answer& into) {
    const std::size_t n = at.parties.size();
    for (std::size_t p = 0; p < n; ++p) {
        into.offers.push_back(
            view_of(at, game, p, play.choices[p], &play.values[p * n], &play.thresholds[p * n]));
    }
}

/// What talks with a deadline are worth before they begin.
void tell_start(const eq::offer_game& rules, const std::vector<double>& start,
                equilibrium_answer& into) {
    for (std::size_t i = 0; i < start.size(); ++i) {
        const double left = left_before(rules, i);
        into.utilities.push_back(start[i] * left);
        into.before_first_round = into.before_first_round || left < 1;
    }
}

void tell_course(const seating& at, const posed_game& game, const eq::course& played,
                 equilibrium_answer& into) {
    if (played.deal) {
        tell_agreement(at, game, *played.deal, into);
        into.round = played.answered / game.rules.offers_per_period + 1;
        into.first_round_agreement = into.round == 1;
    }
}

/// The first in turn whose offer ends the talks, if it is agreed.
void tell_end_in_turn(const seating& at, const posed_game& game, const eq::stationary_play& play,
                      equilibrium_answer& into) {
    const auto end = std::find_if(into.offers.begin(), into.offers.end(),
                                  [](const offer_view& offer) { return offer.ends; });
    const auto p = static_cast<std::size_t>(end - into.offers.begin());
    if (end != into.offers.end() && play.choices[p].kind == eq::proposal::offer) {
        tell_agreement(at, game, play.choices[p].deal, into);
        into.round = static_cast<std::int64_t>(p) + 1;
        into.first_round_agreement = p == 0;
    }
}

/// The deal, if whoever may be drawn offers the same one, and it is agreed in one round or never.
/// @param choices of that round, by party
void tell_drawn_agreement(const seating& at, const posed_game& game, const eq::choice* choices,
                          equilibrium_answer& into) {
    const drawn_view& first = *into.first_agreement;
    if (!(first.chance >= *into.agreement_chance - 1e-12)) {
        return;
    }
    into.round = first.round;
    std::optional<std::uint32_t> deal;
    for (std::size_t p = 0; p < at.parties.size(); ++p) {
        if (choices[p].kind == eq::proposal::offer && game.rules.recognition[p] > 0) {
            if (deal && game.over.deals.deal(*deal) != game.over.deals.deal(choices[p].deal)) {
                return;
            }
            deal = choices[p].deal;
        }
    }
    tell_agreement(at, game, *deal, into);
}

/// How likely those who are drawn agree, in the first round and ever, and on what.
void tell_chances(const seating& at, const posed_game& game, const eq::stationary_play& play,
                  equilibrium_answer& into) {
    const eq::offer_game& rules = game.rules;
    double agreed = 0;
    double waits = 0;
    for (std::size_t p = 0; p < into.offers.size(); ++p) {
        agreed += into.offers[p].action == "offer" ? rules.recognition[p] : 0;
        waits += into.offers[p].ends ? 0 : rules.recognition[p];
    }
    const double again = waits * (1 - rules.breakdown);
    into.recognition = rules.recognition;
    into.first_round_chance = std::min(agreed, 1.0);
    into.agreement_chance = agreed > 0 ? std::min(agreed / (1 - again), 1.0) : 0;
    into.first_round_agreement = agreed >= 1 - 1e-12;
    if (agreed > 0) {
        into.first_agreement = drawn_view{1, *into.first_round_chance, into.offers};
        tell_drawn_agreement(at, game, play.choices.data(), into);
    }
}

/// The same with a deadline, offer by offer: what whoever is drawn does changes as it comes nearer.
void tell_chances(const seating& at, const posed_game& game, const eq::induction& solved,
                  equilibrium_answer& into) {
    const eq::offer_game& rules = game.rules;
    const std::size_t n = solved.parties;
    double talking = 1;
    double agreed = 0;
    for (std::int64_t k = 0; k < solved.offers; ++k) {
        double now = 0;
        double waits = 0;
        for (std::size_t p = 0; p < n; ++p) {
            const eq::choice& made = solved.choices[solved.state(k, p)];
            const bool waiting = made.kind == eq::proposal::wait && made.next > 0;
            now += made.kind == eq::proposal::offer ? talking * rules.recognition[p] : 0;
            waits += waiting ? rules.recognition[p] : 0;
        }
        agreed += now;
        if (k == 0) {
            into.first_round_chance = std::min(agreed, 1.0);
        }
        if (now > 0 && !into.first_agreement) {
            into.first_agreement =
                drawn_view{k + 1, std::min(now, 1.0), first_offers(at, game, solved, k)};
        }
        talking *= waits * (1 - rules.breakdown);
    }
    into.agreement_chance = std::min(agreed, 1.0);
    into.first_round_agreement = *into.first_round_chance >= 1 - 1e-12;
    into.recognition = rules.recognition;
    if (into.first_agreement) {
        const std::int64_t then = into.first_agreement->round - 1;
        tell_drawn_agreement(at, game, &solved.choices[solved.state(then, 0)], into);
    }
}

/// The value of a play to a party before the first offer.
[[nodiscard]] std::vector<double> worth_at_start(const eq::stationary_play& play, std::size_t n) {
    return {play.values.begin(), play.values.begin() + static_cast<std::ptrdiff_t>(n)};
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

}  // namespace

std::vector<utility_range> range_of(const eq::stationary_set& set, std::size_t n) {
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

void answer_stahl(const posed_question& asked, equilibrium_answer& into) {
    const auto& [at, arena, game, options] = asked;
    const eq::induction solved = eq::solve(game.over.deals, game.rules);
    tell_start(game.rules, solved.start, into);
    into.offers = first_offers(at, game, solved, 0);
    if (solved.drawn) {
        tell_chances(at, game, solved, into);
    } else {
        tell_course(at, game, eq::play_out(solved, game.rules), into);
    }
    into.proof =
        eq::certify(solved, game.over.deals, all_deals(arena, game), game.rules, options.checks);
}

void answer_rubinstein(const posed_question& asked, equilibrium_answer& into) {
    const auto& [at, arena, game, options] = asked;
    const eq::stationary_set set = eq::solve_stationary(game.over.deals, game.rules);
    const std::size_t n = at.parties.size();
    into.fixed_points = set.count;
    if (set.found.empty()) {
        into.refused = set.followed
                           ? "No play that depends on who offers only holds itself up, and with an "
                             "ever more distant deadline play does not settle."
                           : "Whether some play that depends on who offers only holds itself up is "
                             "not known: the deals are too many, and play with an ever more "
                             "distant deadline was given up before it settled.";
        return;
    }
    into.equilibria = those_told(set, n);
    into.range = range_of(set, n);
    into.deadlines_followed = set.followed;
    for (const std::optional<std::size_t>& reached : set.reached) {
        into.by_last_offer.push_back(reached ? std::optional(worth_at_start(set.found[*reached], n))
                                             : std::nullopt);
    }
    const auto [told, why] = to_show(set, into.nash);
    into.shown = why;
    into.utilities = worth_at_start(set.found[told], n);
    tell_play(at, game, set.found[told], into);
    tell_end_in_turn(at, game, set.found[told], into);
    into.proof = eq::certify(set.found[told], game.over.deals, all_deals(arena, game), game.rules);
}

void answer_drawn(const posed_question& asked, equilibrium_answer& into) {
    const auto& [at, arena, game, options] = asked;
    const eq::stationary_play play = eq::solve_drawn(game.over.deals, game.rules);
    into.proof = eq::certify(play, game.over.deals, all_deals(arena, game), game.rules);
    const std::size_t n = at.parties.size();
    tell_play(at, game, play, into);
    into.utilities.assign(n, 0);
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t i = 0; i < n; ++i) {
            into.utilities[i] += game.rules.recognition[p] * play.values[p * n + i];
        }
    }
    tell_chances(at, game, play, into);
}

void answer_quantal(const posed_question& asked, equilibrium_answer& into) {
    const auto& [at, arena, game, options] = asked;
    const double lambda = options.lambda.value_or(usual_lambda);
    const eq::noisy_play play = eq::quantal_response(game.over.deals, game.rules, lambda);
    into.lambda = lambda;
    tell_start(game.rules, play.start, into);
    into.chances = chances_view{play.residual, play.converged};
    into.agreement_chance = play.agreement;
    double first = 0;
    const auto offers = static_cast<std::size_t>(game.rules.offers_per_period);
    for (std::size_t k = 0; k < offers && k < play.agreed_by.size(); ++k) {
        first += play.agreed_by[k];
    }
    into.first_round_chance = std::min(first, play.agreement);
    into.first_round_agreement = first > 0.5;
    const eq::likely_offer likely = eq::likeliest_offer(play);
    if (likely.deal) {
        tell_agreement(at, game, *likely.deal, into);
        into.likely_first =
            likely_view{likely.as_likely, likely.chance, play.acceptance[*likely.deal]};
    }
}

}  // namespace negotiation::question::detail
