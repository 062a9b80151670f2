#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/least_of_sums.hpp>
#include <support/property.hpp>
#include <support/random_problem.hpp>

#include <negotiation/model/derived_value.hpp>
#include <negotiation/model/utility_function.hpp>

using namespace negotiation;

static_assert(derives_value<tests::least_of_sums>);
static_assert(!derives_value<int>);

TEST_CASE("a rule becomes a part of a sum") {
    const tests::least_of_sums rule{{{{0, 5}, {0, 0}}, {{3, 3}, {0, 4}}}, {1}};
    const derived_value part(rule);
    CHECK(part.value({0, 0}) == 0);
    CHECK(part.value({1, 0}) == 3);
    CHECK(part.value({1, 1}) == 5);
    CHECK(part.decides_first() == std::vector<issue_id>{1});
    utility_function f;
    f.terms = {{{0}, {10, 20}}};
    f.derived = {part, part};
    CHECK(sum_of(f, {2, 2}, {1, 0}) == 26);
    // one rule is itself, another that computes the same is not
    CHECK(part == derived_value(part));
    CHECK_FALSE(part == derived_value(rule));
}

TEST_CASE("bounds hold for every way to go on") {
    tests::check_always(100, [] {
        tests::shape like;
        like.most_deals = 300;
        const bargaining table = tests::with_derived_values(tests::build(*tests::problems(like)));
        const derived_value& part = table.parties[0].utility.derived.front();
        const auto within = part.bounds(table.space.domains, {0});
        for (const option_id first : table.space.domains[0]) {
            outcome partial(table.space.sizes.size(), 0);
            partial[0] = first;
            const sum_range range = within(partial, 1);
            tests::for_each_open_deal(table.space, [&](const outcome& deal) {
                if (deal[0] == first) {
                    RC_ASSERT(range.least <= part.value(deal));
                    RC_ASSERT(part.value(deal) <= range.greatest);
                }
            });
        }
    });
}
