#include <cstddef>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/random_homes.hpp>

#include <negotiation/ratification/win_set_grid.hpp>

using namespace negotiation;
using ratification::deal_range;
using ratification::find_win_set;
using ratification::find_win_set_grid;
using ratification::home;
using ratification::win_set_grid;
using ratification::win_set_terms;

TEST_CASE("a grid has the win-set of every combination") {
    tests::check_always(30, [] {
        const tests::two_levels all = tests::random_two_levels({0, 2, 5});
        std::vector<std::vector<home>> variants{{all.homes[0]}, {all.homes[1]}};
        variants[0].push_back(tests::random_home(all.table.space, {0, 5}));
        variants[1].push_back(tests::random_home(all.table.space, {2}));
        variants[1].push_back(home{});
        const win_set_terms terms{
            {ratification::members::common_shock, *rc::gen::arbitrary<bool>()},
            *rc::gen::inRange(1, 20) / 20.0};
        for (const deal_range range : {deal_range::feasible, deal_range::acceptable}) {
            const win_set_grid grid = find_win_set_grid(all.table, variants, range, terms).value();
            RC_ASSERT(grid.joint.size() == 6U);
            for (std::size_t a = 0; a < 2; ++a) {
                for (std::size_t b = 0; b < 3; ++b) {
                    const auto one =
                        find_win_set(all.table, {variants[0][a], variants[1][b]}, range, terms);
                    RC_ASSERT(grid.deals == one->deals);
                    RC_ASSERT(grid.joint[a * 3 + b] == one->joint);
                    RC_ASSERT(grid.by_home[0][a] == one->by_home[0]);
                    RC_ASSERT(grid.by_home[1][b] == one->by_home[1]);
                }
            }
        }
        const auto deals = tests::all_deals(all.table.space);
        RC_ASSERT(find_win_set_grid(all.table.space, variants, deals, terms) ==
                  find_win_set_grid(all.table, variants, deal_range::feasible, terms).value());
    });
}

TEST_CASE("a grid asks what a win-set asks") {
    CHECK_THROWS_WITH_AS(
        static_cast<void>(find_win_set_grid(bargaining{}, {}, deal_range::feasible, {{}, 0})),
        "find_win_set_grid: the probability of passing must lie in (0, 1); got 0",
        std::invalid_argument);
    bargaining table;
    table.space = make_outcome_space(std::vector<option_id>(30, 2));
    CHECK_FALSE(find_win_set_grid(table, {}, deal_range::feasible).has_value());
}
