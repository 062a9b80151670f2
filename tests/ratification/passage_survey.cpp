#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/random_homes.hpp>

#include <negotiation/ratification/passage_survey.hpp>

using namespace negotiation;
using ratification::conditions;
using ratification::deal_range;
using ratification::members;

namespace {

/// Every deal of the range by itself.
std::vector<outcome> in_range(const bargaining& table, deal_range range) {
    std::vector<outcome> deals;
    for (const outcome& deal : tests::all_deals(table.space)) {
        if (range == deal_range::feasible || (accepts(table, 0, deal) && accepts(table, 1, deal))) {
            deals.push_back(deal);
        }
    }
    return deals;
}

}  // namespace

TEST_CASE("a survey says of every deal what is said of it alone") {
    tests::check_always(50, [] {
        const tests::two_levels all = tests::random_two_levels({0, 2, 5});
        const conditions how{*rc::gen::element(members::common_shock, members::independent),
                             *rc::gen::arbitrary<bool>()};
        const deal_range range = *rc::gen::element(deal_range::feasible, deal_range::acceptable);
        std::vector<outcome> seen;
        const auto survey = ratification::survey_passages(
            all.table, all.homes, range, how,
            [&](const outcome& deal, const std::vector<double>& chances) {
                seen.push_back(deal);
                for (std::size_t h = 0; h < all.homes.size(); ++h) {
                    RC_ASSERT(chances[h] ==
                              ratification::passage_of(all.homes[h], all.table.space, deal, how)
                                  .probability);
                }
            });
        RC_ASSERT(survey.has_value());
        RC_ASSERT(seen == in_range(all.table, range));
        RC_ASSERT(survey->deals == seen.size());
        RC_ASSERT(survey->error <= 1e-8);
    });
}

TEST_CASE("a space too large to be listed is not surveyed") {
    bargaining table;
    table.space = make_outcome_space(std::vector<option_id>(30, 2));
    int visits = 0;
    CHECK_FALSE(ratification::survey_passages(table, {}, deal_range::feasible, {},
                                              [&](const auto&, const auto&) { ++visits; })
                    .has_value());
    CHECK(visits == 0);
}
