#include <doctest/doctest.h>
#include <support/backchannel.hpp>

#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem.hpp>

using namespace negotiation;

TEST_CASE("a problem is what algorithms take") {
    const problem p = freeze(tests::backchannel(), {"nuclear", {}, {}});
    const bargaining& table = p;
    CHECK(&table == &p.table);
    CHECK(deal::zone(p).count == deal::zone(p.table).count);
    problem copy = p;
    CHECK(copy == p);
    copy.table.parties[0].red_lines[0].binds = true;
    CHECK_FALSE(copy == p);
}
