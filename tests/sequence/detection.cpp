#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/detection.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

namespace {

/// Party 0 can fake the first step; of what follows, 1 comes after 10 days and 4 after 100.
agreement fakeable(double detection, double window) {
    tests::two_sided of;
    of.made.completion = {3, 1};
    of.made.breakdown = {0, 0};
    of.add("s", 0, {-2, 5}, {0, 0});
    of.add("x", 1, {1, -1}, {0, 0}, {"s"});
    of.add("y", 1, {4, -1}, {0, 0}, {"x"});
    of.made.steps[0].pretence = faking{2, detection, window};
    of.made.steps[0].days = 7;
    of.made.steps[1].days = 10;
    of.made.steps[2].days = 90;
    return of.made;
}

honesty first_of_order(const agreement& of, const std::vector<double>& discounts = {}) {
    std::vector<step_id> order(of.steps.size());
    std::iota(order.begin(), order.end(), step_id{0});
    return honesty_along(of, order, discounts).at(0);
}

}  // namespace

TEST_CASE("two saved, eight ahead and one kept ask for a detection of two sevenths") {
    const honesty at = first_of_order(fakeable(0.5, 30));
    CHECK(at.which == 0);
    CHECK(at.party == 0);
    CHECK(at.done == 0);
    CHECK(near(at.saves, 2));
    CHECK(near(at.at_stake, 7));
    REQUIRE(at.needed);
    CHECK(*at.needed == printed(0.285714, 6));
    CHECK(at.honest);
    // a window that the 10 days just fit into
    CHECK(near(first_of_order(fakeable(0.5, 10)).at_stake, 7));
    CHECK(near(first_of_order(fakeable(0.5, 9.99)).at_stake, 8));
    CHECK_FALSE(first_of_order(fakeable(0.2, 30)).honest);
    // steps that cannot be faked ask for nothing
    agreement plain = fakeable(0.5, 30);
    plain.steps[0].pretence.reset();
    CHECK(honesty_along(plain, std::vector<step_id>{0, 1, 2}).empty());
}

TEST_CASE("where being found out costs nothing no detection is enough") {
    agreement of = fakeable(1, 200);
    of.completion[0] = 0;
    const honesty at = first_of_order(of);
    CHECK(near(at.at_stake, 0));
    CHECK_FALSE(at.needed);
    CHECK_FALSE(at.honest);
    // nor where faking saves more than there is at stake
    of.completion[0] = 1;
    CHECK_FALSE(first_of_order(of).needed);
    of.completion[0] = 2;
    CHECK(near(*first_of_order(of).needed, 1));
    // what saves nothing needs no inspector
    of.completion[0] = 0;
    of.steps[0].pretence->saves = 0;
    CHECK(near(*first_of_order(of).needed, 0));
    CHECK(first_of_order(of).honest);
}

TEST_CASE("a collapse takes back what can be undone, and costs something once begun") {
    tests::two_sided of;
    of.made.completion = {2, 1};
    of.made.breakdown = {0.5, 0};
    of.add("x", 1, {4, -1}, {0.75, 0});
    of.add("own", 0, {-1, 1}, {0.5, 0});
    of.add("s", 0, {-2, 5}, {0, 0});
    of.made.steps[2].pretence = faking{1, 0.5, 0};
    const auto order = of.order("x own s");
    const auto at = honesty_along(of.made, order);
    REQUIRE(at.size() == 1);
    // W = 2; D = -3 + 1/2 - 1/2
    CHECK(at[0].done == 2);
    CHECK(near(at[0].at_stake, 5));
    CHECK(near(*at[0].needed, 0.2));
}

TEST_CASE("the longest window is infinite, some days, or none at all") {
    CHECK(std::isinf(*first_of_order(fakeable(0.7, 30)).longest_window));
    // with a half, 4 at stake are enough and 3 are not: until the second gift
    CHECK(near(*first_of_order(fakeable(0.5, 30)).longest_window, 100));
    CHECK(near(*first_of_order(fakeable(0.27, 0)).longest_window, 10));
    CHECK_FALSE(first_of_order(fakeable(0.2, 30)).longest_window);
    CHECK_FALSE(first_of_order(fakeable(0, 30)).longest_window);
}

