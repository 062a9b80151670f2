#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("equal deals have equal numbers") {
    tests::check_always(100, [] {
        const problem p = tests::build(*tests::problems());
        const arena written(p);
        const arena searched(p, {0});
        proceedings a;
        proceedings b;
        a.begin(written);
        b.begin(searched);
        for (deal::row_id row = 0; row < written.deals()->rows(); ++row) {
            const auto options = written.deals()->deal(row);
            const outcome deal(options.begin(), options.end());
            RC_ASSERT(a.number_of(deal) == row);
            const offer_id number = b.number_of(deal);
            RC_ASSERT(number == row);  // given out in the order in which deals come up
            RC_ASSERT(b.number_of(deal) == number);
            RC_ASSERT(std::equal(options.begin(), options.end(), b.deal(number).begin()));
            for (party_id i = 0; i < written.parties(); ++i) {
                RC_ASSERT(!(a.utility(row, i) < b.utility(number, i)));
                RC_ASSERT(!(b.utility(number, i) < a.utility(row, i)));
                RC_ASSERT(a.excluded(row, i) == b.excluded(number, i));
            }
        }
    });
}

TEST_CASE("a forbidden deal has no number") {
    const problem p = problem_builder{}
                          .issue("a", 2)
                          .issue("b", 2)
                          .party("one", {{0, 1}, {0, 1}}, 0)
                          .forbid({{0, {1}}, {1, {1}}})
                          .build();
    const arena written(p);
    const arena searched(p, {0});
    for (const arena* at : {&written, &searched}) {
        proceedings said;
        said.begin(*at);
        CHECK(said.number_of({1, 1}) == no_offer);
        CHECK(said.number_of({1, 0}) != no_offer);
    }
}

TEST_CASE("promises are part of what a deal is worth") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    said.promises.push_back({0, 4, 0.5});
    said.promises.push_back({0, 4, 0.25});
    CHECK(tests::near(said.utility(4, 0), 6.75));
    CHECK(tests::near(said.utility(4, 1), 4));
    CHECK(tests::near(said.utility(5, 0), 5));
    CHECK(tests::near(said.promised(4, 0), 0.75));
}
