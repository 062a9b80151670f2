#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_chambers.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/question/ratify.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

std::string told_at_home(const ratify_options& options,
                         const std::vector<std::string>& changes = {},
                         const std::string& file = "backchannel-2025") {
    return report::render_text(describe(ratify(
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + file + ".toml", changes), options)));
}

ratify_options nuclear(const std::vector<std::string>& deals = {}) {
    ratify_options options;
    options.scope = "nuclear";
    options.deals = deals;
    options.few = 0;
    return options;
}

}  // namespace

TEST_CASE("the account says whether either leader can bring it home") {
    const std::string text = told_at_home(nuclear());
    CHECK(says(text,
               "Likeliest of these deals, nash passes in both homes with a probability of "
               "0.9945, and with 0.9213 if"));
    CHECK(says(text, "The least likely to ratify is Senate (United States), 0.9962."));
    CHECK(says(text, "Senate United States unless 60 of 100 against"));
    CHECK(says(text, "Majlis Iran 146 of 290 in favour"));
    CHECK(says(text, "Leader Iran one person"));
    CHECK(says(text, "Guardian Council Iran as Leader"));
    CHECK(says(text, "The same deal as nash."));
    CHECK(says(text, "No vote has to be won"));
    CHECK(says(text, "These set the homes against each other: enrichment,"));
    CHECK(says(text, "Israel: the deal is worth 0.6665 to it, not below the 0.6500"));
    CHECK(says(text, "It strikes (Israel) with a probability of 0.0618 a month"));
    CHECK(says(text, "efficient off 26 26 22 22"));
    CHECK(says(text, "The talks are secret"));
}

TEST_CASE("what is lacking has a price unless red lines forbid it") {
    ratify_options treaty = nuclear({"N1"});
    treaty.alternative = "treaty";
    const std::string text = told_at_home(treaty);
    CHECK(says(text,
               "Senate: the cheapest 67 votes are 47 Democrats and 20 US hardliners (each "
               "lacks 0.0050); 0.1000 of value in all."));
    CHECK(says(text, "Chambers decide by 'treaty' where they can."));
    treaty.talks = publicity::open;
    const std::string aloud = told_at_home(treaty);
    CHECK(says(aloud, "Senate: red lines leave too few votes to carry it at any price."));
    CHECK(says(aloud, "The talks are public"));
    CHECK(says(aloud, "Not every party would sign it"));
}

TEST_CASE("a surge is told with where it ends") {
    ratify_options options = nuclear({"N1"});
    options.surge = {"US hardliners", "Majlis hardliners"};
    const std::string text = told_at_home(options);
    CHECK(
        says(text, "Public red lines on: no deal is left once US hardliners have 60% of Senate."));
    CHECK(says(text, "Public red lines off: some deal is left however far they grow."));
    CHECK(says(text, "53%*"));
    options.surge = {"Majlis hardliners"};
    CHECK(says(told_at_home(options), "deals left"));
    CHECK(says(told_at_home(options, {}, "hardliner-surge"), "no deal is left at any share"));
}

TEST_CASE("homes without a deal have nothing to vote on") {
    scenario world = tests::backchannel_file();
    world.deals.clear();
    ratify_options options = nuclear();
    options.talks = publicity::open;
    const std::string text = report::render_text(describe(ratify(world, options)));
    CHECK(says(text, "There is no deal to bring home."));
    CHECK(says(text, "Note: There is no Nash deal"));
    CHECK(says(told_at_home(nuclear({"enrichment=zero"})), "it breaks a constraint"));
}

namespace {

/// A board that wants more than the deal gives, and a buyer whom nobody at home asks.
scenario one_home() {
    scenario world = tests::tiny_scenario();
    world.ratification = tests::some_chambers();
    world.ratification.factions[0].threshold = 0.25;
    return world;
}

std::string told_of_one_home(const scenario& world) {
    ratify_options options;
    options.deals = {"colour=red,price=50"};
    return report::render_text(describe(ratify(world, options)));
}

}  // namespace

TEST_CASE("a home without a chamber is not called one that ratifies") {
    const std::string text = told_of_one_home(one_home());
    CHECK(says(text, "passes in the home of Seller with a probability of"));
    CHECK(says(text, "Buyer has no chamber in this file: whatever is signed passes there."));
    CHECK(says(text, "no chamber"));
    CHECK_FALSE(says(text, "both homes"));
    CHECK_FALSE(says(told_at_home(nuclear()), "no chamber"));
}

TEST_CASE("a change that helps at home is no advice where a party would refuse it") {
    scenario world = one_home();
    const std::string text = told_of_one_home(world);
    CHECK(says(text, "A change of colour would help at home and hurt nowhere."));
    CHECK(says(text,
               "A change of price would help at home, but every such change is one that a "
               "party at the table would refuse."));
    CHECK(says(text, "price from 50 to 100, but Buyer would refuse it: -0.2500 against no deal."));
    CHECK_FALSE(says(text, "colour from red to blue, but"));
    world.parties[1].reservation = 0;
    CHECK(says(told_of_one_home(world), "Every party finds each of these no worse than no deal."));
    world.parties[1].red_lines = {{"price", {std::int64_t{0}, std::int64_t{50}}, true}};
    world.talks = publicity::open;
    CHECK(says(told_of_one_home(world), "Buyer would refuse it: it crosses a red line"));
    world.parties[0].reservation = 0.95;
    CHECK(says(told_of_one_home(world), "None of them would be signed:"));
}
