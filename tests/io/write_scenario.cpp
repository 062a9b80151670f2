#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <io/random_scenario.hpp>
#include <io/scenario_text.hpp>
#include <rapidcheck.h>
#include <support/tiny_scenario.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;
using io::parse_scenario;
using io::write_scenario;

TEST_CASE("any scenario survives being written and read") {
    CHECK(rc::check([] {
        const scenario world = tests::any_scenario();
        for (const diagnostic& d : validate(world)) {
            RC_FAIL("the generator made an unsound scenario: " + d.path + ": " + d.message);
        }
        const std::string text = write_scenario(world);
        RC_LOG() << text;
        RC_ASSERT(parse_scenario(text, "written.toml") == world);
    }));
}

TEST_CASE("what is written is written the same again") {
    const std::string text = write_scenario(tests::tiny_scenario());
    CHECK(write_scenario(parse_scenario(text, "x.toml")) == text);
}

TEST_CASE("a scenario is written as one would by hand") {
    CHECK(write_scenario(tests::tiny_scenario()) == R"(title = "Tiny"
talks = "public"

[[issue]]
name = "colour"
kind = "categorical"
options = ["red", "blue"]
status_quo = "red"

[[issue]]
name = "price"
kind = "integer"
unit = "$"
range = [0, 100]
step = 50
status_quo = 0

[[party]]
name = "Seller"
reservation = 0.25
weights = { colour = 0.4, price = 0.6 }
values.colour = [0, 1]
values.price = { form = "power", exponent = 1, worst = 0, best = 100 }

[[party]]
name = "Buyer"
reservation = 0.25
weights = { colour = 0.4, price = 0.6 }
values.price = [1, 0.5, 0]
values_from = "Seller"

[[onlooker]]
name = "Neighbour"
reservation = 0.25
weights = { colour = 0.4, price = 0.6 }
values.colour = [0, 1]
values.price = { form = "power", exponent = 1, worst = 0, best = 100 }
)");
}

TEST_CASE("what is said of the talks is written as one would by hand") {
    scenario world = tests::tiny_scenario();
    const std::string before = write_scenario(world);
    world.protocol.emplace();
    CHECK(write_scenario(world) == before + R"(
[protocol]
kind = "alternating-offers"
rounds = 100
clock = "geniusweb"
days_per_round = 1
breakdown = 0
agreement = "unanimity"
discounting = "calendar"
discount_no_deal = true
)");
    world.protocol->more_than_quota = true;
    world.protocol->quota = 0.5;
    world.protocol->strategies = {{"Seller", "boulware(e=0.3)"}};
    world.protocol->leak_rate = 0.001;
    world.protocol->mediators = {{"Oman", "relay(delay=3)", true, "Buyer", 0.1, 0.4, "", "far"}};
    const std::string text = write_scenario(world);
    CHECK(text.substr(text.find("agreement")) == R"toml(agreement = "majority"
discounting = "calendar"
discount_no_deal = true
strategies = { Seller = "boulware(e=0.3)" }

[channel]
leak_rate = 0.001
audience_cost = 0

[[mediator]]
name = "Oman"
role = "relay(delay=3)"
chair = true
bias = 0.1
toward = "Buyer"
reservation = 0.4
note = "far"
)toml");
}

TEST_CASE("real labels keep their point") {
    scenario world = tests::tiny_scenario();
    world.issues[0].options = {4.0, std::int64_t{5}};
    world.issues[0].unit = "$";
    const std::string text = write_scenario(world);
    CHECK(text.find("options = [4.0, 5]\nstatus_quo = 4.0\n") != std::string::npos);
    CHECK(parse_scenario(text, "x.toml") == world);
}

TEST_CASE("long tables and lists are broken into lines") {
    scenario world = tests::tiny_scenario();
    world.utilities = utility_convention::raw;
    issue& wide = world.issues[0];
    wide.options.clear();
    wide.unit = "$";
    tabled_value values;
    for (std::int64_t k = 0; k < 60; ++k) {
        wide.options.emplace_back(k);
        values.values.push_back(static_cast<double>(k) / 7);
    }
    for (party* who : {&world.parties[0], &world.onlookers[0]}) {
        who->values[0].second = values;
    }
    for (int k = 0; k < 12; ++k) {
        issue more = world.issues[1];
        more.name = "another long name of an issue " + std::to_string(k);
        world.issues.push_back(more);
        world.parties[0].weights.emplace_back(more.name, 0);
    }
    const std::string text = write_scenario(world);
    CHECK(parse_scenario(text, "x.toml") == world);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        CHECK(end - begin <= 100);
        begin = end + 1;
    }
}

TEST_CASE("an unsound scenario is not written") {
    scenario world = tests::tiny_scenario();
    world.issues[0].status_quo = 7;
    CHECK_THROWS_AS(write_scenario(world), scenario_error);
    CHECK_THROWS_AS(write_scenario(scenario{}), scenario_error);
}

TEST_CASE("text that is not UTF-8 is not written") {
    scenario world = tests::tiny_scenario();
    world.note = "\xff";
    CHECK_THROWS_AS(write_scenario(world), scenario_error);
}

TEST_CASE("every bundled scenario survives being written and read") {
    for (const auto& file : std::filesystem::directory_iterator(NEGOTIATION_SCENARIO_DIR)) {
        if (file.path().extension() == ".toml") {
            CAPTURE(file.path().string());
            const scenario world = io::read_scenario(file.path().string());
            CHECK(parse_scenario(write_scenario(world), "written.toml") == world);
        }
    }
}