TEST_CASE("discounting shrinks what is ahead and what is feared") {
    const double delta = 0.99;
    const honesty at = first_of_order(fakeable(0.5, 30), {delta, 1});
    const double late = std::pow(delta, 100);
    CHECK(near(at.at_stake, 4 * late + 3 * late));
    // a collapse that is feared, and put off
    tests::two_sided of;
    of.made.completion = {1, 1};
    of.made.breakdown = {8, 0};
    of.add("x", 1, {1, -1}, {0, 0});
    of.add("s", 0, {-2, 5}, {0, 0});
    of.made.steps[1].pretence = faking{2, 0.5, 10};
    const auto order = of.order("x s");
    const auto put_off = honesty_along(of.made, order, std::vector<double>{delta, 1});
    REQUIRE(put_off.size() == 1);
    CHECK(near(put_off[0].at_stake, 1 + 8 * std::pow(delta, 10)));
    // 1 + 8 delta^w = 4
    CHECK(near(*put_off[0].longest_window, std::log(3.0 / 8) / std::log(delta), 1e-9));
    CHECK_THROWS_AS(honesty_along(of.made, order, std::vector<double>{1}), std::invalid_argument);
    CHECK_THROWS_AS(honesty_along(of.made, order, std::vector<double>{1, 0}),
                    std::invalid_argument);
    CHECK_THROWS_AS(honesty_along(of.made, of.order("x")), std::invalid_argument);
}

TEST_CASE("windows up to the longest keep a step honest") {
    std::size_t finite = 0;
    for (std::uint64_t number = 0; number < 300; ++number) {
        CAPTURE(number);
        random_stream from(77, number);
        agreement of = tests::random_agreement(from, 2, 6, 0, true);
        for (step& s : of.steps) {
            s.days = tests::draw(from, 0, 3);
            s.pretence = faking{0.5 * tests::draw(from, 0, 6), 0.1 * tests::draw(from, 0, 10), 0};
        }
        std::vector<double> discounts;
        if (number % 2 == 0) {
            discounts = {0.9, 0.97};
        }
        std::vector<step_id> order(of.steps.size());
        std::iota(order.begin(), order.end(), step_id{0});
        const auto honest_at = [&](std::size_t k, double window) {
            of.steps[k].pretence->window_days = window;
            return honesty_along(of, order, discounts)[k].honest;
        };
        const auto all = honesty_along(of, order, discounts);
        for (std::size_t k = 0; k < all.size(); ++k) {
            const auto longest = all[k].longest_window;
            CHECK(honest_at(k, 0) == longest.has_value());
            if (!longest) {
                continue;
            }
            finite += std::isfinite(*longest) ? 1U : 0U;
            for (const double share : {0.25, 0.5, 0.75, 0.9999}) {
                CHECK(honest_at(k, share * std::min(*longest, 300.0)));
            }
            if (std::isfinite(*longest)) {
                CHECK_FALSE(honest_at(k, *longest + 1e-4));
            }
        }
    }
    CHECK(finite > 100);
}

TEST_CASE("a lag of six and a half periods deters, or one chance in nine a period") {
    const flow_payoffs of{1, 2, 0};
    CHECK(*longest_lag(of, 0.9) == printed(6.579, 3));
    CHECK(*detection_needed(of, 0.9) == printed(0.111111, 6));
    // the definitions: cheating through the lag, or until found out, is worth what keeping to it is
    const double lag = *longest_lag(of, 0.9);
    CHECK(near((1 - std::pow(0.9, lag)) * 2, 1));
    const double q = *detection_needed(of, 0.9);
    CHECK(near((1 - 0.9) * 2 / (1 - 0.9 * (1 - q)), 1));
    // nothing tempts
    CHECK(std::isinf(*longest_lag({1, 1, 0}, 0.9)));
    CHECK(near(*detection_needed({1, 0.5, 0}, 0.9), 0));
    // nothing is discounted
    CHECK(std::isinf(*longest_lag(of, 1)));
    CHECK(near(*detection_needed(of, 1), 0));
    // nothing is feared
    CHECK(near(*longest_lag({1, 2, 1}, 0.9), 0));
    CHECK_FALSE(longest_lag({1, 2, 1.5}, 0.9));
    CHECK_FALSE(detection_needed({1, 2, 1}, 0.9));
    CHECK_FALSE(detection_needed({1, 20, 0.5}, 0.9));
    CHECK_THROWS_AS(longest_lag(of, 0), std::invalid_argument);
    CHECK_THROWS_AS(detection_needed({1, std::nan(""), 0}, 0.9), std::invalid_argument);
}
