#pragma once

/// @file
/// Puts who goes first on the table. Expects a scenario that `validate` found sound.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/problem.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/sequence/outlook.hpp>

#include "scenario/check_order_issue.hpp"
#include "scenario/freeze_party.hpp"
#include "scenario/step_worth.hpp"

namespace negotiation::detail {

/// The issue over orders, where the deal may move it.
[[nodiscard]] inline std::optional<issue_id> order_on_table(const scenario& world,
                                                            const std::vector<issue_id>& in_scope) {
    const auto found = std::find_if(in_scope.begin(), in_scope.end(), [&](issue_id k) {
        return world.issues[k].kind == issue_kind::order;
    });
    return found == in_scope.end() ? std::nullopt : std::optional(*found);
}

/// The orders that are its options, as places of steps.
[[nodiscard]] inline std::vector<std::vector<sequence::step_id>> orders_of(const scenario& world,
                                                                           const issue& of) {
    const sequence::section& said = *world.sequence;
    const auto place = [&](const std::string& name) {
        const auto found = std::find_if(said.steps.begin(), said.steps.end(),
                                        [&](const auto& step) { return step.name == name; });
        return static_cast<sequence::step_id>(found - said.steps.begin());
    };
    std::vector<std::vector<sequence::step_id>> orders;
    for (const option_label& label : of.options) {
        const auto order =
            std::find_if(said.orders.begin(), said.orders.end(),
                         [&](const auto& known) { return known.name == to_string(label); });
        orders.emplace_back();
        for (const std::string& step : order->steps) {
            orders.back().push_back(place(step));
        }
    }
    return orders;
}

/// A party whose values of the orders are to be derived.
struct order_weigher {
    const scenario& world;
    const problem& frozen;
    const party& who;
    const bargaining::seat& seat;  ///< with the utility of deals carried out

    [[nodiscard]] const sequence::section& said() const { return *world.sequence; }

    [[nodiscard]] double undone(const sequence::written_step& s) const {
        return sequence::number_of(s.undone, who.name, 0);
    }

    /// What the step is worth to the party, by option of its issue.
    [[nodiscard]] std::vector<double> values(const sequence::written_step& s) const {
        if (!s.implements) {
            return {sequence::number_of(s.value, who.name, 0)};
        }
        const issue_id k = issue_place(world, s.implements->issue);
        std::vector<double> all;
        for (option_id o = 0; o < frozen.table.space.sizes[k]; ++o) {
            all.push_back(worth_of_share(s.implements->share, seat.utility, frozen.table.space, k,
                                         o, frozen.status_quo[k]));
        }
        return all;
    }

    [[nodiscard]] sequence::foreseen_step step(const sequence::written_step& s) const {
        sequence::foreseen_step seen;
        seen.own = s.party == who.name;
        seen.undone = undone(s);
        if (s.implements) {
            seen.issue = issue_place(world, s.implements->issue);
            seen.status_quo = frozen.status_quo[*seen.issue];
        }
        for (const double value : values(s)) {
            seen.kept.push_back(to_units((1 - static_cast<long double>(seen.undone)) * value));
            if (seen.own) {
                seen.cost.push_back(to_units(std::max(0.0, -value)));
            }
        }
        return seen;
    }

    [[nodiscard]] sequence::outlook outlook(issue_id order, double belief) const {
        sequence::outlook all;
        all.order = order;
        all.orders = orders_of(world, world.issues[order]);
        for (const sequence::written_step& s : said().steps) {
            all.steps.push_back(step(s));
        }
        const grains today = sum_of(seat.utility, frozen.table.space.sizes, frozen.status_quo);
        all.given_up = seat.reservation - static_cast<units>(today) * seat.utility.scale.grain;
        all.breakdown = to_units(sequence::number_of(said().breakdown, who.name, 0));
        all.belief = belief;
        return all;
    }

