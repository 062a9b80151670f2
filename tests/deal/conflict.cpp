#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/property.hpp>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::conflicts;
using deal::line_id;
using deal::minimal_conflicts;

namespace {

using lines = std::vector<line_id>;

/// Few parties with many red lines.
tests::specification quarrel() {
    tests::shape like;
    like.most_parties = 3;
    like.most_deals = 60;
    auto s = *tests::problems(like);
    for (auto& who : s.agents) {
        who.lines.resize(std::min<std::size_t>(who.lines.size(), 1));
        who.reservation -= *rc::gen::inRange(0, 6);
    }
    const int more = *rc::gen::inRange(0, 5);
    for (int k = 0; k < more; ++k) {
        tests::specification::line line;
        line.issue = *rc::gen::inRange<std::size_t>(0, s.sizes.size());
        line.allowed.assign(s.sizes[line.issue], false);
        line.allowed[*rc::gen::inRange<std::size_t>(0, line.allowed.size())] = true;
        s.agents[static_cast<std::size_t>(k) % s.agents.size()].lines.push_back(line);
    }
    return s;
}

lines all_lines(const tests::specification& s) {
    lines list;
    for (std::size_t i = 0; i < s.agents.size(); ++i) {
        for (std::size_t k = 0; k < s.agents[i].lines.size(); ++k) {
            list.push_back({static_cast<party_id>(i), k});
        }
    }
    return list;
}

bool empties(tests::specification s, const lines& binding) {
    for (auto& who : s.agents) {
        for (auto& line : who.lines) {
            line.binds = false;
        }
    }
    for (const line_id& id : binding) {
        s.agents[id.party].lines[id.line].binds = true;
    }
    return tests::zone_count(s) == 0;
}

}  // namespace

TEST_CASE("dropping any line of a conflict opens the zone") {
    tests::check_always(80, [] {
        const auto s = quarrel();
        const conflicts found = minimal_conflicts(tests::build(s));
        RC_ASSERT(found.complete);
        RC_ASSERT(found.empty_without == empties(s, {}));
        for (const lines& set : found.minimal) {
            RC_ASSERT(empties(s, set));
            for (std::size_t k = 0; k < set.size(); ++k) {
                lines rest = set;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
                RC_ASSERT(!empties(s, rest));
            }
        }
    });
}

TEST_CASE("every minimal conflict is found") {
    tests::check_always(80, [] {
        const auto s = quarrel();
        const lines all = all_lines(s);
        RC_PRE(all.size() <= 7U);
        const conflicts found = minimal_conflicts(tests::build(s));
        std::vector<lines> expected;
        if (!empties(s, {})) {
            // Subsets by size, then in the order of the lines; minimal unless one inside is known.
            std::vector<lines> subsets;
            for (std::size_t mask = 1; mask < (std::size_t{1} << all.size()); ++mask) {
                subsets.emplace_back();
                for (std::size_t k = 0; k < all.size(); ++k) {
                    if (mask >> k & 1U) {
                        subsets.back().push_back(all[k]);
                    }
                }
            }
            const auto key = [](const lines& set) {
                std::vector<std::pair<std::size_t, std::size_t>> list;
                for (const line_id& id : set) {
                    list.emplace_back(id.party, id.line);
                }
                return std::pair(list.size(), list);
            };
            std::sort(subsets.begin(), subsets.end(),
                      [&](const lines& a, const lines& b) { return key(a) < key(b); });
            for (const lines& set : subsets) {
                const bool known =
                    std::any_of(expected.begin(), expected.end(), [&](const lines& smaller) {
                        return std::all_of(smaller.begin(), smaller.end(), [&](const line_id& id) {
                            return std::find(set.begin(), set.end(), id) != set.end();
                        });
                    });
                if (!known && empties(s, set)) {
                    expected.push_back(set);
                }
            }
        }
        RC_ASSERT(found.minimal == expected);
        RC_CLASSIFY(!expected.empty(), "some conflict");
        RC_CLASSIFY(expected.size() > 1, "several");
    });
}

TEST_CASE("reservation values may clash without any red line") {
    problem p = problem_builder{}
                    .issue("price", 0, 2)
                    .party("buyer", {{2, 1, 0}}, 2)
                    .party("seller", {{0, 1, 2}}, 2)
                    .build();
    p.table.parties[0].red_lines = {{0, {true, false, false}, true, true}};
    const conflicts found = minimal_conflicts(p);
    CHECK(found.empty_without);
    CHECK(found.minimal.empty());
    CHECK(found.complete);
}

TEST_CASE("a search that stops early says so") {
    problem p = problem_builder{}.issue("a", 4).party("one", {{1, 1, 1, 1}}, 0).build();
    for (std::size_t closed = 0; closed < 4; ++closed) {
        option_mask mask(4, true);
        mask[closed] = false;
        p.table.parties[0].red_lines.push_back({0, mask, false, false});
    }
    const conflicts all = minimal_conflicts(p);
    CHECK(all.complete);
    CHECK(all.minimal == std::vector<lines>{{{0, 0}, {0, 1}, {0, 2}, {0, 3}}});
    const conflicts few = minimal_conflicts(p, 5);
    CHECK_FALSE(few.complete);
    CHECK(few.minimal.empty());
}

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the public lines on enrichment are the one conflict") {
    for (const char* scope : {"nuclear", "comprehensive"}) {
        CAPTURE(scope);
        const conflicts found = minimal_conflicts(freeze(tests::backchannel(), {scope, {}, {}}));
        CHECK(found.minimal == std::vector<lines>{{{0, 0}, {1, 0}}});
        CHECK_FALSE(found.empty_without);
        CHECK(found.complete);
    }
}
