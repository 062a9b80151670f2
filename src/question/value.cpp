#include <algorithm>
#include <cstddef>
#include <numeric>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/dominance.hpp>
#include <negotiation/deal/trade.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/deal_text.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/question/value.hpp>

#include "question/about_table.hpp"
#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// True when the deal breaks the constraint.
[[nodiscard]] bool breaks(const scenario& world, const constraint& c, const outcome& drafted) {
    const auto holds = [&](const condition& part) {
        const option_label& taken = label_at(world, drafted, part.issue);
        return std::any_of(part.options.begin(), part.options.end(),
                           [&](const option_label& o) { return same_option(o, taken); });
    };
    return std::all_of(c.given.begin(), c.given.end(), holds) &&
           (c.then.empty() || !std::all_of(c.then.begin(), c.then.end(), holds));
}

[[nodiscard]] std::vector<std::string> violated_by(const seating& at, const outcome& drafted) {
    std::vector<std::string> names;
    for (const constraint& c : at.world->constraints) {
        if (breaks(*at.world, c, drafted)) {
            names.push_back(c.name);
        }
    }
    return names;
}

[[nodiscard]] party_worth worth_to(const seating& at, party_id who, const outcome& drafted) {
    const bargaining& table = at.frozen.table;
    const bargaining::seat& seat = table.parties[who];
    party_worth worth;
    worth.name = at.parties[who]->name;
    worth.utility = utility_of(table, who, drafted);
    worth.surplus = gain_of(at, who, drafted);
    worth.accepts = accepts(table, who, drafted);
    if (sum_of(seat.utility, table.space.sizes, drafted) < seat.threshold) {
        worth.short_by = std::max(0.0, -worth.surplus);
    }
    for (std::size_t k = 0; k < seat.red_lines.size(); ++k) {
        if (!seat.red_lines[k].allowed[drafted[seat.red_lines[k].issue]]) {
            worth.crossed.push_back(line_of(at, {who, k}));
        }
    }
    return worth;
}

/// Utility of one deal less that of another, exact where utility is a sum of values.
[[nodiscard]] double difference(const seating& at, party_id who, const outcome& a,
                                const outcome& b) {
    const utility_function& f = at.frozen.table.parties[who].utility;
    const auto& sizes = at.frozen.table.space.sizes;
    const grains sum_a = sum_of(f, sizes, a);
    const grains sum_b = sum_of(f, sizes, b);
    return is_plain_sum(f.scale)
               ? from_units((static_cast<units>(sum_a) - static_cast<units>(sum_b)) * f.scale.grain)
               : utility_of(f.scale, sum_a) - utility_of(f.scale, sum_b);
}

[[nodiscard]] clause_worth worth_of_clause(const seating& at, issue_id k, const outcome& drafted) {
    const issue& of = at.world->issues[k];
    outcome without = drafted;
    without[k] = at.frozen.status_quo[k];
    clause_worth worth;
    worth.issue = of.name;
    worth.option = of.options[drafted[k]];
    worth.status_quo = of.options[of.status_quo];
    // what another order would be worth is told by itself: no order is that of today
    worth.changes = of.kind != issue_kind::order && drafted[k] != at.frozen.status_quo[k];
    worth.severable = feasible(at.frozen.table.space, without);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        worth.worth.push_back(difference(at, i, drafted, without));
    }
    return worth;
}

[[nodiscard]] double weight_of(const party& who, const std::string& issue_name) {
    const auto found = std::find_if(who.weights.begin(), who.weights.end(),
                                    [&](const auto& entry) { return entry.first == issue_name; });
    return found == who.weights.end() ? 0 : found->second;
}

[[nodiscard]] trade_view view_of(const seating& at, const outcome& drafted,
                                 const deal::trade& swap) {
    const issue& first = at.world->issues[swap.first];
    const issue& second = at.world->issues[swap.second];
    trade_view view;
    view.first = first.name;
    view.first_from = first.options[drafted[swap.first]];
    view.first_to = first.options[swap.first_option];
    view.second = second.name;
    view.second_from = second.options[drafted[swap.second]];
    view.second_to = second.options[swap.second_option];
    view.gains = swap.gains;
    outcome first_alone = drafted;
    first_alone[swap.first] = swap.first_option;
    outcome second_alone = drafted;
    second_alone[swap.second] = swap.second_option;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        view.first_alone.push_back(difference(at, i, first_alone, drafted));
        view.second_alone.push_back(difference(at, i, second_alone, drafted));
    }
    for (const party* who : at.parties) {
        view.weights.push_back(
            {who->name, weight_of(*who, first.name), weight_of(*who, second.name)});
    }
    return view;
}

