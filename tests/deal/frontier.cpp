#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/frontiers.hpp>
#include <support/least_of_sums.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/zone.hpp>

using namespace negotiation;
using deal::engine;
using deal::frontier;
using deal::pareto_frontier;
using deal::region;
using tests::engines;
using tests::same_points;

namespace {

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

/// The issues in the opposite order.
tests::specification turned(tests::specification s) {
    const std::size_t last = s.sizes.size() - 1;
    std::reverse(s.sizes.begin(), s.sizes.end());
    std::reverse(s.domains.begin(), s.domains.end());
    for (auto& who : s.agents) {
        std::reverse(who.values.begin(), who.values.end());
        for (auto& term : who.together) {
            term.first = last - term.first;
            term.second = last - term.second;
        }
        for (auto& line : who.lines) {
            line.issue = last - line.issue;
        }
    }
    for (auto& combination : s.bans) {
        for (auto& part : combination) {
            part.first = last - part.first;
        }
    }
    return s;
}

/// Puts the points of some frontiers of one problem together and keeps the efficient ones.
frontier best_of(const std::vector<frontier>& parts) {
    std::map<std::vector<grains>, std::pair<outcome, outcome_count>, std::greater<>> all;
    for (const frontier& part : parts) {
        for (std::size_t k = 0; k < part.size(); ++k) {
            std::vector<grains> sums;
            for (std::size_t i = 0; i < part.parties; ++i) {
                sums.push_back(part.sum(k, i));
            }
            const auto [at, fresh] = all.try_emplace(sums, part.deal(k), 0);
            at->second.first = std::min(at->second.first, part.deal(k));
            at->second.second += part.counts[k];
        }
    }
    frontier best;
    best.parties = parts.front().parties;
    std::vector<std::vector<grains>> kept;
    for (const auto& point : all) {
        if (std::none_of(all.begin(), all.end(), [&](const auto& other) {
                return tests::dominates(other.first, point.first);
            })) {
            const outcome& deal = point.second.first;
            kept.push_back(point.first);
            best.options.insert(best.options.end(), deal.begin(), deal.end());
            best.counts.push_back(point.second.second);
        }
    }
    for (std::size_t i = 0; i < best.parties; ++i) {
        for (const auto& sums : kept) {
            best.sums.push_back(sums[i]);
        }
    }
    return best;
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

// Whatever curves utilities upwards leaves who is better off where it was.
TEST_CASE("risk attitudes move no frontier") {
    tests::check_always(60, [] {
        const problem curved = tests::build(*tests::problems());
        problem flat = curved;
        for (auto& seat : flat.table.parties) {
            seat.utility.scale.risk = risk_neutral{};
        }
        const frontier before = pareto_frontier(flat);
        const frontier after = pareto_frontier(curved);
        RC_ASSERT(before.sums == after.sums);
        RC_ASSERT(before.options == after.options);
        RC_ASSERT(before.counts == after.counts);
        for (std::size_t k = 1; k < after.size(); ++k) {
            RC_ASSERT(after.utility(k - 1, 0) >= after.utility(k, 0));
        }
    });
}

// A red line and its opposite part the deals in two, so that every deal competes in one of them.
TEST_CASE("a frontier is the best of its parts") {
    tests::check_always(60, [] {
        tests::shape like;
        like.most_deals = 3000;
        problem p = tests::build(*tests::problems(like));
        const issue_id issue =
            *rc::gen::inRange<issue_id>(0, static_cast<issue_id>(p.table.space.sizes.size()));
        option_mask allowed(p.table.space.sizes[issue]);
        for (std::size_t o = 0; o < allowed.size(); ++o) {
            allowed[o] = *rc::gen::arbitrary<bool>();
        }
        const frontier whole = pareto_frontier(p);
        auto& lines = p.table.parties.back().red_lines;
        lines.push_back({issue, allowed, false, true});
        std::vector<frontier> parts{pareto_frontier(p)};
        lines.back().allowed.flip();
        parts.push_back(pareto_frontier(p));
        const frontier best = best_of(parts);
        RC_ASSERT(best.sums == whole.sums);
        RC_ASSERT(best.options == whole.options);
        RC_ASSERT(best.counts == whole.counts);
        RC_CLASSIFY(parts[0].size() > 0 && parts[1].size() > 0, "two parts");
    });
}

TEST_CASE("a second voice for a party changes no frontier") {
    tests::check_always(60, [] {
        tests::shape like;
        like.most_parties = 3;
        auto s = *tests::problems(like);
        const frontier alone = pareto_frontier(tests::build(s));
        s.agents.push_back(s.agents[*rc::gen::inRange<std::size_t>(0, s.agents.size())]);
        const problem p = tests::build(s);
        for (const engine method : engines) {
            const frontier doubled = pareto_frontier(p, {method});
            RC_ASSERT(doubled.options == alone.options);
            RC_ASSERT(doubled.counts == alone.counts);
            RC_ASSERT(std::equal(alone.sums.begin(), alone.sums.end(), doubled.sums.begin()));
        }
    });
}

TEST_CASE("the order of the issues moves no frontier") {
    tests::check_always(60, [] {
        const auto s = *tests::problems();
        const frontier before = pareto_frontier(tests::build(s));
        const problem p = tests::build(turned(s));
        for (const engine method : engines) {
            const frontier after = pareto_frontier(p, {method});
            RC_ASSERT(after.sums == before.sums);
            RC_ASSERT(after.counts == before.counts);
        }
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

TEST_CASE("a value of whole deals moves the frontier the same by table and stream") {
    tests::check_always(200, [] {
        tests::shape like;
        like.most_deals = 2000;
        const bargaining table = tests::with_derived_values(tests::build(*tests::problems(like)));
        for (const region within : {region::zone, region::feasible}) {
            const frontier by_table = pareto_frontier(table, {engine::table, within, {}});
            const frontier by_stream = pareto_frontier(table, {engine::stream, within, {}});
            RC_ASSERT(!by_table.refused);
            RC_ASSERT(same_points(by_table, by_stream));
            RC_ASSERT(
                same_points(by_table, pareto_frontier(table, {engine::automatic, within, {}})));
        }
    });
}

TEST_CASE("elimination says that it cannot carry a value of whole deals") {
    bargaining table;
    table.space = make_outcome_space({3, 3});
    table.parties.resize(2);
    table.parties[0].utility.derived.emplace_back(
        tests::least_of_sums{{{{0, 1, 2}, {2, 1, 0}}}, {}});
    const frontier found = pareto_frontier(table, {engine::eliminate, region::zone, {}});
    REQUIRE(found.refused);
    CHECK(found.refused->reason == "elimination cannot carry a value that only whole deals have");
    deal::budget few;
    few.visits = 2;
    const frontier stopped = pareto_frontier(table, {engine::stream, region::zone, few});
    REQUIRE(stopped.refused);
    CHECK(stopped.refused->reason ==
          "a stream would come to 3 partial deals, more than its budget of 2");
}
