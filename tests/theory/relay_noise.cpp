#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/relay_noise.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;

TEST_CASE("two relays with noise 0.1 turn round 0.18") {
    CHECK(near(chain_noise({0.1, 0.1}), 0.18));
    CHECK(near(chain_noise({}), 0));
    CHECK(near(chain_noise({0.3}), 0.3));
    CHECK(near(chain_noise({0.5, 0}), 0.5));
    CHECK_THROWS_AS(chain_noise({0.1, 1.1}), std::invalid_argument);
}

TEST_CASE("two relays with noise 0.1 hand on 0.81") {
    CHECK(near(chance_of_arrival({0.1, 0.1}), 0.81));
    CHECK(near(chance_of_arrival({}), 1));
    CHECK_THROWS_AS(chance_of_arrival({-0.1}), std::invalid_argument);
}

TEST_CASE("noise of a half teaches nothing") {
    CHECK(near(belief_after_yes(0.3, 0.5), 0.3));
    CHECK(near(belief_after_yes(0.3, 0), 1));
    CHECK(near(belief_after_yes(0, 0), 0));
    CHECK(near(belief_after_yes(0.5, 0.18), 0.82));
    CHECK_THROWS_AS(belief_after_yes(1.3, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(belief_after_yes(0.3, -0.5), std::invalid_argument);
}

TEST_CASE("a chain turns round as often as an odd number of its relays do") {
    tests::check_always(100, [] {
        const auto relays = *rc::gen::inRange<std::size_t>(0, 7);
        std::vector<double> noises;
        for (std::size_t k = 0; k < relays; ++k) {
            noises.push_back(*rc::gen::inRange(0, 101) * 0.01);
        }
        double odd = 0;
        for (unsigned turned = 0; turned < 1U << relays; ++turned) {
            double chance = 1;
            bool wrong = false;
            for (std::size_t k = 0; k < relays; ++k) {
                const bool here = (turned >> k & 1U) != 0;
                chance *= here ? noises[k] : 1 - noises[k];
                wrong = wrong != here;
            }
            odd += wrong ? chance : 0;
        }
        RC_ASSERT(near(chain_noise(noises), odd));
    });
}
