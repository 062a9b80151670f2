#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/turn.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("a party's view is that of its own deals") {
    const arena at(tests::sale());
    REQUIRE(at.deals());
    CHECK(at.parties() == 2);
    CHECK(at.view(0).reservation == 2);
    CHECK(at.view(0).least == 0);
    CHECK(at.view(0).greatest == 10);
    CHECK(at.view(0).floor == 2);
    CHECK(at.view(0).acceptable == 9);
    CHECK(at.view(1).acceptable == 8);
    CHECK(at.view(0).some());
    CHECK_THROWS(arena(bargaining{}));
}

TEST_CASE("the range is the same with and without a table") {
    tests::check_always(100, [] {
        const problem p = tests::build(*tests::problems());
        const arena written(p);
        const arena searched(p, {0});
        for (party_id i = 0; i < written.parties(); ++i) {
            RC_ASSERT(written.view(i).some() == searched.view(i).some());
            RC_ASSERT(written.view(i).least_sum == searched.view(i).least_sum);
            RC_ASSERT(written.view(i).greatest_sum == searched.view(i).greatest_sum);
        }
    });
}

TEST_CASE("sums and utilities meet at the target") {
    tests::check_always(100, [] {
        const problem p = tests::build(*tests::problems());
        const arena at(p);
        for (party_id i = 0; i < at.parties(); ++i) {
            const own_view& view = at.view(i);
            const utility_scale& scale = p.table.parties[i].utility.scale;
            for (std::size_t rank = 0; rank < view.order->size(); ++rank) {
                const grains sum = at.deals()->sum(view.order->row(rank), i);
                const grains least = at.least_sum(i, utility_of(scale, sum));
                // Nothing below it reaches the utility, not even within half a unit of the last
                // place.
                RC_ASSERT(least <= sum);
                RC_ASSERT(utility_of(scale, least) > utility_of(scale, sum) - 1e-12);
            }
        }
    });
}

TEST_CASE("a party without a single deal has none to sign however low its threshold") {
    const problem p = problem_builder{}
                          .issue("price", 3)
                          .party("one", {{0, 1, 2}}, 1)
                          .red_line(0, {0})
                          .party("two", {{2, 1, 0}}, 0)
                          .forbid({{0, {0}}})
                          .build();
    for (const std::uint64_t rows : {std::uint64_t{100}, std::uint64_t{0}}) {
        const arena at(p, {rows});
        CHECK_FALSE(at.view(0).any);
        CHECK_FALSE(at.view(0).some());
        CHECK(at.view(1).some());
        proceedings said;
        said.begin(at);
        said.reservation_shift = {-5, 0};
        CHECK_FALSE(turn(said, 0, {}, {}).has_deals());
    }
}
