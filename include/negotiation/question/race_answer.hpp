#pragma once

/// @file
/// Talks against collapse, as an answer.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/model/proportion.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/run_answer.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief Something that may end the talks while they last.
struct race_hazard {
    std::string name;  ///< of the hazard
    double rate = 0;   ///< of shocks that end the talks @unit{1/month}
    double first = 0;  ///< probability that of all hazards this one strikes first
};

/// @brief Something at a date that may end the talks, if they still last.
struct race_event {
    std::string name;  ///< of the event
    double days = 0;   ///< after the talks began @unit{days}
    double ends = 0;   ///< probability that it ends the talks
};

/// @brief How a plan of talks fares under one rate of collapse.
struct race_outcome {
    double rate = 0;             ///< of collapse, all hazards together @unit{1/month}
    double before_collapse = 0;  ///< probability of agreement before it, by the runs' own days
    double closed_form = 0;      ///< the same from the two rates alone
    double calm = 0;             ///< what a month without hazards adds, by the runs' own days;
                                 ///< events keep their dates
    double calm_closed = 0;      ///< the same from the two rates alone
    std::vector<double> gains;   ///< by party: expected beyond no deal, discounted; a collapse is
                                 ///< worth no deal
    std::vector<bool> better;    ///< by party: its gain is greater than as written, run by run,
                                 ///< beyond chance; false of the plan as written itself; empty
                                 ///< where a stop left runs of either out
};

/// @brief A way of holding the talks: as written, or in some haste.
struct race_plan {
    std::string name;                     ///< what is different
    std::int64_t rounds_limit = 0;        ///< the deadline
    std::vector<std::string> strategies;  ///< by party
    std::size_t runs = 0;                 ///< played; of none nothing below is known
    proportion agreed;                    ///< of the runs, if nothing collapses
    double settlement = 0;                ///< agreements a month of talks, mu @unit{1/month}
    std::optional<double> days;           ///< mean until agreement; nothing without one
                                          ///< @unit{days}
    std::vector<double> utilities;        ///< by party: mean of what is agreed; empty without
    race_outcome here;                    ///< under the scenario's rate, or the one asked for
    std::vector<race_outcome> sweep;      ///< under other rates
};

/// @brief A month of the plan as written.
struct race_month {
    std::size_t month = 0;      ///< its end, from the beginning of the talks
    double calm_holds = 1;      ///< probability that no hazard and no event has struck
    double settled = 0;         ///< probability of an agreement so far, before any of them
    double settled_calmly = 0;  ///< the same were there none
};

/// @brief What a party may expect if it waits until the end of a month and then takes the best of
/// what the others last offered, or has what was agreed before.
struct race_taking {
    std::size_t month = 0;  ///< its end, from the beginning of the talks
    double offered = 0;     ///< share of the runs in which there is something to take, or was
    double worth = 0;       ///< expected beyond no deal, discounted; a collapse is worth no deal
};

/// @brief The best month to take what is on the table.
struct race_moment {
    std::size_t first = 0;  ///< month at whose end there first is anything, in some run
    std::size_t month = 0;  ///< the best, the earliest of several
    double worth = 0;       ///< of taking it then
    double option = 0;      ///< of waiting: beyond taking what there is in the first
};

/// @brief Now or later, for one party.
struct race_timing {
    std::vector<race_taking> months;  ///< of the plan as written, from the first on
    std::optional<race_moment> best;  ///< nothing where it is never offered anything
};

/// @brief A framework against waiting, for a party, by one reading of how soon talks settle.
struct race_framework_values {
    double waiting = 0;      ///< for the whole @unit{utility}
    double signed_now = 0;   ///< the framework, and details later @unit{utility}
    double talked_over = 0;  ///< the same where the framework has to be settled first, by its own
                             ///< talks and under lambda @unit{utility}
    std::optional<double> greatest_collapse;  ///< the greatest lambda' at which it still pays
                                              ///< signed now; infinite where any does, nothing
                                              ///< where none does @unit{1/month}
};

