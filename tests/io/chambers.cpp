// The sections chamber and faction of a scenario file.
#include <string>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/some_chambers.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>

using namespace negotiation;
using tests::small_text;

namespace {

const std::string chambers_lines = R"toml(
[[chamber]]
name = "Board"
party = "Seller"
seats = 6
rule = "quota"
quota = 4
alternatives = [{ name = "in doubt", rule = "unanimity" }]
days = 60
note = "n"

[[chamber]]
name = "Auditors"
party = "Seller"
follows = "Board"
days = 90

[[faction]]
name = "Owners"
chamber = "Board"
size = 5
weights = { colour = 0.7, price = 0.3 }
threshold = 0.5
noise = 0.05
shock = 0.02
red_lines = [{ issue = "price", allow = { at_least = 50 } }]

[[faction]]
name = "Staff"
chamber = "Board"
ally = { name = "Buyer", weight = 0.25 }
public_red_lines = true
)toml";

}  // namespace

TEST_CASE("what a file says of homes is read") {
    const scenario read = io::parse_scenario(small_text + chambers_lines, "x.toml");
    CHECK(read.ratification == tests::some_chambers());
}

TEST_CASE("homes are written as they are read") {
    scenario world = tests::tiny_scenario();
    world.ratification = tests::some_chambers();
    const std::string text = io::write_scenario(world);
    CHECK(text.find(
              "\n[[chamber]]\nname = \"Board\"\nparty = \"Seller\"\nseats = 6\nrule = "
              "\"quota\"\nquota = 4\nalternatives = [\n    { name = \"in doubt\", rule = "
              "\"unanimity\" },\n]\n"
              "days = 60\nnote = \"n\"\n\n[[chamber]]\nname = \"Auditors\"\nparty = \"Seller\"\n"
              "follows = \"Board\"\ndays = 90\n") != std::string::npos);
    CHECK(io::parse_scenario(text, "x.toml") == world);
}

TEST_CASE("what is not said of a faction has its default") {
    const scenario read = io::parse_scenario(
        small_text +
            "[[chamber]]\nname = \"Chief\"\nparty = \"Buyer\"\nrule = \"leader\"\n"
            "[[faction]]\nname = \"herself\"\nchamber = \"Chief\"\n",
        "x.toml");
    ratification::written_faction expected;
    expected.name = "herself";
    expected.chamber = "Chief";
    CHECK(read.ratification.factions.front() == expected);
}

TEST_CASE("numbers of homes are set by path") {
    const scenario changed = io::parse_scenario(
        small_text + chambers_lines, "x.toml",
        {"chamber.Board.seats=8", "chamber.Board.quota=6", "faction.Owners.size=7",
         "faction.Owners.weights.colour=0.6", "faction.Owners.weights.price=0.4",
         "faction.Owners.ally.name=Buyer", "faction.Owners.ally.weight=0.5",
         "chamber.Board.alternatives[0].name=sure", "chamber.Auditors.days=30"});
    CHECK(changed.ratification.chambers[0].decides.quota == 6);
    CHECK(changed.ratification.factions[0].size == 7);
    CHECK(changed.ratification.factions[0].friend_abroad == ratification::ally{"Buyer", 0.5});
    CHECK(changed.ratification.chambers[0].alternatives[0].name == "sure");
    CHECK(changed.ratification.chambers[1].days == 30);
}

TEST_CASE("a file that extends another changes its chambers and factions by name") {
    const tests::temporary_folder folder;
    folder.write("base.toml", small_text + chambers_lines);
    const scenario changed = io::read_scenario(
        folder.write("more.toml",
                     "extends = \"base.toml\"\n[[chamber]]\nname = \"Auditors\"\nremove = true\n"
                     "[[chamber]]\nname = \"Board\"\nseats = 8\n"
                     "[[faction]]\nname = \"Staff\"\nsize = 3\n"));
    CHECK(changed.ratification.chambers.size() == 1);
    CHECK(changed.ratification.factions[1].size == 3);
    CHECK(changed.ratification.factions[1].public_lines);
}
