#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>
#include <io/foreign_text.hpp>
#include <io/scenario_text.hpp>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>
#include <negotiation/scenario/numbers.hpp>

using namespace negotiation;
using io::foreign_reading;
using io::parse_foreign;
using tests::foreign_files;
using tests::utilities_of;

namespace {

constexpr double rounded = 4e-12;  // terms are rounded to 10^-12 each

std::string refusal(const foreign_files& files, const foreign_reading& how = {}) {
    try {
        static_cast<void>(parse_foreign(files, how));
    } catch (const parse_error& wrong) {
        return wrong.what();
    }
    return "read";
}

bool told_that(const std::string& text, const std::string& piece) {
    INFO(text);
    return text.find(piece) != std::string::npos;
}

double triangle_at(double level) { return 1 - std::abs(level - 0.5) / 0.5; }

/// A linear profile over issues of two words, and its domain.
foreign_files binary(const std::vector<std::string>& weights) {
    std::string issues;
    std::string domain_issues;
    std::string said;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const std::string index = std::to_string(k + 1);
        const std::string head =
            "<issue index=\"" + index + "\" name=\"i" + index + "\" type=\"discrete\">";
        domain_issues += head + "<item value=\"no\"/><item value=\"yes\"/></issue>";
        issues +=
            head +
            "<item value=\"no\" evaluation=\"0\"/><item value=\"yes\" evaluation=\"3\"/></issue>";
        said += "<weight index=\"" + index + "\" value=\"" + weights[k] + "\"/>";
    }
    const std::string domain = "<negotiation_template><utility_space><objective>" + domain_issues +
                               "</objective></utility_space></negotiation_template>";
    const std::string profile =
        "<utility_space><objective>" + issues + said + "</objective></utility_space>";
    return {{"d.xml", domain}, {"p.xml", profile}, {"q.xml", profile}};
}

}  // namespace

TEST_CASE("java semantics divide by the best evaluation") {
    const scenario world = parse_foreign(tests::market());
    CHECK(world.title == "market");
    CHECK(world.utilities == utility_convention::raw);
    REQUIRE(world.issues.size() == 3);
    CHECK(to_string(world.issues[0].options[1]) == "pear & plum");
    CHECK(world.issues[1].options.size() == 5);
    CHECK(world.issues[2].options.size() == 21);
    REQUIRE(world.parties.size() == 2);
    CHECK(world.parties[0].name == "buyer");
    CHECK(world.parties[0].reservation == doctest::Approx(0.25));
    const std::vector<double> fruit{1, 0.5, 0.25};
    const std::vector<double> buyer = utilities_of(world, 0);
    const std::vector<double> seller = utilities_of(world, 1);
    REQUIRE(buyer.size() == 3 * 5 * 21);
    for (std::size_t k = 0; k < buyer.size(); ++k) {
        const double price = static_cast<double>(k / 21 % 5);  // above the lower bound
        const double ripeness = static_cast<double>(k % 21) / 20;
        const double expected = 0.5 * fruit[k / 105] + 0.3 * std::max(0.0, 1 - 0.5 * price) +
                                0.2 * triangle_at(ripeness);
        CHECK(std::abs(buyer[k] - expected) < rounded);
        // The seller's best evaluation of a fruit is below 10^-5, which counts as nothing.
        CHECK(std::abs(seller[k] - (0.6 * 0.25 * price + 0.1)) < rounded);
    }
}

TEST_CASE("raw reading keeps the numbers as written") {
    const scenario world = parse_foreign(tests::market(), {.raw = true});
    const std::vector<double> fruit{4, 2, 1};
    const std::vector<double> buyer = utilities_of(world, 0);
    const std::vector<double> seller = utilities_of(world, 1);
    for (std::size_t k = 0; k < buyer.size(); ++k) {
        const double price = static_cast<double>(k / 21 % 5) + 1;
        const double ripeness = static_cast<double>(k % 21) / 20;
        CHECK(std::abs(buyer[k] - (0.5 * fruit[k / 105] + 0.3 * (1 - 0.5 * price) +
                                   0.2 * triangle_at(ripeness))) < rounded);
        const double quince = k / 105 == 2 ? 0.2e-6 : 0;
        CHECK(std::abs(seller[k] - (quince + 0.6 * 0.25 * price + 0.1)) < rounded);
    }
    CHECK_FALSE(world.parties[0].patience);
    REQUIRE(world.protocol);
    CHECK(world.protocol->discount == talks::discounting::none);
}

