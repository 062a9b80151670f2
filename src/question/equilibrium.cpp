#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/talks/arena.hpp>

#include "question/equilibrium_comparison.hpp"
#include "question/equilibrium_game.hpp"
#include "question/equilibrium_plays.hpp"
#include "question/equilibrium_screening.hpp"
#include "question/equilibrium_words.hpp"
#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

void solve_asked(const posed_question& asked, equilibrium_answer& into) {
    switch (asked.options.model) {
        case equilibrium_model::stahl:
            answer_stahl(asked, into);
            break;
        case equilibrium_model::rubinstein:
            answer_rubinstein(asked, into);
            break;
        case equilibrium_model::baron_ferejohn:
            answer_drawn(asked, into);
            break;
        case equilibrium_model::quantal:
            answer_quantal(asked, into);
            break;
        case equilibrium_model::screening:
            return;  // no deals: see answer_screening
    }
    tell_without_haste(asked.game, asked.options, into);
}

void tell_game(const seating& at, const equilibrium_options& options, const eq::offer_game& rules,
               equilibrium_answer& into) {
    into.scenario = at.world->title;
    into.scope = options.scope;
    into.talks = at.talks;
    into.model = options.model;
    if (options.model != equilibrium_model::rubinstein &&
        options.model != equilibrium_model::baron_ferejohn) {
        into.horizon = rules.offers / rules.offers_per_period;
    }
    into.parties = party_names(at);
    into.discounts = rules.discount;
    into.breakdown = rules.breakdown;
    into.agreement = rules.agreement;
    into.instead_of = instead_of(*at.world, rules);
    const bool has_deals = options.model != equilibrium_model::screening;
    for (party_id i = 0; has_deals && i < at.parties.size(); ++i) {
        into.no_deal.push_back(no_deal_of(at, i));
    }
    into.assumed_numbers = assumed_numbers_of_talks(*at.world, options.scope, options.seats);
    into.unsourced_numbers = unsourced_numbers(*at.world);
}

}  // namespace
}  // namespace detail

equilibrium_model parse_equilibrium_model(const std::string& text) {
    const std::vector<std::string> names{"stahl", "rubinstein", "baron-ferejohn", "quantal",
                                         "screening"};
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
    detail::check_words(at, options);
    detail::posed_game game{detail::game_asked(at, options), {}};
    equilibrium_answer answer;
    detail::tell_game(at, options, game.rules, answer);
    if (options.model == equilibrium_model::screening) {
        detail::answer_screening(at, game.rules, options, answer);
        return answer;
    }
    const talks::arena arena(at.frozen.table);
    game.over =
        detail::eq::bargaining_set_of(arena, is_unanimity(game.rules.agreement), options.limits);
    detail::note_refusal(answer.refused, "the equilibrium", game.over.refused);
    if (!game.over.refused) {
        detail::check_endless(options.model, game);
    }
    answer.deals = game.over.deals.size();
    answer.efficient_only = game.over.efficient;
    if (!game.over.refused && answer.deals == 0) {
        answer.utilities = game.over.deals.no_deal;
        answer.zone_is_empty = true;
        return answer;
    }
    if (!game.over.refused) {
        detail::compare(at, game, options, answer);
        detail::solve_asked({at, arena, game, options}, answer);
    }
    return answer;
}

}  // namespace negotiation::question
