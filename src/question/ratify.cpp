#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/question/deal_text.hpp>
#include <negotiation/question/ratify.hpp>
#include <negotiation/ratification/coalition.hpp>
#include <negotiation/ratification/synergy.hpp>
#include <negotiation/scenario/numbers.hpp>

#include "question/fair_names.hpp"
#include "question/homecoming.hpp"
#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// A deal with what it was called.
using called_deal = std::pair<std::string, outcome>;

/// Whether a deal of the scenario leaves everything out of scope as it is today.
[[nodiscard]] bool fits_scope(const seating& at, const named_deal& named) {
    return std::all_of(named.outcome.begin(), named.outcome.end(), [&](const auto& clause) {
        const std::size_t k = place_of(*at.world, clause.first);
        const issue& of = at.world->issues[k];
        const auto& scope = at.frozen.in_scope;
        return std::find(scope.begin(), scope.end(), k) != scope.end() ||
               find_option(of, clause.second) == at.frozen.status_quo[k];
    });
}

/// The Nash deal where there is one, and the scenario's.
[[nodiscard]] std::vector<called_deal> usual_deals(const homecoming& on, std::string& refused) {
    const scenario& world = *on.at.world;
    std::vector<called_deal> deals;
    if (is_fair_name(world, "nash")) {
        if (const auto nash = deal::nash(on.points, on.at.frozen.table)) {
            deals.emplace_back("nash", nash->deal);
        } else if (!on.points.refused) {
            refused = "There is no Nash deal: no deal suits everybody.";
        }
    }
    for (const named_deal& named : world.deals) {
        if (fits_scope(on.at, named)) {
            deals.emplace_back(named.name, parse_deal(on.at, named.name));
        }
    }
    return deals;
}

[[nodiscard]] called_deal asked_deal(const homecoming& on, const std::string& text) {
    if (!is_fair_name(*on.at.world, text)) {
        return {text, parse_deal(on.at, text)};
    }
    const bargaining& table = on.at.frozen.table;
    const auto found = fair_deal_named(deal::solve(on.points, table), text);
    if (!found) {
        throw std::invalid_argument(
            fmt::format("deal '{}': {}; name one of the scenario or write it out", text,
                        on.points.refused ? on.points.refused->reason
                                          : std::string("there is none, no deal suits everybody")));
    }
    return {text, found->deal};
}

/// A chance under three assumptions.
/// @param passing from conditions to what passes
template <class Passing>
[[nodiscard]] chance_view chance_of(const homecoming& on, Passing passing, double& error) {
    const auto probability = [&](const ratification::conditions& how) {
        const ratification::passage found = passing(how);
        error = std::max(error, found.error);
        return found.probability;
    };
    return {probability(on.usual()),
            probability({ratification::members::independent, on.in_public()}),
            probability(homecoming::aloud())};
}

[[nodiscard]] std::vector<std::string> factions_of(const scenario& world,
                                                   const std::string& chamber) {
    std::vector<std::string> names;
    for (const ratification::written_faction& f : world.ratification.factions) {
        if (f.chamber == chamber) {
            names.push_back(f.name);
        }
    }
    return names;
}

[[nodiscard]] std::optional<coalition_view> coalition_of(const homecoming& on,
                                                         const ratification::chamber& in,
                                                         const std::string& name,
                                                         const outcome& drafted) {
    const auto found = cheapest_coalition(in, on.at.frozen.table.space, drafted, on.in_public());
    if (!found) {
        return std::nullopt;
    }
    const std::vector<std::string> names = factions_of(*on.at.world, name);
    coalition_view view;
    for (const ratification::coalition::share& share : found->shares) {
        view.votes.push_back({names[share.faction], share.votes, from_units(share.price)});
    }
    view.price = from_units(found->price);
    return view;
}

/// Votes in favour, on average and without a mood.
[[nodiscard]] double expected_supporters(const ratification::chamber& in,
                                         const outcome_space& space, const outcome& drafted,
                                         bool public_lines) {
    double votes = 0;
    for (const ratification::faction& f : in.factions) {
        votes += f.votes * support(f, margin_of(f, space, drafted, public_lines), 0);
    }
    return votes;
}

