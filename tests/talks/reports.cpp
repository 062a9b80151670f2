#include <stdexcept>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/mediated.hpp>
#include <support/property.hpp>

#include <negotiation/talks/reports.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("reports are the truth unless told otherwise") {
    const arena at(tests::logrolling());
    const reports truth(at);
    CHECK(truth.table() == at.table());
    CHECK(truth.utility(0, {2, 1}) == 7);
    CHECK(truth.share(0, {0, 0}) == 0);
    CHECK(truth.share(0, {2, 2}) == 1);
    CHECK(truth.share(1, {2, 2}) == 0);

    const reports lie(at, tests::logrolling(5));
    CHECK(!(lie.table() == at.table()));
    CHECK(lie.table().parties[1] == at.table().parties[1]);
}

TEST_CASE("reports are about the same deals") {
    const arena at(tests::logrolling());
    CHECK_THROWS_WITH_AS(reports(at, tests::pie(1, 1)),
                         "reports: the deals and the 2 parties must be those of the talks; got 2 "
                         "parties and another space",
                         std::invalid_argument);
    bargaining one = at.table();
    one.parties.pop_back();
    CHECK_THROWS_AS(reports(at, one), std::invalid_argument);
}

TEST_CASE("red lines bind in public once they are said aloud") {
    bargaining table = tests::pie(0, 0);
    std::vector<bool> allowed(11, true);
    allowed[10] = false;
    table.parties[1].red_lines = {{0, allowed, true, false}};
    const arena at(table);
    const reports told(at);
    CHECK(told.inside(1, {10}, false));
    CHECK(!told.inside(1, {10}, true));
    CHECK(told.inside(0, {10}, true));
}

TEST_CASE("ranges are the same with and without a table") {
    tests::check_always(100, [] {
        const auto spec = *tests::problems({3, 5, 100, false, true, true, true});
        const bargaining table = tests::build(spec).table;
        const arena written(table);
        const arena unwritten(table, {0});
        RC_PRE(written.deals()->rows() > 0);
        const reports one(written);
        const reports other(unwritten);
        for (deal::row_id row = 0; row < written.deals()->rows(); ++row) {
            const auto options = written.deals()->deal(row);
            const outcome deal(options.begin(), options.end());
            for (party_id i = 0; i < one.parties(); ++i) {
                RC_ASSERT(one.share(i, deal) == other.share(i, deal));
                RC_ASSERT(one.share(i, deal) >= 0 && one.share(i, deal) <= 1);
            }
        }
    });
}
