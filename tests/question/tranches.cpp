#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/some_steps.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/tranches.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;
using namespace negotiation::question;
namespace seq = negotiation::sequence;

namespace {

scenario with_tranches() {
    scenario world = tests::tiny_scenario();
    world.sequence.emplace();
    world.sequence->tranches = tests::some_tranches();
    return world;
}

seq::written_tranches& said_in(scenario& world) { return *world.sequence->tranches; }

double sum(const std::vector<double>& of) { return std::accumulate(of.begin(), of.end(), 0.0); }

}  // namespace

TEST_CASE("the first step of the bundled exchange is as small as its belief") {
    const tranches_answer answer =
        tranches(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/small-steps.toml"));
    // odds of 1/9, and a unit costs half of what it is worth
    REQUIRE(answer.sizes.size() == 7);
    CHECK(answer.sizes.front() == doctest::Approx(1.0 / 9));
    CHECK(sum(answer.sizes) >= 0.95);
    CHECK(answer.beliefs.front() == 0.1);
    CHECK(answer.beliefs[1] == doctest::Approx(1 / (1 + 9 * 0.7)));
    CHECK(*answer.survival == doctest::Approx(std::exp(-0.02 * 30 / 30.4375 * 7)));
    CHECK(answer.fixed.count == 26);
    CHECK(answer.equal.to_start == 9);
    CHECK(answer.equal.last == doctest::Approx(0.5));
    CHECK(answer.equal.best->count == 38);
    CHECK(answer.assumed_numbers == 7);
    // so small is a first step at a prior of 0.02, 0.05, ...
    REQUIRE(answer.sweep.size() == 8);
    CHECK(answer.sweep[0].first == doctest::Approx(1.0 / 49));
    CHECK(answer.sweep[0].count == 11);
    CHECK(answer.sweep[2].count == answer.sizes.size());
    CHECK(answer.sweep[2].survival == answer.survival);
    CHECK(answer.sweep.back().first == 1);
    CHECK(answer.sweep.back().count == 1);
}

TEST_CASE("without learning the answer is that of a fixed trust") {
    scenario world = with_tranches();
    said_in(world).defection = 0;
    const tranches_answer answer = tranches(world, {.trust = 0.15});
    CHECK(answer.sizes.size() == 16);
    CHECK(answer.fixed.count == 16);
    CHECK(answer.fixed.share == doctest::Approx(0.176471).epsilon(1e-5));
    CHECK(answer.survival == doctest::Approx(0.726149).epsilon(1e-6));
    CHECK(answer.fixed.survival == answer.survival);
    CHECK(answer.readings_agree);
    CHECK(tranches(world, {.trust = 0.4}).sizes.size() == 3);
}

TEST_CASE("where tranches teach much the readings differ") {
    scenario world = with_tranches();
    said_in(world).defection = 0.8;
    const tranches_answer weighed = tranches(world);
    const tranches_answer next = tranches(world, {.how = seq::reading::next_turn});
    CHECK_FALSE(weighed.readings_agree);
    CHECK_FALSE(next.readings_agree);
    CHECK(weighed.sizes.front() == next.sizes.front());
    CHECK(weighed.sizes.size() == 4);
    CHECK(next.sizes.size() == 3);
    said_in(world).defection = 0.3;
    CHECK(tranches(world).readings_agree);
}

TEST_CASE("no plan is an answer") {
    scenario world = with_tranches();
    said_in(world).defection = 0;
    const tranches_answer never = tranches(world, {.target = 1});
    CHECK(never.sizes.empty());
    CHECK(never.beliefs.empty());
    CHECK_FALSE(never.survival);
    CHECK_FALSE(never.fixed.count);
    CHECK(never.fixed.share > 0);
    CHECK_FALSE(never.sweep.front().first);
    CHECK(never.sweep.back().count == 1);  // at even odds all at once
    CHECK(tranches(with_tranches(), {.limit = 6}).sizes.empty());
    said_in(world).worth = 0.5;
    const tranches_answer worthless = tranches(world);
    CHECK(worthless.sizes.empty());
    CHECK(worthless.fixed.share == 0);
    CHECK_FALSE(worthless.equal.to_start);
    CHECK_FALSE(worthless.equal.best);
    CHECK(worthless.equal.last == 1);
}

TEST_CASE("without a hazard every plan survives and no number of equal tranches is best") {
    scenario world = with_tranches();
    said_in(world).hazard.reset();
    said_in(world).days = 0;
    const tranches_answer answer = tranches(world);
    CHECK(answer.survival == 1);
    CHECK_FALSE(answer.equal.best);
    // a hazard beyond all numbers is survived by nobody
    said_in(world).days = 1e5;
    said_in(world).hazard = seq::written_hazard{1e5, std::numeric_limits<double>::denorm_min()};
    CHECK(tranches(world).survival == 0);
}

TEST_CASE("what cannot be asked about tranches is refused") {
    const scenario world = with_tranches();
    for (const double trust : {0.0, 1.0, -1.0, std::nan("")}) {
        CHECK_THROWS_AS(static_cast<void>(tranches(world, {.trust = trust})),
                        std::invalid_argument);
    }
    for (const double target : {0.0, 1.5, std::nan("")}) {
        CHECK_THROWS_AS(static_cast<void>(tranches(world, {.target = target})),
                        std::invalid_argument);
    }
    CHECK_THROWS_AS(static_cast<void>(tranches(world, {.limit = 0})), std::invalid_argument);
    CHECK_THROWS_WITH(static_cast<void>(tranches(tests::tiny_scenario())),
                      "this scenario has no tranches; [tranches] says what is exchanged, see the "
                      "guide");
    scenario unsound = world;
    said_in(unsound).trust = 2;
    CHECK_THROWS_AS(static_cast<void>(tranches(unsound)), scenario_error);
}
