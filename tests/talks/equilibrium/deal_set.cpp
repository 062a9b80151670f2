#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/equilibrium/deal_set.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using namespace negotiation::talks::equilibrium;

TEST_CASE("a pie is cut in equal steps") {
    const deal_set pie = cut_pie(4);
    CHECK(pie.size() == 5);
    CHECK(pie.row(1) == std::vector<double>{0.25, 0.75});
    CHECK(pie.row(4) == std::vector<double>{1, 0});
    CHECK(pie.deal(2).empty());
    CHECK_THROWS_AS((void)cut_pie(0), std::invalid_argument);
}

TEST_CASE("the efficient deals are in enumeration order") {
    const problem table = tests::sale();
    const arena at(table);
    const bargaining_set found = bargaining_set_of(at, true);
    CHECK_FALSE(found.refused);
    CHECK(found.efficient);
    CHECK(found.deals.size() == 11);  // those that suit only one party as well
    CHECK(found.deals.no_deal == std::vector<double>{2, 3});
    for (std::size_t k = 0; k < found.deals.size(); ++k) {
        CHECK(found.deals.deal(k) == outcome{static_cast<option_id>(k)});
        CHECK(found.deals.row(k)[1] == doctest::Approx(static_cast<double>(k)));
    }
}

TEST_CASE("all deals are those of the arena") {
    const problem table = tests::three_at_a_table();
    const arena at(table);
    const deal_set all = deals_of(at);
    CHECK(all.size() == 4);
    CHECK(all.row(1) == std::vector<double>{2, 3, 1});
    CHECK(all.refused.empty());
    CHECK(deals_of(arena(table, {1, true})).size() == 0);
}

TEST_CASE("red lines under a quota need every deal") {
    problem table = tests::three_at_a_table();
    table.table.parties[0].red_lines.push_back({0, {true, true, true, false}, false, true});
    const arena at(table);
    const bargaining_set found = bargaining_set_of(at, false);
    CHECK_FALSE(found.efficient);
    CHECK(found.deals.size() == 4);
    CHECK(found.deals.refuses(3, 0));
    CHECK_FALSE(found.deals.refuses(3, 1));
    CHECK(bargaining_set_of(at, true).deals.size() == 3);
    CHECK(bargaining_set_of(arena(table, {1, true}), false).refused);
}

TEST_CASE("where something is a loss every deal may serve to wait") {
    problem table = tests::three_at_a_table();
    CHECK(bargaining_set_of(arena(table), true).efficient);
    auto& scale = table.table.parties[0].utility.scale;
    scale.reservation = -scale.reservation - 1;
    const arena at(table);
    const bargaining_set found = bargaining_set_of(at, true);
    CHECK_FALSE(found.efficient);
    CHECK(found.deals.utilities == deals_of(at).utilities);
    CHECK(bargaining_set_of(arena(table, {1, true}), true).efficient);
}
