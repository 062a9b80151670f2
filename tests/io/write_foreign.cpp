#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/foreign_text.hpp>
#include <io/scenario_text.hpp>
#include <rapidcheck.h>
#include <support/property.hpp>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_foreign.hpp>

using namespace negotiation;
using io::parse_foreign;
using io::write_genius;
using io::write_geniusweb;

namespace {

constexpr double same_utility = 1e-11;  // ten terms, each rounded to 10^-12

double any_millionth() { return *rc::gen::inRange(0, 1'000'001) / 1e6; }

/// A scenario whose utilities are sums of one-issue terms; free ones may have any sign and size.
scenario any_additive(bool free) {
    scenario world;
    world.title = "s";
    world.utilities = utility_convention::raw;
    const auto issues = *rc::gen::inRange<std::size_t>(1, 5);
    for (std::size_t k = 0; k < issues; ++k) {
        issue of;
        of.name =
            *rc::gen::elementOf(std::vector<std::string>{"a&b", "<c>", "d \"e\"", "ü", " f"}) +
            std::to_string(k);
        const auto options = *rc::gen::inRange(1, 5);
        for (int option = 0; option < options; ++option) {
            of.options.emplace_back("o'" + std::to_string(option) + "\t&");
        }
        world.issues.push_back(of);
    }
    for (const char* name : {"Second & first", "First/second"}) {
        party who;
        who.name = name;
        who.reservation = free ? 3 - 5 * any_millionth() : any_millionth();
        double left = 1;
        for (std::size_t k = 0; k < issues; ++k) {
            const double share = k + 1 == issues ? left : left * any_millionth();
            left -= share;
            who.weights.emplace_back(world.issues[k].name,
                                     free ? 20 * any_millionth() - 10 : share);
            tabled_value values;
            for (std::size_t o = 0; o < world.issues[k].options.size(); ++o) {
                values.values.push_back(free ? 8 * any_millionth() - 4 : any_millionth());
            }
            who.values.emplace_back(world.issues[k].name, values);
        }
        world.parties.push_back(who);
    }
    return world;
}

void expect_same(const scenario& a, const scenario& b) {
    RC_ASSERT(a.issues.size() == b.issues.size());
    for (std::size_t k = 0; k < a.issues.size(); ++k) {
        RC_ASSERT(a.issues[k].name == b.issues[k].name);
        RC_ASSERT(a.issues[k].options == b.issues[k].options);
    }
    RC_ASSERT(a.parties.size() == b.parties.size());
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        const auto one = tests::utilities_of(a, i);
        const auto two = tests::utilities_of(b, i);
        RC_ASSERT(one.size() == two.size());
        for (std::size_t k = 0; k < one.size(); ++k) {
            RC_ASSERT(std::abs(one[k] - two[k]) < same_utility);
        }
        RC_ASSERT(std::abs(a.parties[i].reservation - b.parties[i].reservation) < same_utility);
    }
}

std::string refused(const std::string& text, bool web = false) {
    try {
        const scenario world = io::parse_scenario(text, "x.toml");
        static_cast<void>(web ? write_geniusweb(world) : write_genius(world));
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
    return "written";
}

bool holds_text(const std::string& text, const char* piece) {
    INFO(text);
    return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("what is written for genius is read back") {
    tests::check_always(100, [] {
        const scenario world = any_additive(false);
        expect_same(world, parse_foreign(write_genius(world).files));
        const scenario free = any_additive(true);
        expect_same(free, parse_foreign(write_genius(free, true).files, {.raw = true}));
    });
}

TEST_CASE("what is written for geniusweb is read back") {
    tests::check_always(100, [] {
        scenario world = any_additive(false);
        scenario free = any_additive(true);
        for (std::size_t i = 0; i < 2; ++i) {  // worth some deal
            const auto some = tests::utilities_of(world, i);
            world.parties[i].reservation = some[some.size() / 2];
            free.parties[i].reservation = i == 0 ? 0 : tests::utilities_of(free, i).back();
        }
        expect_same(world, parse_foreign(write_geniusweb(world).files));
        expect_same(free, parse_foreign(write_geniusweb(free, true).files));
    });
}

TEST_CASE("what is read is written and read again") {
    const scenario market = parse_foreign(tests::market());
    const io::foreign_export made = write_genius(market);
    REQUIRE(made.files.size() == 3);
    CHECK(made.files[0].name == "market.xml");
    CHECK(made.files[1].name == "buyer.xml");
    CHECK(made.left_out ==
          std::vector<std::string>{"how the talks run", "sources and assumptions"});
    const scenario again = parse_foreign(made.files);
    CHECK(again.parties[0].patience == market.parties[0].patience);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto one = tests::utilities_of(market, i);
        const auto two = tests::utilities_of(again, i);
        REQUIRE(one.size() == two.size());
        for (std::size_t k = 0; k < one.size(); ++k) {
            CHECK(std::abs(one[k] - two[k]) < same_utility);
        }
    }
    const scenario walk = parse_foreign(tests::walk());
    const scenario web = parse_foreign(write_geniusweb(walk).files);
    CHECK(web.parties[0].name == "Ada");
    CHECK(web.parties[0].reservation == doctest::Approx(walk.parties[0].reservation));
}

TEST_CASE("files are in the order of the parties") {
    scenario world = parse_foreign(tests::walk());
    std::swap(world.parties[0], world.parties[1]);
    world.parties[0].name = "a/b";
    world.parties[1].name = "A:b";
    const auto made = write_geniusweb(world);
    CHECK(made.files[1].name == "001 a_b.json");
    CHECK(made.files[2].name == "002 A_b.json");
    CHECK(parse_foreign(made.files).parties[0].name == "a/b");
}

TEST_CASE("terms that a format cannot say are named") {
    const std::string small = tests::small_text;
    CHECK(holds_text(refused(small + "[[constraint]]\nname = \"c\"\nforbid = { price = [100] }\n"),
                     "the constraint 'c' cannot be said in GENIUS XML"));
    CHECK(holds_text(refused(tests::with(small, "reservation = ",
                                         "red_lines = [{ issue = \"price\", allow = [0] }]\n"
                                         "reservation = ")),
                     "the red line on issue 'price' of party"));
    CHECK(holds_text(refused(tests::with(small, "reservation = ",
                                         "risk = { attitude = \"cara\", a = 1 }\nreservation = ")),
                     "the risk attitude of party"));
    CHECK(holds_text(refused(tests::with(small, "reservation = ",
                                         "discount = { factor = 0.9, per = \"day\" }\nreservation "
                                         "= ")),
                     "goes by the calendar"));
}
