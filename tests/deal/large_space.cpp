#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/frontiers.hpp>

#include <negotiation/deal/bridge.hpp>
#include <negotiation/deal/conflict.hpp>
#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/margin.hpp>
#include <negotiation/deal/trade.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/problem_builder.hpp>

// Frontiers of spaces that nobody could list, and what becomes of those that are too large.

using namespace negotiation;
using deal::engine;
using deal::frontier;
using deal::pareto_frontier;
using deal::region;
using tests::same_points;

namespace {

/// So many issues of so many options with values drawn in thousandths, tied in a chain.
problem chain(std::size_t issues, std::size_t options, std::size_t parties) {
    random_stream stream(5);
    problem_builder builder;
    for (std::size_t k = 0; k < issues; ++k) {
        builder.issue("issue", options);
    }
    for (std::size_t k = 1; k < issues; ++k) {
        builder.forbid({{k - 1, {0, 1}}, {k, {options - 1, options - 2}}});
    }
    for (std::size_t i = 0; i < parties; ++i) {
        std::vector<std::vector<double>> values(issues, std::vector<double>(options));
        for (auto& issue : values) {
            for (double& value : issue) {
                value = (stream() % 20) / 1000.0;
            }
        }
        builder.party("party", std::move(values), 0);
    }
    return builder.build();
}

}  // namespace

TEST_CASE("frontiers of thousands of points agree") {
    const problem p = [] {
        problem_builder builder;
        std::vector<std::vector<double>> up(3);
        std::vector<std::vector<double>> down(3);
        for (std::size_t k = 0; k < 3; ++k) {
            builder.issue("issue", 18);
            for (int o = 0; o < 18; ++o) {
                up[k].push_back(o * std::pow(18, k) / 1000);
                down[k].push_back(-up[k].back());
            }
        }
        return builder.party("one", up, 0).party("two", down, -100).build();
    }();
    const frontier table = pareto_frontier(p, {engine::table});
    CHECK(table.size() == 18 * 18 * 18);
    CHECK(same_points(table, pareto_frontier(p, {engine::stream})));
    CHECK(same_points(table, pareto_frontier(p, {engine::eliminate})));
}

TEST_CASE("ten to the twenty deals in a chain are no obstacle") {
    const problem p = chain(20, 10, 2);
    CHECK(to_string(raw_count(p.table.space)) == "100000000000000000000");
    const frontier f = pareto_frontier(p);
    CHECK(f.method == engine::eliminate);
    REQUIRE(f.size() > 10);
    for (std::size_t k = 0; k < f.size(); ++k) {
        const outcome deal = f.deal(k);
        CHECK(feasible(p.table.space, deal));
        CHECK(sum_of(p.table.parties[0].utility, p.table.space.sizes, deal) == f.sum(k, 0));
    }
}

// A short chain, which can be looked at deal by deal, says that the long one is right.
TEST_CASE("short chains agree with enumeration") {
    const problem p = chain(5, 6, 3);
    CHECK(
        same_points(pareto_frontier(p, {engine::eliminate}), pareto_frontier(p, {engine::stream})));
}

TEST_CASE("duplicates beyond 64 bits are counted exactly") {
    // Eighteen issues that nobody cares about multiply each point by ten to the eighteenth.
    problem_builder builder;
    builder.issue("price", 0, 100);
    std::vector<std::vector<double>> buyer(1);
    std::vector<std::vector<double>> seller(1);
    for (int price = 0; price <= 100; ++price) {
        buyer[0].push_back(100 - price);
        seller[0].push_back(price);
    }
    for (int k = 0; k < 25; ++k) {
        builder.issue("indifferent", 10);
        buyer.emplace_back(10, 0.25);
        seller.emplace_back(10, 0);
    }
    // A tie among them keeps the engine from treating them one by one.
    builder.forbid({{1, {0}}, {2, {0}}});
    const problem p = builder.party("buyer", buyer, 20).party("seller", seller, 30).build();
    CHECK(to_string(raw_count(p.table.space)) == "1010000000000000000000000000");
    CHECK(to_string(deal::count_feasible(p.table.space).value()) == "999900000000000000000000000");
    const frontier f = pareto_frontier(p);
    CHECK(f.size() == 57);
    for (const outcome_count count : f.counts) {
        CHECK(to_string(count) == "9900000000000000000000000");
    }
    outcome first(26, 0);
    first[0] = 30;
    first[2] = 1;  // the first deal that the constraint leaves
    CHECK(f.deal(0) == first);
}

