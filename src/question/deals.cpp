#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/bridge.hpp>
#include <negotiation/deal/conflict.hpp>
#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/lottery.hpp>
#include <negotiation/deal/margin.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/seating.hpp>

#include "question/about_table.hpp"
#include "question/halved_margins.hpp"
#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Powers in the parties' order; none when nobody was given any.
[[nodiscard]] std::vector<double> powers_of(const seating& at, const deals_options& options) {
    if (options.powers.empty()) {
        return {};
    }
    const std::vector<std::string> names = party_names(at);
    std::vector<double> powers(names.size(), 1.0);
    for (const auto& [name, power] : options.powers) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            throw std::invalid_argument(fmt::format("power: no party '{}' at the table; {}",
                                                    shown(name), nearest(name, names)));
        }
        if (!(power > 0) || !std::isfinite(power)) {
            throw std::invalid_argument(fmt::format(
                "power: the power of '{}' must be a number above 0; got {}", shown(name), power));
        }
        powers[static_cast<std::size_t>(found - names.begin())] = power;
    }
    return powers;
}

[[nodiscard]] solution_view view_of(const seating& at, const deal::fair_deal& fair) {
    solution_view view;
    view.outcome = draft_of(at, fair.deal);
    view.utilities = fair.utilities;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        view.gains.push_back(gain_of(at, i, fair.deal));
    }
    view.carried_out = carried_out(at, fair.deal);
    view.objective = fair.objective;
    view.count = fair.count;
    view.onlookers = views_of(at, fair.deal);
    view.reported = reported_of(at, fair.deal);
    return view;
}

[[nodiscard]] lottery_view view_of(const seating& at, const deal::lottery& toss) {
    lottery_view view;
    for (const outcome& prize : toss.deals) {
        view.deals.push_back(draft_of(at, prize));
    }
    view.chances = toss.chances;
    view.utilities = toss.utilities;
    view.objective = toss.objective;
    view.gap = toss.gap;
    return view;
}

template <class View, class Solutions>
[[nodiscard]] four_solutions<View> views_of_four(const seating& at, const Solutions& found) {
    four_solutions<View> views;
    const auto view = [&](const auto& one) {
        return one ? std::optional<View>(view_of(at, *one)) : std::nullopt;
    };
    views.nash = view(found.nash);
    views.kalai_smorodinsky = view(found.kalai_smorodinsky);
    views.egalitarian = view(found.egalitarian);
    views.utilitarian = view(found.utilitarian);
    return views;
}

/// Which red lines bind, in the parties' order.
[[nodiscard]] std::vector<bool> binding(const bargaining& table) {
    std::vector<bool> flags;
    for (const bargaining::seat& seat : table.parties) {
        for (const bargaining::line& line : seat.red_lines) {
            flags.push_back(line.binds);
        }
    }
    return flags;
}

/// A zone that cannot be counted may still be known to be empty: its frontier says so.
[[nodiscard]] zone_view view_of(const bargaining& table, const deal::zone_size& size,
                                const deals_options& options) {
    if (size.counted) {
        return {size.count, size.count == 0};
    }
    deal::frontier_options search;
    search.limits = options.limits;
    const deal::frontier points = deal::pareto_frontier(table, search);
    return {std::nullopt, points.refused ? std::nullopt : std::optional<bool>(points.size() == 0)};
}

void count_zones(const seating& at, const deals_options& options, deals_answer& answer) {
    const bargaining& table = at.frozen.table;
    deal::zone_options count;
    // Elimination finds the efficient deals without counting the others.
    count.method =
        options.method == deal::engine::eliminate ? deal::engine::automatic : options.method;
    count.limits = options.limits;
    const deal::zone_size here = deal::zone(table, count);
    answer.raw = here.raw;
    answer.feasible = here.feasible;
    if (here.counted) {
        answer.method = options.method == deal::engine::automatic ? here.method : options.method;
    }
    note_refusal(answer.refused, "the zone", here.refused);
    answer.zone = view_of(table, here, options);
    const auto zone_when = [&](auto rule) {
        const bargaining other = with_red_lines(table, rule);
        return binding(other) == binding(table) ? answer.zone
                                                : view_of(other, deal::zone(other, count), options);
    };
    answer.in_public = zone_when([](party_id, const bargaining::line&) { return true; });
    answer.in_back_channel =
        zone_when([](party_id, const bargaining::line& line) { return !line.is_public; });
}

