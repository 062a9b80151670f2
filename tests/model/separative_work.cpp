#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/separative_work.hpp>

using namespace negotiation;
using tests::printed;

namespace {

/// Work already done when uranium stands at x, in per cent of that for 90 %, at equal U-235.
double share_done(double x) {
    const double goal = separative_work(1 / 0.9, 0.9, 0.00711, 0.003).work;
    return 100 * separative_work(1 / x, x, 0.00711, 0.003).work / goal;
}

}  // namespace

TEST_CASE("the value function of separative work") {
    CHECK(separation_potential(0.9) == printed(1.757780, 6));
    CHECK(separation_potential(0.0367) == printed(3.027747, 6));
    CHECK(separation_potential(0.00711) == printed(4.868883, 6));
    CHECK(separation_potential(0.6) == printed(0.081093, 6));
    CHECK(separation_potential(0.5) == 0.0);
    CHECK(tests::near(separation_potential(0.2), separation_potential(0.8)));
}

TEST_CASE("25 kg at ninety per cent from natural uranium") {
    const enrichment_task task = separative_work(25, 0.9, 0.00711, 0.003);
    CHECK(task.work == printed(4823.4, 1));
    CHECK(task.feed == printed(5456.2, 1));
    CHECK(tests::near(task.tails, task.feed - 25));
    CHECK(separative_work(25, 0.9, 0.00711, 0.004).work == printed(4260.6, 1));
}

TEST_CASE("most of the work is done long before ninety per cent") {
    CHECK(share_done(0.0367) == printed(59.18, 2));
    CHECK(share_done(0.05) == printed(67.16, 2));
    CHECK(share_done(0.20) == printed(89.36, 2));
    CHECK(share_done(0.60) == printed(97.49, 2));
}

// Two cascades in a row, the second fed with the first one's product, waste nothing.
TEST_CASE("work adds up over stages that share their tails") {
    const enrichment_task second = separative_work(10, 0.9, 0.2, 0.003);
    const enrichment_task first = separative_work(second.feed, 0.2, 0.00711, 0.003);
    const enrichment_task straight = separative_work(10, 0.9, 0.00711, 0.003);
    CHECK(tests::near(first.work + second.work, straight.work, 1e-9 * straight.work));
    CHECK(tests::near(first.feed, straight.feed, 1e-9 * straight.feed));
}

TEST_CASE("uranium balances") {
    const enrichment_task task = separative_work(7, 0.6, 0.05, 0.002);
    CHECK(tests::near(task.feed * 0.05, 7 * 0.6 + task.tails * 0.002, 1e-9));
    CHECK(separative_work(0, 0.9, 0.00711, 0.003).work == 0.0);
}

TEST_CASE("shares out of order are refused") {
    CHECK_THROWS_AS(separation_potential(0), std::invalid_argument);
    CHECK_THROWS_AS(separation_potential(1), std::invalid_argument);
    CHECK_THROWS_AS(separation_potential(std::nan("")), std::invalid_argument);
    CHECK_THROWS_AS(separative_work(1, 0.9, 0.9, 0.003), std::invalid_argument);
    CHECK_THROWS_AS(separative_work(1, 0.9, 0.003, 0.003), std::invalid_argument);
    CHECK_THROWS_AS(separative_work(1, 0.9, 0.00711, 0.01), std::invalid_argument);
    CHECK_THROWS_AS(separative_work(1, 1, 0.00711, 0.003), std::invalid_argument);
    CHECK_THROWS_AS(separative_work(1, 0.9, 0.00711, 0), std::invalid_argument);
    CHECK_THROWS_AS(separative_work(-1, 0.9, 0.00711, 0.003), std::invalid_argument);
}
