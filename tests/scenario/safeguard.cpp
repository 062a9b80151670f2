#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/safeguard.hpp>
#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using tests::near;

namespace {

const std::vector<std::string> payer_and_answerer{"United States", "Iran"};

frozen_sequence four_steps() {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/four-steps.toml");
    return freeze_sequence(world, freeze(world), payer_and_answerer, {}, {});
}

double least_trust_of(const frozen_sequence& steps) {
    const sequence::exchange made(steps.agreement);
    const sequence::ideal_lattice lattice(made.order());
    const auto found = sequence::least_trust_order(made, lattice, steps.names, {});
    return sequence::probability_of(sequence::greatest(found.best));
}

/// One party pays 2 and gains 6 by completion, the other answers: the stake of the textbook.
frozen_sequence stake() {
    frozen_sequence steps;
    sequence::step pay{0, {-2, 8}, {0, 0}, {}, 0, 0, {}};
    sequence::step answer{1, {8, -1}, {0, 0}, {0}, 0, 0, {}};
    steps.agreement.steps = {pay, answer};
    steps.agreement.completion = {0, 10};
    steps.agreement.breakdown = {0, 0};
    steps.steps = {"pay", "answer"};
    steps.names = {1, 0};
    return steps;
}

}  // namespace

TEST_CASE("an escrow without an answer finds the one that needs least trust") {
    const frozen_sequence steps = four_steps();
    const auto place = [&](const char* name) {
        return static_cast<sequence::step_id>(
            std::find(steps.steps.begin(), steps.steps.end(), name) - steps.steps.begin());
    };
    const std::vector<sequence::step_id> answers = answers_to(steps, place("U1"));
    REQUIRE(answers.size() == 2);
    CHECK(near(at_stake(steps.agreement.steps[place("U1")]), 2));
    const frozen_sequence best = in_escrow(steps, payer_and_answerer, {"U1", "", 0}, {});
    double least = 1;
    for (const sequence::step_id s : answers) {
        const frozen_sequence with =
            in_escrow(steps, payer_and_answerer, {"U1", steps.steps[s], 0}, {});
        CHECK(with.steps.back() == "release of U1");
        least = std::min(least, least_trust_of(with));
    }
    CHECK(near(least_trust_of(best), least));
    CHECK(near(least, 1.0 / 9));
    // in a fixed order only what comes later can answer
    frozen_sequence fixed = steps;
    fixed.order = {place("I1"), place("U1"), place("I2"), place("U2")};
    CHECK(answers_to(fixed, place("U1")) == std::vector<sequence::step_id>{place("I2")});
    CHECK(in_escrow(fixed, payer_and_answerer, {"U1", "", 0}, {}).order ==
          std::vector<sequence::step_id>{place("I1"), place("U1"), place("I2"), 4, place("U2")});
}

TEST_CASE("a guarantor never pays more than its budget") {
    const frozen_sequence steps = stake();
    CHECK(near(sequence::greatest_loss(steps.agreement, 0), 2));
    CHECK(sequence::greatest_loss(steps.agreement, 1) == 0);  // it has the last word
    const std::vector<std::string> names{"A", "B"};
    // L = 2, G = 6 need a belief of 1/4; with 0.470588 of L made good, one of 0.15
    CHECK(near(least_trust_of(steps), 0.25));
    const double share = sequence::guarantee_needed({2, 6}, 0.15);
    CHECK(near(share, 8.0 / 17));
    CHECK(near(least_trust_of(
                   guaranteed(steps, names, "A", affordable_share(steps, names, {"A", share, 10}))),
               0.15));
    CHECK(near(least_trust_of(guaranteed(steps, names, "A",
                                         affordable_share(steps, names, {"A", 1, 2 * share}))),
               0.15));
    CHECK(near(affordable_share(steps, names, {"A", 1, 1}), 0.5));
    // of two only the one that has not stopped is paid: the greater loss decides
    const frozen_sequence of_both = guaranteed(steps, names, "", 0.5);
    CHECK(near(of_both.agreement.covered[0], 0.5));
    CHECK(near(of_both.agreement.covered[1], 0.5));
    CHECK(near(affordable_share(steps, names, {"", 1, 1}), 0.5));
    CHECK(affordable_share(steps, names, {"B", 1, 1}) == 0);
    // where the order is fixed, what it loses in that order decides
    frozen_sequence chain = four_steps();
    chain.order = {0, 1, 2, 3};  // I1 U1 I2 U2
    CHECK(affordable_share(chain, payer_and_answerer, {"United States", 1, 2}) == 1);
    CHECK(affordable_share(four_steps(), payer_and_answerer, {"United States", 1, 2}) < 1);
    CHECK_THROWS_WITH_AS((void)guaranteed(steps, names, "C", 1),
                         "guarantee: no party 'C' at the table; known: A, B",
                         std::invalid_argument);
    CHECK_THROWS_AS((void)guaranteed(steps, names, "A", 2), std::invalid_argument);
}
