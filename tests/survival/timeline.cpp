#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/binomial.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/survival/race.hpp>
#include <negotiation/survival/timeline.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;

namespace {

/// Three sources; the second begins late, the third is a spike in the middle.
const timeline uneven{{{2, {0.1, 0, 0}}, {1, {0.1, 0.05, 0.6}}, {5, {0.02, 0.2, 0}}}};

timeline random_timeline() {
    timeline made;
    const int segments = *rc::gen::inRange(1, 6);
    const int sources = *rc::gen::inRange(1, 5);
    for (int k = 0; k < segments; ++k) {
        segment s;
        s.duration = *rc::gen::inRange(0, 50) * 0.1;
        for (int m = 0; m < sources; ++m) {
            s.rates.push_back(*rc::gen::inRange(0, 20) * 0.05);
        }
        made.segments.push_back(std::move(s));
    }
    return made;
}

double sum_of_shares(const first_shock& of) {
    double sum = of.none;
    for (const double share : of.by_source) {
        sum += share;
    }
    return sum;
}

/// The rate of one source of a timeline at a time.
double rate_at(const timeline& of, std::size_t source, double time) {
    double end = 0;
    for (const segment& s : of.segments) {
        end += s.duration;
        if (time < end) {
            return s.rates[source];
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("a constant hazard in pieces survives as in one") {
    const timeline pieces{std::vector<segment>(16, {1, {0.015, 0.005}})};
    CHECK(near(length_of(pieces), 16));
    CHECK(near(survival_of(pieces).back(), plan_survival(0.02, std::vector<double>{16})));
    CHECK(near(first_shock_of(pieces).none, survival_of(pieces).back()));
    CHECK(near(first_shock_of(pieces).by_source[0], 0.75 * (1 - survival_of(pieces).back())));
}

TEST_CASE("two competing risks are shared as worked out by hand") {
    const first_shock first = first_shock_of(uneven);
    const double s1 = std::exp(-0.2);
    const double s2 = s1 * std::exp(-0.75);
    const double s3 = s2 * std::exp(-1.1);
    CHECK(near(first.by_source[0], (1 - s1) + (s1 - s2) * 0.1 / 0.75 + (s2 - s3) * 0.02 / 0.22));
    CHECK(near(first.by_source[1], (s1 - s2) * 0.05 / 0.75 + (s2 - s3) * 0.2 / 0.22));
    CHECK(near(first.by_source[2], (s1 - s2) * 0.6 / 0.75));
    CHECK(near(first.none, s3));
    CHECK(first_shock_of({}) == first_shock{1, {}});
    CHECK(first_shock_of({{{3, {0}}}}) == first_shock{1, {0}});
}

TEST_CASE("drawn shocks come as often as the closed form says") {
    random_stream bits(7);
    constexpr std::size_t runs = 50'000;
    const first_shock expected = first_shock_of(uneven);
    const std::vector<double> alive = survival_of(uneven);
    std::vector<std::size_t> by_source(3, 0);
    std::size_t after_spike = 0;
    for (std::size_t k = 0; k < runs; ++k) {
        const auto struck = draw_shock(uneven, bits);
        if (struck) {
            ++by_source[struck->source];
        }
        after_spike += !struck || struck->time >= 3 ? 1U : 0U;
    }
    for (std::size_t m = 0; m < 3; ++m) {
        CAPTURE(m);
        CHECK(tests::is_binomial(by_source[m], runs, expected.by_source[m]));
    }
    CHECK(tests::is_binomial(after_spike, runs, alive[1]));
}

TEST_CASE("thinning draws what the next event draws") {
    random_stream bits(11);
    constexpr std::size_t runs = 50'000;
    timeline one;
    for (const segment& s : uneven.segments) {
        one.segments.push_back({s.duration, {s.rates[0] + s.rates[1] + s.rates[2]}});
    }
    const std::vector<double> alive = survival_of(one);
    std::vector<std::size_t> outlived(3, 0);
    std::vector<std::size_t> thinned(3, 0);
    const std::vector<double> ends{2, 3, 8};
    for (std::size_t k = 0; k < runs; ++k) {
        const auto next = draw_shock(one, bits);
        const auto thin = thinned_shock([&](double t) { return rate_at(one, 0, t); }, 0.8, 8, bits);
        for (std::size_t e = 0; e < 3; ++e) {
            outlived[e] += !next || next->time >= ends[e] ? 1U : 0U;
            thinned[e] += !thin || *thin >= ends[e] ? 1U : 0U;
        }
    }
    for (std::size_t e = 0; e < 3; ++e) {
        CAPTURE(e);
        CHECK(tests::is_binomial(outlived[e], runs, alive[e]));
        CHECK(tests::is_binomial(thinned[e], runs, alive[e]));
    }
}

TEST_CASE("thinning follows a rate that rises with time") {
    random_stream bits(3);
    constexpr std::size_t runs = 50'000;
    std::size_t alive = 0;
    for (std::size_t k = 0; k < runs; ++k) {
        alive += thinned_shock([](double t) { return 0.1 * t; }, 0.5, 4, bits) ? 0U : 1U;
    }
    CHECK(tests::is_binomial(alive, runs, std::exp(-0.8)));  // the integral of 0.1 t up to 4
}

TEST_CASE("thinning wants a bound that holds") {
    random_stream bits(3);
    const auto constant = [](double) { return 1.0; };
    CHECK_FALSE(thinned_shock(constant, 0, 10, bits));
    CHECK_FALSE(thinned_shock(constant, 1, 0, bits));
    CHECK_THROWS_AS(thinned_shock(constant, 0.5, 1e6, bits), std::invalid_argument);
    CHECK_THROWS_AS(thinned_shock([](double) { return -1.0; }, 0.5, 1e6, bits),
                    std::invalid_argument);
    CHECK_THROWS_AS(thinned_shock(constant, std::nan(""), 1, bits), std::invalid_argument);
    CHECK_THROWS_AS(thinned_shock(constant, 1, std::nan(""), bits), std::invalid_argument);
}

TEST_CASE("segments have to agree about their sources") {
    CHECK(sources_of(uneven) == 3);
    CHECK(sources_of({}) == 0);
    CHECK_THROWS_AS(survival_of({{{1, {0.1}}, {1, {0.1, 0.2}}}}), std::invalid_argument);
    CHECK_THROWS_AS(first_shock_of({{{-1, {0.1}}}}), std::invalid_argument);
    CHECK_THROWS_AS(first_shock_of({{{1, {std::nan("")}}}}), std::invalid_argument);
    random_stream bits(1);
    CHECK_THROWS_AS(draw_shock({{{1, {-0.1}}}}, bits), std::invalid_argument);
}

TEST_CASE("the same seed draws the same shocks") {
    random_stream a(5);
    random_stream b(5);
    for (int k = 0; k < 100; ++k) {
        CHECK(draw_shock(uneven, a) == draw_shock(uneven, b));
    }
}

TEST_CASE("survival multiplies") {
    tests::check_always(200, [] {
        const timeline first = random_timeline();
        timeline second = random_timeline();
        for (segment& s : second.segments) {
            s.rates.resize(sources_of(first), 0.3);
        }
        timeline both = first;
        both.segments.insert(both.segments.end(), second.segments.begin(), second.segments.end());
        RC_ASSERT(near(first_shock_of(both).none,
                       first_shock_of(first).none * first_shock_of(second).none));
    });
}

TEST_CASE("shares by source sum with survival to one") {
    tests::check_always(200, [] {
        const timeline of = random_timeline();
        RC_ASSERT(near(sum_of_shares(first_shock_of(of)), 1));
        const std::vector<double> alive = survival_of(of);
        for (std::size_t k = 1; k < alive.size(); ++k) {
            RC_ASSERT(alive[k] <= alive[k - 1]);
        }
    });
}