[[nodiscard]] chamber_view view_of_chamber(const homecoming& on, party_id i, std::size_t c,
                                           const outcome& drafted, double& error) {
    const ratification::home& home = on.home.homes[i];
    const ratification::chamber& in = home.chambers[c];
    chamber_view view;
    view.name = on.home.chambers[i][c];
    view.party = on.parties[i];
    for (const ratification::written_chamber& said : on.at.world->ratification.chambers) {
        view.days = said.name == view.name ? said.days : view.days;
    }
    view.chance = chance_of(
        on,
        [&](const ratification::conditions& how) {
            return passage_of(home, c, on.at.frozen.table.space, drafted, how);
        },
        error);
    if (in.follows) {
        view.follows = on.home.chambers[i][*in.follows];
        return view;
    }
    view.decides = in.decides;
    view.votes = votes_in(in);
    view.supporters = supporters_needed(in);
    view.expected = expected_supporters(in, on.at.frozen.table.space, drafted, on.in_public());
    view.coalition = coalition_of(on, in, view.name, drafted);
    return view;
}

void put_to_homes(const homecoming& on, const outcome& drafted, ratified_deal& into) {
    for (party_id i = 0; i < on.parties.size(); ++i) {
        const ratification::home& home = on.home.homes[i];
        for (std::size_t c = 0; c < home.chambers.size(); ++c) {
            into.chambers.push_back(view_of_chamber(on, i, c, drafted, into.error));
            const std::size_t here = into.chambers.size() - 1;
            const bool least =
                !into.bottleneck || into.chambers[here].chance.probability <
                                        into.chambers[*into.bottleneck].chance.probability;
            if (into.chambers[here].follows.empty() && least) {
                into.bottleneck = here;
            }
        }
        into.homes.push_back(chance_of(
            on,
            [&](const ratification::conditions& how) {
                return passage_of(home, on.at.frozen.table.space, drafted, how);
            },
            into.error));
        into.joint.probability *= into.homes.back().probability;
        into.joint.independent *= into.homes.back().independent;
        into.joint.red_lines_on *= into.homes.back().red_lines_on;
    }
}

/// What a deal is to those at the table: a home may wish what its own party would not sign.
void put_to_table(const homecoming& on, const outcome& changed, synergy_view& into) {
    const bargaining& table = on.at.frozen.table;
    for (party_id i = 0; i < on.parties.size(); ++i) {
        const bargaining::seat& seat = table.parties[i];
        into.gains.push_back(gain_of(seat, sum_of(seat.utility, table.space.sizes, changed)));
        if (!accepts(table, i, changed)) {
            into.refusals.push_back(
                {on.parties[i], into.gains.back(), !respects_red_lines(seat, changed)});
        }
    }
}

[[nodiscard]] std::vector<synergy_view> synergies_of(const homecoming& on, const outcome& drafted) {
    const std::vector<issue>& issues = on.at.world->issues;
    std::vector<synergy_view> views;
    for (ratification::synergy& row :
         synergy_table(on.at.frozen.table.space, on.home.homes, drafted, on.usual())) {
        const issue& of = issues[row.issue];
        views.push_back({of.name,
                         of.options[drafted[row.issue]],
                         of.options[row.option],
                         std::move(row.changes),
                         row.kind,
                         {},
                         {}});
        outcome changed = drafted;
        changed[row.issue] = row.option;
        put_to_table(on, changed, views.back());
    }
    return views;
}

/// Who answers to what the deal is worth to them, and how; terms of issues aside.
[[nodiscard]] std::vector<spoiler_view> spoilers_of(const homecoming& on, const outcome& drafted) {
    constexpr double month = *days_in("month");
    const outcome_space& space = on.at.frozen.table.space;
    std::vector<spoiler_view> views;
    for (std::size_t k = 0; k < on.shocks.hazards.size(); ++k) {
        const survival::hazard& h = on.shocks.hazards[k];
        if (!h.answers_to) {
            continue;
        }
        const utility_function& worth = h.answers_to->utility;
        const double rate = daily_rate(h, level_of(h, space, drafted, false));
        views.push_back({on.shocks.agents[k], on.shocks.names[k],
                         value_of(worth.scale, sum_of(worth, space.sizes, drafted)),
                         h.answers_to->reservation, -std::expm1(-rate * month),
                         std::exp(-rate * 12 * month)});
    }
    return views;
}

