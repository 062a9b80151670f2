#pragma once

/// @file
/// Do the talks outlive the calm they are held under, is it worth rushing, and when to sign?
/// Compiled in the library negotiation::negotiation (src/question/race.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/parallel.hpp>
#include <negotiation/question/describe_race.hpp>
#include <negotiation/question/race_answer.hpp>
#include <negotiation/question/run.hpp>

namespace negotiation::question {

/// @brief How to ask for a race.
struct race_options {
    std::string scope = {};                   ///< name of a scope; empty takes every issue
    std::optional<publicity> talks = {};      ///< instead of what the scenario says
    red_line_choice red_lines = {};           ///< which red lines bind
    std::vector<std::string> seats = {};      ///< onlookers who get a seat
    std::optional<std::int64_t> rounds = {};  ///< the deadline @range{[1, 1e6]}
    std::optional<clock> convention = {};     ///< relative time
    std::vector<assignment> strategies = {};  ///< of parties
    std::vector<assignment> mediators = {};   ///< of mediators
    std::size_t runs = 200;                   ///< of every plan @range{[1, 1e6]}
    std::uint64_t seed = 1;                   ///< of all that is drawn
    std::optional<double> rate = {};          ///< of collapse, instead of the scenario's hazards,
                                              ///< not of its events @unit{1/month}
                                              ///< @range{[0, 1e6]}
    std::vector<double> sweep = {0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.3};  ///< other rates
                                                                           ///< @unit{1/month}
                                                                           ///< @range{[0, 1e6]}
    double haste = 1;  ///< shape e of whoever concedes faster @range{[0.001, 1000]}
    std::optional<std::string> framework = {};  ///< name of a scope within the other that might be
                                                ///< signed as a framework first
    parallel_options parallel = {};             ///< threads, stop, progress (in runs)
};

/// @brief Plays the talks of a scenario as written, with half the deadline, and with each party,
/// and all of them, conceding faster; sets when they agree against the hazards that threaten talks.
///
/// Hazards are those of the section `survival` that threaten talks, at the deal of today, each at
/// the rate at which its shocks end what goes on; they strike at any moment. An event strikes at
/// its date, whatever the rate. What does not end the talks at once is left to `life`. Chances come
/// from the days of the runs, the mean over agreements of exp(-rate days) times what the events up
/// to then spare; the closed form mu/(mu + lambda) beside it knows no events, and takes settlement
/// to be as likely at every moment, which talks that wait for their deadline are not.
///
/// Plans are compared run by run, on the same seeds: a plan is better for a party where Student's
/// 95 % interval of the difference lies above 0, kept for all plans at once (Bonferroni),
/// and of 30 runs at least.
///
/// Now or later: month by month of the talks as written, what a party has that waits until the
/// month's end and then takes the best of the others' last offers that arrived, everybody's red
/// lines keep and it is no worse off with; talks that are over by then gave what they gave, so that
/// whoever waits until the end has the plan's own gains. An upper reading: the others are taken to
/// stand by their last offers. Promises of mediators count in what is agreed only. Where messages
/// are delayed, the rounds of a run are taken to be of equal length.
///
/// A framework: the Nash deal of a narrower scope, signed now, against waiting for the whole. S is
/// the gain of the Nash deal of the whole, not the mean of what runs agree to, so that it is free
/// of chance and of the same kind as f and S'. S' is what the Nash deal of the details adds, where
/// the framework's issues are closed and no deal is the framework: S - f would trade again what is
/// signed, and might be a loss to somebody who then would not sign. f is taken as kept from the day
/// of signature on, whatever collapses later; only details are lost. Talks are played on the same
/// seeds: the whole as written, the framework alone, the details. Hazards that threaten talks count
/// at the status quo (lambda) and, once it is signed, at the framework's deal (lambda'); a rate
/// that is asked about stands for both.
///
/// By the days of the runs: what remains of 1 that is agreed, D, is the mean over runs of
/// [agreed] exp(-rate days) times what events up to then spare, discounted: D_w of the whole and
/// D_f of the framework under lambda, D_d of the details under lambda'. Waiting is S D_w, signed
/// now is f + S' D_d, talked over first D_f (f + S' D_d). Details are counted from the signature.
/// Signed now that is today, and events strike at their dates. Talked over first it is the day on
/// which a run of the framework's talks agrees: each such run is continued by each run of the
/// details, and an event strikes it at its date once, before the signature or after; without events
/// that is the product. The greatest lambda' comes from the same days. The 95 % interval of a
/// difference adds up Student's of the means it rests on, as if they erred together in the worst
/// way: conservative, whatever common seeds do. The framework talked over rests on two samples at
/// once: each counts with the mean over the other (the delta method). Where none of N runs agrees,
/// Wilson's bound says how often they still may. Nothing is told of fewer than 30 runs.
///
/// By two rates, beside it, `survival::worth_of_framework`, with the interest of the party's
/// discount, a month; relative to the deadline where talks discount so. Rates have no memory: no
/// closed form knows events, or the deadline.
///
/// Whoever concedes faster plays its strategy with the shape `haste`; one without a shape, and in
/// place of a program (`exec:`), plays time-dependent with it.
/// @param world   the scenario
/// @param options what to ask
/// @return the answer; after a stop what was played, without a verdict on plans or a framework
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument an unknown party, strategy, mediator or parameter; a number out of
/// range; a hazard that ends talks more than 10^6 times a month; a framework that is not narrower
/// @complexity{plans times runs, two plans more for a framework; memory runs times months times
/// parties}; thread-safe
/// @source{student1908, Student 1908\, Biometrika 6(1)}
/// @test tests/question/race.cpp "chances are those of the runs' own days"
/// @test tests/question/race.cpp "without a hazard agreement is all that counts"
/// @test tests/question/race.cpp "events end talks that last until their dates"
/// @test tests/question/race.cpp "a plan is better only beyond chance"
/// @test tests/question/race.cpp "in haste something else plays for a program"
/// @test tests/question/race.cpp "plans that a stop left out are not compared"
/// @test tests/question/race_timing.cpp "what is on the table is what the same talks played again
/// say"
/// @test tests/question/race_framework.cpp "a framework is worth what the integrals over its rates
/// say"
/// @test tests/question/race_framework_days.cpp "a framework is worth what the runs' own days say"
/// @test tests/question/race_framework_days.cpp "events strike a framework that is talked over
/// once"
[[nodiscard]] race_answer race(const scenario& world, const race_options& options = {});

}  // namespace negotiation::question
