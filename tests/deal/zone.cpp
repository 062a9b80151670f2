#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/least_of_sums.hpp>
#include <support/property.hpp>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::engine;
using deal::zone;
using deal::zone_size;

namespace {

/// The zone in which exactly these red lines bind: of the United States, of Iran on enrichment and
/// on missiles.
outcome_count with_lines(const bargaining& table, bool first, bool second, bool third) {
    bargaining chosen = table;
    chosen.parties[0].red_lines[0].binds = first;
    chosen.parties[1].red_lines[0].binds = second;
    chosen.parties[1].red_lines[1].binds = third;
    return zone(chosen).count;
}

}  // namespace

TEST_CASE("table and stream count the same zone on random spaces") {
    tests::check_always(80, [] {
        tests::shape like;
        like.most_deals = 5000;
        like.curved = false;
        const problem p = tests::build(*tests::problems(like));
        const zone_size table = zone(p, {engine::table});
        const zone_size stream = zone(p, {engine::stream});
        RC_ASSERT(table.counted && stream.counted);
        RC_ASSERT(table.count == stream.count);
        RC_ASSERT(table.feasible == stream.feasible);
        RC_ASSERT(zone(p).count == table.count);
        RC_CLASSIFY(table.count > 0, "not empty");
    });
}

TEST_CASE("the zone is what brute force counts") {
    tests::check_always(100, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        std::size_t raw = 0;
        std::size_t feasible = 0;
        std::size_t accepted = 0;
        for (const auto& row : tests::all_deals(s)) {
            ++raw;
            feasible += row.feasible ? 1U : 0U;
            accepted += row.accepted ? 1U : 0U;
        }
        for (const engine method : {engine::automatic, engine::table, engine::stream}) {
            const zone_size found = zone(p, {method});
            RC_ASSERT(found.raw == raw);
            RC_ASSERT(found.feasible == feasible);
            RC_ASSERT(found.count == accepted);
        }
        RC_ASSERT(deal::count_feasible(p.table.space) == feasible);
        RC_ASSERT((deal::pareto_frontier(p).size() == 0) == (accepted == 0));
    });
}

TEST_CASE("a higher reservation value never enlarges the zone") {
    tests::check_always(60, [] {
        tests::shape like;
        like.most_deals = 2000;
        auto s = *tests::problems(like);
        const problem before = tests::build(s);
        s.agents[*rc::gen::inRange<std::size_t>(0, s.agents.size())].reservation +=
            *rc::gen::inRange(1, 4);
        const problem after = tests::build(s);
        for (const engine method : {engine::table, engine::stream}) {
            RC_ASSERT(zone(after, {method}).count <= zone(before, {method}).count);
        }
    });
}

TEST_CASE("a red line and its opposite share out the zone") {
    tests::check_always(60, [] {
        tests::shape like;
        like.most_deals = 5000;
        problem p = tests::build(*tests::problems(like));
        const issue_id issue =
            *rc::gen::inRange<issue_id>(0, static_cast<issue_id>(p.table.space.sizes.size()));
        option_mask allowed(p.table.space.sizes[issue]);
        for (std::size_t o = 0; o < allowed.size(); ++o) {
            allowed[o] = *rc::gen::arbitrary<bool>();
        }
        const outcome_count whole = zone(p).count;
        auto& lines = p.table.parties.front().red_lines;
        lines.push_back({issue, allowed, false, true});
        for (const engine method : {engine::table, engine::stream}) {
            const outcome_count inside = zone(p, {method}).count;
            lines.back().allowed.flip();
            RC_ASSERT(inside + zone(p, {method}).count == whole);
        }
    });
}

// Half deals by the thousand for dominance counting in one, two, three and four dimensions.
TEST_CASE("large zones are counted by halves as by hand") {
    for (const std::size_t parties : {1U, 2U, 3U, 4U}) {
        CAPTURE(parties);
        problem_builder builder;
        for (int k = 0; k < 6; ++k) {
            builder.issue("issue", 4);
        }
        builder.forbid({{0, {1, 2}}, {5, {0}}}).forbid({{1, {0}}, {2, {3}}, {4, {1, 2}}});
        for (std::size_t i = 0; i < parties; ++i) {
            std::vector<std::vector<double>> values(6, std::vector<double>(4));
            for (std::size_t k = 0; k < 6; ++k) {
                for (std::size_t o = 0; o < 4; ++o) {
                    values[k][o] = static_cast<double>((o * (k + 2) + i * 3 * (o + k)) % 7);
                }
            }
            builder.party("party", values, 15);
        }
        const problem p = builder.build();
        const zone_size table = zone(p, {engine::table});
        CHECK(table.count > 0);
        CHECK(table.count < table.feasible);
        CHECK(zone(p, {engine::stream}).count == table.count);
    }
}

TEST_CASE("feasible counts are exact beyond 64 bits") {
    // A chain in which neighbours may not both take option 0: counted by the usual recursion.
    outcome_space space = make_outcome_space(std::vector<option_id>(30, 10));
    option_mask first(10, false);
    first[0] = true;
    for (issue_id k = 1; k < 30; ++k) {
        space.forbidden.push_back({{k - 1, k}, {first, first}});
    }
    outcome_count at_zero = 1;
    outcome_count elsewhere = 9;
    for (int k = 1; k < 30; ++k) {
        const outcome_count all = at_zero + elsewhere;
        at_zero = elsewhere;
        elsewhere = 9 * all;
    }
    CHECK(deal::count_feasible(space) == at_zero + elsewhere);
    CHECK(to_string(at_zero + elsewhere).size() == 30);
}

