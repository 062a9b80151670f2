#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/value.hpp>

#include "question/support.hpp"
#include "support/tolerance.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;

namespace {

value_answer values_of(const std::vector<std::string>& texts, red_line_choice lines = {}) {
    value_options options;
    options.scope = "nuclear";
    options.red_lines = std::move(lines);
    return value(tests::backchannel_file(), texts, options);
}

}  // namespace

TEST_CASE("the JCPOA-like deal is worth what it is worth") {
    const value_answer answer = values_of({"J"});
    const valued_deal& j = answer.deals.at(0);
    CHECK(near(j.parties[0].utility, .614));
    CHECK(near(j.parties[1].utility, .717));
    CHECK(near(j.parties[0].surplus, .034));
    CHECK(near(j.onlookers[0].utility, .597));
    CHECK_FALSE(j.onlookers[0].content);
    CHECK(j.feasible);
    CHECK(j.acceptable);
    CHECK(j.efficient == false);
    REQUIRE(j.dominated_by);
    for (const double better : j.dominated_by->improvement) {
        CHECK(better >= 0);
    }
    CHECK(j.reported[0].value == tests::printed(10.22, 2));
}

TEST_CASE("the Nash deal is efficient and nothing dominates it") {
    const valued_deal n1 = values_of({"N1"}).deals.at(0);
    CHECK(near(n1.parties[0].utility, .647));
    CHECK(near(n1.parties[1].utility, .705));
    CHECK(n1.reported[0].value == tests::printed(12.71, 2));
    CHECK(n1.efficient == true);
    CHECK_FALSE(n1.dominated_by);
    CHECK_FALSE(n1.trade);
}

TEST_CASE("clauses add up in an additive world") {
    const valued_deal j = values_of({"J"}).deals.at(0);
    double first = .238;
    double second = .526;
    for (const clause_worth& part : j.clauses) {
        first += part.worth[0];
        second += part.worth[1];
    }
    CHECK(near(first, .614));
    CHECK(near(second, .717));
    CHECK(j.clauses.size() == 8);
}

TEST_CASE("a red line that does not bind is told all the same") {
    const valued_deal secret = values_of({"J"}).deals.at(0);
    REQUIRE(secret.parties[0].crossed.size() == 1);
    CHECK_FALSE(secret.parties[0].crossed[0].binds);
    CHECK(secret.parties[0].accepts);
    const valued_deal open = values_of({"J"}, {red_line_rule::all, {}}).deals.at(0);
    CHECK_FALSE(open.parties[0].accepts);
    CHECK(open.parties[1].accepts);
    CHECK_FALSE(open.acceptable);
    CHECK_FALSE(open.efficient.has_value());
    CHECK(near(open.parties[0].short_by, 0));
}

TEST_CASE("a deal below a reservation value is rejected and by how much is told") {
    const valued_deal d = values_of({"enrichment=domestic_60"}).deals.at(0);
    CHECK_FALSE(d.acceptable);
    CHECK(near(d.parties[0].short_by, .58 - .238));
    CHECK(near(d.parties[1].short_by, .62 - .526));
}

TEST_CASE("an infeasible deal is an answer with the constraint's name") {
    const valued_deal d = values_of({"enrichment=zero"}).deals.at(0);
    CHECK_FALSE(d.feasible);
    CHECK_FALSE(d.acceptable);
    REQUIRE(d.violated.size() == 1);
    CHECK(d.violated[0] == tests::backchannel_file().constraints[0].name);
    CHECK_FALSE(d.efficient.has_value());
}

TEST_CASE("deals are ranked for each party and by the product of gains") {
    const value_answer answer = values_of({"enrichment=domestic_5", "J", "N1"});
    CHECK(answer.ranking[0] == std::vector<std::size_t>{2, 1, 0});
    CHECK(answer.ranking[1] == std::vector<std::size_t>{1, 2, 0});
    REQUIRE(answer.by_product.size() == 2);
    CHECK(answer.by_product[0].first == 2);
    CHECK(near(answer.by_product[0].second, .005695));
}

TEST_CASE("a trade helps both and its weights say why") {
    const valued_deal j = values_of({"J"}).deals.at(0);
    REQUIRE(j.trade);
    for (const double gain : j.trade->gains) {
        CHECK(gain >= 0);
    }
    CHECK(j.trade->weights.size() == 2);
    CHECK(j.trade->weights[0].first > 0);
}

TEST_CASE("no deal to value is refused with those there are") {
    CHECK_THROWS_WITH_AS(values_of({}),
                         "needs a deal, by name or as issue=option,...; got none; known: J, N1",
                         std::invalid_argument);
}

TEST_CASE("equal deals share a rank") {
    const value_answer answer = values_of({"N1", "J", "J"});
    CHECK(answer.ranks[0] == std::vector<std::size_t>{1, 2, 2});
    CHECK(answer.ranks[1] == std::vector<std::size_t>{3, 1, 1});
    CHECK(answer.ranking[1] == std::vector<std::size_t>{1, 2, 0});
}

TEST_CASE("a trade is told with what each change is worth alone") {
    const valued_deal j = values_of({"J"}).deals.at(0);
    REQUIRE(j.trade);
    for (std::size_t i = 0; i < j.trade->gains.size(); ++i) {
        CHECK(near(j.trade->first_alone[i] + j.trade->second_alone[i], j.trade->gains[i]));
    }
}
