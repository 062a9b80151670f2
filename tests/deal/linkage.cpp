#include <array>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/linkage.hpp>
#include <negotiation/deal/zone.hpp>

using namespace negotiation;
using tests::near;

namespace {

/// The same with one issue left as it is.
bargaining left_as_it_is(bargaining table, issue_id extra, option_id today) {
    table.space.domains[extra] = {today};
    return table;
}

}  // namespace

TEST_CASE("optional linkage never shrinks the zone and mandatory linkage never widens it") {
    tests::check_always(150, [] {
        const problem broad = tests::build(*tests::problems());
        const auto issues = broad.table.space.sizes.size();
        const auto extra = static_cast<issue_id>(*rc::gen::inRange<std::size_t>(0, issues));
        outcome today(issues);
        for (issue_id k = 0; k < issues; ++k) {
            today[k] = broad.table.space.domains[k].front();
        }
        const bargaining narrow = left_as_it_is(broad.table, extra, today[extra]);
        const bargaining linked = deal::with_mandatory(broad.table, std::array{extra}, today);
        const auto all = deal::zone(broad.table).count;
        const auto few = deal::zone(narrow).count;
        const auto only = deal::zone(linked).count;
        RC_ASSERT(few <= all);
        RC_ASSERT(only <= all);
        // Each deal leaves the issue as it is or does not.
        RC_ASSERT(few + only == all);
        const auto best = deal::nash(broad.table);
        const auto best_narrow = deal::nash(narrow);
        if (best_narrow) {
            RC_ASSERT(best);
            RC_ASSERT(best_narrow->objective <= best->objective + 1e-12);
        }
    });
}

TEST_CASE("ten issues are best where each takes five periods at two per cent") {
    CHECK(near(deal::best_scope(0.02, 5), 10));
    for (int n = 0; n <= 40; ++n) {
        CHECK(deal::worth_of_scope(n, 0.3, 0.02, 5) <= deal::worth_of_scope(10, 0.3, 0.02, 5));
    }
    CHECK(deal::worth_of_scope(10, 1, 0.02, 5) == tests::printed(3.678794, 6));
    CHECK(near(deal::worth_of_scope(7, 2, 0, 5), 14));
}

TEST_CASE("linkage that makes no sense is refused") {
    const bargaining table{make_outcome_space({2, 2}), {}};
    CHECK_THROWS_AS((void)deal::with_mandatory(table, std::array<issue_id, 1>{2}, {0, 0}),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)deal::with_mandatory(table, {}, {0}), std::invalid_argument);
    CHECK_THROWS_AS((void)deal::best_scope(0, 5), std::invalid_argument);
    CHECK_THROWS_AS((void)deal::best_scope(1e-200, 1e-200), std::invalid_argument);
    CHECK_THROWS_AS((void)deal::worth_of_scope(-1, 1, 1, 1), std::invalid_argument);
}
