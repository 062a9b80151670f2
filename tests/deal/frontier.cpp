#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::engine;
using deal::frontier;
using deal::pareto_frontier;
using deal::region;

namespace {

constexpr engine engines[] = {engine::table, engine::stream, engine::eliminate};

bool same_points(const frontier& a, const frontier& b) {
    return a.sums == b.sums && a.options == b.options && a.counts == b.counts &&
           a.utilities == b.utilities && a.refused.has_value() == b.refused.has_value();
}

/// True when every point of one frontier is nowhere above some point of the other. Their sums may
/// be in different grains, so utilities are compared.
bool covers(const frontier& wide, const frontier& narrow) {
    const auto above = [&](std::size_t j, std::size_t k) {
        for (std::size_t i = 0; i < wide.parties; ++i) {
            if (wide.utility(j, i) + tests::grid < narrow.utility(k, i)) {
                return false;
            }
        }
        return true;
    };
    for (std::size_t k = 0; k < narrow.size(); ++k) {
        bool covered = false;
        for (std::size_t j = 0; j < wide.size() && !covered; ++j) {
            covered = above(j, k);
        }
        if (!covered) {
            return false;
        }
    }
    return true;
}

/// A frontier of the library against one found by looking at every deal.
bool agrees(const frontier& found, const bargaining& table,
            const std::vector<tests::efficient_point>& expected) {
    if (found.refused || found.size() != expected.size()) {
        return false;
    }
    for (std::size_t k = 0; k < expected.size(); ++k) {
        if (tests::as_places(found.deal(k)) != expected[k].deal ||
            found.counts[k] != expected[k].count) {
            return false;
        }
        for (std::size_t i = 0; i < table.parties.size(); ++i) {
            const utility_scale& scale = table.parties[i].utility.scale;
            if (static_cast<units>(found.sum(k, i)) * scale.grain !=
                    expected[k].values[i] * tests::units_per_step ||
                found.utility(k, i) != utility_of(scale, found.sum(k, i))) {
                return false;
            }
        }
    }
    return true;
}

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

TEST_CASE("the three engines agree to the last bit on random spaces") {
    tests::check_always(60, [] {
        tests::shape like;
        like.most_deals = 3000;
        const problem p = tests::build(*tests::problems(like));
        for (const region within : {region::zone, region::feasible}) {
            const frontier table = pareto_frontier(p, {engine::table, within});
            for (const engine method : engines) {
                const frontier other = pareto_frontier(p, {method, within});
                RC_ASSERT(other.method == method);
                RC_ASSERT(same_points(table, other));
            }
            RC_ASSERT(same_points(table, pareto_frontier(p, {engine::automatic, within})));
        }
    });
}

TEST_CASE("every engine finds the frontier that brute force finds") {
    tests::check_always(100, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        const auto rows = tests::all_deals(s);
        const auto zone = tests::efficient(rows, [](const auto& r) { return r.accepted; });
        const auto feasible = tests::efficient(rows, [](const auto& r) { return r.inside; });
        for (const engine method : engines) {
            RC_ASSERT(agrees(pareto_frontier(p, {method, region::zone}), p, zone));
            RC_ASSERT(agrees(pareto_frontier(p, {method, region::feasible}), p, feasible));
        }
        RC_CLASSIFY(zone.empty(), "empty zone");
        RC_CLASSIFY(zone.size() > 3, "more than three points");
    });
}

TEST_CASE("a new constraint never enlarges what a frontier dominates") {
    tests::check_always(60, [] {
        auto s = *tests::problems();
        const auto before = tests::build(s);
        const std::size_t issue = *rc::gen::inRange<std::size_t>(0, s.sizes.size());
        const std::size_t other = *rc::gen::inRange<std::size_t>(0, s.sizes.size());
        const std::size_t option = *rc::gen::inRange<std::size_t>(0, s.sizes[issue]);
        const std::size_t second = *rc::gen::inRange<std::size_t>(0, s.sizes[other]);
        s.bans.push_back({{issue, {option}}, {other, {second}}});
        const auto after = tests::build(s);
        RC_ASSERT(deal::zone(after).count <= deal::zone(before).count);
        const frontier wide = pareto_frontier(before);
        const frontier narrow = pareto_frontier(after);
        RC_ASSERT(covers(wide, narrow));
    });
}

// Tollison and Willett 1979: what is added may be left as it is.
TEST_CASE("optional linkage never shrinks the zone") {
    tests::check_always(60, [] {
        tests::shape like;
        like.most_issues = 4;
        like.most_deals = 60;
        auto s = *tests::problems(like);
        const auto before = tests::build(s);
        s.sizes.push_back(3);
        s.domains.push_back({0, 1, 2});
        for (auto& who : s.agents) {
            who.values.push_back({0, *rc::gen::inRange(-4, 5), *rc::gen::inRange(-4, 5)});
        }
        const auto after = tests::build(s);
        RC_ASSERT(deal::zone(after).count >= deal::zone(before).count);
        const frontier narrow = pareto_frontier(before);
        const frontier wide = pareto_frontier(after);
        RC_ASSERT(covers(wide, narrow));
    });
}