TEST_CASE("a zone beyond 64 bits is counted exactly") {
    problem_builder builder;
    std::vector<std::vector<double>> values(22, std::vector<double>(10, 0));
    for (int k = 0; k < 22; ++k) {
        builder.issue("issue", 10);
    }
    for (std::size_t o = 0; o < 10; ++o) {
        values[0][o] = static_cast<double>(o);
    }
    // All but the first issue are settled, so that the rest multiplies.
    problem p = builder.party("one", values, 7).party("two", values, 0).build();
    for (std::size_t k = 1; k < 8; ++k) {
        p.table.space.domains[k] = {4};
    }
    const zone_size size = zone(p, {engine::stream, {1 << 24, 1, 1}});
    CHECK(to_string(size.raw) == "1000000000000000");
    CHECK_FALSE(size.counted);  // ten to the eighth half deals
    REQUIRE(size.refused);
    CHECK_FALSE(size.refused->reason.empty());
    for (std::size_t k = 8; k < 16; ++k) {
        p.table.space.domains[k] = {0};
    }
    CHECK(zone(p, {engine::stream}).count == 3'000'000);
}

TEST_CASE("a zone that cannot be counted says why") {
    problem_builder builder;
    std::vector<std::vector<double>> values(20, std::vector<double>(10, 0.1));
    for (int k = 0; k < 20; ++k) {
        builder.issue("issue", 10);
    }
    const problem p = builder.party("one", values, 1).build();
    for (const engine method :
         {engine::automatic, engine::table, engine::stream, engine::eliminate}) {
        const zone_size size = zone(p, {method, {1000, 1000, 1000}});
        CHECK_FALSE(size.counted);
        REQUIRE(size.refused);
        CHECK_FALSE(size.refused->reason.empty());
        CHECK(to_string(size.feasible) == "100000000000000000000");
    }
}

TEST_CASE("a space without parties is its own zone") {
    const bargaining table{make_outcome_space({3, 2}), {}};
    CHECK(zone(table, {engine::table}).count == 6);
    CHECK(zone(table, {engine::stream}).count == 6);
}

TEST_CASE("a settled space has one deal or none") {
    const auto at = [](double reservation) {
        return problem_builder{}.issue("a", 1).party("one", {{0.5}}, reservation).build();
    };
    for (const engine method : {engine::table, engine::stream}) {
        CHECK(zone(at(0.5), {method}).count == 1);
        CHECK(zone(at(0.5000000001), {method}).count == 0);
    }
}

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the zones of the nuclear scope are the enumeration's") {
    const problem p = freeze(tests::backchannel(), {"nuclear", {}, {}});
    const zone_size size = zone(p);
    CHECK(size.raw == 350'000);
    CHECK(size.feasible == 161'700);
    CHECK(size.count == 6546);
    CHECK(zone(p, {engine::table}).count == 6546);
    CHECK(with_lines(p, false, false, false) == 6546);
    CHECK(with_lines(p, true, false, false) == 103);
    CHECK(with_lines(p, false, true, false) == 6443);
    CHECK(with_lines(p, false, false, true) == 6546);
    CHECK(with_lines(p, true, false, true) == 103);
    CHECK(with_lines(p, false, true, true) == 6443);
    CHECK(with_lines(p, true, true, false) == 0);
    CHECK(with_lines(p, true, true, true) == 0);
    CHECK(zone(freeze(tests::backchannel(), {"nuclear", {}, {"Israel"}})).count == 286);
}

TEST_CASE("the zones of the comprehensive scope are the enumeration's") {
    const problem p = freeze(tests::backchannel(), {"comprehensive", {}, {}});
    const zone_size size = zone(p);
    CHECK(size.raw == 89'600'000);
    CHECK(size.feasible == 29'299'200);
    CHECK(size.count == 3'172'094);
    CHECK(with_lines(p, true, false, false) == 21'489);
    CHECK(with_lines(p, false, true, false) == 3'150'605);
    CHECK(with_lines(p, false, false, true) == 1'922'280);
    CHECK(with_lines(p, true, false, true) == 19'560);
    CHECK(with_lines(p, false, true, true) == 1'902'720);
    CHECK(with_lines(p, true, true, false) == 0);
    CHECK(with_lines(p, true, true, true) == 0);
    CHECK(zone(freeze(tests::backchannel(), {"comprehensive", {}, {"Israel"}})).count == 710'527);
}

TEST_CASE("with values of whole deals the zone is what can be counted by hand") {
    tests::check_always(150, [] {
        tests::shape like;
        like.most_deals = 2000;
        const bargaining table = tests::with_derived_values(tests::build(*tests::problems(like)));
        outcome_count count = 0;
        tests::for_each_open_deal(table.space, [&](const outcome& deal) {
            bool all = feasible(table.space, deal);
            for (party_id i = 0; i < table.parties.size(); ++i) {
                all = all && accepts(table, i, deal);
            }
            count += all ? 1U : 0U;
        });
        for (const engine method : {engine::table, engine::stream, engine::automatic}) {
            const zone_size found = zone(table, {method, {}});
            RC_ASSERT(found.counted);
            RC_ASSERT(found.count == count);
        }
        RC_ASSERT(deal::any_deal(table) == (count > 0));
        RC_CLASSIFY(count > 0, "not empty");
    });
}
