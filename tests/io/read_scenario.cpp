#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <io/told_faults.hpp>
#include <support/contains.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using io::parse_scenario;
using io::read_scenario;
using tests::contains;
using tests::messages;
using tests::said;
using tests::small_text;
using tests::with;

namespace {

option_label word(const char* text) { return std::string(text); }

const std::string everything = R"(
title = "Everything"
note = "a note"
talks = "secret"
utilities = "raw"
normalised = false

[[source]]
id = "s"
cite = "A document"
note = "weak"

[[assumption]]
what = "party.*.weights"
why = "no elicitation"

[[issue]]
name = "level"
kind = "ordered"
options = ["zero", "low", "high"]
status_quo = "high"
source = "s"
note = "n"

[[issue]]
name = "stock"
kind = "ordered"
unit = "kg"
options = [0, 300, 9248.5]
status_quo = 300.0

[[issue]]
name = "machines"
kind = "integer"
unit = "machines"
range = [0, 6000]
step = 1000
status_quo = 5000

[[issue]]
name = "share"
kind = "real"
unit = "%"
range = [0, 0.3]
step = 0.1
status_quo = 0.2

[[constraint]]
name = "no machines without enrichment"
if = { level = ["zero"] }
then = { machines = [0], stock = { at_most = 300 } }

[[constraint]]
name = "never both"
forbid = { level = { not = ["zero", "low"] }, machines = { at_least = 6000 } }

[[party]]
name = "United States"
reservation = 0.58
weights = { level = 2, stock = 0.5 }
values.level = [1, 0.5, 0]
values.stock = { points = [[0, 1], [9248.5, 0]] }
discount = { factor = 0.985, per = "month" }
red_lines = [{ issue = "level", allow = { at_most = "low" }, public = true }]
source = "s"
note = "n"

[[party.interaction]]
issues = ["level", "stock"]
weight = 0.1
table = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]

[[party]]
name = "Iran"
reservation = 0.3
combine = "multiplicative"
weights = { machines = 0.5, share = 0.4 }
values.machines = { form = "exponential", rate = 2, worst = 0, best = 6000 }
values.share = { form = "logistic", midpoint = 0.1, scale = 0.05 }
risk = { attitude = "prospect", alpha = 0.9, lambda = 2, reference = 0.5 }
discount = { factor = 0.9, per = 10 }

[[onlooker]]
name = "Israel"
reservation = 0
weights = { level = 1 }
values_from = "United States"

[[scope]]
name = "nuclear"
issues = ["level", "stock", "machines"]

[[deal]]
name = "J"
outcome = { stock = 300, level = "low" }
source = "s"
note = "n"

[[reported]]
name = "breakout_months"
kind = "breakout"
enrichment = "level"
stock = "stock"
machines = "machines"
product = 90
quantity = 25
levels = { low = 3.67, high = 60 }
[[reported.holding]]
option = 300
kilograms = 202.8
enrichment = 3.67
at_most_level = true
)";

}  // namespace

TEST_CASE("every section is read") {
    const scenario world = parse_scenario(everything, "x.toml");
    CHECK(world.title == "Everything");
    CHECK(world.note == "a note");
    CHECK(world.talks == publicity::secret);
    CHECK(world.utilities == utility_convention::raw);
    CHECK(world.sources == std::vector<source>{{"s", "A document", "weak"}});
    CHECK(world.assumptions == std::vector<assumption>{{"party.*.weights", "no elicitation"}});
    REQUIRE(world.issues.size() == 4);
    CHECK(world.scopes ==
          std::vector<negotiation::scope>{{"nuclear", {"level", "stock", "machines"}}});
    REQUIRE(world.deals.size() == 1);
    REQUIRE(world.reported.size() == 1);
    REQUIRE(world.constraints.size() == 2);
    REQUIRE(world.parties.size() == 2);
    CHECK(world.onlookers[0].values_from == "United States");
}

TEST_CASE("labels keep the type they have in the file") {
    const scenario world = parse_scenario(everything, "x.toml");
    const issue& stock = world.issues[1];
    CHECK(stock.options == std::vector<option_label>{std::int64_t{0}, std::int64_t{300}, 9248.5});
    CHECK(stock.status_quo == 1);  // written 300.0, the same level
    CHECK(world.issues[2].options[5] == option_label{std::int64_t{5000}});
    CHECK(world.issues[3].options.size() == 4);
    CHECK(world.issues[3].status_quo == 2);
}

