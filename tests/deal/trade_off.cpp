#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/least_of_sums.hpp>
#include <support/property.hpp>
#include <support/random_problem.hpp>

#include <negotiation/deal/trade_off.hpp>
#include <negotiation/scenario/freeze.hpp>

using namespace negotiation;
using deal::engine;
using deal::trade_off_search;

namespace {

/// What someone believes of the other side: small whole numbers, full of ties.
std::vector<utility_term> random_terms(const std::vector<option_id>& sizes) {
    std::vector<utility_term> terms;
    for (issue_id k = 0; k < sizes.size(); ++k) {
        utility_term term;
        term.issues = {k};
        for (option_id o = 0; o < sizes[k]; ++o) {
            term.values.push_back(*rc::gen::inRange(0, 4));
        }
        terms.push_back(term);
    }
    if (sizes.size() >= 2 && *rc::gen::arbitrary<bool>()) {
        utility_term term;
        term.issues = {1, 0};
        for (option_id o = 0; o < sizes[0] * sizes[1]; ++o) {
            term.values.push_back(*rc::gen::inRange(-3, 4));
        }
        terms.push_back(term);
    }
    return terms;
}

}  // namespace

TEST_CASE("three ways give the same deal on random spaces") {
    tests::check_always(300, [] {
        const problem p = tests::build(*tests::problems());
        const auto& sizes = p.table.space.sizes;
        const auto& who = p.table.parties[0];
        const trade_off_search search(p.table.space, who);
        const auto terms = random_terms(sizes);
        outcome probe;
        for (const auto& domain : p.table.space.domains) {
            probe.push_back(domain[*rc::gen::inRange<std::size_t>(0, domain.size())]);
        }
        const grains least =
            sum_of(who.utility, sizes, probe) + *rc::gen::element<grains>(-3, 0, 1, 10);
        const auto by_table = search.best(least, terms, engine::table);
        for (const engine method : {engine::stream, engine::eliminate, engine::automatic}) {
            const auto other = search.best(least, terms, method);
            RC_ASSERT(!other.refused);
            RC_ASSERT(other.best.has_value() == by_table.best.has_value());
            if (other.best) {
                RC_ASSERT(other.best->other == by_table.best->other);
                RC_ASSERT(other.best->own == by_table.best->own);
                RC_ASSERT(other.best->deal == by_table.best->deal);
            }
        }
    });
}

TEST_CASE("a trade-off over twelve issues is found in few steps") {
    const problem p = freeze(tests::backchannel(), {"comprehensive", {}, {}});
    const trade_off_search search(p.table.space, p.table.parties[0]);
    const auto& other = p.table.parties[1].utility.terms;
    const grains least = p.table.parties[0].threshold;
    const auto found = search.best(least, other, engine::stream);
    REQUIRE(found.best);
    CHECK(found.best->own >= least);
    CHECK(found.best->visits < 20000);
    const auto exact = search.best(least, other, engine::eliminate);
    REQUIRE(exact.best);
    CHECK(exact.best->deal == found.best->deal);
}

TEST_CASE("nothing is found where no deal is worth so much and too much is refused") {
    const problem p = problem_builder{}
                          .issue("a", 0, 3)
                          .issue("b", 0, 3)
                          .party("one", {{0, 1, 2, 3}, {0, 1, 2, 3}}, 0)
                          .build();
    const trade_off_search search(p.table.space, p.table.parties[0]);
    for (const engine method : {engine::table, engine::stream, engine::eliminate}) {
        CHECK_FALSE(search.best(7, {}, method).best);
        CHECK(search.best(6, {}, method).best);
    }
    deal::budget little;
    little.visits = 1;
    little.table_rows = 1;
    CHECK(search.best(0, {}, engine::stream, little).refused);
    CHECK(search.best(0, {}, engine::table, little).refused);
}

TEST_CASE("sums far from zero and terms over several issues change nothing") {
    // Own sums of 9e11 a deal, apart by single grains; the target needs the joint term.
    bargaining::seat who;
    constexpr grains far = 900'000'000'000;
    who.utility.terms = {{{0}, {far, far + 1}}, {{0, 1}, {0, 5, 0, 9}}};
    const outcome_space space = make_outcome_space({2, 2});
    const trade_off_search search(space, who);
    constexpr grains large = grains{1} << 60;
    for (const std::vector<utility_term>& others :
         {std::vector<utility_term>{{{0}, {500'000'000, 0}}},
          std::vector<utility_term>{{{0}, {-large, large}}, {{1}, {large / 2, 0}}}}) {
        for (const grains above : {-10, 0, 1, 5, 6, 9, 10, 11}) {
            const auto table = search.best(far + above, others, engine::table);
            const auto stream = search.best(far + above, others, engine::stream);
            REQUIRE(table.best.has_value() == stream.best.has_value());
            if (table.best) {
                CHECK(table.best->deal == stream.best->deal);
                CHECK(table.best->own == stream.best->own);
                CHECK(table.best->other == stream.best->other);
            }
        }
    }
}

TEST_CASE("a value of whole deals is carried by table and branching, not by elimination") {
    tests::check_always(200, [] {
        tests::shape like;
        like.most_deals = 2000;
        const bargaining table = tests::with_derived_values(tests::build(*tests::problems(like)));
        const auto& sizes = table.space.sizes;
        const auto& who = table.parties[0];
        const trade_off_search search(table.space, who);
        const auto terms = random_terms(sizes);
        outcome probe;
        for (const auto& domain : table.space.domains) {
            probe.push_back(domain[*rc::gen::inRange<std::size_t>(0, domain.size())]);
        }
        const grains least =
            sum_of(who.utility, sizes, probe) + *rc::gen::element<grains>(-3, 0, 1);
        const auto by_table = search.best(least, terms, engine::table);
        RC_ASSERT(!by_table.refused);
        for (const engine method : {engine::stream, engine::automatic}) {
            const auto other = search.best(least, terms, method);
            RC_ASSERT(!other.refused);
            RC_ASSERT(other.best.has_value() == by_table.best.has_value());
            if (other.best) {
                RC_ASSERT(other.best->other == by_table.best->other);
                RC_ASSERT(other.best->own == by_table.best->own);
                RC_ASSERT(other.best->deal == by_table.best->deal);
            }
        }
        // where no deal is left there is nothing to carry
        RC_ASSERT(!by_table.best || search.best(least, terms, engine::eliminate).refused);
    });
}

TEST_CASE("where only one deal is left its value of whole deals is exact") {
    bargaining::seat who;
    who.utility.derived.emplace_back(tests::least_of_sums{{{{4}, {3}}, {{9}, {-5}}}, {}});
    const trade_off_search search(make_outcome_space({1, 1}), who);
    for (const engine method : {engine::table, engine::stream, engine::automatic}) {
        const auto found = search.best(4, {}, method);
        REQUIRE(found.best);
        CHECK(found.best->own == 4);
        CHECK_FALSE(search.best(5, {}, method).best);
    }
}
