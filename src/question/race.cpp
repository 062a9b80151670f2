#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/survival/race.hpp>
#include <negotiation/survival/waiting.hpp>
#include <negotiation/talks/specification.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/lookups.hpp"
#include "question/paired_difference.hpp"
#include "question/played_runs.hpp"
#include "question/race_days.hpp"
#include "question/race_framework.hpp"
#include "question/race_tables.hpp"
#include "question/race_threats.hpp"

namespace negotiation::question {

namespace detail {
namespace {

void check_rate(const char* what, double rate) {
    if (!(rate >= 0 && rate <= most_rate)) {
        throw std::invalid_argument(
            fmt::format("{} must lie in [0, 10^6] a month; got {}", what, rate));
    }
}

void check_race(const race_options& asked) {
    check_runs(asked.runs);
    if (asked.rate) {
        check_rate("the rate of collapse", *asked.rate);
    }
    for (const double rate : asked.sweep) {
        check_rate("a rate of the sweep", rate);
    }
    if (!(asked.haste >= 0.001 && asked.haste <= 1000)) {
        throw std::invalid_argument(
            fmt::format("haste must lie in [0.001, 1000]; got {}", asked.haste));
    }
}

/// The same strategy with the shape of haste; another one becomes time-dependent. So does a
/// program, which is no row of the catalogue: nobody else knows how it concedes.
[[nodiscard]] std::string hastened(const std::string& text, double haste) {
    if (talks::is_external(text)) {
        return fmt::format("time-dependent(e={})", haste);
    }
    talks::specification given = talks::parse_specification(text);
    const talks::catalogue_entry& entry =
        talks::find_entry(talks::strategy_catalogue(), "strategy", given.name);
    const bool shaped = std::any_of(entry.parameters.begin(), entry.parameters.end(),
                                    [](const talks::parameter& p) { return p.name == "e"; });
    if (!shaped) {
        return fmt::format("time-dependent(e={})", haste);
    }
    std::erase_if(given.parameters, [](const auto& p) { return p.first == "e"; });
    given.parameters.insert(given.parameters.begin(), {"e", fmt::format("{}", haste)});
    return talks::to_string({"time-dependent", given.parameters});
}

/// As written, with half the deadline, with each party in haste, with all of them.
[[nodiscard]] std::vector<intended> plans_of(const seating& at, const talks::section& said,
                                             const run_options& how, double haste) {
    const std::vector<std::string> strategies = strategies_of(at, said, how);
    std::vector<intended> plans{{"as written", said, strategies}};
    if (said.rounds > 1) {
        plans.push_back({"half the deadline", said, strategies});
        plans.back().said.rounds = said.rounds / 2;
    }
    std::vector<std::string> all = strategies;
    for (std::size_t i = 0; i < strategies.size(); ++i) {
        std::vector<std::string> one = strategies;
        one[i] = all[i] = hastened(strategies[i], haste);
        plans.push_back({at.parties[i]->name + " in haste", said, std::move(one)});
    }
    plans.push_back({"all in haste", said, std::move(all)});
    return plans;
}

/// By party, whether it expects more than of the plan as written, beyond chance.
[[nodiscard]] std::vector<bool> better_than_written(const std::vector<settlement_day>& days,
                                                    const race_course& on, double rate,
                                                    std::size_t parties) {
    std::vector<paired_difference> ahead(parties);
    auto other = on.written.begin();
    for (const settlement_day& day : days) {
        while (other != on.written.end() && other->run < day.run) {
            ++other;  // a stop has kept this one from being played
        }
        if (other == on.written.end() || other->run != day.run) {
            continue;
        }
        const double holds = on.quiet.until(day.days, rate);
        const double held = on.quiet.until(other->days, rate);
        for (std::size_t i = 0; i < parties; ++i) {
            ahead[i].add(holds * day.gains[i] - held * other->gains[i]);
        }
    }
    std::vector<bool> better;
    for (const paired_difference& one : ahead) {
        better.push_back(one.above_chance(std::max<std::size_t>(on.others, 1)));
    }
    return better;
}

/// How the runs fare where shocks come at a rate.
[[nodiscard]] race_outcome outcome_at(const std::vector<settlement_day>& days, double settlement,
                                      const race_course& on, double rate, std::size_t parties,
                                      bool compared) {
    const auto calm_until = [&](double day) { return on.quiet.until(day, rate); };
    race_outcome found;
    found.rate = rate;
    found.before_collapse =
        mean_of(days, [&](const settlement_day& d) { return calm_until(d.days); });
    found.calm = mean_of(days,
                         [&](const settlement_day& d) {
                             return on.quiet.until(d.days, rate, days_a_month);
                         }) -
                 found.before_collapse;
    const survival::race rates{settlement, rate};
    found.closed_form = survival::settles_first(rates);
    found.calm_closed = survival::worth_of_calm(rates, 1, 0, 1);
    for (std::size_t i = 0; i < parties; ++i) {
        found.gains.push_back(mean_of(
            days, [&](const settlement_day& d) { return calm_until(d.days) * d.gains[i]; }));
    }
    if (compared) {
        found.better = better_than_written(days, on, rate, parties);
    }
    return found;
}

/// What was played of a plan, in numbers. @param compared all of it was, and of the one as written
void measure(const std::vector<settlement_day>& days, const race_course& on,
             const race_options& asked, bool compared, race_plan& into) {
    const std::size_t parties = into.strategies.size();
    const settling found = settling_of(days);
    into.runs = days.size();
    into.agreed = proportion_of(found.agreed, into.runs);
    into.settlement = found.rate;
    if (found.agreed > 0) {
        into.days = found.days;
        for (std::size_t i = 0; i < parties; ++i) {
            into.utilities.push_back(
                mean_of(days, [&](const settlement_day& d) { return d.utilities[i]; }) *
                static_cast<double>(into.runs) / static_cast<double>(found.agreed));
        }
    }
    into.here = outcome_at(days, into.settlement, on, on.rate, parties, compared);
    for (const double other : asked.sweep) {
        into.sweep.push_back(outcome_at(days, into.settlement, on, other, parties, compared));
    }
}

/// The day on which the month ends in which the longest run does.
[[nodiscard]] double last_month(const std::vector<settlement_day>& days) {
    double last = 0;
    for (const settlement_day& day : days) {
        last = std::max(last, day.days);
    }
    return std::ceil(last / days_a_month) * days_a_month;
}

/// The plan as written, month by month until its last day.
[[nodiscard]] std::vector<race_month> months_of(const std::vector<settlement_day>& days,
                                                const race_course& on) {
    const auto count = static_cast<std::size_t>(
        std::min(std::round(last_month(days) / days_a_month), static_cast<double>(most_months)));
    std::vector<race_month> months;
    for (std::size_t m = 0; m <= count && !days.empty(); ++m) {
        const double end = static_cast<double>(m) * days_a_month;
        race_month one{m, on.quiet.until(end, on.rate), 0, 0};
        one.settled_calmly =
            mean_of(days, [&](const settlement_day& d) { return d.days <= end ? 1.0 : 0.0; });
        one.settled = mean_of(days, [&](const settlement_day& d) {
            return d.days <= end ? on.quiet.until(d.days, on.rate) : 0.0;
        });
        months.push_back(one);
    }
    return months;
}

/// For each party the plan it gains most from, of those that are better than the one as written
/// beyond chance.
[[nodiscard]] std::vector<std::size_t> best_plans(const std::vector<race_plan>& plans,
                                                  std::size_t parties) {
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < parties; ++i) {
        std::size_t found = 0;
        for (std::size_t k = 1; k < plans.size(); ++k) {
            const race_outcome& here = plans[k].here;
            found = here.better[i] && here.gains[i] > plans[found].here.gains[i] ? k : found;
        }
        best.push_back(found);
    }
    return best;
}

[[nodiscard]] race_answer blank_race(const seating& at, const race_options& asked) {
    check_race(asked);
    race_answer answer;
    answer.scenario = at.world->title;
    answer.scope = asked.scope;
    answer.talks = at.talks;
    answer.seed = asked.seed;
    answer.runs = asked.runs;
    answer.haste = asked.haste;
    answer.rate_given = asked.rate.has_value();
    answer.parties = party_names(at);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        answer.no_deal.push_back(no_deal_of(at, i));
    }
    answer.assumed_numbers = assumed_numbers_of_talks(*at.world, asked.scope, asked.seats);
    answer.unsourced_numbers = unsourced_numbers(*at.world);
    answer.events = events_of(at);
    if (!asked.rate) {
        answer.hazards = hazards_of(at, at.frozen.status_quo);
    }
    if (!asked.rate || !answer.events.empty()) {
        answer.assumed_numbers += assumed_numbers_of_survival(*at.world);
    }
    return answer;
}

}  // namespace
}  // namespace detail