TEST_CASE("a discount goes by relative time and none is none") {
    const scenario world = parse_foreign(tests::market());
    REQUIRE(world.parties[0].patience);
    CHECK(world.parties[0].patience->factor == doctest::Approx(0.9));
    CHECK_FALSE(world.parties[1].patience);
    REQUIRE(world.protocol);
    CHECK(world.protocol->discount == talks::discounting::relative);
    CHECK(world.protocol->discount_no_deal);
    for (const char* none : {"-1", "0", "1", "1.5"}) {
        const auto files = tests::with_piece(tests::market(), 1, "value=\"0.9\"",
                                             std::string("value=\"") + none + "\"");
        CHECK(parse_foreign(files).protocol.value().discount == talks::discounting::none);
    }
}

TEST_CASE("how the talks run is an assumption since no file says it") {
    for (const foreign_files& files : {tests::market(), tests::boxes(), tests::walk()}) {
        const scenario world = parse_foreign(files, {.raw = true});
        CHECK(world.protocol);
        REQUIRE(world.assumptions.size() > 1);
        CHECK(world.assumptions[0].what == "protocol");
        CHECK(world.assumptions[1].what == "channel");
        CHECK(unsourced_numbers(world) == 0);
        CHECK(io::parse_scenario(io::write_scenario(world), "written.toml") == world);
    }
}

TEST_CASE("weights may stand beside the objective") {
    auto files = tests::market();
    std::string weights;
    for (const char* one :
         {"<weight index=\"1\" value=\"0.5\"/>\n", "<weight index=\"2\" value=\"0.3\"/>\n",
          "<weight index=\"3\" value=\"0.2\"/>\n"}) {
        files = tests::with_piece(files, 1, one, "");
        weights += one;
    }
    const auto beside = tests::with_piece(files, 1, "</objective>\n", "</objective>\n" + weights);
    CHECK(parse_foreign(beside) == parse_foreign(tests::market()));
    // In both places they are there twice.
    CHECK(told_that(refusal(tests::with_piece(tests::market(), 1, "</objective>\n",
                                              "</objective>\n" + weights)),
                    "an issue has one weight; got another for issue 1"));
    CHECK(told_that(refusal(files), "issue 1, 'fruit', needs a weight; got none"));
}

TEST_CASE("a grid that is not the file's is an assumption") {
    const scenario world = parse_foreign(tests::market(), {.steps = 4});
    REQUIRE(world.assumptions.size() == 3);
    CHECK(world.assumptions[0].what == "protocol");  // its clock and deadline
    CHECK(world.assumptions[2].what == "issue.ripeness.step");
    CHECK(told_that(world.assumptions[2].why, "every number from 0 to 1; 4 equal steps are read"));
    CHECK(world.issues[2].options.size() == 5);
    const scenario wide = parse_foreign(
        tests::with_piece(
            tests::with_piece(tests::market(), 0, "upperbound=\"5\"", "upperbound=\"100000\""), 1,
            "upperbound=\"5\"", "upperbound=\"100000\""),
        {.steps = 10});
    REQUIRE(wide.assumptions.size() == 4);
    CHECK(wide.assumptions[2].what == "issue.price.step");
    CHECK(told_that(wide.assumptions[2].why, "one in 10000 is read"));
    CHECK(wide.issues[1].options.size() == 10);
    CHECK(std::get<std::int64_t>(wide.issues[1].options[1]) == 10001);
}

TEST_CASE("utilities above one count as one") {
    // 0.75 + 0.5 is 1.25 for yes and yes.
    const scenario two = parse_foreign(binary({"0.75", "0.5"}));
    CHECK(utilities_of(two, 0) == std::vector<double>{0, 0.5, 0.75, 1});
    CHECK(utilities_of(parse_foreign(binary({"0.75", "0.5"}), {.raw = true}), 0) ==
          std::vector<double>{0, 1.5, 2.25, 3.75});
    CHECK(utilities_of(parse_foreign(binary({"2"})), 0) == std::vector<double>{0, 1});
    // What rounding makes of 1 is no excess.
    CHECK(parse_foreign(binary({"0.5000000000001", "0.5"})).parties[0].interactions.empty());
    const std::vector<std::string> many(20, "0.1");
    CHECK(told_that(refusal(binary(many)),
                    "p.xml:1:1: utilities above 1 count as 1, and here they reach 2: "
                    "that is a term over 20 issues, whose table has 1048576 "
                    "entries; at most 1000000 are read"));
    CHECK(refusal(binary(many), {.raw = true}) == "read");
}

