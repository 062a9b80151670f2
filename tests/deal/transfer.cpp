#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/least_of_sums.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/transfer.hpp>
#include <negotiation/deal/zone.hpp>

using namespace negotiation;
using deal::engine;
using deal::least_transfer;
using deal::transfer;
using tests::near;

namespace {

/// What has to be paid for a deal in steps; nothing where the payer cannot.
std::optional<int> paid_for(const tests::specification& of, const tests::row& r,
                            std::optional<std::size_t> payer) {
    int paid = 0;
    for (std::size_t i = 0; i < r.values.size(); ++i) {
        paid += payer == i ? 0 : std::max(0, of.agents[i].reservation - r.values[i]);
    }
    const bool can = !payer || r.values[*payer] - of.agents[*payer].reservation >= paid;
    return can ? std::optional(paid) : std::nullopt;
}

/// The cheapest of all deals that nobody else's dominates, the first of them.
std::optional<std::pair<int, tests::places>> cheapest_by_hand(const tests::specification& of,
                                                              std::optional<std::size_t> payer) {
    const auto rows = tests::all_deals(of);
    const auto points = tests::efficient(rows, [](const tests::row& r) { return r.inside; });
    std::optional<std::pair<int, tests::places>> best;
    for (const tests::row& r : rows) {
        const auto paid = paid_for(of, r, payer);
        if (r.inside && paid && (!best || *paid < best->first)) {
            best = std::pair(*paid, r.deal);
        }
    }
    if (!best) {
        return best;
    }
    for (const tests::row& r : rows) {
        const bool efficient = std::any_of(points.begin(), points.end(),
                                           [&](const auto& p) { return p.values == r.values; });
        if (r.inside && efficient && paid_for(of, r, payer) == best->first) {
            return std::pair(best->first, r.deal);
        }
    }
    throw std::logic_error("no efficient deal is among the cheapest");
}

std::optional<party_id> some_payer(std::size_t parties) {
    const auto place = *rc::gen::inRange<std::size_t>(0, parties + 1);
    return place == parties ? std::nullopt : std::optional(static_cast<party_id>(place));
}

bool same(const transfer& a, const transfer& b) {
    if (a.refused || b.refused || a.cheapest.has_value() != b.cheapest.has_value()) {
        return false;
    }
    return !a.cheapest ||
           (a.cheapest->deal == b.cheapest->deal && a.cheapest->amounts == b.cheapest->amounts &&
            a.cheapest->values == b.cheapest->values &&
            std::equal_to<>{}(a.cheapest->total, b.cheapest->total));
}

}  // namespace

TEST_CASE("the least payment is that of all deals looked at one by one") {
    tests::check_always(150, [] {
        tests::shape like;
        like.curved = false;
        const auto s = *tests::problems(like);
        const problem p = tests::build(s);
        const auto payer = some_payer(s.agents.size());
        const auto expected = cheapest_by_hand(s, payer);
        const transfer found = least_transfer(p, {payer, engine::automatic, {}});
        RC_ASSERT(!found.refused);
        RC_ASSERT(found.cheapest.has_value() == expected.has_value());
        if (expected) {
            RC_ASSERT(near(found.cheapest->total, expected->first * tests::step));
            RC_ASSERT(tests::as_places(found.cheapest->deal) == expected->second);
            const auto& amounts = found.cheapest->amounts;
            RC_ASSERT(
                near(std::accumulate(amounts.begin(), amounts.end(), 0.0), found.cheapest->total));
        }
    });
}

TEST_CASE("three ways find the same payment on random spaces") {
    tests::check_always(150, [] {
        tests::shape like;
        like.most_parties = 4;
        const problem p = tests::build(*tests::problems(like));
        const auto payer = some_payer(p.table.parties.size());
        const transfer listed = least_transfer(p, {payer, engine::table, {}});
        RC_ASSERT(same(listed, least_transfer(p, {payer, engine::stream, {}})));
        RC_ASSERT(same(listed, least_transfer(p, {payer, engine::eliminate, {}})));
    });
}

TEST_CASE("values of whole deals are paid for as well") {
    tests::check_always(60, [] {
        const bargaining table = tests::with_derived_values(tests::build(*tests::problems()).table);
        const auto payer = some_payer(table.parties.size());
        const transfer listed = least_transfer(table, {payer, engine::table, {}});
        RC_ASSERT(same(listed, least_transfer(table, {payer, engine::stream, {}})));
    });
}

TEST_CASE("nothing has to be paid exactly where there is a deal") {
    tests::check_always(150, [] {
        const problem p = tests::build(*tests::problems());
        const transfer found = least_transfer(p);
        const bool open = deal::zone(p.table).count > 0;
        RC_ASSERT(open == (found.cheapest && found.cheapest->total <= 0));
        for (party_id i = 0; i < p.table.parties.size(); ++i) {
            const transfer inside = least_transfer(p, {i, engine::automatic, {}});
            // Whoever pays itself finds it no cheaper than somebody outside.
            RC_ASSERT(!inside.cheapest || found.cheapest);
            RC_ASSERT(!open || (inside.cheapest && inside.cheapest->total <= 0));
        }
    });
}

