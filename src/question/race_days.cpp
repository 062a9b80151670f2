#include "question/race_days.hpp"

#include <cstdint>
#include <utility>

#include "question/played_runs.hpp"
#include "question/race_tables.hpp"

namespace negotiation::question::detail {

namespace {

[[nodiscard]] settlement_day settlement_of(std::size_t run, const talks::ending& end,
                                           const talks::calendar& dates,
                                           const std::vector<double>& no_deal) {
    settlement_day day;
    day.run = run;
    day.agreed = end.status == talks::talks_status::agreement;
    day.days = end.days;
    if (day.agreed) {
        day.utilities = end.utilities;
        day.gains = discounted_gains(end, dates, no_deal);
        talks::ending one = end;
        one.utilities.assign(no_deal.size(), 1);
        talks::apply_discount(dates, one);
        day.discounts = one.discounted;
    } else {
        day.gains.assign(no_deal.size(), 0);
        day.discounts.assign(no_deal.size(), 0);
    }
    return day;
}

}  // namespace

settling settling_of(const std::vector<settlement_day>& days) {
    settling found;
    double in_talks = 0;
    double until = 0;
    for (const settlement_day& day : days) {
        found.agreed += day.agreed ? 1U : 0U;
        in_talks += day.days;
        until += day.agreed ? day.days : 0;
    }
    const auto count = static_cast<double>(found.agreed);
    found.rate = in_talks > 0 ? count / (in_talks / days_a_month) : 0;
    found.days = found.agreed > 0 ? until / count : 0;
    return found;
}

std::vector<double> discounted_gains(const talks::ending& deal, const talks::calendar& dates,
                                     const std::vector<double>& no_deal) {
    talks::ending with = deal;
    talks::apply_discount(dates, with);
    talks::ending without = deal;  // no deal, at the same date
    without.status = talks::talks_status::no_agreement;
    without.utilities = no_deal;
    talks::apply_discount(dates, without);
    std::vector<double> gains;
    for (std::size_t i = 0; i < no_deal.size(); ++i) {
        gains.push_back(with.discounted[i] - without.discounted[i]);
    }
    return gains;
}

run_options run_options_of_race(const race_options& asked) {
    run_options how;
    how.scope = asked.scope;
    how.talks = asked.talks;
    how.red_lines = asked.red_lines;
    how.seats = asked.seats;
    how.rounds = asked.rounds;
    how.convention = asked.convention;
    how.strategies = asked.strategies;
    how.mediators = asked.mediators;
    return how;
}

std::vector<settlement_day> days_of(const seating& at, const intended& plan,
                                    const race_options& asked, const parallel_options& parallel,
                                    const std::shared_ptr<const talks::arena>& arena,
                                    bool with_tables) {
    run_options how = run_options_of_race(asked);
    how.rounds.reset();
    how.strategies.clear();
    for (std::size_t i = 0; i < plan.strategies.size(); ++i) {
        how.strategies.push_back({at.parties[i]->name, plan.strategies[i]});
    }
    const prepared_talks prepared(at, plan.said, how, arena);
    std::vector<double> no_deal;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        no_deal.push_back(prepared.arena().view(i).reservation);
    }
    const talks::calendar dates = calendar_of(at, plan.said);
    std::vector<std::vector<std::vector<tabled_offer>>> tables(with_tables ? asked.runs : 0);
    const auto runs =
        play_runs(prepared, asked.seed, asked.runs, parallel,
                  [&](std::size_t k, const talks::ending& end, talks::proceedings& said) {
                      if (with_tables) {
                          tables[k] = tables_of(said, end, dates, no_deal);
                      }
                  });
    std::vector<settlement_day> days;
    for (std::size_t k = 0; k < runs.size(); ++k) {
        if (runs[k]) {
            days.push_back(settlement_of(k, runs[k]->end, dates, no_deal));
            if (with_tables) {
                days.back().tables = std::move(tables[k]);
            }
        }
    }
    return days;
}

}  // namespace negotiation::question::detail