TEST_CASE("counts saturate in spaces beyond all measure") {
    problem_builder builder;
    std::vector<std::vector<double>> values(50, std::vector<double>(10, 0));
    for (int k = 0; k < 50; ++k) {
        builder.issue("indifferent", 10);
    }
    const problem p = builder.party("one", values, 0).party("two", values, 0).build();
    const frontier f = pareto_frontier(p);
    REQUIRE(f.size() == 1);
    CHECK(is_saturated(f.counts[0]));
    CHECK(is_saturated(raw_count(p.table.space)));
    CHECK(is_saturated(deal::count_feasible(p.table.space).value()));
    CHECK(f.deal(0) == outcome(50, 0));
}

TEST_CASE("what is too large is refused with a reason") {
    // Twenty issues of ten options, one party's gain the other's loss: every deal is efficient.
    random_stream stream(3);
    problem_builder builder;
    std::vector<std::vector<double>> one;
    std::vector<std::vector<double>> two;
    for (int k = 0; k < 20; ++k) {
        builder.issue("issue", 10);
        one.emplace_back();
        two.emplace_back();
        for (int o = 0; o < 10; ++o) {
            one.back().push_back(stream() / 4294967296.0);
            two.back().push_back(-one.back().back());
        }
    }
    const problem p = builder.party("one", one, 0).party("two", two, -1000).build();
    const deal::budget little{1000, 100'000, 20'000};
    for (const engine method :
         {engine::automatic, engine::table, engine::stream, engine::eliminate}) {
        CAPTURE(to_string(method));
        const frontier f = pareto_frontier(p, {method, region::zone, little});
        CHECK(f.size() == 0);
        REQUIRE(f.refused);
        CHECK_FALSE(f.refused->reason.empty());
        CHECK(f.refused->size > 1000);
    }
    // Elimination says how wide the problem is, and every engine tried says its own reason.
    const frontier f = pareto_frontier(p, {engine::automatic, region::zone, little});
    CHECK(f.refused->reason.find("elimination") != std::string::npos);
    CHECK(f.refused->reason.find("stream") != std::string::npos);
}

TEST_CASE("elimination holds no more partial deals than its budget allows") {
    // One issue to give and take, for every pair of options of two others in its own way: 1600
    // lists of 40 partial deals, though in the end one pair is best for everybody.
    constexpr std::size_t n = 40;
    random_stream stream(9);
    const auto draw = [&] {
        std::vector<double> values;
        for (std::size_t k = 0; k < n * n; ++k) {
            values.push_back(stream() / 4294967296.0);
        }
        return values;
    };
    const auto opposite = [](std::vector<double> values) {
        for (double& value : values) {
            value = -value;
        }
        return values;
    };
    std::vector<std::vector<double>> values(3, std::vector<double>(n, 0));
    values[1][0] = values[2][0] = 100;
    const std::vector<double> with_b = draw();
    const std::vector<double> with_c = draw();
    std::vector<double> tie(n * n, 0);
    tie[n * n - 1] = 1;
    const problem p = problem_builder{}
                          .issue("a", n)
                          .issue("b", n)
                          .issue("c", n)
                          .party("one", values, -1000)
                          .interaction(0, 1, with_b)
                          .interaction(0, 2, with_c)
                          .interaction(1, 2, tie)
                          .party("two", values, -1000)
                          .interaction(0, 1, opposite(with_b))
                          .interaction(0, 2, opposite(with_c))
                          .build();
    const frontier enough =
        pareto_frontier(p, {engine::eliminate, region::zone, {1, 1'000'000'000, 100'000}});
    CHECK(enough.size() == n);
    const frontier little =
        pareto_frontier(p, {engine::eliminate, region::zone, {1, 1'000'000'000, 20'000}});
    CHECK(little.refused);
}

