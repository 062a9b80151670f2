#include <cmath>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/back_channel.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

TEST_CASE("secrecy is better up to 0.0875 leaks a period") {
    const back_channel of{1, 0.4, 0.5, 0.3, 0.2, 10};
    CHECK(public_value(of) == printed(0.22, 6));
    CHECK(*greatest_leak_rate(of) == printed(0.087547, 6));
    CHECK_FALSE(greatest_leak_rate({1, 0.4, 0.5, 0.3, 0, 10}));
    CHECK(near(*greatest_leak_rate({1, 0.9, 0.5, 0.3, 0.2, 10}), 0));
    CHECK(std::isfinite(*greatest_leak_rate({1e50, 0, 1, 0, 5e-324, 1e-50})));
    CHECK_THROWS_AS(public_value({-1, 0.4, 0.5, 0.3, 0.2, 10}), std::invalid_argument);
    CHECK_THROWS_AS(public_value({1, 1.4, 0.5, 0.3, 0.2, 10}), std::invalid_argument);
    CHECK_THROWS_AS(public_value({1, 0.4, -0.5, 0.3, 0.2, 10}), std::invalid_argument);
    CHECK_THROWS_AS(public_value({1, 0.4, 0.5, 0.3, 0.2, 0}), std::invalid_argument);
    CHECK_THROWS_AS(secret_value(of, -1), std::invalid_argument);
    CHECK_THROWS_AS(greatest_leak_rate({1, 0.4, 0.5, std::nan(""), 0.2, 10}),
                    std::invalid_argument);
}

TEST_CASE("at the greatest rate both are worth the same") {
    tests::check_always(200, [] {
        const auto tenths = [](int from, int to) { return *rc::gen::inRange(from, to) * 0.1; };
        const back_channel of{tenths(0, 30), tenths(0, 11), tenths(0, 11),
                              tenths(0, 20), tenths(1, 20), tenths(1, 100)};
        const double rate = *greatest_leak_rate(of);
        const double open = public_value(of);
        RC_ASSERT(rate <= 0 || near(secret_value(of, rate), open, 1e-9));
        RC_ASSERT(secret_value(of, rate + 0.1) <= open + 1e-9);
        RC_ASSERT(rate <= 0 || secret_value(of, rate / 2) >= open - 1e-9);
    });
}
