#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/equilibrium/unit_pie.hpp>

using namespace negotiation::talks::equilibrium;

TEST_CASE("a deadline of one to six offers") {
    const std::vector<double> first{1, 0.2, 0.92, 0.344, 0.8624, 0.44768};
    for (std::size_t k = 0; k < first.size(); ++k) {
        const auto shares = shares_with_deadline({0.9, 0.8}, static_cast<std::int64_t>(k) + 1);
        CHECK(shares[0] == doctest::Approx(first[k]).epsilon(1e-14));
    }
    CHECK_THROWS_AS((void)shares_with_deadline({0.9}, 0), std::invalid_argument);
    CHECK_THROWS_AS((void)shares_with_deadline({}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)shares_with_deadline({1.1}, 1), std::invalid_argument);
}

TEST_CASE("shares without a deadline") {
    const auto two = shares_without_deadline({0.9, 0.8});
    CHECK(two[0] == doctest::Approx((1 - 0.8) / (1 - 0.9 * 0.8)).epsilon(1e-14));
    CHECK(two[0] == doctest::Approx(0.714286).epsilon(1e-6));
    CHECK(shares_without_deadline({0.9, 0.9})[0] == doctest::Approx(0.526316).epsilon(1e-6));
    CHECK(shares_without_deadline({0.95, 0.9})[0] == doctest::Approx(0.689655).epsilon(1e-6));
    const auto three = shares_without_deadline({0.9, 0.9, 0.9});
    CHECK(three[0] == doctest::Approx(0.36900).epsilon(1e-5));
    CHECK(three[1] == doctest::Approx(0.33210).epsilon(1e-5));
    CHECK(three[2] == doctest::Approx(0.29889).epsilon(1e-5));
    // A distant deadline is as good as none, for unequal patience and any number of parties too.
    const std::vector<double> uneven{0.95, 0.8, 0.9, 0.7};
    const auto far = shares_with_deadline(uneven, 2001);
    const auto none = shares_without_deadline(uneven);
    for (std::size_t i = 0; i < uneven.size(); ++i) {
        CHECK(far[i] == doctest::Approx(none[i]).epsilon(1e-9));
    }
    CHECK_THROWS_AS((void)shares_without_deadline({1, 0.9}), std::invalid_argument);
}

TEST_CASE("faster offers tend to the weighted nash division") {
    // Binmore, Rubinstein and Wolinsky 1986: rates 0.1 and 0.2.
    const auto shares = [](const std::vector<double>& rates, double wait) {
        std::vector<double> discounts;
        for (const double rate : rates) {
            discounts.push_back(std::exp(-rate * wait));
        }
        return shares_without_deadline(discounts);
    };
    CHECK(shares({0.1, 0.2}, 1)[0] == doctest::Approx(0.69939).epsilon(1e-5));
    for (const std::vector<double>& rates :
         {std::vector<double>{0.1, 0.2}, std::vector<double>{0.03, 0.01},
          std::vector<double>{0.1, 0.2, 0.4}}) {
        const auto limit = limit_shares(rates);
        CHECK(std::accumulate(limit.begin(), limit.end(), 0.0) == doctest::Approx(1));
        double before = 1;
        for (const double wait : {1.0, 0.1, 0.01, 0.001}) {
            const auto now = shares(rates, wait);
            double off = 0;
            for (std::size_t i = 0; i < rates.size(); ++i) {
                off = std::max(off, std::abs(now[i] - limit[i]));
            }
            CHECK(off < before / 5);
            before = off;
        }
    }
    CHECK(limit_shares({0.1, 0.2})[0] == doctest::Approx(2.0 / 3));
    CHECK_THROWS_AS((void)limit_shares({}), std::invalid_argument);
    CHECK_THROWS_AS((void)limit_shares({0.1, 0}), std::invalid_argument);
}
