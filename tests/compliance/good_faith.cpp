#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/compliance/good_faith.hpp>
#include <negotiation/model/belief.hpp>
#include <negotiation/model/draw.hpp>

using namespace negotiation;
using namespace negotiation::compliance;
using tests::near;

namespace {

constexpr concession even{0.2, 0.8, 1, false, 1};
constexpr concession flat{0.2, 0.2, 1, true, 1};

std::vector<offer_received> record_of(const concession& of, int count) {
    std::vector<offer_received> offers;
    for (int k = 0; k < count; ++k) {
        const double time = k / 20.0;
        offers.push_back({time, value_offered(of, time)});
    }
    return offers;
}

double normal_density(double distance, double noise) {
    return std::exp(-distance * distance / (2 * noise * noise)) / noise;
}

/// Nearly normal with mean 0 and variance 1: twelve uniform numbers.
double some_error(random_stream& bits) {
    double sum = -6;
    for (int k = 0; k < 12; ++k) {
        sum += draw_share(bits);
    }
    return sum;
}

}  // namespace

TEST_CASE("a staller is found out by what it does not concede") {
    const auto types = usual_concessions(0.2, 0.8, 0.25);
    REQUIRE(types.size() == 4);
    CHECK(near(value_offered(types[0], 0.5), 0.2 + 0.6 / 32));
    CHECK(near(value_offered(types[1], 0.5), 0.5));
    CHECK(near(value_offered(types[2], 1), 0.8));
    CHECK(near(value_offered(types[3], 1), 0.2));
    // nothing seen, nothing learned
    CHECK(near(judged({}, types, 0.05).stalling, 0.25));
    // ten flat offers: even and early conceders are out, late ones are not
    const good_faith half = judged(record_of(types[3], 11), types, 0.05);
    CHECK(half.stalling > 0.4);
    CHECK(half.stalling < 0.6);
    CHECK(half.types[1] < 1e-9);
    CHECK(half.types[2] < 1e-9);
    CHECK(judged(record_of(types[3], 20), types, 0.05).stalling > 0.999);
    CHECK(judged(record_of(types[1], 11), types, 0.05).stalling < 1e-9);
    // whoever conceded may still be a staller by an error of one offer
    const good_faith one = judged(std::vector<offer_received>{{0.5, 0.5}}, types, 0.3);
    CHECK(one.stalling > 0.1);
    CHECK(one.stalling < 0.25);
}

TEST_CASE("messages say what a record lacks") {
    const auto types = usual_concessions(0.2, 0.8, 0.25);
    const std::vector<offer_received> late{{1.5, 0.2}};
    const std::vector<offer_received> far{{0.5, 1e100}};
    CHECK_THROWS_AS(judged(late, types, 0.1), std::invalid_argument);
    CHECK_THROWS_AS(judged(far, types, 1e-100), std::invalid_argument);
    CHECK_THROWS_AS(judged({}, types, 0), std::invalid_argument);
    CHECK_THROWS_AS(judged({}, {}, 0.1), std::invalid_argument);
    CHECK_THROWS_AS(judged({}, std::vector<concession>{{0, 1, 1, false, 0}}, 0.1),
                    std::invalid_argument);
    CHECK_THROWS_AS(value_offered({0, 1, 0}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(value_offered(even, -0.5), std::invalid_argument);
    CHECK_THROWS_AS(usual_concessions(0.2, 0.8, 1.25), std::invalid_argument);
    CHECK_THROWS_AS(evidence_between(even, flat, std::vector{2.0}, 0.1), std::invalid_argument);
    CHECK_THROWS_AS(offers_needed(even, flat, {}, 0.1, 2, 0.9), std::invalid_argument);
}

TEST_CASE("the posterior is Bayes' rule offer by offer") {
    tests::check_always(200, [] {
        std::vector<concession> types;
        std::vector<double> belief;
        for (int k = *rc::gen::inRange(1, 6); k > 0; --k) {
            types.push_back({*rc::gen::inRange(0, 20) * 0.05, *rc::gen::inRange(0, 20) * 0.05,
                             *rc::gen::inRange(1, 20) * 0.25, k % 2 == 0,
                             *rc::gen::inRange(1, 10) * 0.1});
            belief.push_back(types.back().prior);
        }
        const double noise = *rc::gen::inRange(4, 20) * 0.05;
        std::vector<offer_received> offers;
        for (int k = *rc::gen::inRange(0, 8); k > 0; --k) {
            offers.push_back({*rc::gen::inRange(0, 21) * 0.05, *rc::gen::inRange(0, 20) * 0.05});
            double all = 0;
            for (std::size_t i = 0; i < types.size(); ++i) {
                belief[i] *= normal_density(
                    offers.back().value - value_offered(types[i], offers.back().time), noise);
                all += belief[i];
            }
            for (double& p : belief) {
                p /= all;
            }
        }
        double all = 0;
        for (const double p : belief) {
            all += p;
        }
        const good_faith found = judged(offers, types, noise);
        double stalling = 0;
        for (std::size_t i = 0; i < types.size(); ++i) {
            RC_ASSERT(near(found.types[i], belief[i] / all, 1e-9));
            stalling += types[i].stalls ? belief[i] / all : 0;
        }
        RC_ASSERT(near(found.stalling, stalling, 1e-9));
        std::reverse(offers.begin(), offers.end());
        RC_ASSERT(near(judged(offers, types, noise).stalling, found.stalling, 1e-9));
    });
}

TEST_CASE("the evidence expected is what records show on average") {
    const std::vector<double> times{0.1, 0.3, 0.5, 0.7};
    const double noise = 0.4;
    // distances 0.06, 0.18, 0.3, 0.42: squares sum to 0.3024
    const double expected = evidence_between(even, flat, times, noise);
    CHECK(near(expected, 0.3024 / (2 * noise * noise)));
    CHECK(near(evidence_between(even, even, times, noise), 0));
    double sum = 0;
    constexpr int records = 20000;
    for (int r = 0; r < records; ++r) {
        random_stream bits(7, static_cast<std::uint64_t>(r), 0);
        std::vector<offer_received> offers;
        for (const double time : times) {
            offers.push_back({time, value_offered(even, time) + noise * some_error(bits)});
        }
        sum += log_odds_of(judged(offers, std::vector{even, flat}, noise).types[0]);
    }
    // the log-odds of a record vary by the root of twice what is expected
    CHECK(near(sum / records, expected, 4 * std::sqrt(2 * expected / records)));
}

TEST_CASE("who concedes late is told from a staller late") {
    std::vector<double> times;
    for (int k = 1; k <= 20; ++k) {
        times.push_back(k / 20.0);
    }
    concession late = even;
    late.exponent = 0.2;
    const auto soon = offers_needed(flat, even, times, 0.1, 0.5, 0.95);
    const auto later = offers_needed(flat, late, times, 0.1, 0.5, 0.95);
    REQUIRE(soon);
    REQUIRE(later);
    CHECK(*soon == 6);
    CHECK(*later == 16);
    CHECK(evidence_between(flat, late, std::vector(times.begin(), times.begin() + 15), 0.1) <
          log_odds_of(0.95));
    CHECK(offers_needed(flat, even, times, 0.1, 0.95, 0.95) == 0);
    CHECK_FALSE(offers_needed(flat, flat, times, 0.1, 0.5, 0.95));
    CHECK_FALSE(offers_needed(flat, even, times, 0.1, 0, 0.95));
    CHECK_FALSE(offers_needed(flat, even, times, 0.1, 0.5, 1));
    CHECK_FALSE(offers_needed(flat, even, {}, 0.1, 0.5, 0.6));
}
