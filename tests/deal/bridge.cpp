#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/bridge.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::find_bridge;
using tests::near;

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the consortium on Iranian soil is the bridge") {
    const auto nuclear = find_bridge(freeze(tests::backchannel(), {"nuclear", {}, {}})).best;
    REQUIRE(nuclear);
    CHECK(nuclear->line == deal::line_id{0, 0});
    CHECK(nuclear->issue == 0);
    CHECK(nuclear->option == 2);
    CHECK(nuclear->zone.count == 2606);
    CHECK(nuclear->nash.deal == tests::deal_n1());
    CHECK(near(nuclear->nash.objective, 0.005695));
    const auto wide = find_bridge(freeze(tests::backchannel(), {"comprehensive", {}, {}})).best;
    REQUIRE(wide);
    CHECK(wide->option == 2);
    CHECK(wide->zone.count == 668'577);
    CHECK(wide->nash.deal == tests::deal_n2());
}

TEST_CASE("the bridge is the best option that brute force opens") {
    tests::check_always(80, [] {
        tests::shape like;
        like.curved = false;
        like.most_deals = 60;
        auto s = *tests::problems(like);
        // One line that leaves its owner a single option makes empty zones common.
        tests::specification::line strict;
        strict.issue = *rc::gen::inRange<std::size_t>(0, s.sizes.size());
        strict.allowed.assign(s.sizes[strict.issue], false);
        strict.allowed[*rc::gen::inRange<std::size_t>(0, strict.allowed.size())] = true;
        s.agents.back().lines.push_back(strict);
        for (auto& who : s.agents) {
            for (auto& line : who.lines) {
                line.binds = true;
            }
        }
        struct choice {
            std::size_t party;
            std::size_t line;
            std::size_t option;
            long long product;
            std::size_t zone;
        };
        std::optional<choice> best;
        if (tests::zone_count(s) == 0) {
            for (std::size_t i = 0; i < s.agents.size(); ++i) {
                for (std::size_t k = 0; k < s.agents[i].lines.size(); ++k) {
                    for (std::size_t o = 0; o < s.agents[i].lines[k].allowed.size(); ++o) {
                        if (s.agents[i].lines[k].allowed[o]) {
                            continue;
                        }
                        auto opened = s;
                        opened.agents[i].lines[k].allowed[o] = true;
                        long long most = -1;
                        for (const auto& row : tests::all_deals(opened)) {
                            if (row.accepted) {
                                most = std::max(most, tests::product(tests::gains(opened, row)));
                            }
                        }
                        if (most > (best ? best->product : -1)) {
                            best = choice{i, k, o, most, tests::zone_count(opened)};
                        }
                    }
                }
            }
        }
        const auto found = find_bridge(tests::build(s)).best;
        RC_ASSERT(found.has_value() == best.has_value());
        RC_CLASSIFY(best.has_value(), "a bridge");
        if (found) {
            RC_ASSERT(found->line.party == best->party);
            RC_ASSERT(found->line.line == best->line);
            RC_ASSERT(found->option == best->option);
            RC_ASSERT(found->zone.count == best->zone);
        }
    });
}

TEST_CASE("equal products go to the first option") {
    // Gains (0.3, 1.1), (1.1, 0.3) and others whose exact products are one number.
    for (const auto& [a, b] : std::vector<std::pair<double, double>>{
             {0.1, 0.6}, {0.2, 0.3}, {0.3, 0.7}, {0.6, 0.35}, {1.4, 0.15}, {0.4, 0.9}}) {
        for (const double share : {0.25, 0.5, 1.6, 2.0, 2.5, 4.0}) {
            problem p = problem_builder{}
                            .issue("deal", 3)
                            .party("one", {{-1, a, a * share}}, 0)
                            .party("two", {{1, b, b / share}}, 0)
                            .build();
            const auto gain = [&](party_id i, option_id o) {
                return static_cast<units>(p.table.parties[i].utility.terms[0].values[o]) *
                       p.table.parties[i].utility.scale.grain;
            };
            if (gain(0, 1) * gain(1, 1) != gain(0, 2) * gain(1, 2)) {
                continue;  // rounded apart
            }
            p.table.parties[1].red_lines = {{0, {true, false, false}, true, true}};
            const auto found = find_bridge(p).best;
            REQUIRE(found);
            CAPTURE(share);
            CHECK(found->option == 1);
        }
    }
}

TEST_CASE("an open zone needs no bridge") {
    CHECK_FALSE(
        find_bridge(problem_builder{}.issue("a", 2).party("one", {{0, 1}}, 0).build()).best);
}

TEST_CASE("no single option bridges two lines on one issue") {
    problem p = problem_builder{}.issue("a", 3).party("one", {{0, 1, 2}}, 1).build();
    p.table.parties[0].red_lines = {{0, {true, false, false}, false, false},
                                    {0, {true, false, false}, false, false}};
    CHECK_FALSE(find_bridge(p).best);
    p.table.parties[0].red_lines.pop_back();
    const auto found = find_bridge(p).best;
    REQUIRE(found);
    CHECK(found->option == 2);
    CHECK(found->nash.objective == 1.0);
}
