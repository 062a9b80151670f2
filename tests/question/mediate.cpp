#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/mediate.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/numbers.hpp>

using namespace negotiation;
using namespace negotiation::question;
using tests::near;
using tests::printed;

namespace {

/// Two mediators, of whom the second leans to the seller.
scenario with_mediators() {
    scenario world = tests::tiny_scenario();
    world.protocol.emplace();
    talks::section& said = *world.protocol;
    said.rounds = 10;
    said.mediators.resize(2);
    said.mediators[0].name = "Qatar";
    said.mediators[0].role = "relay(noise=0.1,delay=2)";
    said.mediators[1].name = "Oman";
    said.mediators[1].role = "relay(noise=0.1)";
    said.mediators[1].bias = 0.1;
    said.mediators[1].toward = "Seller";
    return world;
}

std::vector<std::vector<std::string>> rows_in(const mediate_answer& answer) {
    std::vector<std::vector<std::string>> rows;
    for (const way_of_talking& way : answer.ways) {
        rows.push_back(way.mediators);
    }
    return rows;
}

/// Everything that was measured of a way, without its theory.
std::vector<double> measured(const way_of_talking& way) {
    std::vector<double> all{way.agreed.share, way.leaked.share, way.rounds, way.days, way.lost};
    all.insert(all.end(), way.utilities.begin(), way.utilities.end());
    all.insert(all.end(), way.discounted.begin(), way.discounted.end());
    return all;
}

using rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("every mediator is tried alone, and all of them together") {
    const scenario world = with_mediators();
    const mediate_answer answer = mediate(world, {.runs = 20});
    CHECK(rows_in(answer) == rows{{}, {"Qatar"}, {"Oman"}, {"Qatar", "Oman"}});
    for (const way_of_talking& way : answer.ways) {
        CHECK(way.runs == 20);
        CHECK(way.utilities.size() == 2);
        CHECK(way.agreed.low <= way.agreed.share);
    }
    CHECK(answer.ways[0].lost == 0);
    CHECK(answer.ways[3].lost > answer.ways[1].lost);
    CHECK(answer.ways[1].days > answer.ways[0].days);
    CHECK(answer.complete);
    CHECK(answer.best.size() == 2);
    CHECK(rows_in(mediate(tests::tiny_scenario(), {.runs = 2})) == rows{{}});
}

TEST_CASE("candidates are added, changed and left out, and rows of them tried") {
    const scenario world = with_mediators();
    mediate_options options;
    options.runs = 2;
    options.mediators = {{"Oman", "none"}, {"E3", "formulator"}};
    options.together = {"E3+Qatar", "Qatar + E3"};
    const mediate_answer answer = mediate(world, options);
    CHECK(rows_in(answer) == rows{{}, {"Qatar"}, {"E3"}, {"Qatar", "E3"}, {"E3", "Qatar"}});
    options.together = {"Oman+Qatar"};
    CHECK_THROWS_WITH_AS(mediate(world, options), "together: no mediator 'Oman'; known: Qatar, E3",
                         std::invalid_argument);
    options.together = {"E3+E3"};
    CHECK_THROWS_WITH_AS(mediate(world, options), "together: mediator 'E3' is there twice",
                         std::invalid_argument);
    options.mediators = {{"E3", "rely"}};
    CHECK_THROWS_AS(mediate(world, options), std::invalid_argument);
}

TEST_CASE("a relay without noise and delay is as good as direct talks") {
    scenario world = with_mediators();
    world.protocol->mediators[0].role = "relay";
    const mediate_answer answer = mediate(world, {.runs = 20});
    CHECK(measured(answer.ways[1]) == measured(answer.ways[0]));
    CHECK(answer.ways[1].turned_round == 0);
}

TEST_CASE("a way serves better only beyond chance") {
    // too few runs to tell: whoever has the greatest mean has it by luck
    mediate_options options;
    options.runs = 29;
    options.strategies = {{"Seller", "random-walker"}, {"Buyer", "random-walker"}};
    const mediate_answer few = mediate(with_mediators(), options);
    CHECK(few.best == std::vector<std::size_t>{0, 0});
    CHECK(few.ways[0].better == std::vector<bool>{false, false});
    // Switzerland alone serves Iran in almost every run, the United States by luck if at all
    mediate_options bundled;
    bundled.scope = "nuclear";
    bundled.runs = 30;
    bundled.mediators = {{"Qatar", "none"}, {"Oman", "none"}, {"E3", "none"}};
    const mediate_answer many =
        mediate(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/direct-vs-mediated.toml"), bundled);
    REQUIRE(many.ways.size() == 2);
    CHECK(many.ways[1].better == std::vector<bool>{false, true});
    CHECK(many.best == std::vector<std::size_t>{0, 1});
}

TEST_CASE("the textbook's numbers are counted as assumed") {
    mediate_options options;
    options.runs = 1;
    const std::size_t all = mediate(with_mediators(), options).assumed_numbers;
    CHECK(all == assumed_numbers_of_talks(with_mediators(), "", {}) + 9);
    options.counsel = parse_counsel("mediator_cost=0.3,weak_if_weak=0.8");
    options.dispute = theory::dispute{0.4, 0.85, 0.75};
    CHECK(mediate(with_mediators(), options).assumed_numbers == all - 5);
}

TEST_CASE("messages are worth what the chain leaves of them") {
    const mediate_answer answer = mediate(with_mediators(), {.runs = 1});
    CHECK(near(answer.ways[0].belief_after_yes, 1));
    CHECK(near(answer.ways[1].turned_round, 0.1));
    CHECK(near(answer.ways[3].turned_round, 0.18));
    CHECK(near(answer.ways[3].arrival, 0.81));
    CHECK(near(answer.ways[3].belief_after_yes, 0.82));
    CHECK(near(mediate(with_mediators(), {.runs = 1, .prior = 0}).ways[1].belief_after_yes, 0));
}

TEST_CASE("only whom a mediator leans to believes its counsel of restraint") {
    const mediate_answer answer = mediate(with_mediators(), {.runs = 1});
    REQUIRE(answer.mediators.size() == 2);
    CHECK(answer.mediators[0].believed == std::vector<bool>{false, false});
    CHECK(near(answer.mediators[1].leaning[0], 0.2));
    CHECK(near(answer.mediators[1].leaning[1], -0.2));
    CHECK(answer.mediators[1].believed == std::vector<bool>{true, false});
    REQUIRE(answer.biases);
    CHECK(answer.biases->least == printed(0.076923, 6));
    CHECK(answer.counsel_assumed);
    CHECK(answer.peace_mediated == printed(0.857143, 6));
    CHECK(answer.peace_unmediated == printed(0.794118, 6));
    mediate_options options;
    options.runs = 1;
    options.counsel = parse_counsel("mediator_cost=1");
    const mediate_answer dearer = mediate(with_mediators(), options);
    CHECK_FALSE(dearer.counsel_assumed);
    CHECK(dearer.mediators[1].believed == std::vector<bool>{false, false});  // 0.38 is the least
}

TEST_CASE("among three parties a bias is weighed against the others' mean") {
    scenario world = with_mediators();
    mediate_options options;
    options.runs = 1;
    options.seats = {"Neighbour"};
    const mediate_answer answer = mediate(world, options);
    // weights 1/3 + 0.1 against 1/3 - 0.05 each
    CHECK(near(answer.mediators[1].leaning[0], 0.15));
    CHECK(near(answer.mediators[1].leaning[2], -0.075));
}

TEST_CASE("threads change nothing, seeds do") {
    const scenario world = with_mediators();
    const mediate_answer one = mediate(world, {.runs = 30, .parallel = {.threads = 1}});
    const mediate_answer three = mediate(world, {.runs = 30, .parallel = {.threads = 3}});
    const mediate_answer other = mediate(world, {.runs = 30, .seed = 2});
    for (std::size_t k = 0; k < one.ways.size(); ++k) {
        CHECK(measured(one.ways[k]) == measured(three.ways[k]));
    }
    CHECK(measured(one.ways[3]) != measured(other.ways[3]));
}

TEST_CASE("a stop leaves what was played") {
    std::stop_source stop;
    mediate_options options;
    options.runs = 1000;
    options.parallel.threads = 1;
    options.parallel.stop = stop.get_token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) {
        CHECK(all == 4000);
        if (done >= 20) {
            stop.request_stop();
        }
    };
    const mediate_answer answer = mediate(with_mediators(), options);
    CHECK_FALSE(answer.complete);
    CHECK(answer.ways[0].runs >= 20);
    CHECK(answer.ways[0].runs < 1000);
    CHECK(answer.ways[1].runs == 0);
    CHECK(answer.best.empty());
    for (const way_of_talking& way : answer.ways) {
        CHECK(way.better.empty());
    }
}

TEST_CASE("situations are read by the names of their numbers") {
    const theory::counsel counsel = parse_counsel("mediator_cost=0.3, weak_if_weak=0.8");
    CHECK(counsel.mediator_cost == 0.3);
    CHECK(counsel.weak_if_weak == 0.8);
    CHECK(counsel.strong_cost == theory::counsel{}.strong_cost);
    CHECK(parse_dispute("strong=0.25").strong == 0.25);
    CHECK_THROWS_WITH_AS(parse_counsel("mediators_cost=0.3"),
                         doctest::Contains("counsel: no number 'mediators_cost'; did you mean "
                                           "'mediator_cost'?"),
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(parse_dispute("strong=often"),
                         "dispute: strong must be a number; got 'often'", std::invalid_argument);
    CHECK_THROWS_AS(parse_dispute("strong"), std::invalid_argument);
}

TEST_CASE("what cannot be asked of mediators is refused") {
    const scenario world = with_mediators();
    CHECK_THROWS_WITH_AS(mediate(world, {.runs = 0}), "runs must lie in [1, 1000000]; got 0",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(mediate(world, {.prior = 1.5}), "the prior must lie in [0, 1]; got 1.5",
                         std::invalid_argument);
    CHECK_THROWS_AS(mediate(world, {.scope = "narrow"}), scenario_error);
    mediate_options options;
    options.dispute = parse_dispute("victory=0.6");
    CHECK_THROWS_WITH_AS(mediate(world, options), doctest::Contains("gamma"),
                         std::invalid_argument);
}

TEST_CASE("the bundled candidates differ as their file says") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/direct-vs-mediated.toml");
    mediate_options options;
    options.scope = "nuclear";
    options.runs = 4;
    options.together = {"Qatar+Oman"};
    const mediate_answer answer = mediate(world, options);
    CHECK(rows_in(answer) == rows{{},
                                  {"Qatar"},
                                  {"Oman"},
                                  {"Switzerland"},
                                  {"E3"},
                                  {"Qatar", "Oman", "Switzerland", "E3"},
                                  {"Qatar", "Oman"}});
    CHECK(near(answer.ways[6].turned_round, 0.14));  // 0.05 and 0.1
    CHECK(answer.mediators[1].believed == std::vector<bool>{false, true});
    CHECK(answer.mediators[2].believed == std::vector<bool>{false, false});
    CHECK(answer.mediators[3].believed == std::vector<bool>{true, false});
}