TEST_CASE("boxes add their utilities where they hold") {
    const scenario world = parse_foreign(tests::boxes());
    const std::vector<double> utilities = utilities_of(world, 0);
    REQUIRE(utilities.size() == 12);
    for (int a = 0; a < 4; ++a) {
        for (int b = 0; b < 3; ++b) {
            const double sum = (a >= 1 && a <= 2 && b <= 1 ? 8 : 0) + (a >= 2 && b >= 1 ? 4 : 0) +
                               (a == 2 ? 5 : 0) + 3;
            CHECK(std::abs(utilities[static_cast<std::size_t>(3 * a + b)] - sum / 20) < rounded);
        }
    }
    CHECK(world.parties[0].interactions.size() == 1);  // one for both boxes over a and b
    CHECK(world.parties[0].reservation == doctest::Approx(0.1));
    const std::vector<double> raw = utilities_of(parse_foreign(tests::boxes(), {.raw = true}), 0);
    CHECK(std::abs(raw[7] - 20) < rounded);
}

TEST_CASE("a box whose table would be too large is refused with its size") {
    auto files = tests::boxes();
    for (std::size_t k = 0; k < 3; ++k) {
        files = tests::with_piece(std::move(files), k, "upperbound=\"3\"", "upperbound=\"999\"");
        files = tests::with_piece(std::move(files), k, "upperbound=\"2\"", "upperbound=\"1000\"");
    }
    CHECK(told_that(
        refusal(files),
        "p1.xml:5:1: the boxes of a profile fill tables of at most 1000000 entries in all; got "
        "1001000 with this one over 2 issues, which alone has 1001000"));
}

TEST_CASE("geniusweb profiles are read") {
    const scenario world = parse_foreign(tests::walk());
    REQUIRE(world.parties.size() == 2);
    CHECK(world.parties[0].name == "Ada");
    CHECK(world.parties[1].name == "second");
    CHECK(world.issues[1].options.size() == 4);
    const std::vector<double> first = utilities_of(world, 0);
    const std::vector<double> where{0.5, 1, 0};
    for (std::size_t k = 0; k < first.size(); ++k) {
        const double km = static_cast<double>(k % 4) * 0.5;
        CHECK(std::abs(first[k] - (0.75 * where[k / 4] + 0.25 * (1 - 0.4 * km))) < rounded);
    }
    CHECK(world.parties[0].reservation == doctest::Approx(0.75 * 0.5 + 0.25 * 0.8));
    CHECK(world.parties[1].reservation == doctest::Approx(0));
    CHECK(parse_foreign(tests::walk(), {.raw = true}).parties == world.parties);
    CHECK(world.assumptions.size() == 2);  // how the talks run
}

TEST_CASE("a folder of one domain and its profiles is a scenario") {
    tests::temporary_folder folder;
    for (const io::foreign_file& file : tests::market()) {
        folder.write(file.name, file.text);
    }
    folder.write("readme.txt", "neither");
    folder.write(".hidden.xml", "<utility_space>");
    folder.write("._buyer.xml", "\1");
    CHECK(io::is_foreign(folder.path()));
    CHECK(io::is_foreign(folder.path() + "/market.XML"));
    CHECK_FALSE(io::is_foreign(folder.path() + "/readme.txt"));
    CHECK_FALSE(io::is_foreign(tests::temporary_folder().path()));
    const scenario world = io::read_scenario(folder.path());
    CHECK(world.title == std::filesystem::path(folder.path()).filename().string());
    CHECK(utilities_of(world, 0) == utilities_of(parse_foreign(tests::market()), 0));
    CHECK(io::read_scenario(folder.path() + "/market.xml") == world);
    CHECK(io::read_scenario(folder.path(), {}, {.raw = true}).parties[0].reservation ==
          doctest::Approx(0.25));
    CHECK(
        io::read_scenario(folder.path(), {"party.buyer.reservation=0.5"}).parties[0].reservation ==
        doctest::Approx(0.5));
    CHECK(io::parse_scenario(io::write_scenario(world), "written.toml") == world);
    folder.write("more.toml",
                 "extends = \".\"\ntitle = \"more\"\n[[party]]\nname = \"seller\"\n"
                 "reservation = 0.125\n");
    const scenario more = io::read_scenario(folder.path() + "/more.toml");
    CHECK(more.title == "more");
    CHECK(more.parties[1].reservation == doctest::Approx(0.125));
}

