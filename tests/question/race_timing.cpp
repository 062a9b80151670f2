#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/question/race.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;

namespace {

constexpr double days_of_month = 30.4375;
constexpr double shocks = 0.1;  // a month

/// Talks of twenty rounds of ten days in which offers are drawn, with an impatient seller.
scenario drawn_talks() {
    scenario world = tests::tiny_scenario();
    world.protocol.emplace();
    world.protocol->rounds = 20;
    world.protocol->days_per_round = 10;
    world.protocol->strategies = {
        {"Seller", "linear(offer=band,width=0.6,accept=constant(share=0.95))"},
        {"Buyer", "linear(offer=band,width=0.6,accept=constant(share=0.95))"},
        {"Neighbour", "hardliner"}};
    world.parties[0].patience = discount{0.9, days_of_month};
    world.survival.emplace();
    world.survival->hazards.resize(1);
    world.survival->hazards[0].name = "truce";
    world.survival->hazards[0].value = shocks;
    world.survival->hazards[0].period = days_of_month;
    return world;
}

/// What can be taken at a moment, found by looking through the whole history.
struct looked_up {
    bool there = false;
    double gain = 0;  ///< undiscounted
};

looked_up look_up(const bargaining& table, const talks::proceedings& said, std::size_t who,
                  double day, double days_per_round) {
    looked_up best;
    for (std::size_t other = 0; other < table.parties.size(); ++other) {
        const talks::event* last = nullptr;
        for (const talks::event& e : said.history) {
            if (e.who == other && e.kind == talks::move_kind::offer && e.arrived &&
                e.round * days_per_round <= day) {
                last = &e;
            }
        }
        if (other == who || last == nullptr) {
            continue;
        }
        const auto options = said.deal(last->deal);
        const outcome deal(options.begin(), options.end());
        bool kept = true;
        for (const bargaining::seat& seat : table.parties) {
            kept = kept && respects_red_lines(seat, deal);
        }
        const double gain = utility_of(table, static_cast<party_id>(who), deal) -
                            disagreement_utility(table.parties[who]);
        if (kept && gain >= -tests::grid && (!best.there || gain > best.gain)) {
            best = {true, gain};
        }
    }
    return best;
}

/// The same runs played again from the talks' own parts: by month and party what is offered in a
/// share of the runs, and what it is worth.
std::vector<std::vector<race_taking>> recomputed(const scenario& world,
                                                 const std::vector<std::string>& seats,
                                                 std::uint64_t seed, std::size_t runs,
                                                 std::size_t months) {
    const problem frozen = freeze(world, {.scope = {}, .talks = {}, .seats = seats});
    const talks::arena arena(frozen.table);
    talks::alternating_offers rules;
    rules.rounds = world.protocol->rounds;
    rules.dates.days_per_round = world.protocol->days_per_round;
    const std::size_t parties = frozen.table.parties.size();
    std::vector<std::vector<race_taking>> all(months, std::vector<race_taking>(parties));
    for (std::size_t k = 0; k < runs; ++k) {
        std::vector<talks::any_strategy> agents;
        for (party_id i = 0; i < parties; ++i) {
            agents.push_back(talks::make_strategy(world.protocol->strategies[i].second, arena, i));
        }
        talks::run_streams draws(seed, k, parties, 0);
        talks::direct_talks between;
        talks::proceedings said;
        const talks::ending end = rules.play(arena, agents, between, draws, said);
        for (std::size_t m = 1; m <= months; ++m) {
            const double month_end = static_cast<double>(m) * days_of_month;
            const double day = std::min(month_end, end.days);
            const bool over = end.days <= month_end;
            for (std::size_t i = 0; i < parties; ++i) {
                looked_up taken = look_up(frozen.table, said, i, day, rules.dates.days_per_round);
                if (over) {
                    taken = {end.status == talks::talks_status::agreement,
                             end.utilities[i] - disagreement_utility(frozen.table.parties[i])};
                }
                const double patience = i == 0 ? std::pow(0.9, day / days_of_month) : 1;
                const double calm = std::exp(-shocks * day / days_of_month);
                const auto share = 1 / static_cast<double>(runs);
                all[m - 1][i].offered += taken.there ? share : 0;
                all[m - 1][i].worth += taken.there ? share * calm * patience * taken.gain : 0;
            }
        }
    }
    return all;
}

void check_against(const race_answer& answer, const std::vector<std::vector<race_taking>>& all) {
    REQUIRE(answer.timing.size() == answer.parties.size());
    for (std::size_t i = 0; i < answer.timing.size(); ++i) {
        const race_timing& timing = answer.timing[i];
        REQUIRE(timing.months.size() == all.size());
        for (std::size_t m = 0; m < all.size(); ++m) {
            CAPTURE(i);
            CAPTURE(m);
            CHECK(timing.months[m].month == m + 1);
            CHECK(near(timing.months[m].offered, all[m][i].offered, 1e-12));
            CHECK(near(timing.months[m].worth, all[m][i].worth, 1e-12));
        }
    }
}

}  // namespace

