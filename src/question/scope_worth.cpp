#include "question/scope_worth.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <negotiation/deal/linkage.hpp>
#include <negotiation/model/discount.hpp>
#include <negotiation/ratification/passage.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>
#include <negotiation/scenario/freeze_survival.hpp>
#include <negotiation/survival/survival_curve.hpp>

#include "question/lookups.hpp"

namespace negotiation::question::detail {

namespace {

constexpr double days_of_year = *days_in("year");
constexpr double days_of_month = *days_in("month");

[[nodiscard]] bool is_within(const std::vector<issue_id>& narrow,
                             const std::vector<issue_id>& broad) {
    return narrow.size() < broad.size() &&
           std::includes(broad.begin(), broad.end(), narrow.begin(), narrow.end());
}

/// The widest other scope that each one contains, the first of several.
void set_extras(const std::vector<std::string>& names, std::vector<scope_at_table>& all) {
    for (scope_at_table& broad : all) {
        const std::vector<issue_id>& has = broad.at.frozen.in_scope;
        std::optional<std::size_t> widest;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const std::vector<issue_id>& other = all[k].at.frozen.in_scope;
            if (is_within(other, has) &&
                (!widest || all[*widest].at.frozen.in_scope.size() < other.size())) {
                widest = k;
            }
        }
        if (widest) {
            const std::vector<issue_id>& other = all[*widest].at.frozen.in_scope;
            std::set_difference(has.begin(), has.end(), other.begin(), other.end(),
                                std::back_inserter(broad.extra));
            broad.beyond = names[*widest];
        }
    }
}

/// Hazards that threaten a deal once it is carried out.
[[nodiscard]] bool threatens_after(const survival::hazard& of) {
    return of.threatens[static_cast<std::size_t>(survival::stage::aftermath)];
}

/// Events that a deal does not escape, as if the talks ended at once.
[[nodiscard]] std::vector<survival::dated_end> dated_ends(const frozen_survival& all,
                                                          const outcome& deal) {
    std::vector<survival::dated_end> ends;
    for (const survival::event& e : all.events) {
        if (e.unless.empty() || !survival::all_hold(e.unless, deal)) {
            ends.push_back({e.days, e.probability * e.effect.ends});
        }
    }
    return ends;
}

}  // namespace

std::vector<scope_at_table> set_scopes(const scenario& world, const std::vector<std::string>& names,
                                       const scope_options& options) {
    std::vector<scope_at_table> all;
    for (const std::string& name : names) {
        all.push_back(
            {set_table(world, {name, options.talks, options.red_lines, options.seats}), {}, {}});
    }
    set_extras(names, all);
    return all;
}

bargaining linked_table(const scope_at_table& of) {
    return deal::with_mandatory(of.at.frozen.table, of.extra, of.at.frozen.status_quo);
}

nash_found nash_of(const bargaining& table, const deal::budget& limits) {
    const deal::frontier points =
        deal::pareto_frontier(table, {deal::engine::automatic, deal::region::zone, limits});
    return {deal::nash(points, table), points.refused};
}

std::optional<passing_view> passing_of(const seating& at, const outcome& deal) {
    if (at.world->ratification.chambers.empty()) {
        return std::nullopt;
    }
    const frozen_ratification all = freeze_ratification(*at.world, party_names(at));
    passing_view view;
    for (const ratification::home& home : all.homes) {
        const auto chance = [&](bool lines) {
            const ratification::conditions how{ratification::members::common_shock, lines};
            return ratification::passage_of(home, at.frozen.table.space, deal, how).probability;
        };
        view.by_party.push_back(chance(false));
        view.joint *= view.by_party.back();
        view.by_party_with_lines.push_back(chance(true));
        view.joint_with_lines *= view.by_party_with_lines.back();
    }
    return view;
}

std::optional<lasting_view> lasting_of(const seating& at, const outcome& deal) {
    if (!at.world->survival) {
        return std::nullopt;
    }
    const frozen_survival all = freeze_survival(*at.world, party_names(at));
    lasting_view view;
    view.horizon_days = all.horizon;
    std::vector<double> rates;
    double by_spoilers = 0;
    for (std::size_t k = 0; k < all.hazards.size(); ++k) {
        const survival::hazard& h = all.hazards[k];
        if (!threatens_after(h)) {
            continue;
        }
        const double daily =
            survival::daily_rate(h, survival::level_of(h, at.frozen.table.space, deal));
        view.threats.push_back({all.names[k], all.agents[k], -std::expm1(-daily * days_of_month)});
        rates.push_back(daily * h.effect.ends);
        if (h.answers_to) {
            by_spoilers += rates.back();
            view.spoilers = std::exp(-by_spoilers * days_of_year);
        }
    }
    const std::array dates{days_of_year, all.horizon};
    const std::vector<survival::dated_end> ends = dated_ends(all, deal);
    const auto curve =
        survival::survival_curve({{{{std::max(days_of_year, all.horizon), rates}}}, ends}, dates);
    view.events = ends.size();
    view.year = curve[0].alive;
    view.horizon = curve[1].alive;
    return view;
}

lasting_dangers dangers_of(const seating& at, const outcome& deal) {
    const frozen_survival all = freeze_survival(*at.world, party_names(at));
    std::vector<double> rates;
    for (const survival::hazard& h : all.hazards) {
        if (threatens_after(h)) {
            const double level = survival::level_of(h, at.frozen.table.space, deal);
            rates.push_back(survival::daily_rate(h, level) * h.effect.ends);
        }
    }
    return {{{{{all.horizon, rates}}}, dated_ends(all, deal)}, all.horizon};
}

double expected_of(double product, const std::optional<passing_view>& passing,
                   const std::optional<lasting_view>& lasting) {
    return product * (passing ? passing->joint : 1) * (lasting ? lasting->year : 1);
}

std::optional<scope_worths> worths_of(const scenario& world, const std::vector<std::string>& names,
                                      const scope_options& options) {
    scope_worths worths;
    for (const scope_at_table& of : set_scopes(world, names, options)) {
        const nash_found free = nash_of(of.at.frozen.table, options.limits);
        const nash_found linked =
            of.extra.empty() ? free : nash_of(linked_table(of), options.limits);
        if (free.refused || linked.refused) {
            return std::nullopt;
        }
        worths.linked.push_back(linked.deal ? linked.deal->objective : 0);
        worths.expected.push_back(free.deal ? expected_of(free.deal->objective,
                                                          passing_of(of.at, free.deal->deal),
                                                          lasting_of(of.at, free.deal->deal))
                                            : 0);
    }
    return worths;
}

std::size_t best_of(const std::vector<double>& worths) {
    return static_cast<std::size_t>(std::max_element(worths.begin(), worths.end()) -
                                    worths.begin());
}

}  // namespace negotiation::question::detail