// Every pair of issues is tied: neither a frontier nor a count can be had, and that is said soon.
TEST_CASE("a knot of constraints is refused and not searched for ever") {
    problem_builder builder;
    constexpr std::size_t issues = 14;
    std::vector<std::vector<double>> rising;
    for (std::size_t k = 0; k < issues; ++k) {
        builder.issue("issue", 10);
        rising.push_back({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        for (std::size_t j = 0; j < k; ++j) {
            builder.forbid({{j, {(j + k) % 10}}, {k, {(3 * j + k) % 10}}});
        }
    }
    auto falling = rising;
    for (auto& values : falling) {
        std::reverse(values.begin(), values.end());
    }
    const problem p = builder.party("one", rising, 0).party("two", falling, 0).build();
    const deal::budget limits{1 << 20, 1 << 22, 1 << 18};
    const frontier f = pareto_frontier(p, {engine::automatic, region::zone, limits});
    REQUIRE(f.refused);
    const deal::zone_size size = deal::zone(p, {engine::automatic, limits});
    CHECK_FALSE(size.counted);
    REQUIRE(size.refused);
}

TEST_CASE("what is efficient counts against the budget of a stream") {
    problem_builder builder;
    std::vector<std::vector<double>> rising;
    std::vector<std::vector<double>> falling;
    for (std::size_t k = 0; k < 14; ++k) {
        builder.issue("bit", 2);
        rising.push_back({0, static_cast<double>(1U << k)});
        falling.push_back({static_cast<double>(1U << k), 0});
    }
    const problem p = builder.party("one", rising, 0).party("two", falling, 0).build();
    CHECK(pareto_frontier(p, {engine::stream}).size() == 1U << 14);
    const frontier f = pareto_frontier(p, {engine::stream, region::zone, {0, 1 << 20, 1000}});
    REQUIRE(f.refused);
    CHECK(f.refused->reason.find("efficient deals, more than its budget of 1,000") !=
          std::string::npos);
}

TEST_CASE("what could not be searched is unknown and not empty") {
    const deal::budget nothing{0, 0, 0};
    problem_builder builder;
    for (std::size_t k = 0; k < 8; ++k) {
        builder.issue("issue", 8);
    }
    const std::vector<std::vector<double>> levels(8, {0, 1, 2, 3, 4, 5, 6, 7});
    const problem p = builder.party("one", levels, 0)
                          .red_line(0, {1})
                          .party("two", levels, 0)
                          .red_line(0, {2})
                          .build();
    const bargaining open = with_red_lines(p.table, [](party_id, const auto&) { return false; });
    for (const deal::margin& margin : deal::margins(open, nothing)) {
        CHECK_FALSE(margin.value);
        CHECK(margin.refused);
    }
    const deal::bridging bridging = deal::find_bridge(p, nothing);
    CHECK_FALSE(bridging.best);
    CHECK(bridging.refused);
    const deal::conflicts clash = deal::minimal_conflicts(p, 4096, nothing);
    CHECK_FALSE(clash.complete);
    CHECK(clash.minimal.empty());
    CHECK(clash.refused);
    CHECK(deal::minimal_conflicts(p).minimal.size() == 1);
    const deal::trading trading = deal::best_trade(p, outcome(8, 0), nothing);
    CHECK_FALSE(trading.best);
    CHECK(trading.refused);
}