TEST_CASE("conditions become lists of options") {
    const scenario world = parse_scenario(everything, "x.toml");
    const constraint& first = world.constraints[0];
    CHECK(first.given == std::vector<condition>{{"level", {word("zero")}}});
    REQUIRE(first.then.size() == 2);
    CHECK(first.then[0].issue == "machines");  // in the file's order, not in the alphabet's
    CHECK(first.then[1].options == std::vector<option_label>{std::int64_t{0}, std::int64_t{300}});
    const constraint& second = world.constraints[1];
    CHECK(second.then.empty());
    CHECK(second.given[0].options == std::vector<option_label>{word("high")});
    CHECK(second.given[1].options == std::vector<option_label>{std::int64_t{6000}});
    CHECK(world.parties[0].red_lines[0].allow ==
          std::vector<option_label>{word("zero"), word("low")});
}

TEST_CASE("preferences are read in every form") {
    const scenario world = parse_scenario(everything, "x.toml");
    const party& us = world.parties[0];
    CHECK(us.weights ==
          std::vector<std::pair<std::string, double>>{{"level", 2.0}, {"stock", 0.5}});
    CHECK(us.values[0].second == value_function{tabled_value{{1, 0.5, 0}}});
    CHECK(us.values[1].second == value_function{piecewise_linear_value{{{0, 1}, {9248.5, 0}}}});
    CHECK(us.patience == discount{0.985, 30.4375});
    CHECK(us.interactions ==
          std::vector<interaction>{{{"level", "stock"}, 0.1, {1, 2, 3, 4, 5, 6, 7, 8, 9}}});
    const party& iran = world.parties[1];
    CHECK(iran.combine == aggregation::multiplicative);
    CHECK(iran.values[0].second == value_function{exponential_value{2, 0, 6000}});
    CHECK(iran.values[1].second == value_function{logistic_value{0.1, 0.05}});
    CHECK(iran.risk == risk_attitude{prospect{0.9, 2, 0.5}});
    CHECK(iran.patience == discount{0.9, 10});
}

TEST_CASE("keys keep the order of the file") {
    const scenario world = parse_scenario(everything, "x.toml");
    CHECK(world.deals[0].outcome[0].first == "stock");
    CHECK(world.reported[0].levels[0].option == word("low"));
    CHECK(world.reported[0].terms.feed == doctest::Approx(0.711));  // the default
}

TEST_CASE("messages carry file and line and column") {
    const auto wrong = messages(with(small_text, "price = 1 }", "price = 1.2 }"));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0] ==
          located_message{"x.toml", 27, 11, "weights of party 'Buyer' sum to 1.2, expected 1"});
}

TEST_CASE("all errors of a file come at once and in order") {
    std::string text = with(small_text, "reservation = 0.25", "reservation = 2\ncolour = 3");
    text = with(text, "weights = { price = 1 }", "weights = { prize = 1 }");
    text += "[[scope]]\nname = \"s\"\nissues = [\"colours\"]\n";
    text += "[[weather]]\nname = \"m\"\n";
    const auto wrong = messages(text);
    std::vector<std::size_t> lines;
    for (const located_message& m : wrong) {
        lines.push_back(m.line);
    }
    CHECK(lines == std::vector<std::size_t>{19, 20, 28, 32, 33});
}

TEST_CASE("sections of rooms that do not exist yet are unknown keys") {
    CHECK(contains(said(small_text + "[[weather]]\nname = \"m\"\n"),
                   "x.toml:29:3: unknown key 'weather' in a scenario; known: title"));
}

TEST_CASE("numbers must be finite") {
    CHECK(contains(said(with(small_text, "0.25", "nan")), "must be finite; got nan"));
    CHECK(contains(said(with(small_text, "[0, 0.5, 1]", "[0, -inf, 1]")),
                   "must be finite; got -inf"));
    CHECK(contains(said(with(small_text, "[\"red\", \"blue\"]", "[1.5, inf]")), "must be finite"));
}

TEST_CASE("large files of nothing but mistakes are answered soon") {
    std::string issues = "title = \"t\"\n";
    std::string weights = "title = \"t\"\n";
    std::string keys;
    for (int k = 0; k < 500; ++k) {
        weights += "[[issue]]\nname = \"issue" + std::to_string(k) +
                   "\"\nkind = \"ordered\"\noptions = [\"a\"]\nstatus_quo = \"a\"\n";
    }
    weights += "[[party]]\nname = \"p\"\nreservation = 0\n[party.weights]\n";
    for (int k = 0; k < 20000; ++k) {
        issues += "[[issue]]\nname = \"i" + std::to_string(k) + "\"\n";
        weights += "isuse" + std::to_string(k) + " = 0\n";
        keys += "titel" + std::to_string(k) + " = 0\n";
    }
    CHECK(contains(said(issues), "at most 1000 entries of [[issue]]; got 20000"));
    CHECK(contains(said(weights), "no issue 'isuse0'; did you mean 'issue0'?"));
    CHECK(contains(said(keys), "unknown key 'titel0' in a scenario; did you mean 'title'?"));
}

