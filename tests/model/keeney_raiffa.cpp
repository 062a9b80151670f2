#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/model/keeney_raiffa.hpp>

using namespace negotiation;
using tests::near;

namespace {

double value(double k, const std::vector<double>& weights, const std::vector<double>& values) {
    double product = 1;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        product *= 1 + k * weights[i] * values[i];
    }
    return (product - 1) / k;
}

}  // namespace

// Keeney and Raiffa 1976, sec. 6.2: 1 + K = (1 + 0.4 K)(1 + 0.5 K) has the roots 0 and 1/2.
TEST_CASE("weights of 0.4 and 0.5 give K one half") {
    const std::vector<double> weights{0.4, 0.5};
    const double k = keeney_raiffa_constant(weights);
    CHECK(near(k, 0.5));
    CHECK(near(value(k, weights, {0.5, 0.5}), 0.475));
    CHECK(near(value(k, weights, {1, 1}), 1));
    CHECK(near(value(k, weights, {1, 0}), 0.4));
    CHECK(near(value(k, weights, {0, 1}), 0.5));
}

TEST_CASE("weights that sum to one are additive") {
    CHECK(keeney_raiffa_constant(std::vector<double>{0.4, 0.6}) == 0.0);
    CHECK(keeney_raiffa_constant(std::vector<double>{0.1, 0.2, 0.7}) == 0.0);
    CHECK(keeney_raiffa_constant(std::vector<double>{}) == 0.0);
    CHECK(keeney_raiffa_constant(std::vector<double>{0.3}) == 0.0);
    CHECK(keeney_raiffa_constant(std::vector<double>{0.3, 0}) == 0.0);
}

TEST_CASE("weights above one in sum give a constant below zero") {
    // (1 + 0.8 K)(1 + 0.9 K) = 1 + K: K = -0.7 / 0.72.
    CHECK(near(keeney_raiffa_constant(std::vector<double>{0.8, 0.9}), -0.7 / 0.72));
    CHECK(near(keeney_raiffa_constant(std::vector<double>{0.8, 0, 0.9}), -0.7 / 0.72));
}

TEST_CASE("the constant is a root for any weights") {
    tests::check_always(60, [] {
        const auto tenths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 100));
        std::vector<double> weights;
        double sum = 0;
        for (const int n : tenths) {
            weights.push_back(n / 100.0);
            sum += weights.back();
        }
        RC_PRE(weights.size() >= 2 && weights.size() <= 12);
        const double k = keeney_raiffa_constant(weights);
        RC_ASSERT(k > -1.0);
        if (near(sum, 1, 1e-9)) {
            RC_ASSERT(near(k, 0, 1e-6));
            return;
        }
        RC_ASSERT((sum < 1) == (k > 0));
        double log_product = 0;
        for (const double w : weights) {
            log_product += std::log1p(k * w);
        }
        RC_ASSERT(near(log_product, std::log1p(k), 1e-9 * std::max(1.0, std::abs(log_product))));
    });
}
