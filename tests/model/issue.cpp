#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/model/issue.hpp>

using namespace negotiation;

namespace {

issue stock() {
    issue of;
    of.name = "stock";
    of.kind = issue_kind::ordered;
    of.options = {std::int64_t{0}, std::int64_t{300}, 3.67, "unlimited", "4"};
    return of;
}

}  // namespace

TEST_CASE("a real grid ends at its high end") {
    const auto tenths = options_of(issue_kind::real, {0, 1, 0.1});
    REQUIRE(tenths.size() == 11);
    CHECK(same_option(tenths.front(), 0.0));
    CHECK(same_option(tenths.back(), 1.0));
    CHECK(options_of(issue_kind::real, {0, 0.3, 0.1}).size() == 4);
    // The step does not reach the high end: the grid stops below it.
    const auto short_of = options_of(issue_kind::real, {0, 1, 0.4});
    REQUIRE(short_of.size() == 3);
    CHECK(same_option(short_of.back(), 0.8));
    CHECK(options_of(issue_kind::real, {5, 5, 1}).size() == 1);
    CHECK(options_of(issue_kind::real, {-1, 1, 0.5}).size() == 5);
}

TEST_CASE("a grid has the decimals its author would write") {
    issue of;
    of.kind = issue_kind::real;
    of.options = options_of(issue_kind::real, {0, 1, 0.1});
    for (const auto& [place, text] :
         std::vector<std::pair<std::size_t, const char*>>{{3, "0.3"}, {6, "0.6"}, {7, "0.7"}}) {
        CHECK(to_string(of.options[place]) == std::string(text));
        CHECK(find_option(of, std::string_view(text)) == place);
    }
}

TEST_CASE("an integer range lists whole numbers") {
    const auto years = options_of(issue_kind::integer, {1, 25, 1});
    REQUIRE(years.size() == 25);
    CHECK(years.front() == option_label{std::int64_t{1}});
    CHECK(years.back() == option_label{std::int64_t{25}});
    CHECK(options_of(issue_kind::integer, {0, 30, 5}).size() == 7);
    CHECK(grid_points({0, 30, 5}) == 7.0);
}

TEST_CASE("a range that runs backwards or stands still is refused") {
    CHECK_THROWS_AS(options_of(issue_kind::real, {1, 0, 0.1}), std::invalid_argument);
    CHECK_THROWS_AS(options_of(issue_kind::real, {0, 1, 0}), std::invalid_argument);
    CHECK_THROWS_AS(options_of(issue_kind::real, {0, 1, -0.1}), std::invalid_argument);
    CHECK_THROWS_AS(options_of(issue_kind::real, {0, 1, std::nan("")}), std::invalid_argument);
    CHECK_THROWS_AS(options_of(issue_kind::real, {std::nan(""), 1, 1}), std::invalid_argument);
}

TEST_CASE("a grid has at most as many options as an issue may have") {
    CHECK(options_of(issue_kind::integer, {1, 65535, 1}).size() == maximum_options);
    CHECK_THROWS_AS(options_of(issue_kind::integer, {0, 65535, 1}), std::invalid_argument);
    CHECK_THROWS_AS(options_of(issue_kind::real, {0, 1e300, 1e-300}), std::invalid_argument);
}

TEST_CASE("an option is found by its label or its text") {
    const issue of = stock();
    CHECK(find_option(of, option_label{300.0}) == 1);
    CHECK(find_option(of, option_label{std::int64_t{300}}) == 1);
    CHECK(find_option(of, option_label{"unlimited"}) == 3);
    CHECK_FALSE(find_option(of, option_label{std::int64_t{301}}));
    CHECK(find_option(of, std::string_view("300")) == 1);
    CHECK(find_option(of, std::string_view("300.0")) == 1);
    CHECK(find_option(of, std::string_view("3.67")) == 2);
    CHECK(find_option(of, std::string_view("unlimited")) == 3);
    CHECK(find_option(of, std::string_view("4")) == 4);  // a word that looks like a number
    CHECK_FALSE(find_option(of, std::string_view("300 kg")));
    CHECK_FALSE(find_option(of, std::string_view("")));
    CHECK_FALSE(find_option(of, std::string_view("Unlimited")));
}

TEST_CASE("not a number is no option") {
    const issue of = stock();
    CHECK_FALSE(find_option(of, std::string_view("nan")));
    CHECK_FALSE(find_option(of, std::string_view("inf")));
    CHECK_FALSE(find_option(of, option_label{std::nan("")}));
}

TEST_CASE("long lists of options are cut") {
    CHECK(list_options(stock()) == "0, 300, 3.67, unlimited, 4");
    issue years;
    years.options = options_of(issue_kind::integer, {1, 25, 1});
    CHECK(list_options(years) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (25 in all)");
}

TEST_CASE("kinds of issues have names") {
    CHECK(to_string(issue_kind::categorical) == "categorical");
    CHECK(to_string(issue_kind::ordered) == "ordered");
    CHECK(to_string(issue_kind::integer) == "integer");
    CHECK(to_string(issue_kind::real) == "real");
}

TEST_CASE("levels of a fine grid are short numbers") {
    const auto labels = options_of(issue_kind::real, {0, 2000, 0.1});
    REQUIRE(labels.size() == 20001);
    for (const option_label& label : labels) {
        CHECK(to_string(label).size() <= 6);
    }
    CHECK(same_option(labels[10003], option_label{1000.3}));
}