TEST_CASE("conditions cannot ask for more than a file may hold") {
    std::string text = with(small_text, "[0, 100]\nstep = 50", "[0, 65000]");
    text = with(text, "price = [0, 0.5, 1]", "price = { points = [[0, 0], [65000, 1]] }");
    std::string lines;
    for (int k = 0; k < 100; ++k) {
        lines += "{ issue = \"price\", allow = { not = [1] } }, ";
    }
    text = with(text, "reservation = 0.25", "reservation = 0.25\nred_lines = [" + lines + "]");
    CHECK(contains(said(text), "have at most 4000000 options in all"));
}

TEST_CASE("absurd sizes are refused before anything is allocated") {
    CHECK(contains(said(with(small_text, "[0, 100]", "[0, 1000000000000]")),
                   "x.toml:13:9: an issue has at most 65535 options; got 2e+10"));
    std::string many = "title = \"t\"\n";
    for (int k = 0; k < 20; ++k) {
        many += "[[issue]]\nname = \"i" + std::to_string(k) +
                "\"\nkind = \"integer\"\nunit = \"$\"\nrange = [1, 65000]\nstatus_quo = 1\n";
    }
    CHECK(contains(said(many), "at most 1000000 options in all"));
    CHECK(contains(said(std::string(std::size_t{5} << 20U, ' ')),
                   "at most 4194304 bytes; got 5242880"));
    CHECK(contains(said(std::string(1000000, '[')), "a table header needs a name"));
    CHECK(contains(said("a = " + std::string(1000000, '[')), "nested too deeply"));
    std::string dots = "a";
    for (int k = 0; k < 1000000; ++k) {
        dots += ".a";
    }
    CHECK(contains(said(dots + " = 1"), "nested too deeply"));
    CHECK(contains(said("x = [ \"\"\"\"a\"\"\"\"\", { " + dots + " = 1 } ]"), "nested too deeply"));
    std::string list = "title = [";
    for (int k = 0; k < 500000; ++k) {
        list += "1,";
    }
    CHECK(contains(said(list + "]"), "must be text in quotes; got a list"));
}

TEST_CASE("what is not text is refused with its place") {
    CHECK(contains(said("title = \"é\xff\""),
                   "x.toml:1:11: the file must be UTF-8; got the byte 0xff"));
    CHECK(contains(said("\xc0\xaf"), "must be UTF-8"));          // overlong
    CHECK(contains(said("\xed\xa0\x80"), "must be UTF-8"));      // surrogate
    CHECK(contains(said("\xf4\x90\x80\x80"), "must be UTF-8"));  // beyond the last character
    CHECK(contains(said("\xe2\x82"), "must be UTF-8"));          // truncated
    CHECK(contains(said(std::string("a\0b", 3)), "x.toml:1:2: the file must be text"));
    CHECK(contains(said("größe = 1"),
                   "x.toml:1:3: what is not ASCII stands in quotes or in a comment"));
}

TEST_CASE("a byte order mark and carriage returns are no harm") {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : small_text) {
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    CHECK(parse_scenario(text, "x.toml") == parse_scenario(small_text, "x.toml"));
}

TEST_CASE("a TOML error stands alone") {
    const auto wrong = messages(small_text + "x = trUe\n");
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].line == 29);
}

TEST_CASE("strings of every kind are read past") {
    const scenario world =
        parse_scenario(with(small_text, "\"Small\"",
                            "\"\"\"a [[[[ \\\" # \"\" b\"\"\"\"\"\nnote = '''it's ] é'''' # c ['"),
                       "x.toml");
    CHECK(world.title == "a [[[[ \" # \"\" b\"\"");
    CHECK(world.note == "it's ] é'");
}

TEST_CASE("the same names twice are told at the second") {
    const auto wrong = messages(small_text +
                                "[[scope]]\nname = \"s\"\nissues = [\"price\"]\n"
                                "[[scope]]\nname = \"s\"\nissues = [\"price\"]\n");
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].line == 32);
    CHECK(wrong[0].message == "scope 's' is there twice");
}
