#include <limits>

#include <doctest/doctest.h>
#include <support/property.hpp>

#include <negotiation/theory/honest_broker.hpp>

using namespace negotiation;
using namespace negotiation::theory;

TEST_CASE("who wants cooperation at any price is not believed") {
    CHECK(is_honest_broker({1, 0, -0.5}));
    CHECK(is_honest_broker({1, 0, 0}));
    CHECK_FALSE(is_honest_broker({1, 0, 0.5}));  // half a success, that one side cooperates
    CHECK_FALSE(is_honest_broker({-1, 0, -2}));  // would keep everybody apart
    CHECK_THROWS_AS(is_honest_broker({1, 0, -std::numeric_limits<double>::infinity()}),
                    std::invalid_argument);
}

TEST_CASE("an honest broker's best message is the truth, and another's is not always") {
    tests::check_always(200, [] {
        const auto payoff = [] { return *rc::gen::inRange(-10, 11) * 0.1; };
        const broker_payoffs of{payoff(), payoff(), payoff()};
        // vouched for, a party is trusted: both cooperate, or the one that trusts is exploited
        const bool vouches_for_good = of.cooperation >= of.nothing;
        const bool vouches_for_bad = of.exploitation > of.nothing;
        RC_ASSERT(is_honest_broker(of) == (vouches_for_good && !vouches_for_bad));
    });
}