TEST_CASE("what is on the table is what the same talks played again say") {
    const scenario world = drawn_talks();
    const race_answer answer = race(world, {.runs = 12, .seed = 5});
    REQUIRE(answer.months.size() > 3);
    const auto all = recomputed(world, {}, 5, 12, answer.months.size() - 1);
    check_against(answer, all);
    // the best is the best of all months from the first with an offer
    for (std::size_t i = 0; i < 2; ++i) {
        std::size_t first = 0;
        while (all[first][i].offered <= 0) {
            ++first;
        }
        double most = 0;
        for (const auto& month : all) {
            most = std::max(most, month[i].worth);
        }
        REQUIRE(answer.timing[i].best);
        const race_moment& best = *answer.timing[i].best;
        CHECK(best.first == first + 1);
        CHECK(near(best.worth, most, 1e-12));
        CHECK(near(answer.timing[i].months[best.month - 1].worth, most, 1e-12));
        CHECK(near(best.option, most - all[first][i].worth, 1e-12));
        CHECK(best.option >= 0);
    }
}

TEST_CASE("of three parties either of the others may offer, and all have to be able to sign") {
    scenario world = drawn_talks();
    red_line line;
    line.issue = "price";
    line.allow = {world.issues[1].options[0], world.issues[1].options[1]};
    for (const bool lined : {false, true}) {
        if (lined) {
            world.onlookers[0].red_lines = {line};
        }
        const race_answer answer = race(world, {.seats = {"Neighbour"}, .runs = 6, .seed = 2});
        REQUIRE(answer.parties.size() == 3);
        check_against(answer, recomputed(world, {"Neighbour"}, 2, 6, answer.months.size() - 1));
    }
}

TEST_CASE("an offer that noise swallowed is not on the table") {
    scenario world = drawn_talks();
    world.protocol->mediators.resize(1);
    world.protocol->mediators[0].name = "Post";
    world.protocol->mediators[0].role = "relay(noise=0.5)";
    std::size_t lost = 0;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        const race_answer answer = race(world, {.runs = 1, .seed = seed});
        run_options asked;
        asked.seed = seed;
        asked.other_runs = 0;
        const run_answer told = run(world, asked);
        for (std::size_t m = 1; static_cast<double>(m) * days_of_month < told.days; ++m) {
            const double day = static_cast<double>(m) * days_of_month;
            for (std::size_t i = 0; i < 2; ++i) {
                double gain = -1;  // of the last offer of the other
                for (const told_event& e : told.events) {
                    const bool counts = e.action == "offer" && e.who == told.parties[1 - i].name &&
                                        static_cast<double>(e.round) * 10 <= day;
                    lost += counts && !e.arrived ? 1U : 0U;
                    gain = counts && e.arrived ? e.utilities[i] - told.no_deal[i].utility : gain;
                }
                const race_taking& taking = answer.timing[i].months[m - 1];
                CHECK(taking.offered == (gain > -tests::grid ? 1 : 0));
                const double patience = i == 0 ? std::pow(0.9, day / days_of_month) : 1;
                CHECK(near(taking.worth,
                           std::max(0.0, gain) * patience * std::exp(-shocks * day / days_of_month),
                           1e-12));
            }
        }
    }
    CHECK(lost > 0);
}

TEST_CASE("who waits until the talks are over has what the talks give") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const race_answer answer = race(drawn_talks(), {.runs = 20, .seed = seed});
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(near(answer.timing[i].months.back().worth, answer.plans[0].here.gains[i], 1e-12));
            CHECK(
                near(answer.timing[i].months.back().offered, answer.plans[0].agreed.share, 1e-12));
        }
    }
}

TEST_CASE("the more shocks, the less it pays to wait") {
    for (std::size_t i = 0; i < 2; ++i) {
        std::size_t month = 1000;
        for (const double rate : {0.0, 0.1, 0.5, 2.0}) {
            const race_answer answer = race(drawn_talks(), {.runs = 20, .rate = rate});
            REQUIRE(answer.timing[i].best);
            CHECK(answer.timing[i].best->month <= month);
            month = answer.timing[i].best->month;
        }
    }
}

TEST_CASE("offers that suit nobody leave nothing to take") {
    scenario world = drawn_talks();
    world.protocol->strategies = {{"Seller", "hardliner"}, {"Buyer", "hardliner"}};
    world.parties[0].reservation = world.parties[1].reservation = 0.5;
    const race_answer answer = race(world, {.runs = 2});
    for (const race_timing& timing : answer.timing) {
        CHECK_FALSE(timing.best);
        for (const race_taking& one : timing.months) {
            CHECK(one.offered == 0);
            CHECK(one.worth == 0);
        }
    }
    CHECK(tests::says(report::render_text(describe(answer)),
                      "Seller is never offered anything that suits it"));
    // a race that was stopped says nothing of it
    std::stop_source stop;
    stop.request_stop();
    race_options options;
    options.parallel.stop = stop.get_token();
    CHECK(race(world, options).timing.empty());
}

TEST_CASE("threads change nothing about the best moment") {
    race_options options;
    options.runs = 30;
    options.parallel.threads = 1;
    const race_answer one = race(drawn_talks(), options);
    options.parallel.threads = 3;
    const race_answer three = race(drawn_talks(), options);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t m = 0; m < one.timing[i].months.size(); ++m) {
            CHECK(one.timing[i].months[m].worth == three.timing[i].months[m].worth);
        }
    }
}
