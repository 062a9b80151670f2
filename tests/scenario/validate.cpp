#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <scenario/changed_tiny.hpp>
#include <support/contains.hpp>

#include <negotiation/scenario/validate.hpp>

using namespace negotiation;
using tests::after;
using tests::contains;
using tests::word;

TEST_CASE("a sound scenario has no diagnostics") {
    CHECK(after([](scenario&) {}) == "");
}

TEST_CASE("an empty scenario lacks title and issue and party") {
    const auto found = validate(scenario{});
    REQUIRE(found.size() == 3);
    CHECK(found[0].path == "title");
    CHECK(found[1].message == "a scenario needs at least one issue; got none");
    CHECK(found[2].message == "a scenario needs at least one party; got none");
}

TEST_CASE("names stand once in their section and never empty") {
    CHECK(contains(after([](scenario& w) { w.issues.push_back(w.issues[0]); }),
                   "issue.colour: 'colour' names an issue twice"));
    CHECK(contains(after([](scenario& w) { w.onlookers[0].name = "Buyer"; }),
                   "onlooker.Buyer: 'Buyer' names an agent twice"));
    CHECK(contains(after([](scenario& w) { w.parties[1].name = ""; }), "must not be empty"));
    CHECK(contains(after([](scenario& w) {
                       w.scopes = {{"*", {"price"}}};
                   }),
                   "'*' stands for any name"));
    CHECK(contains(after([](scenario& w) {
                       w.sources = {{"a", "A", ""}, {"a", "B", ""}};
                   }),
                   "'a' names a source twice"));
}

TEST_CASE("a name that does not exist is told with the nearest that does") {
    CHECK(after([](scenario& w) {
              w.scopes = {{"s", {"prise"}}};
          }) == "scope.s.issues[0]: no issue 'prise'; did you mean 'price'? known: colour, price");
    CHECK(
        contains(after([](scenario& w) {
                     w.deals = {{"d", {{"colour", word("blu")}}, "", ""}};
                 }),
                 "deal.d.outcome.colour: issue 'colour' has no option 'blu'; did you mean 'blue'? "
                 "known: red, blue"));
    CHECK(contains(after([](scenario& w) { w.parties[1].values_from = "seler"; }),
                   "party.Buyer.values_from: no agent 'seler'; did you mean 'Seller'?"));
    CHECK(contains(after([](scenario& w) { w.issues[0].source = "jcpoa"; }),
                   "issue.colour.source: no source 'jcpoa'; none is known"));
}

TEST_CASE("options are distinct and of one sort") {
    CHECK(contains(after([](scenario& w) {
                       w.issues[0].options = {word("red"), word("red")};
                   }),
                   "issue.colour.options[1]: option 'red' is there twice"));
    CHECK(contains(after([](scenario& w) {
                       w.issues[0].options = {std::int64_t{4}, 4.0};
                   }),
                   "option '4' is there twice"));
    CHECK(contains(after([](scenario& w) {
                       w.issues[0].options = {word("red"), 4.0};
                   }),
                   "all words or all numbers"));
    CHECK(contains(after([](scenario& w) { w.issues[0].options.clear(); }), "at least one option"));
    CHECK(contains(after([](scenario& w) { w.issues[0].status_quo = 2; }),
                   "issue.colour.status_quo"));
}

TEST_CASE("ranges have a unit and a grid of sane size") {
    CHECK(contains(after([](scenario& w) { w.issues[1].unit = ""; }),
                   "issue.price.unit: an issue of kind 'integer' needs a unit; got none"));
    CHECK(after([](scenario& w) {
              w.issues[0].options = {std::int64_t{4}, std::int64_t{5}};
          }).find("unit") == std::string::npos);
    CHECK(
        contains(after([](scenario& w) { w.issues[1].range.reset(); }), "needs a range; got none"));
    CHECK(contains(after([](scenario& w) { w.issues[1].range->high = -1; }), "got 0 to -1"));
    CHECK(contains(after([](scenario& w) { w.issues[1].range->step = 0; }), "a step must lie in"));
    CHECK(contains(after([](scenario& w) { w.issues[1].range->step = 0.5; }), "a whole step"));
    CHECK(contains(after([](scenario& w) { w.issues[1].range->high = 1e12; }),
                   "at most 65535 options; got 2e+10"));
    CHECK(contains(after([](scenario& w) { w.issues[1].range->high = 150; }),
                   "its grid; got others"));
    CHECK(contains(after([](scenario& w) { w.issues[0].range = issue_range{}; }),
                   "a range belongs to an integer or real issue"));
}

