#include <algorithm>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/double_auction.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

namespace {

constexpr int cells = 400;

[[nodiscard]] double middle(int cell) { return (cell + 0.5) / cells; }

[[nodiscard]] double price(const double_auction& of, double bid, double ask) {
    return of.buyers_weight * bid + (1 - of.buyers_weight) * ask;
}

/// Of a buyer who bids so, against sellers who ask as the equilibrium says.
[[nodiscard]] double buyer_gets(const double_auction& of, double value, double bid) {
    double sum = 0;
    for (int c = 0; c < cells; ++c) {
        const double ask = ask_of(of, middle(c));
        sum += bid >= ask ? value - price(of, bid, ask) : 0;
    }
    return sum / cells;
}

[[nodiscard]] double seller_gets(const double_auction& of, double cost, double ask) {
    double sum = 0;
    for (int v = 0; v < cells; ++v) {
        const double bid = bid_of(of, middle(v));
        sum += bid >= ask ? price(of, bid, ask) - cost : 0;
    }
    return sum / cells;
}

}  // namespace

TEST_CASE("they trade with 9/32 and realise 27/32 of the gains") {
    const trading found = trade_in({});
    CHECK(near(found.least_gap, 0.25));
    CHECK(near(found.probability, 9.0 / 32));
    CHECK(near(found.gains, 9.0 / 64));
    CHECK(near(found.first_best, 1.0 / 6));
    CHECK(found.efficiency() == printed(0.84375, 6));
    // take it or leave it: a buyer of value 1 offers a half
    CHECK(near(bid_of({1}, 1), 0.5));
    CHECK(near(ask_of({1}, 0.3), 0.3));
    CHECK(near(trade_in({1}).gains, 0.125));
    CHECK_THROWS_AS(trade_in({1.5}), std::invalid_argument);
    CHECK_THROWS_AS(bid_of({0.5}, 1.5), std::invalid_argument);
    CHECK_THROWS_AS(bid_of({-0.5}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(ask_of({0.5}, -1), std::invalid_argument);
    CHECK_THROWS_AS(ask_of({2}, 0), std::invalid_argument);
}

TEST_CASE("with equal weights they trade where value exceeds cost by a quarter") {
    tests::check_always(200, [] {
        const double value = *rc::gen::inRange(0, 1001) * 0.001;
        const double cost = *rc::gen::inRange(0, 1001) * 0.001;
        RC_PRE(!near(value - cost, 0.25));
        RC_ASSERT((bid_of({}, value) >= ask_of({}, cost)) == (value - cost > 0.25));
    });
}

TEST_CASE("the shares are those of a numeric integral") {
    for (const double k : {0.0, 0.25, 0.5, 0.9, 1.0}) {
        CAPTURE(k);
        double trades = 0;
        double gains = 0;
        double possible = 0;
        for (int v = 0; v < cells; ++v) {
            for (int c = 0; c < cells; ++c) {
                const bool agreed = bid_of({k}, middle(v)) >= ask_of({k}, middle(c));
                trades += agreed ? 1 : 0;
                gains += agreed ? middle(v) - middle(c) : 0;
                possible += std::max(0.0, middle(v) - middle(c));
            }
        }
        const trading found = trade_in({k});
        CHECK(near(trades / (cells * cells), found.probability, 0.003));
        CHECK(near(gains / (cells * cells), found.gains, 0.001));
        CHECK(near(possible / (cells * cells), found.first_best, 0.001));
    }
}

TEST_CASE("no other price does better against the linear one") {
    tests::check_always(40, [] {
        const double_auction of{*rc::gen::inRange(0, 11) * 0.1};
        const double own = *rc::gen::inRange(0, 101) * 0.01;
        const double bought = buyer_gets(of, own, bid_of(of, own));
        const double sold = seller_gets(of, own, ask_of(of, own));
        for (int step = 0; step <= 100; ++step) {
            RC_ASSERT(buyer_gets(of, own, 0.01 * step) <= bought + 0.003);
            RC_ASSERT(seller_gets(of, own, 0.01 * step) <= sold + 0.003);
        }
    });
}