    /// F and the steps that state their values: what completion is worth beyond the deal.
    [[nodiscard]] units beyond_the_deal() const {
        units sum = to_units(sequence::number_of(said().completion, who.name, 0));
        for (const sequence::written_step& s : said().steps) {
            sum += s.implements ? 0 : to_units(sequence::number_of(s.value, who.name, 0));
        }
        return sum;
    }
};

/// p of an amount, rounded once.
[[nodiscard]] inline units share_of_units(double p, units amount) {
    return rounded_quotient(to_units(p) * amount, unit_utility);
}

/// The worst collapse is summed with the terms, so it has to leave room for them.
inline void check_reach(const sequence::outlook& ahead, const std::vector<unit_term>& terms,
                        const std::string& who) {
    units most = (ahead.given_up < 0 ? -ahead.given_up : ahead.given_up) + ahead.breakdown;
    for (const sequence::foreseen_step& s : ahead.steps) {
        units largest = 0;
        for (const auto* amounts : {&s.kept, &s.cost}) {
            for (const units amount : *amounts) {
                largest = std::max(largest, amount < 0 ? -amount : amount);
            }
        }
        most += largest;
    }
    std::vector<unit_term> all = terms;
    all.push_back({{ahead.order}, {most}});
    check_span(all, 1, who);
}

/// r + p V + (1 - p) min H: the terms at p of their size, a constant in the place of a term over
/// the orders, and the worst collapse.
[[nodiscard]] inline utility_function expected_utility(const order_weigher& by, issue_id order,
                                                       double belief) {
    const utility_function& whole = by.seat.utility;
    std::vector<unit_term> terms;
    for (const utility_term& term : whole.terms) {
        unit_term scaled{term.issues, {}};
        for (const grains value : term.values) {
            scaled.values.push_back(
                share_of_units(belief, static_cast<units>(value) * whole.scale.grain));
        }
        terms.push_back(std::move(scaled));
    }
    const sequence::outlook ahead = by.outlook(order, belief);
    check_reach(ahead, terms, by.who.name);
    const units constant =
        by.seat.reservation + share_of_units(belief, by.beyond_the_deal() - by.seat.reservation);
    terms.push_back({{order}, std::vector<units>(by.frozen.table.space.sizes[order], constant)});
    utility_function f = in_grains(terms, 1, by.who.name);
    f.scale.risk = whole.scale.risk;
    f.scale.reservation = whole.scale.reservation;
    f.derived.push_back(sequence::worst_collapse(ahead));
    return f;
}

/// The belief of a party, or why there is none.
[[nodiscard]] inline double belief_of(const scenario& world, const party& who) {
    constexpr double nobody_said = -1;
    const double belief = sequence::number_of(world.sequence->trust, who.name, nobody_said);
    if (belief < 0) {
        throw scenario_error({{"sequence.trust", no_belief(who)}});
    }
    return belief;
}

/// Replaces what deals are worth by what they can be expected to be worth, for every party that
/// gives the orders no values of its own. @param who the agents at the table, in their order
inline void put_orders_on_table(const scenario& world, const std::vector<const party*>& who,
                                problem& frozen) {
    frozen.order = order_on_table(world, frozen.in_scope);
    if (!frozen.order) {
        return;
    }
    for (std::size_t i = 0; i < who.size(); ++i) {
        bargaining::seat& seat = frozen.table.parties[i];
        frozen.carried_out.push_back(seat.utility);
        frozen.completion.push_back(0);
        if (values_itself(*who[i], world.issues[*frozen.order].name)) {
            continue;
        }
        const order_weigher by{world, frozen, *who[i], seat};
        frozen.completion.back() = from_units(by.beyond_the_deal());
        seat.utility = expected_utility(by, *frozen.order, belief_of(world, *who[i]));
        seat.threshold = freeze_threshold(seat.utility, seat.reservation);
    }
}

}  // namespace negotiation::detail