TEST_CASE("points fall and name their first deal") {
    const problem p = problem_builder{}
                          .issue("a", 2)
                          .issue("b", 2)
                          .party("one", {{1, 0}, {0, 0}}, 0)
                          .party("two", {{0, 1}, {0, 0}}, 0)
                          .build();
    for (const engine method : engines) {
        const frontier f = pareto_frontier(p, {method});
        REQUIRE(f.size() == 2);
        CHECK(f.deal(0) == outcome{0, 0});
        CHECK(f.deal(1) == outcome{1, 0});
        CHECK(f.counts == std::vector<outcome_count>{2, 2});
        CHECK(f.utility(0, 0) == 1.0);
        CHECK(f.utility(1, 1) == 1.0);
    }
}

TEST_CASE("a deal exactly at the reservation value is inside") {
    // 0.1 + 0.2 is 0.3 here, whatever doubles say.
    const problem p = problem_builder{}
                          .issue("a", 1)
                          .issue("b", 1)
                          .party("one", {{0.1}, {0.2}}, 0.3)
                          .party("two", {{0.7}, {0.1}}, 0.8)
                          .build();
    for (const engine method : engines) {
        CHECK(pareto_frontier(p, {method}).size() == 1);
    }
}

TEST_CASE("an empty zone has an empty frontier") {
    const problem p = problem_builder{}
                          .issue("price", 0, 5)
                          .party("buyer", {{5, 4, 3, 2, 1, 0}}, 4)
                          .party("seller", {{0, 1, 2, 3, 4, 5}}, 4)
                          .build();
    for (const engine method : engines) {
        const frontier f = pareto_frontier(p, {method});
        CHECK(f.size() == 0);
        CHECK(f.parties == 2);
        CHECK_FALSE(f.refused);
        CHECK(pareto_frontier(p, {method, region::feasible}).size() == 6);
    }
}

TEST_CASE("constraints that leave nothing empty every engine") {
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .issue("b", 3)
                          .forbid({{0, {0, 1, 2}}})
                          .party("one", {{0, 0, 0}, {0, 0, 0}}, 0)
                          .build();
    for (const engine method : engines) {
        CHECK(pareto_frontier(p, {method}).size() == 0);
        CHECK(pareto_frontier(p, {method, region::feasible}).size() == 0);
    }
}

TEST_CASE("a frontier has 1 to 128 parties") {
    const auto crowd = [](std::size_t parties) {
        problem_builder builder;
        builder.issue("a", 3).issue("b", 2);
        for (std::size_t i = 0; i < parties; ++i) {
            const double v = static_cast<double>(i % 3);
            builder.party("party", {{v, 2 - v, 1}, {0, 0.5}}, 0);
        }
        return builder.build();
    };
    for (const std::size_t parties : {1U, 2U, 3U, 4U, 8U, 9U, 128U}) {
        CAPTURE(parties);
        const problem p = crowd(parties);
        const frontier table = pareto_frontier(p, {engine::table});
        CHECK(table.size() == (parties < 3 ? 1U : 3U));
        CHECK(same_points(table, pareto_frontier(p, {engine::stream})));
        CHECK(same_points(table, pareto_frontier(p, {engine::eliminate})));
    }
    CHECK_THROWS_AS(pareto_frontier(crowd(129)), std::invalid_argument);
    CHECK_THROWS_AS(pareto_frontier(bargaining{make_outcome_space({2}), {}}),
                    std::invalid_argument);
}

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

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the frontier of the nuclear scope is the enumeration's") {
    const std::vector<std::pair<int, int>> expected{
        {7094, 6210}, {7014, 6290}, {6944, 6410}, {6830, 6520}, {6794, 6610}, {6710, 6660},
        {6690, 6730}, {6620, 6750}, {6610, 6840}, {6570, 6870}, {6540, 6930}, {6490, 6980},
        {6470, 7050}, {6420, 7070}, {6390, 7130}, {6350, 7190}, {6320, 7250}, {6270, 7270},
        {6250, 7310}, {6200, 7390}, {6170, 7450}, {6100, 7510}, {6050, 7590}, {5980, 7650},
        {5950, 7710}, {5830, 7850}};
    const problem p = freeze(tests::backchannel(), {"nuclear", {}, {}});
    const frontier f = pareto_frontier(p);
    REQUIRE(f.size() == expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
        CHECK(f.utility(k, 0) == expected[k].first / 10000.0);
        CHECK(f.utility(k, 1) == expected[k].second / 10000.0);
        CHECK(f.counts[k] == 1);
    }
    CHECK(f.deal(12) == tests::deal_n1());
    CHECK(pareto_frontier(p, {engine::automatic, region::feasible}).size() == 102);
}

TEST_CASE("the frontier of the comprehensive scope is the enumeration's") {
    const problem p = freeze(tests::backchannel(), {"comprehensive", {}, {}});
    const frontier f = pareto_frontier(p);
    CHECK(f.method == engine::eliminate);
    CHECK(f.size() == 52);
    CHECK(f.utility(0, 0) == 0.7839);
    CHECK(f.utility(0, 1) == 0.6205);
    CHECK(pareto_frontier(p, {engine::automatic, region::feasible}).size() == 174);
    const problem three = freeze(tests::backchannel(), {"comprehensive", {}, {"Israel"}});
    CHECK(pareto_frontier(three).size() == 101);
    const problem nuclear = freeze(tests::backchannel(), {"nuclear", {}, {"Israel"}});
    CHECK(pareto_frontier(nuclear).size() == 32);
}
