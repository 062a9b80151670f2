// Everything wrong with a file is told in one go, and nothing that is not wrong: one message for
// each independent fault, however they are combined.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/independent_faults.hpp>
#include <io/scenario_text.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using tests::fault;
using tests::independent_faults;
using tests::two_cities;
using tests::with;

namespace {

/// The messages about a text, places left out, sorted.
std::vector<std::string> told(const std::string& text) {
    std::vector<std::string> list;
    try {
        static_cast<void>(io::parse_scenario(text, "x.toml"));
    } catch (const parse_error& wrong) {
        for (const located_message& m : wrong.messages()) {
            list.push_back(m.message);
        }
    }
    std::sort(list.begin(), list.end());
    return list;
}

std::string lines(const std::vector<std::string>& messages) {
    std::string text;
    for (const std::string& m : messages) {
        text += m + "\n";
    }
    return text;
}

bool apart(const fault& a, const fault& b) {
    const std::size_t i = two_cities.find(a.from);
    const std::size_t j = two_cities.find(b.from);
    const std::string& text = two_cities;
    return std::count(text.begin() + static_cast<std::ptrdiff_t>(std::min(i, j)),
                      text.begin() + static_cast<std::ptrdiff_t>(std::max(i, j)), '\n') > 0;
}

/// True when what the second is about cannot be known because of the first.
bool hides(const fault& first, const fault& second) {
    for (const char* what :
         {"sources", "scopes", "issues", "step", "water options", "payment options",
          "payment values", "gauges options", "agents", "protocol", "mediators", "chair", "bias",
          "half", "circle", "after", "orders", "the rule"}) {
        if (first.hides.find(what) != std::string::npos &&
            second.needs.find(what) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// Every pair whose first fault is one of `parts` shares of all: a share is a test of its own,
/// since all pairs together take many seconds.
void check_pairs(std::size_t share, std::size_t parts) {
    for (std::size_t i = share; i < independent_faults.size(); i += parts) {
        for (std::size_t j = i + 1; j < independent_faults.size(); ++j) {
            const fault& a = independent_faults[i];
            const fault& b = independent_faults[j];
            if (!apart(a, b)) {
                continue;
            }
            const auto both = told(with(with(two_cities, a.from, a.to), b.from, b.to));
            const std::size_t expected = hides(a, b) || hides(b, a) ? 1 : 2;
            INFO(std::string(a.to), " and ", std::string(b.to), ":\n", lines(both));
            CHECK(both.size() == expected);
        }
    }
}

}  // namespace

TEST_CASE("the text without faults is sound") { CHECK(told(two_cities).empty()); }

TEST_CASE("each fault alone is told once") {
    for (const fault& f : independent_faults) {
        const auto alone = told(with(two_cities, f.from, f.to));
        INFO(std::string(f.to), ":\n", lines(alone));
        CHECK(alone.size() == 1);
    }
}

TEST_CASE("two faults in different places are told as two unless one hides the other") {
    check_pairs(0, 10);
}

TEST_CASE("two faults in different places are told as two: the second tenth") {
    check_pairs(1, 10);
}

TEST_CASE("two faults in different places are told as two: the third tenth") { check_pairs(2, 10); }

TEST_CASE("two faults in different places are told as two: the fourth tenth") {
    check_pairs(3, 10);
}

TEST_CASE("two faults in different places are told as two: the fifth tenth") { check_pairs(4, 10); }

TEST_CASE("two faults in different places are told as two: the sixth tenth") { check_pairs(5, 10); }

TEST_CASE("two faults in different places are told as two: the seventh tenth") {
    check_pairs(6, 10);
}

TEST_CASE("two faults in different places are told as two: the eighth tenth") {
    check_pairs(7, 10);
}

TEST_CASE("two faults in different places are told as two: the ninth tenth") { check_pairs(8, 10); }

TEST_CASE("two faults in different places are told as two: the last tenth") { check_pairs(9, 10); }

TEST_CASE("many faults are told at once") {
    std::string text = two_cities;
    std::vector<fault> chosen;
    for (const fault& f :
         {fault{"talks = \"secret\"", "talks = \"secrte\""},
          fault{"cite = \"annual report\"", "cite = \"\""}, fault{"unit = \"%\"", "unit = \"\""},
          fault{"status_quo = 70", "status_quo = 75"},
          fault{"reservation = 0.45", "reservation = \"x\""},
          fault{"weights = { water = 0.5, payment", "weights = { water = 0.9, payment"},
          fault{"values.gauges = [1, 0.6, 0]", "values.gauges = [1, \"half\", 0]"},
          fault{"issue = \"gauges\", allow", "issue = \"guages\", allow"},
          fault{"exponent = 2", "exponnet = 2"},
          fault{"issues = [\"water\"]", "issues = [\"wtaer\"]"},
          fault{"outcome = { water = 50,", "outcome = { water = 55,"}}) {
        text = with(text, f.from, f.to);
        chosen.push_back(f);
    }
    CHECK(told(text).size() == chosen.size());
}
