#include <stdexcept>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/ratification/tied_hands.hpp>

using negotiation::ratification::alternating_offers_with_floor;
using negotiation::ratification::joint_passage;
using negotiation::ratification::safest_share;
using negotiation::ratification::tied_hands;
using negotiation::tests::near;
using negotiation::tests::printed;

TEST_CASE("a floor helps from where it binds") {
    const auto with_floor = [](double floor) {
        return alternating_offers_with_floor(0.9, 0.9, floor);
    };
    CHECK(with_floor(0.45).as_proposer == printed(0.526316, 6));
    CHECK(with_floor(0.45).as_responder == printed(0.473684, 6));
    CHECK(near(with_floor(0.5).as_proposer, 0.55));
    CHECK(near(with_floor(0.5).as_responder, 0.5));
    CHECK(near(with_floor(0.6).as_proposer, 0.64));
    CHECK(near(with_floor(0.7).as_proposer, 0.73));
    CHECK(near(with_floor(0.7).as_responder, 0.7));
}

TEST_CASE("shares under a floor are those of backward induction") {
    for (const double patience : {0.7, 0.9, 0.97}) {
        for (const double others : {0.6, 0.9}) {
            for (double floor = 0; floor < 1; floor += 0.05) {
                // the last of very many rounds is an ultimatum of the side with the floor
                double proposing = 1;
                double responding = 0;
                for (int round = 0; round < 2000; ++round) {
                    responding = patience * proposing < floor ? floor : patience * proposing;
                    proposing = 1 - others * (1 - responding);
                }
                const tied_hands found = alternating_offers_with_floor(patience, others, floor);
                CHECK(near(found.as_proposer, proposing));
                CHECK(near(found.as_responder, responding));
            }
        }
    }
}

TEST_CASE("the safest share is the Nash solution of the floors") {
    CHECK(near(*safest_share(0.45, 0.25), 0.60));
    for (double first = 0; first < 0.9; first += 0.1) {
        for (double second = 0; first + second < 1; second += 0.1) {
            const double best = safest_share(first, second).value();
            const double product = (best - first) * (1 - best - second);
            for (int k = 0; k <= 100; ++k) {
                const double share = k / 100.0;
                CHECK(joint_passage(share, first, second) <=
                      joint_passage(best, first, second) + 1e-15);
                CHECK((share < first || 1 - share < second ||
                       (share - first) * (1 - share - second) <= product + 1e-15));
            }
        }
    }
    CHECK_FALSE(safest_share(0.6, 0.4).has_value());
}

TEST_CASE("tied hands refuse what is no share and no patience") {
    CHECK_THROWS_WITH_AS(
        alternating_offers_with_floor(1, 0.9, 0.5),
        "alternating_offers_with_floor: a discount factor must lie in (0, 1); got 1",
        std::invalid_argument);
    CHECK_THROWS_WITH_AS(alternating_offers_with_floor(0.9, 0.9, 1.5),
                         "alternating_offers_with_floor: a floor must lie in [0, 1]; got 1.5",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(joint_passage(-1, 0, 0),
                         "joint_passage: a share must lie in [0, 1]; got -1",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(safest_share(1, 0),
                         "safest_share: a lowest floor must lie in [0, 1); got 1",
                         std::invalid_argument);
}
