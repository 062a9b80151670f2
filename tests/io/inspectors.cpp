// The section inspector of a scenario file.
#include <string>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/some_inspectors.hpp>
#include <support/some_steps.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>

using namespace negotiation;
using tests::small_text;

namespace {

const std::string inspectors_lines = R"toml(
[[step]]
name = "ship, first half"
party = "Seller"
value = { Seller = -1, Buyer = 2 }
fake = { saves = 0.5 }

[[step]]
name = "ship, second half"
party = "Seller"
value = { Seller = -1, Buyer = 2 }
fake = { saves = 0.5 }

[[inspector]]
name = "Agency"
steps = ["ship, first half", "ship, second half"]
detection = 0.6
false_alarm = 0.05
attribution = 0.9
misattribution = 0.1
others = 0.2
days = 30
cost = 1
loss = 20
budget = 3
note = "n"

[[inspector]]
name = "Neighbours"
)toml";

}  // namespace

TEST_CASE("what a file says of inspectors is read") {
    const scenario read = io::parse_scenario(small_text + inspectors_lines, "x.toml");
    CHECK(read.compliance == tests::some_inspectors());
}

TEST_CASE("inspectors are written as they are read") {
    scenario world = tests::tiny_scenario();
    world.sequence = tests::some_steps();
    world.compliance = tests::some_inspectors();
    const std::string text = io::write_scenario(world);
    CHECK(text.find("\n[[inspector]]\nname = \"Agency\"\nsteps = [\"ship, first half\", \"ship, "
                    "second half\"]\ndetection = 0.6\nfalse_alarm = 0.05\nattribution = 0.9\n"
                    "misattribution = 0.1\nothers = 0.2\ndays = 30\ncost = 1\nloss = 20\n"
                    "budget = 3\nnote = \"n\"\n\n[[inspector]]\nname = \"Neighbours\"\n") !=
          std::string::npos);
    CHECK(io::parse_scenario(text, "x.toml") == world);
}

TEST_CASE("numbers of inspectors are set by path") {
    const scenario changed =
        io::parse_scenario(small_text + inspectors_lines, "x.toml",
                           {"inspector.Agency.detection=0.75", "inspector.Agency.steps=[]",
                            "inspector.Neighbours.budget=7"});
    CHECK(changed.compliance.inspectors[0].detection == 0.75);
    CHECK(changed.compliance.inspectors[0].steps.empty());
    CHECK(changed.compliance.inspectors[1].budget == 7);
}

TEST_CASE("a file that extends another changes its inspectors by name") {
    const tests::temporary_folder folder;
    folder.write("base.toml", small_text + inspectors_lines);
    const scenario changed = io::read_scenario(
        folder.write("more.toml",
                     "extends = \"base.toml\"\n[[inspector]]\nname = \"Neighbours\"\nremove = "
                     "true\n[[inspector]]\nname = \"Agency\"\ndetection = 0.3\n"));
    CHECK(changed.compliance.inspectors.size() == 1);
    CHECK(changed.compliance.inspectors[0].detection == 0.3);
    CHECK(changed.compliance.inspectors[0].cost == 1);
}
