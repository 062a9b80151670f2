#include <cstddef>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace ng = negotiation;

TEST_CASE("threads that share a problem get the same answers") {
    const auto world = ng::io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    ng::freeze_options options;
    options.scope = "nuclear";
    const ng::problem problem = ng::freeze(world, options);

    struct answer {
        ng::deal::frontier points;
        ng::outcome_count zone = 0;
        std::vector<double> fair;
    };
    std::vector<answer> answers(4);
    {
        std::vector<std::jthread> threads;
        for (answer& mine : answers) {
            threads.emplace_back([&problem, &mine] {
                mine.points = ng::deal::pareto_frontier(problem);
                mine.zone = ng::deal::zone(problem).count;
                const auto deal = ng::deal::nash(mine.points, problem);
                mine.fair = deal->utilities;
            });
        }
    }
    for (const answer& each : answers) {
        CHECK(each.points.sums == answers.front().points.sums);
        CHECK(each.points.options == answers.front().points.options);
        CHECK(each.zone == answers.front().zone);
        CHECK(each.fair == answers.front().fair);
    }
    CHECK(answers.front().points.size() == 26);
}

TEST_CASE("threads that freeze and read at the same time do not disturb one another") {
    std::vector<ng::problem> problems(4);
    {
        std::vector<std::jthread> threads;
        for (ng::problem& mine : problems) {
            threads.emplace_back([&mine] {
                mine = ng::freeze(
                    ng::io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml"));
            });
        }
    }
    for (const ng::problem& each : problems) {
        CHECK(each == problems.front());
    }
}