// A price between a buyer who pays up to 40 and a seller who wants 70: 30 are missing wherever it
// is fixed between them, and neither has a surplus to pay from.
TEST_CASE("the gap of a price is what walk away points lie apart") {
    const problem p = problem_builder{}
                          .issue("price", 0, 100)
                          .party(
                              "buyer", [](auto o) { return 40 - o[0]; }, 0)
                          .party(
                              "seller", [](auto o) { return o[0]; }, 70)
                          .build();
    const transfer found = least_transfer(p);
    REQUIRE(found.cheapest);
    CHECK(near(found.cheapest->total, 30));
    CHECK(found.cheapest->deal == outcome{40});
    CHECK(near(found.cheapest->amounts[0], 0));
    CHECK(near(found.cheapest->amounts[1], 30));
    for (party_id i = 0; i < 2; ++i) {
        const transfer inside = least_transfer(p, {i, engine::automatic, {}});
        CHECK_FALSE(inside.cheapest);
        CHECK_FALSE(inside.refused);
    }
}

// Two deals: (10, 0) and (0, 5), no deal is (4, 3). The first leaves the second party 3 short, and
// the first has 6 to spare.
TEST_CASE("a party pays the other out of its surplus") {
    const problem p = problem_builder{}
                          .issue("clause", 2)
                          .party("one", {{10, 0}}, 4)
                          .party("two", {{0, 5}}, 3)
                          .build();
    const transfer outside = least_transfer(p);
    REQUIRE(outside.cheapest);
    CHECK(near(outside.cheapest->total, 3));
    CHECK(outside.cheapest->deal == outcome{0});
    const transfer first = least_transfer(p, {party_id{0}, engine::automatic, {}});
    REQUIRE(first.cheapest);
    CHECK(near(first.cheapest->total, 3));
    CHECK(near(first.cheapest->amounts[0], 0));
    CHECK(near(first.cheapest->amounts[1], 3));
    CHECK_FALSE(least_transfer(p, {party_id{1}, engine::automatic, {}}).cheapest);
}

// Of the nuclear scope, from an independent enumeration of its 161,700 deals in whole numbers.
TEST_CASE("payments of the scenario are the enumeration's") {
    const auto gap = [](double of_one, double of_other, int line,
                        std::optional<party_id> payer = {}) {
        scenario world = tests::backchannel();
        world.parties[0].reservation = of_one;
        world.parties[1].reservation = of_other;
        const bargaining table =
            with_red_lines(freeze(world, {"nuclear", {}, {}}).table,
                           [&](party_id i, const auto&) { return static_cast<int>(i) == line; });
        return least_transfer(table, {payer, engine::automatic, {}}).cheapest;
    };
    const auto is = [](const std::optional<deal::side_payment>& found, double total,
                       const outcome& nuclear) {
        return found && near(found->total, total) &&
               std::equal(nuclear.begin(), nuclear.end(), found->deal.begin());
    };
    CHECK(is(gap(0.58, 0.62, -1), 0, {1, 0, 0, 3, 4, 2, 4, 3}));
    CHECK(is(gap(0.70, 0.75, -1), 0.088, {2, 0, 1, 3, 4, 4, 4, 3}));
    CHECK(is(gap(0.68, 0.69, -1), 0.025, {2, 0, 1, 4, 4, 2, 4, 3}));
    CHECK_FALSE(gap(0.70, 0.75, -1, 0));
    CHECK_FALSE(gap(0.70, 0.75, -1, 1));
    // With the red line of the United States.
    CHECK(is(gap(0.58, 0.72, 0), 0.023, {1, 0, 0, 2, 4, 4, 1, 3}));
    CHECK(is(gap(0.58, 0.72, 0, 0), 0.029, {1, 0, 0, 2, 4, 4, 2, 3}));
    CHECK_FALSE(gap(0.58, 0.72, 0, 1));
    // With those of Iran.
    CHECK(is(gap(0.70, 0.62, 1), 0.006, {2, 0, 1, 3, 3, 2, 4, 2}));
    CHECK(is(gap(0.70, 0.62, 1, 1), 0.012, {2, 0, 1, 4, 4, 1, 4, 2}));
}

TEST_CASE("no payment opens red lines that clash") {
    const transfer found = least_transfer(tests::backchannel_bound("nuclear", true, true));
    CHECK_FALSE(found.cheapest);
    CHECK_FALSE(found.refused);
    const transfer open = least_transfer(tests::backchannel_bound("nuclear", false, false));
    REQUIRE(open.cheapest);
    CHECK(near(open.cheapest->total, 0));
}

TEST_CASE("payments that nobody can look for are refused") {
    const problem p = problem_builder{}
                          .issue("clause", 100)
                          .issue("clause", 100)
                          .party(
                              "one", [](auto o) { return o[0] - o[1]; }, 1000)
                          .build();
    const deal::budget none{0, 0, 0};
    for (const engine method :
         {engine::table, engine::stream, engine::eliminate, engine::automatic}) {
        const transfer found = least_transfer(p, {{}, method, none});
        CHECK(found.refused);
        CHECK_FALSE(found.cheapest);
    }
    CHECK_THROWS_AS((void)least_transfer(p, {party_id{1}, engine::automatic, {}}),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)least_transfer(bargaining{}), std::invalid_argument);
}