TEST_CASE("values are there for every option and of the right size") {
    CHECK(contains(after([](scenario& w) { w.parties[0].values[0].second = tabled_value{{0}}; }),
                   "party.Seller.values.colour: issue 'colour' has 2 options and needs a value for "
                   "each; got 1 value"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].values[0].second = tabled_value{{0, 1.5}};
                   }),
                   "party.Seller.values.colour[1]: a value must lie in [0, 1]; got 1.5"));
    CHECK(contains(after([](scenario& w) {
                       w.utilities = utility_convention::raw;
                       w.parties[0].values[0].second = tabled_value{{0, 2e6}};
                   }),
                   "below 1e6 in size; got 2000000"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].values[0].second = power_value{1, 0, 1};
                   }),
                   "options of issue 'colour' are words and need a list of values; got a curve"));
}

TEST_CASE("curves have sound parameters") {
    const auto with = [](value_function f) {
        return after([&](scenario& w) { w.parties[0].values[1].second = f; });
    };
    CHECK(contains(with(power_value{0, 0, 1}), "values.price.exponent"));
    CHECK(contains(with(power_value{1, 5, 5}), "worst and best must differ; got 5 for both"));
    CHECK(contains(with(exponential_value{800, 0, 1}), "a rate must lie in [-700, 700]; got 800"));
    CHECK(contains(with(logistic_value{0, 0}), "a scale must not be 0"));
    CHECK(contains(with(piecewise_linear_value{{{0, 0}}}), "at least two points; got 1"));
    CHECK(contains(with(piecewise_linear_value{{{1, 0}, {1, 1}}}),
                   "points must rise; got 1 after 1"));
    CHECK(contains(with(piecewise_linear_value{{{0, 0}, {1, 2}}}), "values.price.points[1][1]"));
    CHECK(with(piecewise_linear_value{{{0, 1}, {10, 0}, {20, 1}}}) == "");
}

TEST_CASE("an issue that counts has values somewhere") {
    CHECK(contains(after([](scenario& w) { w.parties[1].values_from = ""; }),
                   "party.Buyer.weights.colour: issue 'colour' counts and has no values"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].values.clear();
                       w.parties[0].values_from = "Buyer";
                   }),
                   "values are taken in a loop; got 'Seller' from 'Buyer' from 'Seller'"));
}

TEST_CASE("unit weights sum to 1 with those of interactions") {
    CHECK(after([](scenario& w) { w.parties[0].weights[0].second = 0.6; }) ==
          "party.Seller.weights: weights of party 'Seller' sum to 1.2, expected 1");
    CHECK(contains(after([](scenario& w) { w.onlookers[0].weights[0].second = 0.6; }),
                   "weights of onlooker 'Neighbour' sum to 1.2"));
    CHECK(after([](scenario& w) {
              w.parties[0].weights[0].second = 0.2;
              w.parties[0].interactions = {{{"colour", "price"}, 0.2, {}}};
          }) == "");
    CHECK(after([](scenario& w) { w.parties[0].weights[0].second += 5e-10; }) == "");
    CHECK(contains(after([](scenario& w) { w.parties[0].weights = {}; }), "sum to 0, expected 1"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].weights = {{"colour", -0.5}, {"price", 1.5}};
                   }),
                   "a weight must not be below 0; got -0.5"));
    CHECK(after([](scenario& w) {
              w.utilities = utility_convention::raw;
              w.parties[0].weights = {{"colour", -20}, {"price", 1.5}};
          }) == "");
}

TEST_CASE("multiplicative weights lie in 0 to 1 and need values that do") {
    const auto with = [](double weight, double value) {
        return after([&](scenario& w) {
            w.utilities = utility_convention::raw;
            w.parties[0].combine = aggregation::multiplicative;
            w.parties[0].weights[0].second = weight;
            w.parties[0].values[0].second = tabled_value{{0, value}};
        });
    };
    CHECK(with(0.9, 1) == "");
    CHECK(contains(with(0, 1), "must lie in (0, 1); got 0"));
    CHECK(contains(with(1.5, 1), "must lie in (0, 1); got 1.5"));
    CHECK(contains(with(1, 1), "must lie in (0, 1); got 1"));
    CHECK(contains(with(0.5, 2), "needs values in [0, 1] on issue 'colour'; got 0 to 2"));
}

