#pragma once

/// @file
/// Days and gains of the runs of a plan: all that a race asks of them.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <negotiation/model/discount.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/section.hpp>

#include "question/race_threats.hpp"

namespace negotiation::question::detail {

inline constexpr double days_a_month = *days_in("month");

/// The last month that a race tells of.
inline constexpr std::size_t most_months = 240;

/// What a party may take.
struct tabled_offer {
    bool there = false;
    double gain = 0;  ///< beyond no deal, discounted
};

/// One run.
struct settlement_day {
    std::size_t run = 0;
    bool agreed = false;
    double days = 0;
    std::vector<double> utilities;  ///< of what was agreed
    std::vector<double> gains;      ///< beyond no deal, discounted; 0 without agreement
    std::vector<double> discounts;  ///< what 1 is worth by then; 0 without agreement
    std::vector<std::vector<tabled_offer>>
        tables;  ///< by party at the end of each month that ends while the talks last; empty where
                 ///< nobody asked
};

/// A plan before it is played.
struct intended {
    std::string name;
    talks::section said;
    std::vector<std::string> strategies;  ///< by party
};

/// What plans are set against.
struct race_course {
    calm quiet;                           ///< but for shocks
    double rate = 0;                      ///< of shocks, a month
    std::vector<settlement_day> written;  ///< of the plan as written, once it has been played
    std::size_t others = 0;               ///< plans that are compared with it
};

/// The mean over runs of what a function makes of those that agree.
template <class Function>
[[nodiscard]] double mean_of(const std::vector<settlement_day>& days, Function of) {
    double sum = 0;
    for (const settlement_day& day : days) {
        sum += day.agreed ? of(day) : 0;
    }
    return days.empty() ? 0 : sum / static_cast<double>(days.size());
}

/// How often the runs agree.
struct settling {
    std::size_t agreed = 0;  ///< runs
    double rate = 0;         ///< agreements a month of talks
    double days = 0;         ///< mean until agreement; 0 without one
};

[[nodiscard]] settling settling_of(const std::vector<settlement_day>& days);

/// What a deal gains each party beyond no deal at its date, both discounted.
[[nodiscard]] std::vector<double> discounted_gains(const talks::ending& deal,
                                                   const talks::calendar& dates,
                                                   const std::vector<double>& no_deal);

/// What is asked of the runs, of every plan.
[[nodiscard]] run_options run_options_of_race(const race_options& asked);

/// All runs of a plan, in order; those that a stop has kept from being played are left out.
[[nodiscard]] std::vector<settlement_day> days_of(const seating& at, const intended& plan,
                                                  const race_options& asked,
                                                  const parallel_options& parallel,
                                                  const std::shared_ptr<const talks::arena>& arena,
                                                  bool with_tables = false);

}  // namespace negotiation::question::detail
