// The sections survival, hazard and event of a scenario file.
#include <string>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/some_hazards.hpp>
#include <support/some_steps.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>

using namespace negotiation;
using tests::small_text;

namespace {

const std::string hazard_lines = R"toml(
[[onlooker]]
name = "Neighbour"
reservation = 0.25
weights = { colour = 1 }
values_from = "Seller"

[[step]]
name = "pay"
party = "Buyer"
value = 1

[survival]
horizon = 2
per = "year"

[[hazard]]
name = "storm"
rate = 0.08
per = "month"
stages = ["talks", "implementation"]
note = "n"

[[hazard]]
name = "spite"
probability = 0.02
per = 10
spoiler = { of = "Neighbour", slope = 0.1, noise = 0.05 }
terms = [
    { if = { colour = ["blue"] }, add = 0.03 },
    { if = { colour = ["red"], price = [50] }, add = -0.01 },
]
spikes = [
    { at = "signature", add = 0.05, days_after = 30 },
    { at = "pay", add = 0.02, days_before = 5, days_after = 10 },
]
effect = { ends = 0.5, reservation = { Seller = 0.02 }, odds = { Buyer = 0.5 }, hazards = 2 }

[[event]]
name = "vote"
after = 2
per = "month"
probability = 0.4
unless = { colour = { not = ["red"] } }
effect = { odds = { Seller = 0.25 } }
)toml";

scenario with_hazards() {
    scenario world = tests::tiny_scenario();
    world.sequence = tests::some_steps();
    world.survival = tests::some_hazards();
    return world;
}

}  // namespace

TEST_CASE("what a file says of lasting is read") {
    const scenario read = io::parse_scenario(small_text + hazard_lines, "x.toml");
    CHECK(read.survival == tests::some_hazards());
    CHECK_FALSE(io::parse_scenario(small_text, "x.toml").survival);
}

TEST_CASE("hazards are written as they are read") {
    const std::string text = io::write_scenario(with_hazards());
    CHECK(text.find("\n[survival]\nhorizon = 2\nper = \"year\"\n\n[[hazard]]\nname = \"storm\"\n"
                    "rate = 0.08\nper = \"month\"\nstages = [\"talks\", \"implementation\"]\n"
                    "note = \"n\"\n") != std::string::npos);
    CHECK(text.find("effect = { ends = 0.5, reservation = { Seller = 0.02 }, odds = { Buyer = 0.5 "
                    "}, hazards = 2 }\n") != std::string::npos);
    CHECK(text.find("\n[[event]]\nname = \"vote\"\nafter = 2\nper = \"month\"\n") !=
          std::string::npos);
    CHECK(io::parse_scenario(text, "x.toml") == with_hazards());
}

TEST_CASE("a span that is no round number of periods is written to the last bit") {
    scenario world = with_hazards();
    world.survival->horizon = 3333.7 * 0.3;
    world.survival->period = 0.3;
    world.survival->events[0].days = 0.7 * 30.4375;
    CHECK(io::parse_scenario(io::write_scenario(world), "x.toml") == world);
}

TEST_CASE("what is not said of a hazard has its default") {
    const scenario read =
        io::parse_scenario(small_text +
                               "[[hazard]]\nname = \"storm\"\nrate = 1\nper = \"day\"\n[[event]]\n"
                               "name = \"vote\"\nafter = 3\nper = \"day\"\n",
                           "x.toml");
    survival::section expected;
    expected.hazards.resize(1);
    expected.hazards[0].name = "storm";
    expected.hazards[0].value = 1;
    expected.events.resize(1);
    expected.events[0].name = "vote";
    expected.events[0].days = 3;
    CHECK(read.survival == expected);
    CHECK(io::parse_scenario(small_text + "[survival]\n", "x.toml").survival ==
          survival::section{});
}

TEST_CASE("numbers of hazards are set by path") {
    const scenario changed = io::parse_scenario(
        small_text + hazard_lines, "x.toml",
        {"survival.horizon=5", "hazard.storm.rate=0.3", "hazard.spite.probability=0.04",
         "hazard.spite.spoiler.slope=0.2", "hazard.spite.terms[1].add=-0.02",
         "hazard.spite.spikes[0].days_after=60", "hazard.storm.effect.odds.Seller=0.7",
         "event.vote.after=3", "event.vote.effect.ends=0"});
    const survival::section& said = *changed.survival;
    CHECK(said.horizon == 5 * 365.25);
    CHECK(said.hazards[0].value == 0.3);
    CHECK(said.hazards[1].value == 0.04);
    CHECK(said.hazards[1].spoiler->slope == 0.2);
    CHECK(said.hazards[1].terms[1].add == -0.02);
    CHECK(said.hazards[1].spikes[0].days_after == 60);
    CHECK(said.hazards[0].effect.odds.front().second == 0.7);
    CHECK(said.events[0].days == 3 * 30.4375);
    CHECK(said.events[0].effect.ends == 0);
}

TEST_CASE("a file that extends another changes its hazards and events by name") {
    const tests::temporary_folder folder;
    folder.write("base.toml", small_text + hazard_lines);
    const scenario changed = io::read_scenario(folder.write(
        "more.toml",
        "extends = \"base.toml\"\n[survival]\nhorizon = 1\n[[hazard]]\nname = \"storm\"\n"
        "remove = true\n[[hazard]]\nname = \"spite\"\nprobability = 0.1\n[[hazard]]\n"
        "name = \"new\"\nrate = 1\nper = \"year\"\n[[event]]\nname = \"vote\"\nafter = 4\n"));
    const survival::section& said = *changed.survival;
    CHECK(said.horizon == 365.25);
    REQUIRE(said.hazards.size() == 2);
    CHECK(said.hazards[0].value == 0.1);
    CHECK(said.hazards[0].terms.size() == 2);
    CHECK(said.hazards[1].name == "new");
    CHECK(said.events[0].days == 4 * 30.4375);
}
