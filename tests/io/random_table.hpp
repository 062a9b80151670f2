#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <io/random_number.hpp>
#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: issues, agents, and what refers to them.
namespace negotiation::tests {

inline std::vector<option_label> any_labels() {
    const auto count = *rc::gen::inRange<std::size_t>(1, 5);
    std::vector<option_label> labels;
    std::set<std::string> words;
    const bool numeric = any_chance();
    for (std::size_t k = 0; k < count; ++k) {
        if (!numeric) {
            labels.emplace_back(any_name(words));
        } else if (any_chance()) {
            labels.emplace_back(static_cast<std::int64_t>(k) * 100000 - 7);
        } else {
            labels.emplace_back(static_cast<double>(k) * 100000 + *rc::gen::inRange(0, 1000) / 8.0);
        }
    }
    return labels;
}

inline issue any_issue(std::set<std::string>& names) {
    issue of;
    of.name = any_name(names);
    of.unit = any_text();
    of.note = any_text();
    of.kind = *rc::gen::element(issue_kind::categorical, issue_kind::ordered, issue_kind::integer,
                                issue_kind::real);
    if (of.kind == issue_kind::integer || of.kind == issue_kind::real) {
        of.unit += "u";
        const double step = of.kind == issue_kind::integer ? *rc::gen::inRange(1, 20)
                                                           : 0.001 + std::abs(any_number());
        const double low =
            of.kind == issue_kind::integer ? *rc::gen::inRange(-50, 50) : any_number();
        of.range = issue_range{low, low + step * *rc::gen::inRange(0, 5), step};
        of.options = options_of(of.kind, *of.range);
    } else {
        of.options = any_labels();
        of.unit += is_number(of.options.front()) ? "u" : "";
    }
    of.status_quo = *rc::gen::inRange<std::size_t>(0, of.options.size());
    return of;
}

inline value_function any_values(const issue& of) {
    const int form = is_number(of.options.front()) ? *rc::gen::inRange(0, 5) : 0;
    const double worst = any_number();
    const double best = worst + 0.5 + std::abs(any_number());
    if (form == 1) {
        return piecewise_linear_value{{{worst, any_share()}, {best, any_share()}, {best + 1, 0}}};
    }
    if (form == 2) {
        return power_value{any_share() + 0.01, worst, best};
    }
    if (form == 3) {
        return exponential_value{any_share() * 8 - 4, best, worst};
    }
    if (form == 4) {
        return logistic_value{worst, any_share() - 2};
    }
    tabled_value table;
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        table.values.push_back(any_share());
    }
    return table;
}

inline risk_attitude any_risk() {
    switch (*rc::gen::inRange(0, 5)) {
        case 0:
            return cara{any_share() * 6e-3 - 3e-3};
        case 1:
            return crra{any_share() * 0.99};
        case 2:
            return prospect{0.5 + any_share() / 2, 1 + any_share(), any_share()};
        case 3:
            return prospect{};
        default:
            return risk_neutral{};
    }
}

/// Some of the options of an issue, at least one.
inline std::vector<option_label> any_options(const issue& of) {
    std::vector<option_label> some;
    for (const option_label& label : of.options) {
        if (any_chance()) {
            some.push_back(label);
        }
    }
    if (some.empty()) {
        some.push_back(of.options.front());
    }
    return some;
}

inline void give_weights(const scenario& world, party& who) {
    who.combine = any_chance() ? aggregation::additive : aggregation::multiplicative;
    const auto count = static_cast<double>(world.issues.size());
    for (const issue& of : world.issues) {
        who.weights.emplace_back(of.name, 1 / count);
        who.values.emplace_back(of.name, any_values(of));
    }
    if (who.combine == aggregation::additive && world.issues.size() > 1) {
        interaction term{{world.issues[1].name, world.issues[0].name}, 0.125, {}};
        const std::size_t entries = world.issues[0].options.size() * world.issues[1].options.size();
        for (std::size_t k = 0; k < entries; ++k) {
            term.table.push_back(any_number());
        }
        if (any_chance()) {
            term.table.clear();
        }
        who.interactions = {term};
        who.weights.front().second -= 0.125;
        std::reverse(who.weights.begin(), who.weights.end());
    }
}

inline party any_agent(const scenario& world, std::set<std::string>& names) {
    party who;
    who.name = any_name(names);
    who.reservation = any_share();
    give_weights(world, who);
    who.risk = any_risk();
    who.note = any_text();
    if (any_chance()) {
        who.patience = discount{0.01 + 0.99 * any_share(),
                                *rc::gen::element(1.0, 7.0, 30.4375, 365.25, 12.0, 0.1)};
    }
    for (const issue& of : world.issues) {
        if (any_chance()) {
            who.red_lines.push_back({of.name, any_options(of), any_chance()});
        }
    }
    return who;
}

inline breakout any_breakout(const scenario& world, std::set<std::string>& names) {
    const issue& of = world.issues.front();
    breakout quantity;
    quantity.name = any_name(names);
    quantity.enrichment_issue = of.name;
    quantity.stock_issue = of.name;
    quantity.machines_issue = world.issues.back().name;
    quantity.terms.quantity = 1 + any_share();
    for (const option_label& label : of.options) {
        quantity.levels.push_back({label, any_share() * 99});
        quantity.holdings.push_back({label, {any_share(), 0.1 + any_share() * 90, any_chance()}});
    }
    return quantity;
}

/// What refers to issues: scopes, deals, constraints (over two issues, true of today).
inline void add_references(scenario& world) {
    std::set<std::string> names;
    scope all{any_name(names), {}};
    named_deal deal{any_name(names), {}, "", any_text()};
    for (auto of = world.issues.rbegin(); of != world.issues.rend(); ++of) {
        all.issues.push_back(of->name);
        deal.outcome.emplace_back(of->name, of->options[of->status_quo]);
    }
    world.scopes = {all};
    world.deals = {deal};
    const issue& first = world.issues.front();
    const issue& last = world.issues.back();
    if (world.issues.size() > 1) {
        std::vector<option_label> allowed = any_options(last);
        allowed.push_back(last.options[last.status_quo]);
        world.constraints.push_back(
            {any_name(names), {{first.name, any_options(first)}}, {{last.name, allowed}}});
    }
    if (first.options.size() > 1) {
        const std::size_t other = first.status_quo == 0 ? 1 : 0;
        world.constraints.push_back(
            {any_name(names),
             {{last.name, any_options(last)}, {first.name, {first.options[other]}}},
             {},
             any_chance() ? world.sources.front().id : ""});
    }
    if (world.issues.size() == 1) {
        world.constraints.clear();
    }
}

}  // namespace negotiation::tests
