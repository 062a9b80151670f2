#include <string>

#include <doctest/doctest.h>
#include <support/agreements.hpp>

#include <negotiation/sequence/exchange.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("amounts are exact") {
    const exchange of(tests::four_steps().made);
    REQUIRE(of.size() == 4);
    REQUIRE(of.parties() == 2);
    CHECK(of.grain(0) == 0.5);  // V 7; kept 4, -2, 5, -1.5
    CHECK(of.total(0) == 14);
    CHECK(static_cast<double>(of.total(1)) * of.grain(1) == 8);
    CHECK(of.kept(3, 0) == -3);
    CHECK(static_cast<double>(of.kept(3, 1)) * of.grain(1) == 3);
    CHECK(of.breakdown(0) == 0);
    CHECK(of.performer(0) == 1);
    CHECK(of.order().before(2) == only(0));
}

TEST_CASE("halting keeps what cannot be undone") {
    tests::two_sided of = tests::four_steps();
    of.made.breakdown = {1, 0};
    const exchange made(of.made);
    const auto halted = [&](party_id i, step_set done) {
        return static_cast<double>(made.halt_value(i, done)) * made.grain(i);
    };
    CHECK(halted(0, 0) == 0);
    CHECK(halted(0, only(0)) == 3);
    CHECK(halted(0, only(1) | only(3)) == -4.5);
    CHECK(halted(1, only(1) | only(3)) == 7);
    CHECK(halted(0, first_steps(4)) == 7);
}

TEST_CASE("amounts whose sums do not fit are refused") {
    agreement of;
    of.completion = {0, 0};
    of.breakdown = {0, 0};
    for (int k = 0; k < 8; ++k) {
        of.steps.push_back({0, {k == 0 ? 1e-12 : 1e6, 1}, {0, 0}, {}, 0, 0, {}});
    }
    CHECK_THROWS_WITH_AS(
        exchange{of},
        "agreement: the values of party 0 differ too much in size to be added exactly; write them "
        "with fewer digits",
        std::invalid_argument);
}

TEST_CASE("what a step teaches is the log-odds of its being honoured") {
    agreement of = tests::four_steps().made;
    of.steps[0].defection = 0.3;
    CHECK(exchange(of).learned(0) == doctest::Approx(0.356675).epsilon(1e-6));
    CHECK(exchange(of).learned(1) == 0);
    // sums do not depend on the order in which steps were honoured
    for (std::size_t k = 0; k < of.steps.size(); ++k) {
        of.steps[k].defection = 0.1 * static_cast<double>(k + 1);
    }
    const exchange made(of);
    CHECK((made.learned(0) + made.learned(1)) + made.learned(2) ==
          made.learned(0) + (made.learned(1) + made.learned(2)));
}
