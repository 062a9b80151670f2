#include <cstdint>

#include <doctest/doctest.h>

#include <negotiation/model/count.hpp>

using namespace negotiation;

TEST_CASE("a count of ten to the twentieth prints every digit") {
    outcome_count n = 1;
    for (int k = 0; k < 20; ++k) {
        n = saturating_multiply(n, 10);
    }
    CHECK(to_string(n) == "100000000000000000000");
    CHECK(to_string(n - 1) == "99999999999999999999");
    CHECK(to_string(outcome_count{0}) == "0");
    CHECK(to_string(outcome_count{7}) == "7");
    CHECK(to_string(~outcome_count{0} - 1) == "340282366920938463463374607431768211454");
}

TEST_CASE("a count saturates instead of wrapping round") {
    constexpr outcome_count most = ~outcome_count{0};
    constexpr outcome_count half = outcome_count{1} << 127;
    CHECK(saturating_multiply(half, 1) == half);
    CHECK_FALSE(is_saturated(half));
    CHECK(is_saturated(saturating_multiply(half, 2)));
    CHECK(is_saturated(saturating_multiply(outcome_count{1} << 64, outcome_count{1} << 64)));
    CHECK(saturating_multiply(outcome_count{1} << 64, (outcome_count{1} << 64) - 1) ==
          most - ((outcome_count{1} << 64) - 1));
    CHECK(is_saturated(saturating_add(half, half)));
    CHECK(saturating_add(half, half - 2) == most - 1);
    CHECK(is_saturated(saturating_add(most, 0)));
    CHECK(is_saturated(saturating_multiply(most, most)));
    CHECK(saturating_multiply(most, 0) == 0);
    CHECK(saturating_multiply(0, most) == 0);
    CHECK(to_string(most) == "more than 3.4e38");
}