race_answer race(const scenario& world, const race_options& options) {
    const seating at =
        set_table(world, {options.scope, options.talks, options.red_lines, options.seats});
    const run_options how = detail::run_options_of_race(options);
    const talks::section said = detail::section_of(world, how);
    race_answer answer = detail::blank_race(at, options);
    const double rate =
        std::accumulate(answer.hazards.begin(), answer.hazards.end(), options.rate.value_or(0),
                        [](double sum, const race_hazard& hazard) { return sum + hazard.rate; });
    const std::vector<detail::intended> plans = detail::plans_of(at, said, how, options.haste);
    std::optional<seating> narrow;
    if (options.framework) {
        narrow = detail::framework_table(at, options);
    }
    const std::size_t rounds = plans.size() + (narrow ? detail::framework_rounds : 0);
    const auto part = [&](std::size_t round) {
        return detail::part_of(options.parallel, round, rounds);
    };
    double last = 0;
    detail::race_course on{detail::calm(answer.events), rate, {}, plans.size() - 1};
    const auto arena = detail::prepared_talks::arena_of(at, how);
    for (const detail::intended& plan : plans) {
        const bool written = answer.plans.empty();
        auto days = detail::days_of(at, plan, options, part(answer.plans.size()), arena, written);
        race_plan played{plan.name, plan.said.rounds, plan.strategies, 0, {}, 0, {}, {}, {}, {}};
        answer.complete = answer.complete && days.size() == options.runs;
        detail::measure(days, on, options, answer.complete, played);
        last = std::max(last, detail::last_month(days));
        if (written) {
            answer.months = detail::months_of(days, on);
            if (answer.complete) {
                answer.timing =
                    detail::timing_of(days, on, std::max<std::size_t>(answer.months.size(), 1) - 1,
                                      answer.parties.size());
            }
            on.written = std::move(days);
        }
        answer.plans.push_back(std::move(played));
    }
    if (answer.complete) {
        answer.best = detail::best_plans(answer.plans, answer.parties.size());
    }
    if (narrow) {
        answer.framework =
            detail::framework_of(at, *narrow, options, answer.plans.front(), on,
                                 {part(plans.size()), part(plans.size() + 1)}, answer.complete);
    }
    std::erase_if(answer.events, [&](const race_event& one) { return one.days > last; });
    return answer;
}

}  // namespace negotiation::question
