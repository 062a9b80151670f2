#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/setting.hpp>

using namespace negotiation::question;

TEST_CASE("red lines are chosen by a word or by names") {
    CHECK(parse_red_lines("none").rule == red_line_rule::none);
    CHECK(parse_red_lines("all").rule == red_line_rule::all);
    const red_line_choice some = parse_red_lines(" United States ,Iran,");
    CHECK(some.rule == red_line_rule::of_parties);
    CHECK(some.parties == std::vector<std::string>{"United States", "Iran"});
}

TEST_CASE("a choice of nobody is refused") {
    CHECK_THROWS_WITH_AS(parse_red_lines(" , "),
                         "red lines: expected none, all or names of parties; got ' , '",
                         std::invalid_argument);
}
