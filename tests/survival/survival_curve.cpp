#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/binomial.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/survival/survival_curve.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;
using tests::printed;

namespace {

/// A hazard of 2 % a month that falls by half after a year, and an election after 41 months.
const dangers one_deal{{{{12, {0.015, 0.005}}, {108, {0.01, 0}}}}, {{41, 0.5}}};

double total(const survival_point& at) {
    return std::accumulate(at.by_source.begin(), at.by_source.end(), at.alive) +
           std::accumulate(at.by_event.begin(), at.by_event.end(), 0.0);
}

dangers random_dangers() {
    dangers made;
    const int segments = *rc::gen::inRange(0, 5);
    for (int k = 0; k < segments; ++k) {
        made.hazards.segments.push_back(
            {*rc::gen::inRange(0, 30) * 0.1,
             {*rc::gen::inRange(0, 10) * 0.1, *rc::gen::inRange(0, 10) * 0.1}});
    }
    const int events = *rc::gen::inRange(0, 4);
    for (int k = 0; k < events; ++k) {
        made.events.push_back({*rc::gen::inRange(0, 100) * 0.1, *rc::gen::inRange(0, 11) * 0.1});
    }
    return made;
}

std::vector<double> random_dates() {
    std::vector<double> dates;
    for (const int k : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 150))) {
        dates.push_back(k * 0.1);
    }
    return dates;
}

/// S(t) straight from its definition.
double alive_at(const dangers& of, double time) {
    double used = 0;
    double begun = 0;
    for (const segment& s : of.hazards.segments) {
        const double lived = std::min(s.duration, std::max(0.0, time - begun));
        used += lived * std::accumulate(s.rates.begin(), s.rates.end(), 0.0);
        begun += s.duration;
    }
    double alive = std::exp(-used);
    for (const dated_end& e : of.events) {
        alive *= e.time <= time ? 1 - e.probability : 1;
    }
    return alive;
}

}  // namespace

TEST_CASE("the curve of a constant hazard is exponential") {
    const dangers constant{{{{16, {0.02}}}}, {}};
    const auto points = survival_curve(constant, std::vector<double>{16, 0, 8, 20});
    CHECK(points[0].alive == printed(0.726149, 6));
    CHECK(points[1].alive == 1);
    CHECK(near(points[2].alive, std::exp(-0.16)));
    CHECK(near(points[3].alive, points[0].alive));  // nothing is said of later
    CHECK(points[3].time == 20);
    CHECK(near(points[2].by_source[0], 1 - points[2].alive));
}

TEST_CASE("an event at a date spares its share") {
    const auto points = survival_curve(one_deal, std::vector<double>{40.9, 41, 120});
    CHECK(near(points[0].alive, std::exp(-0.24 - 0.289)));
    CHECK(near(points[1].alive, 0.5 * std::exp(-0.24 - 0.29)));
    CHECK(near(points[1].by_event[0], points[1].alive));
    CHECK(near(points[2].alive, points[1].alive * std::exp(-0.79)));
}

TEST_CASE("shares and survival sum to one") {
    tests::check_always(200, [] {
        const dangers of = random_dangers();
        const std::vector<double> dates = random_dates();
        const auto points = survival_curve(of, dates);
        for (std::size_t k = 0; k < dates.size(); ++k) {
            RC_ASSERT(near(total(points[k]), 1));
            RC_ASSERT(near(points[k].alive, alive_at(of, dates[k])));
        }
    });
}

TEST_CASE("a mean life is the area under the curve") {
    CHECK(near(mean_life({{{{16, {0.02}}}}, {}}, 16), (1 - std::exp(-0.32)) / 0.02));
    CHECK(near(mean_life({}, 3), 3));
    CHECK(mean_life(one_deal, 0) == 0);
    constexpr int pieces = 120'000;
    double area = 0;
    for (int k = 0; k < pieces; ++k) {
        area += 120.0 / pieces * alive_at(one_deal, (k + 0.5) * 120.0 / pieces);
    }
    CHECK(near(mean_life(one_deal, 120), area, 1e-6));
    CHECK(near(mean_life({{{{10, {1e-12}}}}, {}}, 10), 10, 1e-9));
}

TEST_CASE("lives are drawn as the curve says") {
    random_stream bits(2);
    constexpr std::size_t runs = 50'000;
    std::vector<std::size_t> by_source(2, 0);
    std::size_t by_event = 0;
    std::size_t alive = 0;
    std::size_t a_year = 0;
    for (std::size_t k = 0; k < runs; ++k) {
        const auto end = draw_end(one_deal, bits);
        alive += end ? 0U : 1U;
        by_event += end && end->event ? 1U : 0U;
        a_year += !end || end->time >= 12 ? 1U : 0U;
        if (end && end->source) {
            ++by_source[*end->source];
        }
    }
    const auto points = survival_curve(one_deal, std::vector<double>{12, 120});
    CHECK(tests::is_binomial(a_year, runs, points[0].alive));
    CHECK(tests::is_binomial(alive, runs, points[1].alive));
    CHECK(tests::is_binomial(by_event, runs, points[1].by_event[0]));
    CHECK(tests::is_binomial(by_source[0], runs, points[1].by_source[0]));
    CHECK(tests::is_binomial(by_source[1], runs, points[1].by_source[1]));
}

TEST_CASE("a curve takes dates and probabilities and no other numbers") {
    const std::vector<double> now{0};
    CHECK_THROWS_AS(survival_curve({{}, {{-1, 0.5}}}, now), std::invalid_argument);
    CHECK_THROWS_AS(survival_curve({{}, {{1, 1.5}}}, now), std::invalid_argument);
    CHECK_THROWS_AS(survival_curve({}, std::vector<double>{-1}), std::invalid_argument);
    CHECK_THROWS_AS(mean_life({}, std::nan("")), std::invalid_argument);
    CHECK(survival_curve({}, {}).empty());
    random_stream bits(1);
    CHECK_FALSE(draw_end({}, bits));
}