TEST_CASE("a folder that is no scenario is told why") {
    const auto files = tests::market();
    CHECK(told_that(refusal({}), "got none of them"));
    CHECK(told_that(refusal({files[1], files[2]}),
                    "scenario: a scenario needs a domain; got 2 profiles"));
    CHECK(told_that(refusal({files[0], {"other.xml", files[0].text}, files[1], files[2]}),
                    "other.xml:1:1: a folder has one domain; got another beside market.xml"));
    CHECK(told_that(refusal({files[0], files[1]}),
                    "scenario: a scenario needs two profiles or more; got 'buyer.xml' alone"));
    CHECK(told_that(refusal({files[0], files[1], tests::walk()[1]}),
                    "a scenario has files of one format; got 'market.xml' and 'first.json'"));
    CHECK(told_that(
        refusal({files[0], files[1], tests::boxes()[1]}),
        "p1.xml:2:1: a profile of another domain: issue 1 of market.xml is 'fruit'; got 'a'"));
}

TEST_CASE("a document is one element of characters that XML knows") {
    const auto files = tests::market();
    const auto of_buyer = [&](const std::string& from, const std::string& to) {
        return refusal(tests::with_piece(files, 1, from, to));
    };
    const std::string end = "</utility_space>\n";
    CHECK(
        told_that(of_buyer(end, end + " <!-- x -->\n  more"),
                  "buyer.xml:24:3: cannot read XML: no text may stand after the root; got 'more'"));
    CHECK(told_that(of_buyer(end, end + "<utility_space/>"),
                    "buyer.xml:23:1: cannot read XML: a document has one root; got "
                    "'utility_space' after 'utility_space'"));
    CHECK(told_that(of_buyer("<!-- who buys -->", "text"),
                    "buyer.xml:2:1: cannot read XML: no text may stand before the root"));
    for (const char* wrong : {"&#xD800;", "&#xDFFF;", "&#x110000;", "&#4294967361;", "&#27;",
                              "&#0;", "&#xFFFE;", "&#-65;", "&#;", "&#x;", "&#65", "&#xG;"}) {
        CHECK(told_that(of_buyer("pear &amp;", std::string("pear ") + wrong),
                        "buyer.xml:8:29: &#NUMBER; or &#xNUMBER; stands for a character"));
    }
    for (const char* same : {"&#38;", "&#x26;", "&#038;"}) {
        CHECK(of_buyer("pear &amp;", std::string("pear ") + same) == "read");
    }
    CHECK(told_that(of_buyer("who buys", "who -- buys"),
                    "buyer.xml:2:10: a comment may not hold '--'; got '-- buys -->'"));
    CHECK(told_that(of_buyer("who buys -", "who buys --"), "a comment may not hold '--'"));
    CHECK(of_buyer("who buys", "who - buys") == "read");
}

TEST_CASE("entities and depths are refused") {
    const std::string bomb =
        "<!DOCTYPE z [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><utility_space/>";
    const auto files = tests::market();
    CHECK(told_that(refusal({files[0], files[1], {"bomb.xml", bomb}}),
                    "bomb.xml:1:1: a document type and its entities are not read"));
    CHECK(told_that(refusal(tests::with_piece(files, 1, "pear &amp;", "pear &and;")),
                    "buyer.xml:8:29: XML knows &amp;, &lt;, &gt;, &quot;, &apos; and &#NUMBER;"));
    std::string deep;
    for (int k = 0; k < 200'000; ++k) {
        deep += "<a>";
    }
    for (int k = 0; k < 200'000; ++k) {
        deep += "</a>";
    }
    CHECK(told_that(refusal({{"deep.xml", deep}}),
                    "deep.xml:1:97: nested too deeply; got more than 32"));
    CHECK(told_that(refusal({{"deep.json", std::string(200'000, '[')}}),
                    "deep.json:1:33: nested too deeply; got more than 32 levels"));
    CHECK(told_that(refusal({{"bad.xml", "<utility_space>\xFF</utility_space>"}}),
                    "bad.xml:1:16: the file must be UTF-8"));
}

TEST_CASE("places are those of the files whatever stands before them") {
    auto files = tests::with_piece(tests::market(), 1, "evaluation=\"2\"", "evaluation=\"two\"");
    CHECK(told_that(refusal(files),
                    "buyer.xml:8:1: the attribute 'evaluation' of item 'pear & plum' must "
                    "be a number; got 'two'"));
    files[1].text = "\xEF\xBB\xBF" + files[1].text;
    CHECK(told_that(refusal(files), "buyer.xml:8:1:"));
    auto walk = tests::with_piece(tests::walk(), 1, "\"lake\": 1", "\"lake\": \"high\"");
    CHECK(told_that(refusal(walk),
                    "first.json:3:64: the utility of 'lake' must be a number; got the word "
                    "'high'"));
    walk = tests::with_piece(tests::walk(), 1, "\"km\": 0.25", "\"km\": 0.25, \"km\": 1");
    CHECK(told_that(refusal(walk), "the key 'km' is there twice"));
}
