#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/property.hpp>

#include <negotiation/model/outcome_space.hpp>

using namespace negotiation;

TEST_CASE("a forbidden combination needs all of its parts") {
    outcome_space space = make_outcome_space({3, 2, 2});
    space.forbidden = {{{0, 2}, {{true, true, false}, {false, true}}}};
    CHECK_FALSE(feasible(space, {0, 0, 1}));
    CHECK_FALSE(feasible(space, {1, 1, 1}));
    CHECK(feasible(space, {2, 0, 1}));
    CHECK(feasible(space, {0, 0, 0}));
}

TEST_CASE("a closed option makes a deal infeasible") {
    outcome_space space = make_outcome_space({3, 2});
    CHECK(feasible(space, {2, 1}));
    space.domains[0] = {0, 2};
    CHECK_FALSE(feasible(space, {1, 0}));
    CHECK(raw_count(space) == 4);
    space.domains[1] = {};
    CHECK(raw_count(space) == 0);
}

TEST_CASE("a space without issues has one deal") {
    CHECK(raw_count(make_outcome_space({})) == 1);
    CHECK(feasible(make_outcome_space({}), {}));
}

TEST_CASE("a combination of nothing forbids everything") {
    outcome_space space = make_outcome_space({2});
    space.forbidden = {{}};
    CHECK_FALSE(feasible(space, {0}));
}

TEST_CASE("raw counts beyond 64 bits are exact") {
    CHECK(to_string(raw_count(make_outcome_space(std::vector<option_id>(20, 10)))) ==
          "100000000000000000000");
    CHECK(to_string(raw_count(make_outcome_space(std::vector<option_id>(38, 10)))) ==
          "100000000000000000000000000000000000000");
    CHECK(is_saturated(raw_count(make_outcome_space(std::vector<option_id>(39, 10)))));
}

TEST_CASE("feasibility is that of the constraints as written") {
    tests::check_always(60, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        for (const auto& row : tests::all_deals(s)) {
            RC_ASSERT(feasible(p.table.space, tests::as_outcome(row.deal)) == row.feasible);
        }
    });
}