void find_solutions(const seating& at, const deals_options& options, deals_answer& answer) {
    const bargaining& table = at.frozen.table;
    deal::frontier_options search;
    search.method = options.method;
    search.limits = options.limits;
    answer.frontier = deal::pareto_frontier(table, search);
    note_refusal(answer.refused, "the frontier", answer.frontier.refused);
    if (!answer.frontier.refused) {
        answer.frontier_method = answer.frontier.method;
    }
    if (!answer.method) {
        answer.method = answer.frontier_method;
    }
    const std::vector<double> powers = powers_of(at, options);
    for (std::size_t i = 0; i < powers.size(); ++i) {
        answer.powers.emplace_back(at.parties[i]->name, powers[i]);
    }
    deal::fair_deals fair = deal::solve(answer.frontier, table);
    if (!powers.empty()) {
        fair.nash = deal::nash(answer.frontier, table, powers);
    }
    answer.solutions = views_of_four<solution_view>(at, fair);
    if (options.lotteries) {
        search.within = deal::region::feasible;
        const deal::frontier hull = deal::pareto_frontier(table, search);
        note_refusal(answer.refused, "lotteries", hull.refused);
        if (!hull.refused) {
            answer.lotteries =
                views_of_four<lottery_view>(at, deal::solve_lotteries(hull, table, powers));
        }
    }
}

void find_obstacles(const seating& at, const deals_options& options, deals_answer& answer) {
    const bargaining& table = at.frozen.table;
    const deal::conflicts clash = deal::minimal_conflicts(table, 4096, options.limits);
    answer.empty_without_red_lines = clash.empty_without;
    answer.conflicts_complete = clash.complete;
    note_refusal(answer.refused, "conflicts of red lines", clash.refused);
    for (const auto& set : clash.minimal) {
        std::vector<named_line> lines;
        for (const deal::line_id id : set) {
            lines.push_back(line_of(at, id));
        }
        answer.conflicts.push_back(std::move(lines));
    }
    const deal::bridging bridging = deal::find_bridge(table, options.limits);
    note_refusal(answer.refused, "the bridge", bridging.refused);
    if (const auto& found = bridging.best) {
        bridge_view view;
        view.line = line_of(at, found->line);
        view.option = at.world->issues[found->issue].options[found->option];
        if (found->zone.counted) {
            view.zone = found->zone.count;
        }
        view.nash = view_of(at, found->nash);
        answer.bridge = std::move(view);
    }
}

/// Where the frontier itself was too much, most of the searches around it, one a party and more,
/// would be too: they get a part of the budget, so that a refusal comes in seconds.
[[nodiscard]] deals_options for_further_searches(const deals_options& options,
                                                 const deals_answer& answer) {
    const std::uint64_t part = 16 * (answer.frontier.parties + 1);
    deals_options further = options;
    if (answer.frontier.refused) {
        further.limits.visits /= part;
    }
    return further;
}

void name_parties(const seating& at, const deals_options& options, deals_answer& answer) {
    const bargaining& table = at.frozen.table;
    const auto margins =
        at.frozen.order ? halved_margins(at, options.limits) : deal::margins(table, options.limits);
    const auto unknown = std::find_if(margins.begin(), margins.end(),
                                      [](const deal::margin& m) { return m.refused.has_value(); });
    if (unknown != margins.end()) {
        note_refusal(answer.refused, "margins", unknown->refused);
    }
    for (party_id i = 0; i < at.parties.size(); ++i) {
        party_view view;
        view.name = at.parties[i]->name;
        view.no_deal = no_deal_of(at, i);
        view.status_quo = utility_today(at, i);
        view.margin = margins[i].value;
        view.margin_known = !margins[i].refused;
        answer.parties.push_back(std::move(view));
    }
}

void name_issues(const seating& at, deals_answer& answer) {
    for (const issue_id k : at.frozen.in_scope) {
        const issue& of = at.world->issues[k];
        answer.issues.push_back({of.name, of.unit, of.options, k, {}});
        if (of.kind != issue_kind::order) {
            answer.issues.back().status_quo = of.options[of.status_quo];
        }
    }
}

}  // namespace
}  // namespace detail

deals_answer deals(const scenario& world, const deals_options& options) {
    const seating at = detail::asked_table(world, options);
    auto answer = detail::about_table<deals_answer>(world, options, at);
    answer.onlookers = views_of(at, at.frozen.status_quo);
    answer.reported = reported_of(at, at.frozen.status_quo);
    detail::name_issues(at, answer);
    detail::count_zones(at, options, answer);
    detail::find_solutions(at, options, answer);
    const deals_options further = detail::for_further_searches(options, answer);
    detail::find_obstacles(at, further, answer);
    detail::name_parties(at, further, answer);
    return answer;
}

}  // namespace negotiation::question
