#include "question/race_framework.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/survival/race.hpp>
#include <negotiation/survival/waiting.hpp>

#include "question/played_runs.hpp"
#include "question/race_days.hpp"
#include "question/race_framework_days.hpp"
#include "question/race_threats.hpp"
#include "question/scope_worth.hpp"

namespace negotiation::question::detail {

namespace {

/// As a message names it.
[[nodiscard]] std::string named_scope(const std::string& name) {
    return name.empty() ? "every issue" : fmt::format("scope '{}'", shown(name));
}

/// What waiting costs a party a month, if worth shrinks by exp(-r months).
[[nodiscard]] double monthly_interest(const talks::calendar& dates, const talks::section& said,
                                      std::size_t i) {
    const discount& patience = dates.patience[i];
    double days = 0;  // in which the factor is lost
    if (dates.mode == talks::discounting::calendar) {
        days = patience.period;
    } else if (dates.mode == talks::discounting::relative) {
        days = said.days_per_round * static_cast<double>(said.rounds);
    }
    return days > 0 ? std::abs(std::log(patience.factor)) / days * days_a_month : 0;
}

[[nodiscard]] race_talks talks_of(const std::vector<settlement_day>& days) {
    const settling found = settling_of(days);
    race_talks talks{days.size(), proportion_of(found.agreed, days.size()), found.rate, {}};
    if (found.agreed > 0) {
        talks.days = found.days;
    }
    return talks;
}

/// What the file's hazards, or the rate that was asked about, come to while a deal stands.
[[nodiscard]] double collapse_at(const seating& at, const race_options& asked,
                                 const outcome& meanwhile) {
    if (asked.rate) {
        return *asked.rate;
    }
    const std::vector<race_hazard> hazards = hazards_of(at, meanwhile);
    return std::accumulate(hazards.begin(), hazards.end(), 0.0,
                           [](double sum, const race_hazard& hazard) { return sum + hazard.rate; });
}

/// Who would take nothing for something: what a curve takes for neither gain nor loss stays where
/// it was.
void keep_reference(utility_scale& scale) {
    if (auto* curve = std::get_if<prospect>(&scale.risk)) {
        curve->reference = curve->reference.value_or(scale.reservation);
    }
}

/// By party, from rates and gains.
void set_worths_by_rates(const race_plan& waiting, race_framework& into) {
    const survival::race slow{waiting.settlement, into.collapse};
    const survival::race first{into.talks.settlement, into.collapse};
    for (race_framework_worth& one : into.worths) {
        const survival::framework of{one.framework, {into.details.settlement, into.collapse_after}};
        race_framework_values& by = one.by_rates;
        by.waiting = survival::value_of(slow, one.whole, one.interest);
        by.signed_now = of.worth + survival::value_of(of.after, one.rest, one.interest);
        by.talked_over = survival::value_of(first, by.signed_now, one.interest);
        by.greatest_collapse =
            survival::greatest_collapse(of, one.rest, slow, one.whole, one.interest);
    }
}

}  // namespace

seating framework_table(const seating& whole, const race_options& asked) {
    const std::string& name = *asked.framework;
    if (name.empty()) {  // would be every issue
        throw scenario_error(
            {{"framework",
              fmt::format("no scope ''; {}",
                          nearest(name, negotiation::detail::names_of(whole.world->scopes)))}});
    }
    seating narrow = set_table(*whole.world, {name, asked.talks, asked.red_lines, asked.seats});
    const std::vector<issue_id>& has = whole.frozen.in_scope;
    const std::vector<issue_id>& part = narrow.frozen.in_scope;
    const auto beyond = std::find_if(part.begin(), part.end(), [&](issue_id k) {
        return !std::binary_search(has.begin(), has.end(), k);
    });
    if (beyond != part.end() || part.size() == has.size()) {
        throw std::invalid_argument(fmt::format(
            "framework: scope '{}' must be narrower than {}; {}", shown(name),
            named_scope(asked.scope),
            beyond == part.end()
                ? std::string("it has the same issues")
                : fmt::format("it has '{}' as well", shown(whole.world->issues[*beyond].name))));
    }
    return narrow;
}

seating details_table(seating whole, const std::vector<issue_id>& closed, const outcome& deal) {
    for (const issue_id k : closed) {
        whole.frozen.table.space.domains[k] = {deal[k]};
    }
    std::vector<issue_id> open;
    std::set_difference(whole.frozen.in_scope.begin(), whole.frozen.in_scope.end(), closed.begin(),
                        closed.end(), std::back_inserter(open));
    whole.frozen.in_scope = std::move(open);
    whole.frozen.status_quo = deal;
    for (bargaining::seat& seat : whole.frozen.table.parties) {
        const grains sum = sum_of(seat.utility, whole.frozen.table.space.sizes, deal);
        keep_reference(seat.utility.scale);
        seat.utility.scale.reservation = value_of(seat.utility.scale, sum);
        seat.reservation = static_cast<units>(sum) * seat.utility.scale.grain;
        seat.threshold = sum;
    }
    return whole;
}

race_framework framework_of(const seating& whole, const seating& narrow, const race_options& asked,
                            const race_plan& waiting, const race_course& on,
                            const std::vector<parallel_options>& part, bool& complete) {
    race_framework found;
    found.scope = *asked.framework;
    found.collapse = waiting.here.rate;
    const nash_found signed_first = nash_of(narrow.frozen.table, {});
    if (!signed_first.deal) {
        found.refused = signed_first.refused ? signed_first.refused->reason : "";
        return found;
    }
    const outcome& deal = signed_first.deal->deal;
    const seating rest = details_table(whole, narrow.frozen.in_scope, deal);
    const nash_found all = nash_of(whole.frozen.table, {});
    const nash_found added = nash_of(rest.frozen.table, {});
    for (const nash_found* one : {&all, &added}) {
        if (one->refused) {
            found.refused = one->refused->reason;
            return found;
        }
    }
    found.deal = draft_of(narrow, deal);
    found.collapse_after = collapse_at(whole, asked, deal);
    const run_options how = run_options_of_race(asked);
    const talks::section said = section_of(*whole.world, how);
    const auto played = [&](const seating& at, const parallel_options& parallel) {
        const intended plan{*asked.framework, said, waiting.strategies};
        auto days = days_of(at, plan, asked, parallel, prepared_talks::arena_of(at, how));
        complete = complete && days.size() == asked.runs;
        return days;
    };
    framework_days days{on.written, played(narrow, part[0]), played(rest, part[1])};
    found.talks = talks_of(days.framework);
    found.details = talks_of(days.details);
    if (!complete) {
        return found;  // talks that were not all played are no ground for a verdict
    }
    const talks::calendar dates = calendar_of(whole, said);
    for (party_id i = 0; i < whole.parties.size(); ++i) {
        race_framework_worth one;
        one.framework = gain_of(narrow, i, deal);
        one.whole = all.deal ? gain_of(whole, i, all.deal->deal) : 0;
        one.rest = added.deal ? gain_of(rest, i, added.deal->deal) : 0;
        one.interest = monthly_interest(dates, said, i);
        found.worths.push_back(one);
    }
    set_worths_by_rates(waiting, found);
    set_worths_by_days(days, on.quiet, found);
    return found;
}

}  // namespace negotiation::question::detail