TEST_CASE("interactions tie two known issues and fit their table") {
    const auto with = [](interaction term) {
        return after([&](scenario& w) {
            w.utilities = utility_convention::raw;
            w.parties[0].interactions = {term};
        });
    };
    CHECK(with({{"colour", "price"}, -3, {1, 2, 3, 4, 5, 6}}) == "");
    CHECK(contains(with({{"colour"}, 1, {}}), "ties two or more issues; got 1"));
    CHECK(contains(with({{"colour", "colour"}, 1, {}}), "issue 'colour' is there twice"));
    CHECK(contains(with({{"colour", "prize"}, 1, {}}), "did you mean 'price'?"));
    CHECK(contains(with({{"colour", "price"}, 1, {1, 2}}),
                   "each of the 6 combinations of options; got 2"));
    CHECK(contains(with({{"colour", "price"}, 1, {1, 2, 3, 4, 5, 1e7}}), "table[5]"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].combine = aggregation::multiplicative;
                       w.parties[0].interactions = {{{"colour", "price"}, 0.1, {}}};
                   }),
                   "party.Seller.interaction: interactions belong to an additive preference"));
}

TEST_CASE("the promise of normalised values is checked") {
    CHECK(after([](scenario& w) { w.normalised = true; }) == "");
    CHECK(contains(
        after([](scenario& w) {
            w.normalised = true;
            w.parties[0].values[0].second = tabled_value{{0, 0.9}};
        }),
        "normalised values of issue 'colour' run from 0 (worst) to 1 (best); got 0 to 0.9"));
}

TEST_CASE("risk attitudes have a utility for every reachable value") {
    const auto with = [](risk_attitude risk) {
        return after([&](scenario& w) { w.parties[0].risk = risk; });
    };
    CHECK(with(cara{2}) == "");
    CHECK(with(crra{0.5}) == "");
    CHECK(with(prospect{}) == "");
    CHECK(contains(with(cara{1000}), "a must lie in [-700, 700]"));
    CHECK(contains(with(crra{-1}), "rho must lie in [0, 1e6); got -1"));
    CHECK(contains(with(crra{1}), "the worst options sum to 0"));
    CHECK(contains(with(prospect{1.5, 2, {}}), "alpha must lie in (0, 1]"));
    CHECK(contains(with(prospect{0.5, 0.5, {}}), "lambda must lie in [1, 1e6)"));
    CHECK(after([](scenario& w) {
              w.parties[0].risk = crra{2};
              w.parties[0].values[0].second = tabled_value{{0.5, 1}};
          }) == "");
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].risk = crra{2000};
                       w.parties[0].values[0].second = tabled_value{{0.5, 1}};
                   }),
                   "utilities must stay within 1e+09 of zero; got rho = 2000"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].risk = crra{2};
                       w.parties[0].reservation = 0;
                   }),
                   "needs a reservation value above 0; got 0"));
    CHECK(contains(after([](scenario& w) {
                       w.utilities = utility_convention::raw;
                       w.parties[0].risk = cara{-5};
                       w.parties[0].weights[0].second = 1000;
                   }),
                   "a times the largest value"));
}

TEST_CASE("reservation values and discounts stay in their ranges") {
    CHECK(contains(after([](scenario& w) { w.parties[0].reservation = 1.5; }), "got 1.5"));
    CHECK(contains(after([](scenario& w) {
                       w.utilities = utility_convention::raw;
                       w.parties[0].reservation = std::numeric_limits<double>::quiet_NaN();
                   }),
                   "below 1e6 in size; got nan"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].patience = discount{0, 1};
                   }),
                   "party.Seller.discount.factor"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].patience = discount{0.5, 0};
                   }),
                   "party.Seller.discount.per"));
}

