#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/compliance/assurance.hpp>

using namespace negotiation;
using namespace negotiation::compliance;
using tests::near;
using tests::printed;

namespace {

/// What a trustworthy party expects of an act, the other's trustworthy type cooperating or not.
double expected(const assurance_game& of, double belief, bool cooperates, bool other_cooperates) {
    const double meets = other_cooperates ? belief : 0;
    return cooperates ? meets * of.reward + (1 - meets) * of.sucker
                      : meets * of.temptation + (1 - meets) * of.punishment;
}

assurance_game some_game() {
    const double punishment = *rc::gen::inRange(-20, 20) * 0.25;
    const double temptation = *rc::gen::inRange(-20, 20) * 0.25;
    return {temptation + *rc::gen::inRange(1, 20) * 0.25, temptation, punishment,
            punishment - *rc::gen::inRange(1, 20) * 0.25};
}

}  // namespace

TEST_CASE("two parties cooperate where both believe enough") {
    const assurance_game wary{1, 0.5, 0, -1};
    const assurance_game easy{3, 1, 0, -1};
    const mutual_assurance both = assured(wary, easy, 0.7, 0.4);
    CHECK(both.needed[0] == printed(0.666667, 6));
    CHECK(near(both.needed[1], 1.0 / 3));
    CHECK(both.holds);
    CHECK_FALSE(assured(wary, easy, 0.6, 0.4).holds);
    CHECK_FALSE(assured(wary, easy, 0.7, 0.3).holds);
    // exactly as much as is needed is enough
    CHECK(assured(wary, easy, 2.0 / 3, 1.0 / 3).holds);
    CHECK_THROWS_AS(assured(wary, easy, 1.5, 0.3), std::invalid_argument);
    CHECK_THROWS_AS(assured(wary, {1, 2, 0, -1}, 0.5, 0.3), std::invalid_argument);
}

TEST_CASE("nobody gains by leaving the equilibrium that beliefs allow") {
    tests::check_always(300, [] {
        const assurance_game games[2] = {some_game(), some_game()};
        const double beliefs[2] = {*rc::gen::inRange(0, 101) * 0.01,
                                   *rc::gen::inRange(0, 101) * 0.01};
        const mutual_assurance found = assured(games[0], games[1], beliefs[0], beliefs[1]);
        bool equilibrium = true;
        bool apart = true;
        for (int i = 0; i < 2; ++i) {
            equilibrium =
                equilibrium && expected(games[i], beliefs[i], true, true) >=
                                   expected(games[i], beliefs[i], false, true) - tests::grid;
            apart = apart && expected(games[i], beliefs[i], false, false) >=
                                 expected(games[i], beliefs[i], true, false);
        }
        RC_ASSERT(found.holds == equilibrium);
        RC_ASSERT(apart);
    });
}

TEST_CASE("trust is placed where the odds exceed loss over gain") {
    CHECK(places_trust(0.3, 6, 2));
    CHECK_FALSE(places_trust(0.25, 6, 2));
    CHECK_FALSE(places_trust(0.2, 6, 2));
    CHECK_FALSE(places_trust(0, 1, 0));
    CHECK(places_trust(1, 1, 100));
    CHECK_THROWS_AS(places_trust(-0.1, 1, 1), std::invalid_argument);
    CHECK_THROWS_AS(places_trust(0.1, std::numeric_limits<double>::infinity(), 1),
                    std::invalid_argument);
    CHECK_THROWS_AS(places_trust(0.1, 1, -1), std::invalid_argument);
}