/// @brief How much more than waiting, as far as the runs can tell.
struct race_difference {
    double value = 0;   ///< @unit{utility}
    double low = 0;     ///< of the 95 % interval @unit{utility}
    double high = 0;    ///< of the 95 % interval @unit{utility}
    bool told = false;  ///< 0 lies outside it, and no talks were played fewer than 30 times
};

/// @brief What remains, for a party, of 1 that is agreed in some talks: the mean over runs, with 0
/// for no agreement and for a collapse, and discounted.
struct race_remains {
    double whole = 0;      ///< D_w: of talks on the whole, under lambda @range{[0, 1]}
    double framework = 0;  ///< D_f: of talks on the framework, under lambda @range{[0, 1]}
    double details = 0;    ///< D_d: of talks on the details, under lambda', the framework being
                           ///< signed today @range{[0, 1]}
};

/// @brief What a framework is worth to a party. Gains are beyond no deal.
struct race_framework_worth {
    double framework = 0;            ///< f, gain of the framework's deal @unit{utility}
    double whole = 0;                ///< S, gain of the whole deal @unit{utility}
    double rest = 0;                 ///< S', what details then add to the framework @unit{utility}
    double interest = 0;             ///< r @unit{1/month}
    race_remains remains;            ///< of 1 that is agreed
    race_framework_values by_days;   ///< from the days of the runs: S D_w, f + S' D_d, and
                                     ///< D_f (f + S' D_d)
    race_framework_values by_rates;  ///< mu S / (mu + lambda + r) and so on: rates have no memory
    race_difference difference;      ///< signed now less waiting, by the days
    race_difference difference_talked_over;  ///< talked over first less waiting, by the days
};

/// @brief How soon some talks settle.
struct race_talks {
    std::size_t runs = 0;        ///< played; of none nothing below is known
    proportion agreed;           ///< of the runs, if nothing collapses
    double settlement = 0;       ///< agreements a month of talks @unit{1/month}
    std::optional<double> days;  ///< mean until agreement; nothing without one @unit{days}
};

/// @brief A framework now and details later, against waiting for the whole deal.
struct race_framework {
    std::string scope;          ///< of the framework
    std::string refused;        ///< why a deal could not be looked for; empty as a rule
    std::optional<draft> deal;  ///< the Nash deal of the scope; nothing where none suits everybody
    race_talks talks;           ///< on the framework
    race_talks details;         ///< on the rest, once it is signed
    double collapse = 0;        ///< lambda, while nothing is signed @unit{1/month}
    double collapse_after = 0;  ///< lambda', once the framework is @unit{1/month}
    std::vector<race_framework_worth> worths;  ///< by party; empty without a deal, and where a stop
                                               ///< left runs out that rates come from
};

/// @brief Which comes first, an agreement or a collapse, and whether haste is worth it.
struct race_answer {
    std::string scenario;               ///< title
    std::string scope;                  ///< empty for every issue
    publicity talks = publicity::open;  ///< as they begin
    std::uint64_t seed = 0;             ///< of all that was drawn
    std::size_t runs = 0;               ///< asked for, of every plan
    bool complete = true;               ///< all of them were played
    double haste = 1;                   ///< shape of whoever concedes faster
    bool rate_given = false;            ///< the rate is not the scenario's
    std::vector<std::string> parties;   ///< in the order in which they act
    std::vector<no_deal_view> no_deal;  ///< by party
    std::vector<race_hazard> hazards;   ///< that threaten the talks; empty where a rate is given
    std::vector<race_event> events;     ///< that may end them while some run lasts, in the order
                                        ///< of their dates
    std::vector<race_plan> plans;       ///< as written first
    std::vector<std::size_t> best;      ///< by party: of the plans that are better for it beyond
                                        ///< chance the one it gains most from; as written without;
                                        ///< empty where a stop left runs of a plan out
    std::vector<race_month> months;     ///< of the plan as written
    std::vector<race_timing> timing;    ///< by party: now or later; empty where a stop left runs of
                                        ///< the plan as written out
    std::optional<race_framework> framework;  ///< where one was asked about
    std::size_t assumed_numbers = 0;          ///< of the talks and hazards, on which it rests
    std::size_t unsourced_numbers = 0;        ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