/// What is better than the deal: only among deals that constraints and binding red lines leave.
void compare_with_best(const seating& at, const outcome& drafted, const value_options& options,
                       valued_deal& into) {
    const bargaining& table = at.frozen.table;
    const bool allowed =
        into.feasible && std::all_of(table.parties.begin(), table.parties.end(),
                                     [&](const auto& p) { return respects_red_lines(p, drafted); });
    if (!allowed) {
        return;
    }
    const deal::dominance found = deal::dominating(table, drafted, options.limits);
    const std::optional<deal::fair_deal>& better = found.by;
    note_refusal(into.refused, "what is better", found.refused);
    if (!found.refused) {
        into.efficient = !better;
    }
    if (better) {
        better_deal view;
        view.outcome = draft_of(at, better->deal);
        view.utilities = better->utilities;
        for (party_id i = 0; i < at.parties.size(); ++i) {
            view.improvement.push_back(difference(at, i, better->deal, drafted));
        }
        into.dominated_by = std::move(view);
    }
    const deal::trading swap = deal::best_trade(table, drafted, options.limits);
    note_refusal(into.refused, "trades", swap.refused);
    if (swap.best) {
        into.trade = view_of(at, drafted, *swap.best);
    }
}

[[nodiscard]] valued_deal value_of_deal(const seating& at, const std::string& text,
                                        const value_options& options) {
    const outcome drafted = parse_deal(at, text);
    valued_deal result;
    result.name = text;
    result.outcome = draft_of(at, drafted);
    result.feasible = feasible(at.frozen.table.space, drafted);
    result.violated = violated_by(at, drafted);
    result.acceptable = result.feasible;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        result.parties.push_back(worth_to(at, i, drafted));
        result.acceptable = result.acceptable && result.parties.back().accepts;
    }
    result.onlookers = views_of(at, drafted);
    result.carried_out = carried_out(at, drafted);
    result.orders = orders_of(at, drafted);
    for (const issue_id k : at.frozen.in_scope) {
        result.clauses.push_back(worth_of_clause(at, k, drafted));
    }
    result.reported = reported_of(at, drafted);
    compare_with_best(at, drafted, options, result);
    return result;
}

void rank(value_answer& answer) {
    std::vector<std::size_t> order(answer.deals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        std::vector<std::size_t> best_first = order;
        std::stable_sort(best_first.begin(), best_first.end(), [&](std::size_t a, std::size_t b) {
            return answer.deals[a].parties[i].utility > answer.deals[b].parties[i].utility;
        });
        std::vector<std::size_t> ranks(order.size(), 1);
        for (std::size_t place = 1; place < best_first.size(); ++place) {
            const std::size_t before = best_first[place - 1];
            const bool tied = !(answer.deals[best_first[place]].parties[i].utility <
                                answer.deals[before].parties[i].utility);
            ranks[best_first[place]] = tied ? ranks[before] : place + 1;
        }
        answer.ranking.push_back(std::move(best_first));
        answer.ranks.push_back(std::move(ranks));
    }
    for (const std::size_t d : order) {
        if (!answer.deals[d].acceptable) {
            continue;
        }
        double product = 1;
        for (const party_worth& worth : answer.deals[d].parties) {
            product *= std::max(worth.surplus, 0.0);
        }
        answer.by_product.emplace_back(d, product);
    }
    std::stable_sort(answer.by_product.begin(), answer.by_product.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
}

}  // namespace
}  // namespace detail

value_answer value(const scenario& world, const std::vector<std::string>& deals,
                   const value_options& options) {
    if (deals.empty()) {
        std::vector<std::string> names = negotiation::detail::names_of(world.deals);
        throw std::invalid_argument(fmt::format(
            "needs a deal, by name or as issue=option,...; got none; {}", nearest("", names)));
    }
    const seating at = detail::asked_table(world, options);
    auto answer = detail::about_table<value_answer>(world, options, at);
    answer.parties = detail::party_names(at);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        answer.no_deal.push_back(no_deal_of(at, i));
    }
    for (const std::string& text : deals) {
        answer.deals.push_back(detail::value_of_deal(at, text, options));
    }
    detail::rank(answer);
    return answer;
}

}  // namespace negotiation::question
