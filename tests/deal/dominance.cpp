#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/dominance.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::dominating;
using tests::near;

TEST_CASE("what dominates a deal is efficient and better") {
    tests::check_always(80, [] {
        tests::shape like;
        like.curved = false;
        const auto s = *tests::problems(like);
        const problem p = tests::build(s);
        const auto rows = tests::all_deals(s);
        const auto& draft = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
        // By definition: of the efficient deals that dominate it, leximin in improvements, then
        // the first. (The draft itself may break any constraint or line.)
        const auto points = tests::efficient(rows, [](const auto& r) { return r.inside; });
        std::optional<tests::efficient_point> best;
        const auto improvement = [&](const tests::efficient_point& q) {
            std::vector<long long> list;
            for (std::size_t i = 0; i < q.values.size(); ++i) {
                list.push_back(q.values[i] - draft.values[i]);
            }
            return list;
        };
        for (const auto& q : points) {
            if (tests::dominates(q.values, draft.values) &&
                (!best || tests::leximin_above(improvement(q), improvement(*best)) ||
                 (!tests::leximin_above(improvement(*best), improvement(q)) &&
                  q.deal < best->deal))) {
                best = q;
            }
        }
        const auto found = dominating(p, tests::as_outcome(draft.deal)).by;
        RC_ASSERT(found.has_value() == best.has_value());
        if (found) {
            RC_ASSERT(tests::as_places(found->deal) == best->deal);
            RC_ASSERT(found->count == best->count);
            const auto list = improvement(*best);
            RC_ASSERT(near(
                found->objective,
                static_cast<double>(*std::min_element(list.begin(), list.end())) * tests::step));
        }
        RC_CLASSIFY(best.has_value(), "dominated");
    });
}

TEST_CASE("improvements are measured in the utilities that answers show") {
    tests::check_always(60, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        const auto rows = tests::all_deals(s);
        const outcome draft =
            tests::as_outcome(rows[*rc::gen::inRange<std::size_t>(0, rows.size())].deal);
        const auto found = dominating(p, draft).by;
        if (!found) {
            return;
        }
        std::optional<double> least;
        for (party_id i = 0; i < p.table.parties.size(); ++i) {
            const double gain = utility_of(p.table, i, found->deal) - utility_of(p.table, i, draft);
            RC_ASSERT(found->utilities[i] == utility_of(p.table, i, found->deal));
            least = least ? std::min(*least, gain) : gain;
        }
        RC_ASSERT(near(found->objective, *least, 1e-11));
    });
}

// The reference of a prospect curve stays the reservation value, whatever draft is improved on.
TEST_CASE("losses of a draft are weighed from the reservation value") {
    problem p = problem_builder{}
                    .issue("deal", 3)
                    .party("one", {{-4, -3, -3.5}}, 0)
                    .party("two", {{0, 1.2, 1.6}}, 0)
                    .build();
    p.table.parties[0].utility.scale.risk = prospect{1, 4, {}};
    // From the first deal: one gains 4 and 2 (losses count fourfold), two gains 1.2 and 1.6.
    const auto found = dominating(p, {0}).by;
    REQUIRE(found);
    CHECK(found->deal == outcome{2});
    CHECK(near(found->objective, 1.6));
}

TEST_CASE("an efficient deal is dominated by nothing") {
    const problem p = problem_builder{}
                          .issue("price", 0, 5)
                          .party("buyer", {{5, 4, 3, 2, 1, 0}}, 2)
                          .party("seller", {{0, 1, 2, 3, 4, 5}}, 2)
                          .build();
    for (option_id price = 0; price <= 5; ++price) {
        CHECK_FALSE(dominating(p, {price}).by);
    }
}

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the deal of 2015 leaves something on the table") {
    const problem nuclear = freeze(tests::backchannel(), {"nuclear", {}, {}});
    const auto better = dominating(nuclear, tests::deal_j()).by;
    REQUIRE(better);
    CHECK(better->deal == outcome{3, 0, 1, 3, 4, 2, 4, 3, 0, 0, 0, 0});
    CHECK(near(better->utilities[0], 0.6250));
    CHECK(near(better->utilities[1], 0.7310));
    CHECK_FALSE(dominating(nuclear, tests::deal_n1()).by);
    const problem wide = freeze(tests::backchannel(), {"comprehensive", {}, {}});
    const auto wider = dominating(wide, tests::deal_j()).by;
    REQUIRE(wider);
    CHECK(wider->deal == outcome{2, 0, 1, 3, 4, 4, 4, 3, 1, 2, 3, 3});
    CHECK(dominating(wide, tests::deal_n1()).by->deal == tests::deal_n2());
}