TEST_CASE("a red line leaves something and stands once an issue") {
    CHECK(after([](scenario& w) {
              w.parties[0].red_lines = {{"colour", {word("blue")}, true}};
          }) == "");
    CHECK(contains(
        after([](scenario& w) {
            w.parties[0].red_lines = {{"colour", {}, true}};
        }),
        "party.Seller.red_lines[0].allow: a red line must leave at least one option open"));
    CHECK(contains(
        after([](scenario& w) {
            w.parties[0].red_lines = {{"colour", {word("red")}, true},
                                      {"colour", {word("blue")}, false}};
        }),
        "party.Seller.red_lines[1].issue: issue 'colour' has a red line of 'Seller' already"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].red_lines = {{"color", {}, true}};
                   }),
                   "did you mean 'colour'?"));
    CHECK(contains(after([](scenario& w) {
                       w.parties[0].red_lines = {{"colour", {word("red"), word("green")}, true}};
                   }),
                   "party.Seller.red_lines[0].allow[1]: issue 'colour' has no option 'green'"));
}

TEST_CASE("scopes hold known issues once") {
    CHECK(contains(after([](scenario& w) { w.scopes = {{"s", {}}}; }), "scope.s.issues"));
    CHECK(contains(after([](scenario& w) {
                       w.scopes = {{"s", {"price", "price"}}};
                   }),
                   "scope.s.issues[1]: issue 'price' is there twice"));
}

TEST_CASE("assumptions cover some number") {
    CHECK(after([](scenario& w) { w.assumptions = {{"party.*.weights", ""}}; }) == "");
    CHECK(after([](scenario& w) {
              w.assumptions = {{"party.*.wieghts", ""}};
          }) ==
          "assumption[\"party.*.wieghts\"].what: assumption 'party.*.wieghts' covers no number; "
          "nothing is called 'wieghts' there; did you mean 'weights'? known: reservation, values, "
          "weights");
    CHECK(contains(after([](scenario& w) {
                       w.assumptions = {{"scope", ""}};
                   }),
                   "known: issue, onlooker, party"));
    CHECK(contains(after([](scenario& w) { w.assumptions = {{"party..", ""}}; }), "is not a path"));
}

TEST_CASE("breakout quantities read known issues and rise in enrichment") {
    const auto with = [](const std::function<void(breakout&)>& change) {
        return after([&](scenario& w) {
            breakout months;
            months.name = "months";
            months.enrichment_issue = "colour";
            months.machines_issue = "price";
            w.issues[1].unit = "machines";
            months.stock_issue = "colour";
            months.levels = {{word("red"), 3.67}};
            months.holdings = {{word("red"), {100, 60, true}}};
            change(months);
            w.reported = {months};
        });
    };
    CHECK(with([](breakout&) {}) == "");
    CHECK(contains(with([](breakout& b) { b.stock_issue = "price"; }),
                   "reported.months.stock: a breakout time counts in kg; got issue 'price' in "
                   "'machines'"));
    CHECK(contains(with([](breakout& b) { b.machines_issue = "colour"; }), "must be numbers"));
    CHECK(contains(with([](breakout& b) { b.stock_issue = "prices"; }), "did you mean 'price'?"));
    CHECK(contains(with([](breakout& b) { b.terms.tails = 0.9; }), "got 0.9, 0.711 and 90"));
    CHECK(contains(with([](breakout& b) { b.terms.quantity = 0; }), "reported.months.quantity"));
    CHECK(contains(with([](breakout& b) { b.terms.work_per_machine = 0; }), "work_per_machine"));
    CHECK(contains(with([](breakout& b) { b.levels[0].percent = 100; }),
                   "reported.months.levels.red"));
    CHECK(contains(with([](breakout& b) { b.levels[0].option = word("rot"); }), "no option 'rot'"));
    CHECK(contains(with([](breakout& b) { b.holdings[0].lot.kilograms = -1; }),
                   "holding[0].kilograms"));
    CHECK(contains(with([](breakout& b) { b.holdings[0].lot.enrichment = 0; }),
                   "holding[0].enrichment"));
}

TEST_CASE("a scenario that is too large is only told so") {
    const std::string text = after([](scenario& w) {
        w.parties.resize(60);
        w.onlookers.resize(60);
    });
    CHECK(text == "party: a scenario has at most 100 parties and onlookers; got 120");
}
