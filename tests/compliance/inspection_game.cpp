#include <algorithm>
#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/compliance/inspection_game.hpp>

using namespace negotiation;
using namespace negotiation::compliance;
using tests::near;

namespace {

constexpr inspection_costs both_costs[] = {inspection_costs::contained, inspection_costs::added};

/// Costs contained are 0.05 k at most the loss, so that every such game is one.
inspection_game some_inspection() {
    inspection_game of;
    of.gain = *rc::gen::inRange(0, 40) * 0.25;
    of.penalty = *rc::gen::inRange(0, 40) * 0.25;
    const int caught = *rc::gen::inRange(0, 20);
    of.caught = caught * 0.05;
    of.costs = both_costs[*rc::gen::inRange(0, 2)];
    of.cost = of.costs == inspection_costs::contained ? *rc::gen::inRange(0, caught + 1) * 0.05
                                                      : *rc::gen::inRange(0, 60) * 0.05;
    of.detection = *rc::gen::inRange(0, 21) * 0.05;
    return of;
}

/// The inspector's payoff of an act against another, straight from the table of the game.
double inspector_gets(const inspection_game& of, bool inspects, bool violates) {
    const double detected =
        of.costs == inspection_costs::contained ? of.caught : of.caught + of.cost;
    if (!violates) {
        return inspects ? -of.cost : 0;
    }
    return inspects ? -of.detection * detected - (1 - of.detection) * (1 + of.cost) : -1;
}

double inspectee_gets(const inspection_game& of, bool inspects, bool violates) {
    if (!violates) {
        return 0;
    }
    return inspects ? (1 - of.detection) * of.gain - of.detection * of.penalty : of.gain;
}

double mixed(double share, double with, double without) {
    return share * with + (1 - share) * without;
}

}  // namespace

TEST_CASE("one period is mixed by both") {
    // d = 1, b = 3, e = 0.1, a = 0.4: inspect with 1/4, violate with e / (1 - a + e) = 1/7
    const inspection_play contained = equilibrium_of({1, 3, 0.1, 0.4});
    CHECK(near(contained.inspect, 0.25));
    CHECK(near(contained.violate, 1.0 / 7));
    CHECK(near(contained.inspectee, 0));
    CHECK(near(contained.inspector, -1.0 / 7));
    // where costs add, with e / (1 - a) = 1/6
    const inspection_play added = equilibrium_of({1, 3, 0.1, 0.4, 1, inspection_costs::added});
    CHECK(near(added.inspect, 0.25));
    CHECK(near(added.violate, 1.0 / 6));
    // imperfect detection: inspect more
    CHECK(near(equilibrium_of({1, 3, 0.1, 0.4, 0.5}).inspect, 0.5));
    // where nothing deters the rules are broken; nobody looks in vain
    CHECK(equilibrium_of({1, 3, 0.1, 0.4, 0.2}).violate >= 1);
    CHECK(equilibrium_of({1, 3, 0.1, 0.4, 0.2}).inspect >= 1);
    CHECK(equilibrium_of({1, 3, 0.1, 0.4, 0.1}).inspect <= 0);
    CHECK(equilibrium_of({0, 3, 0.1, 0.4}).violate <= 0);
    CHECK(equilibrium_of({1, 3, 2, 0, 1, inspection_costs::added}).violate >= 1);
    CHECK_THROWS_AS(equilibrium_of({-1, 3, 0.1, 0.4}), std::invalid_argument);
    CHECK_THROWS_AS(equilibrium_of({1, 3, 0.5, 0.4}), std::invalid_argument);
    CHECK_THROWS_AS(equilibrium_of({1, 3, 0.1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(leadership_of({1, 3, 0.1, 0.4, 1.5}), std::invalid_argument);
    CHECK_THROWS_AS(rate_needed({1, std::numeric_limits<double>::quiet_NaN(), 0.1, 0.4}),
                    std::invalid_argument);
    CHECK_THROWS_AS(deters({1, 3, 0.1, 0.4}, 1.1), std::invalid_argument);
}

TEST_CASE("nobody gains by another act in equilibrium") {
    tests::check_always(500, [] {
        const inspection_game of = some_inspection();
        const inspection_play at = equilibrium_of(of);
        double inspector[2];
        double inspectee[2];
        for (const bool act : {false, true}) {
            inspector[act] =
                mixed(at.violate, inspector_gets(of, act, true), inspector_gets(of, act, false));
            inspectee[act] =
                mixed(at.inspect, inspectee_gets(of, true, act), inspectee_gets(of, false, act));
        }
        RC_ASSERT(near(mixed(at.inspect, inspector[1], inspector[0]), at.inspector));
        RC_ASSERT(near(mixed(at.violate, inspectee[1], inspectee[0]), at.inspectee));
        RC_ASSERT(at.inspector >= std::max(inspector[0], inspector[1]) - tests::grid);
        RC_ASSERT(at.inspectee >= std::max(inspectee[0], inspectee[1]) - tests::grid);
    });
}

TEST_CASE("the rules are kept exactly where rate times detection is enough") {
    CHECK(near(*rate_needed({1, 3, 0.1, 0.4}), 0.25));
    CHECK(near(*rate_needed({1, 3, 0.1, 0.4, 0.5}), 0.5));
    CHECK(near(*rate_needed({1, 3, 0.1, 0.4, 0.25}), 1));
    CHECK_FALSE(rate_needed({1, 3, 0.1, 0.4, 0.2}));
    CHECK(near(*rate_needed({0, 0, 0.1, 0.4, 0}), 0));
    tests::check_always(500, [] {
        const inspection_game of = some_inspection();
        const double rate = *rc::gen::inRange(0, 41) * 0.025;
        const double violating =
            mixed(rate, inspectee_gets(of, true, true), inspectee_gets(of, false, true));
        RC_ASSERT(deters(of, rate) == (violating <= 1e-9));
    });
}

TEST_CASE("an announced rate makes the inspectee keep the rules") {
    const inspection_play led = leadership_of({1, 3, 0.1, 0.4});
    CHECK(near(led.inspect, 0.25));
    CHECK(near(led.violate, 0));
    CHECK(near(led.inspector, -0.025));  // 1/7 without the announcement
    // too dear to be worth it
    const inspection_play dear = leadership_of({1, 1, 3, 0, 1, inspection_costs::added});
    CHECK(near(dear.inspect, 0));
    CHECK(near(dear.inspector, -1));
}

TEST_CASE("no other announced rate is better") {
    tests::check_always(500, [] {
        const inspection_game of = some_inspection();
        const inspection_play led = leadership_of(of);
        RC_ASSERT(led.inspector >= equilibrium_of(of).inspector - tests::grid);
        for (int k = 0; k <= 40; ++k) {
            const double rate = 0.025 * k;
            const bool violates =
                mixed(rate, inspectee_gets(of, true, true), inspectee_gets(of, false, true)) > 1e-9;
            RC_ASSERT(led.inspector >= mixed(rate, inspector_gets(of, true, violates),
                                             inspector_gets(of, false, violates)) -
                                           tests::grid);
        }
    });
}
