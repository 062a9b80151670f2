#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/property.hpp>

#include <negotiation/deal/outcome_table.hpp>

using namespace negotiation;

TEST_CASE("the table holds every feasible deal once and in order") {
    tests::check_always(100, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        auto rows = tests::all_deals(s);
        std::erase_if(rows, [](const tests::row& r) { return !r.feasible; });
        const auto table = deal::write_down(p);
        RC_ASSERT(table.has_value());
        RC_ASSERT(table->rows() == rows.size());
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const auto row = static_cast<deal::row_id>(k);
            const outcome deal(table->deal(row).begin(), table->deal(row).end());
            RC_ASSERT(tests::as_places(deal) == rows[k].deal);
            RC_ASSERT(table->find(deal) == row);
            for (party_id i = 0; i < p.table.parties.size(); ++i) {
                RC_ASSERT(!(table->column(i)[k] < utility_of(p, i, deal)));
                RC_ASSERT(!(utility_of(p, i, deal) < table->column(i)[k]));
                RC_ASSERT(table->sum(row, i) ==
                          sum_of(p.table.parties[i].utility, p.table.space.sizes, deal));
            }
        }
    });
}

TEST_CASE("a space that is too large is not written down") {
    const problem p = problem_builder{}
                          .issue("a", 0, 9)
                          .issue("b", 0, 9)
                          .party(
                              "one", [](auto o) { return o[0]; }, 0)
                          .build();
    CHECK_FALSE(deal::write_down(p, 99).has_value());
    REQUIRE(deal::write_down(p, 100).has_value());
    CHECK_FALSE(deal::write_down(p)->find(outcome{9, 10}).has_value());
    CHECK_THROWS(deal::write_down(bargaining{}));
}
