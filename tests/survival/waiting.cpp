#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/survival/waiting.hpp>

using namespace negotiation;
using namespace negotiation::survival;
using tests::near;
using tests::printed;

namespace {

constexpr race under_truce{0.2, 0.08};

double share_in(int low, int high) { return *rc::gen::inRange(low, high) * 0.01; }

}  // namespace

TEST_CASE("a month of calm adds what the integral says") {
    // a month in which nothing collapses, then the race: settle in it, or go on
    const double settled = 1 - std::exp(-0.2);
    const double expected = settled + std::exp(-0.2) * settles_first(under_truce);
    CHECK(near(worth_of_calm(under_truce, 1, 0, 1), expected - settles_first(under_truce)));
    CHECK(worth_of_calm(under_truce, 1, 0, 1) == printed(0.051791, 6));
    CHECK(near(worth_of_calm(under_truce, 1, 0.01, 0), 0));
    // calm for ever is a race without collapse
    CHECK(near(worth_of_calm(under_truce, 2, 0.01, 1e4),
               value_of({0.2, 0}, 2, 0.01) - value_of(under_truce, 2, 0.01)));
    CHECK(near(worth_of_calm({0.2, 0}, 1, 0.01, 3), 0));
    CHECK(worth_of_calm({0, 0}, 1, 0, 3) == 0);
}

TEST_CASE("an extension is worth the settlements that fall into it") {
    CHECK(near(worth_of_extension(under_truce, 1, 0, 3, 1),
               settles_within(under_truce, 4) - settles_within(under_truce, 3)));
    CHECK(near(worth_of_extension(under_truce, 1, 0.02, 0, 1e4), value_of(under_truce, 1, 0.02)));
    CHECK(worth_of_extension(under_truce, 1, 0, 3, 0) == 0);
    CHECK(worth_of_extension({0, 0}, 1, 0, 3, 2) == 0);
}

TEST_CASE("a text that grows is signed when growth no longer pays") {
    const moment best = best_time(0.5, 0.1, 0.1, 100);
    CHECK(near(best.time, 5));
    CHECK(near(best.value, std::exp(-0.5)));
    CHECK(near(best.option, best.value - 0.5));
    CHECK(best_time(0.5, 0.01, 0.1, 100) == moment{0, 0.5, 0});
    CHECK(best_time(0.5, -0.1, 0, 100) == moment{0, 0.5, 0});
    CHECK(best_time(0.5, 0.1, 0.1, 2).time == 2);
    CHECK(near(best_time(0.5, 0.1, 0, 2).value, 0.7));
    tests::check_always(100, [] {
        const double now = share_in(0, 100);
        const double growth = share_in(-20, 50);
        const double decay = share_in(0, 50);
        const moment found = best_time(now, growth, decay, 20);
        RC_ASSERT(found.option >= -tests::grid);
        for (int k = 0; k <= 200; ++k) {
            const double t = 0.1 * k;
            RC_ASSERT((now + growth * t) * std::exp(-decay * t) <= found.value + tests::grid);
        }
    });
}

TEST_CASE("what ripens slowly is picked at the logarithm") {
    const moment best = best_time_of_ripening(1, 0.2, 0.1);
    CHECK(near(best.time, std::log(3) / 0.2));
    CHECK(near(best.value, (2.0 / 3) * std::pow(3, -0.5)));
    CHECK(near(best.option, best.value));
    for (int k = 0; k <= 1000; ++k) {
        const double t = 0.05 * k;
        CHECK((1 - std::exp(-0.2 * t)) * std::exp(-0.1 * t) <= best.value + tests::grid);
    }
}

TEST_CASE("the best of some dates is the best of all tried") {
    std::vector<double> dates;
    std::vector<double> worths;
    for (int k = 0; k <= 4000; ++k) {
        dates.push_back(k * 0.01);
        worths.push_back(0.5 + 0.1 * dates.back());
    }
    const auto found = best_of(dates, worths, 0.1);
    REQUIRE(found);
    CHECK(near(found->time, 5));
    CHECK(near(found->value, best_time(0.5, 0.1, 0.1, 40).value));
    CHECK(near(found->option, found->value - 0.5));
    CHECK_FALSE(best_of({}, {}, 0.1));
    CHECK(best_of(std::vector<double>{2, 1}, std::vector<double>{1, 1}, 0)->time == 1);
    CHECK_THROWS_AS(best_of(dates, {}, 0.1), std::invalid_argument);
}

TEST_CASE("a framework pays where it calms") {
    const framework sketch{0.1, {0.15, 0.04}};
    const double gain = worth_of_framework(sketch, 0.9, under_truce, 1, 0.01);
    CHECK(near(gain, 0.1 + 0.9 * 0.15 / 0.2 - 0.2 / 0.29));
    const auto most = greatest_collapse(sketch, 0.9, under_truce, 1, 0.01);
    REQUIRE(most);
    const framework border{0.1, {0.15, *most}};
    CHECK(near(worth_of_framework(border, 0.9, under_truce, 1, 0.01), 0));
    CHECK(greatest_collapse({1, {0, 0}}, 0, under_truce, 1, 0.01) ==
          std::numeric_limits<double>::infinity());
    CHECK_FALSE(greatest_collapse({0, {0.15, 0}}, 0.1, under_truce, 1, 0.01));
    // a framework that settles nothing and calms nothing is worth nothing
    CHECK(near(worth_of_framework({0, under_truce}, 1, under_truce, 1, 0.01), 0));
}

TEST_CASE("waiting takes durations and rates and no other numbers") {
    const double nan = std::nan("");
    CHECK_THROWS_AS(worth_of_calm(under_truce, 1, 0, nan), std::invalid_argument);
    CHECK_THROWS_AS(worth_of_calm({-1, 0}, 1, 0, 1), std::invalid_argument);
    CHECK_THROWS_AS(worth_of_extension(under_truce, 1, 0, -1, 1), std::invalid_argument);
    CHECK_THROWS_AS(worth_of_extension(under_truce, 1, 0, 1, nan), std::invalid_argument);
    CHECK_THROWS_AS(best_time(-1, 1, 1, 1), std::invalid_argument);
    CHECK_THROWS_AS(best_time(1, nan, 1, 1), std::invalid_argument);
    CHECK_THROWS_AS(best_time(1, 1, -1, 1), std::invalid_argument);
    CHECK_THROWS_AS(best_time_of_ripening(1, 0, 1), std::invalid_argument);
    CHECK_THROWS_AS(worth_of_framework({nan, {}}, 1, {}, 1, 0), std::invalid_argument);
}
