#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/race_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json outcome_of_race(const question::race_answer& answer,
                                   const question::race_outcome& at) {
    json better = nullptr;  // where plans were not all played
    for (std::size_t i = 0; i < at.better.size(); ++i) {
        better[answer.parties[i]] = static_cast<bool>(at.better[i]);
    }
    return {{"rate", at.rate},
            {"before_collapse", at.before_collapse},
            {"closed_form", at.closed_form},
            {"calm", at.calm},
            {"calm_closed", at.calm_closed},
            {"gains", keyed(answer.parties, at.gains)},
            {"better", std::move(better)}};
}

/// Of the runs that were played, or null without any.
[[nodiscard]] json agreed_of(const proportion& of, std::size_t runs) {
    return runs == 0 ? json(nullptr)
                     : json({{"share", of.share}, {"low", of.low}, {"high", of.high}});
}

[[nodiscard]] json plans_of(const question::race_answer& answer) {
    json list = json::array();
    for (const question::race_plan& plan : answer.plans) {
        json strategies = json::object();
        for (std::size_t i = 0; i < answer.parties.size(); ++i) {
            strategies[answer.parties[i]] = plan.strategies[i];
        }
        const bool played = plan.runs > 0;
        json sweep = played ? json::array() : json(nullptr);
        for (std::size_t k = 0; played && k < plan.sweep.size(); ++k) {
            sweep.push_back(outcome_of_race(answer, plan.sweep[k]));
        }
        list.push_back(
            {{"name", plan.name},
             {"rounds", plan.rounds_limit},
             {"strategies", std::move(strategies)},
             {"runs", plan.runs},
             {"agreed", agreed_of(plan.agreed, plan.runs)},
             {"settlement", played ? json(plan.settlement) : json(nullptr)},
             {"days", number_of(plan.days)},
             {"utilities",
              plan.utilities.empty() ? json(nullptr) : keyed(answer.parties, plan.utilities)},
             {"here", played ? outcome_of_race(answer, plan.here) : json(nullptr)},
             {"sweep", std::move(sweep)}});
    }
    return list;
}

[[nodiscard]] json race_hazards_of(const question::race_answer& answer) {
    json list = json::array();
    for (const question::race_hazard& hazard : answer.hazards) {
        list.push_back({{"name", hazard.name}, {"rate", hazard.rate}, {"first", hazard.first}});
    }
    return list;
}

[[nodiscard]] json race_events_of(const question::race_answer& answer) {
    json list = json::array();
    for (const question::race_event& event : answer.events) {
        list.push_back({{"name", event.name}, {"days", event.days}, {"ends", event.ends}});
    }
    return list;
}

[[nodiscard]] json race_months_of(const question::race_answer& answer) {
    json list = json::array();
    for (const question::race_month& one : answer.months) {
        list.push_back({{"month", one.month},
                        {"calm_holds", one.calm_holds},
                        {"settled", one.settled},
                        {"settled_calmly", one.settled_calmly}});
    }
    return list;
}

/// Now or later, by party; null where the plan as written was not all played.
[[nodiscard]] json timing_of(const question::race_answer& answer) {
    json all = nullptr;
    for (std::size_t i = 0; i < answer.timing.size(); ++i) {
        const question::race_timing& timing = answer.timing[i];
        json best = nullptr;
        if (timing.best) {
            best = {{"first", timing.best->first},
                    {"month", timing.best->month},
                    {"worth", timing.best->worth},
                    {"option", timing.best->option}};
        }
        json months = json::array();
        for (const question::race_taking& one : timing.months) {
            months.push_back(
                {{"month", one.month}, {"offered", one.offered}, {"worth", one.worth}});
        }
        all[answer.parties[i]] = {{"best", std::move(best)}, {"months", std::move(months)}};
    }
    return all;
}

[[nodiscard]] json talks_played(const question::race_talks& talks) {
    return {{"runs", talks.runs},
            {"agreed", agreed_of(talks.agreed, talks.runs)},
            {"settlement", talks.runs > 0 ? json(talks.settlement) : json(nullptr)},
            {"days", number_of(talks.days)}};
}