[[nodiscard]] ratified_deal ratified(const homecoming& on, const called_deal& called) {
    const bargaining& table = on.at.frozen.table;
    const outcome& drafted = called.second;
    ratified_deal result;
    result.name = called.first;
    result.outcome = draft_of(on.at, drafted);
    result.feasible = feasible(table.space, drafted);
    result.acceptable = result.feasible;
    for (party_id i = 0; i < on.parties.size(); ++i) {
        result.utilities.push_back(utility_of(table, i, drafted));
        result.acceptable = result.acceptable && accepts(table, i, drafted);
    }
    put_to_homes(on, drafted, result);
    result.synergies = synergies_of(on, drafted);
    result.spoilers = spoilers_of(on, drafted);
    return result;
}

/// Onlookers to whose view of a deal somebody's hazard answers.
[[nodiscard]] std::vector<std::string> watching(const homecoming& on) {
    std::vector<std::string> names;
    for (const party* who : on.at.onlookers) {
        if (std::find(on.shocks.agents.begin(), on.shocks.agents.end(), who->name) !=
            on.shocks.agents.end()) {
            names.push_back(who->name);
        }
    }
    return names;
}

void add_win_set(const std::string& range, bool aloud, const ratification::win_set& found,
                 ratify_answer& into) {
    into.win_sets.push_back({range, aloud, found.deals, found.by_home, found.joint});
}

void add_win_sets(const homecoming& on, ratify_answer& into) {
    using ratification::deal_range;
    const bargaining& table = on.at.frozen.table;
    std::vector<bool> lines{true};
    if (!on.in_public()) {
        lines.insert(lines.begin(), false);
    }
    const auto terms = [&](bool aloud) {
        return ratification::win_set_terms{{ratification::members::common_shock, aloud},
                                           on.asked->level};
    };
    for (const bool aloud : lines) {
        add_win_set("efficient", aloud,
                    find_win_set(table.space, on.home.homes, on.efficient(), terms(aloud)), into);
    }
    if (!on.lists_all()) {
        return;
    }
    for (const deal_range range : {deal_range::acceptable, deal_range::feasible}) {
        for (const bool aloud : lines) {
            if (const auto found = find_win_set(table, on.home.homes, range, terms(aloud))) {
                add_win_set(range == deal_range::acceptable ? "acceptable" : "feasible", aloud,
                            *found, into);
            }
        }
    }
}

}  // namespace
}  // namespace detail

ratify_answer ratify(const scenario& world, const ratify_options& options) {
    detail::homecoming on;
    on.at = set_table(world, {options.scope, options.talks, {}, {}});
    on.asked = &options;
    on.parties = detail::party_names(on.at);
    if (world.ratification.chambers.empty()) {
        throw std::invalid_argument(
            "this scenario has no chambers; a [[chamber]] says who ratifies, see the guide");
    }
    on.home = freeze_ratification(world, on.parties, options.alternative);
    on.shocks = freeze_survival(world, on.parties);
    deal::frontier_options search;
    search.limits = options.limits;
    on.points = deal::pareto_frontier(on.at.frozen.table, search);
    ratify_answer answer;
    answer.scenario = world.title;
    answer.scope = options.scope;
    answer.talks = on.at.talks;
    answer.parties = on.parties;
    answer.alternative = options.alternative;
    answer.level = options.level;
    std::vector<detail::called_deal> deals;
    for (const std::string& text : options.deals) {
        deals.push_back(detail::asked_deal(on, text));
    }
    if (options.deals.empty()) {
        deals = detail::usual_deals(on, answer.refused);
    }
    for (const detail::called_deal& called : deals) {
        answer.deals.push_back(detail::ratified(on, called));
    }
    detail::note_refusal(answer.refused, "efficient deals", on.points.refused);
    detail::add_win_sets(on, answer);
    if (!options.surge.empty()) {
        answer.surge = detail::surge_of(on);
    }
    answer.assumed_numbers = assumed_numbers(world, options.scope, detail::watching(on)) +
                             assumed_numbers_of_ratification(world) +
                             assumed_numbers_of_spoilers(world);
    answer.unsourced_numbers = unsourced_numbers(world);
    return answer;
}

}  // namespace negotiation::question
