#include <cmath>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/proportion.hpp>

using namespace negotiation;
using tests::near;

namespace {

/// Wilson's interval is where the share counted lies just z standard deviations from the truth.
double deviations(double truth, double counted, double tries) {
    return std::abs(counted - truth) / std::sqrt(truth * (1 - truth) / tries);
}

}  // namespace

TEST_CASE("the normal distribution has 95 % within its quantiles") {
    CHECK(near(std::erf(normal_quantile_975 / std::sqrt(2.0)), 0.95, 1e-15));
}

TEST_CASE("the interval is Wilson's") {
    constexpr double z = normal_quantile_975;
    for (const auto& [k, n] : {std::pair{1U, 10U}, std::pair{5U, 10U}, std::pair{37U, 40U}}) {
        const proportion p = proportion_of(k, n);
        CHECK(near(p.share, static_cast<double>(k) / n));
        CHECK(near(deviations(p.low, p.share, n), z, 1e-9));
        CHECK(near(deviations(p.high, p.share, n), z, 1e-9));
    }
    const proportion never = proportion_of(0, 10);
    CHECK(never.low == 0.0);
    CHECK(near(never.high, z * z / (10 + z * z), 1e-12));
    CHECK(proportion_of(10, 10).high == 1.0);
    CHECK(proportion_of(0, 0) == proportion{});
}