/// An infinite rate has no number: it is told apart by `any_collapse`.
[[nodiscard]] bool is_any(const std::optional<double>& rate) { return rate && std::isinf(*rate); }

[[nodiscard]] json bound_of(const std::optional<double>& rate) {
    return is_any(rate) ? json(nullptr) : number_of(rate);
}

[[nodiscard]] json interval_of(const question::race_difference& of) {
    return {{"low", of.low}, {"high", of.high}, {"told", of.told}};
}

[[nodiscard]] json worth_of(const question::race_framework_worth& of) {
    const question::race_framework_values& rates = of.by_rates;
    return {{"framework", of.framework},
            {"whole", of.whole},
            {"rest", of.rest},
            {"interest", of.interest},
            {"remains",
             {{"whole", of.remains.whole},
              {"framework", of.remains.framework},
              {"details", of.remains.details}}},
            {"waiting", of.by_days.waiting},
            {"signed_now", of.by_days.signed_now},
            {"difference", of.difference.value},
            {"difference_interval", interval_of(of.difference)},
            {"talked_over", of.by_days.talked_over},
            {"talked_over_difference", of.difference_talked_over.value},
            {"talked_over_interval", interval_of(of.difference_talked_over)},
            {"greatest_collapse", bound_of(of.by_days.greatest_collapse)},
            {"any_collapse", is_any(of.by_days.greatest_collapse)},
            {"by_rates",
             {{"waiting", rates.waiting},
              {"signed_now", rates.signed_now},
              {"difference", rates.signed_now - rates.waiting},
              {"talked_over", rates.talked_over},
              {"greatest_collapse", bound_of(rates.greatest_collapse)},
              {"any_collapse", is_any(rates.greatest_collapse)}}}};
}

[[nodiscard]] json framework_of(const question::race_answer& answer) {
    if (!answer.framework) {
        return nullptr;
    }
    const question::race_framework& of = *answer.framework;
    json worths = json::object();
    for (std::size_t i = 0; i < of.worths.size(); ++i) {
        worths[answer.parties[i]] = worth_of(of.worths[i]);
    }
    return {{"scope", of.scope},
            {"refused", name_of(of.refused)},
            {"outcome", of.deal ? outcome_of(*of.deal) : json(nullptr)},
            {"talks", of.deal ? talks_played(of.talks) : json(nullptr)},
            {"details", of.deal ? talks_played(of.details) : json(nullptr)},
            {"collapse", of.collapse},
            {"collapse_after", of.deal ? json(of.collapse_after) : json(nullptr)},
            {"worths", of.worths.empty() ? json(nullptr) : std::move(worths)}};
}

}  // namespace

std::string to_json(const question::race_answer& answer) {
    json all;
    all["plans"] = plans_of(answer);
    json best = nullptr;  // where plans were not all played
    for (std::size_t i = 0; i < answer.best.size(); ++i) {
        best[answer.parties[i]] = answer.plans[answer.best[i]].name;
    }
    json no_deal = json::object();
    for (std::size_t i = 0; i < answer.no_deal.size(); ++i) {
        no_deal[answer.parties[i]] = answer.no_deal[i].utility;
    }
    all["best"] = std::move(best);
    all["hazards"] = answer.rate_given ? json(nullptr) : race_hazards_of(answer);
    all["events"] = race_events_of(answer);
    all["months"] = race_months_of(answer);
    all["timing"] = timing_of(answer);
    all["framework"] = framework_of(answer);
    all["haste"] = answer.haste;
    all["no_deal"] = std::move(no_deal);
    all["talks"] = talks_of(answer.talks);
    all["runs"] = answer.runs;
    all["seed"] = answer.seed;
    all["complete"] = answer.complete;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["assumed_numbers"] = answer.assumed_numbers;
    return written(all);
}

}  // namespace negotiation::io
