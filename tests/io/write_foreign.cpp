#include <algorithm>
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

TEST_CASE("the same deals suit a party whose reservation value shifts") {
    tests::check_always(100, [] {
        scenario world = any_additive(false);
        std::vector<std::vector<double>> worth;
        for (std::size_t i = 0; i < 2; ++i) {
            worth.push_back(tests::utilities_of(world, i));
            const auto [least, most] = std::minmax_element(worth[i].begin(), worth[i].end());
            // Anywhere between the deals, which is hardly ever the worth of one.
            world.parties[i].reservation = *least + any_millionth() * (*most - *least);
        }
        const auto made = write_geniusweb(world);
        const scenario again = parse_foreign(made.files);
        for (std::size_t i = 0; i < 2; ++i) {
            const double before = world.parties[i].reservation;
            const double after = again.parties[i].reservation;
            const auto shift =
                std::find_if(made.shifted.begin(), made.shifted.end(),
                             [&](const auto& of) { return of.party == world.parties[i].name; });
            RC_ASSERT(std::abs((shift == made.shifted.end() ? before : shift->to) - after) <
                      same_utility);
            const auto read = tests::utilities_of(again, i);
            for (std::size_t k = 0; k < read.size(); ++k) {
                RC_ASSERT((worth[i][k] >= before - same_utility) ==
                          (read[k] >= after - same_utility));
            }
        }
    });
    scenario greedy = parse_foreign(tests::walk());
    greedy.parties[0].reservation = 1.25;
    try {
        static_cast<void>(write_geniusweb(greedy));
        FAIL("no deal is worth so much");
    } catch (const std::invalid_argument& wrong) {
        CHECK(holds_text(wrong.what(),
                         "no deal is worth so much, or there are too many to look for one"));
    }
}

TEST_CASE("a reservation value is found among many deals") {
    // 30 issues of two options, worth the digits of a binary number: a billion deals.
    constexpr std::size_t issues = 30;
    constexpr double all = (1 << issues) - 1;
    scenario world;
    world.title = "digits";
    world.utilities = utility_convention::raw;
    party who;
    who.name = "one";
    who.reservation = 12'345'678.5 / all;
    for (std::size_t k = 0; k < issues; ++k) {
        issue of;
        of.name = "digit " + std::to_string(k);
        of.options = {std::string("no"), std::string("yes")};
        world.issues.push_back(of);
        who.weights.emplace_back(of.name, (1 << k) / all);
        tabled_value values;
        values.values = {0, 1};
        who.values.emplace_back(of.name, values);
    }
    world.parties = {who, who};
    world.parties[1].name = "two";
    world.parties[1].reservation = 98'765'432 / all;
    const auto made = write_geniusweb(world);
    REQUIRE(made.shifted.size() == 1);
    CHECK(made.shifted[0].party == "one");
    CHECK(made.shifted[0].to == doctest::Approx(12'345'679 / all).epsilon(1e-12));
    CHECK(parse_foreign(made.files).parties[1].reservation ==
          doctest::Approx(98'765'432 / all).epsilon(1e-12));
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
