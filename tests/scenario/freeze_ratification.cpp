#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_chambers.hpp>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/ratification/passage.hpp>
#include <negotiation/ratification/passage_survey.hpp>
#include <negotiation/ratification/win_set.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>

using namespace negotiation;
using ratification::conditions;
using ratification::members;
using tests::printed;

namespace {

const scenario& two_capitals() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

const std::vector<std::string> sides{"United States", "Iran"};

outcome deal_called(const scenario& world, const std::string& name) {
    outcome deal = freeze(world).status_quo;
    for (const named_deal& d : world.deals) {
        for (std::size_t k = 0; d.name == name && k < world.issues.size(); ++k) {
            for (const auto& [issue, option] : d.outcome) {
                if (issue == world.issues[k].name) {
                    deal[k] = static_cast<option_id>(find_option(world.issues[k], option).value());
                }
            }
        }
    }
    return deal;
}

/// P(home) of a deal of the bundled scenario.
double chance(const std::string& deal, party_id side, const conditions& how,
              const std::string& alternative = {}) {
    const scenario& world = two_capitals();
    const frozen_ratification all = freeze_ratification(world, sides, alternative);
    return ratification::passage_of(all.homes[side], freeze(world).table.space,
                                    deal_called(world, deal), how)
        .probability;
}

constexpr conditions apart{members::independent, false};
constexpr conditions apart_in_public{members::independent, true};

}  // namespace

TEST_CASE("two deals of the back channel pass as an independent program says") {
    CHECK(chance("J", 0, apart) == printed(0.9998, 4));
    CHECK(chance("J", 0, apart, "treaty") == printed(0.0001, 4));
    CHECK(chance("J", 1, apart) == printed(1.0000, 4));
    CHECK(chance("N1", 0, apart) == printed(1.0000, 4));
    CHECK(chance("N1", 0, apart, "treaty") == printed(0.7654, 4));
    CHECK(chance("N1", 1, apart) == printed(1.0000, 4));
}

TEST_CASE("public red lines come back at home") {
    // enrichment in Iran: no vote of the hardliners, so 41 of 47 Democrats are needed
    CHECK(chance("N1", 0, apart_in_public) < chance("N1", 0, apart));
    CHECK(chance("N1", 0, apart_in_public, "treaty") <= 0);
    CHECK(chance("N1", 1, apart_in_public) == chance("N1", 1, apart));
}

TEST_CASE("the win-sets of the nuclear zone are those of an independent program") {
    freeze_options options;
    options.scope = "nuclear";
    const auto homes = freeze_ratification(two_capitals(), sides).homes;
    const auto found = ratification::find_win_set(freeze(two_capitals(), options), homes,
                                                  ratification::deal_range::acceptable);
    CHECK(found == ratification::win_set{6546, {5840, 6504}, 5798});
}

TEST_CASE("a chamber that follows the leader passes with him") {
    const frozen_ratification all = freeze_ratification(two_capitals(), sides);
    CHECK(all.chambers == std::vector<std::vector<std::string>>{
                              {"Senate"}, {"Majlis", "Leader", "Guardian Council"}});
    const ratification::home& iran = all.homes[1];
    CHECK(iran.chambers[2].follows == 1U);
    const problem frozen = freeze(two_capitals());
    const outcome nuclear = deal_called(two_capitals(), "N1");
    const outcome today = frozen.status_quo;
    for (const std::size_t chamber : {1U, 2U}) {
        CHECK(passage_of(iran, chamber, frozen.table.space, nuclear).probability >= 1);
        CHECK(passage_of(iran, chamber, frozen.table.space, today).probability <= 0);
    }
}

TEST_CASE("the leader takes exactly what Iran would sign") {
    freeze_options options;
    options.scope = "nuclear";
    const problem frozen = freeze(two_capitals(), options);
    const frozen_ratification all = freeze_ratification(two_capitals(), sides);
    ratification::home leader{{all.homes[1].chambers[1]}};
    const auto found = ratification::find_win_set(frozen, {leader},
                                                  ratification::deal_range::feasible, {apart, 0.5});
    std::uint64_t accepted = 0;
    ratification::survey_passages(frozen, {leader}, ratification::deal_range::feasible, apart,
                                  [&](const outcome& deal, const std::vector<double>& chances) {
                                      const bool takes = accepts(frozen.table, 1, deal);
                                      accepted += takes ? 1U : 0U;
                                      if (takes != (chances[0] > 0.5)) {
                                          FAIL_CHECK("another verdict");
                                      }
                                  });
    CHECK(found->by_home[0] == accepted);
    CHECK(accepted > 0);
}

TEST_CASE("factions weigh issues by the values of their party") {
    scenario world = tests::tiny_scenario();
    world.ratification = tests::some_chambers();
    const frozen_ratification all = freeze_ratification(world, {"Seller", "Buyer"});
    REQUIRE(all.homes.size() == 2);
    REQUIRE(all.homes[0].chambers.size() == 2);
    const ratification::chamber& board = all.homes[0].chambers[0];
    CHECK(board.decides == ratification::rule{ratification::rule_kind::quota, 4});
    REQUIRE(board.factions.size() == 2);
    const ratification::faction& owners = board.factions[0];
    CHECK(owners.votes == 5);
    // 0.7 on colour and 0.3 on price; blue at 50 is 0.7 + 0.3 / 2
    const std::vector<option_id> sizes{2, 3};
    const auto worth = [&](const ratification::faction& f, const outcome& deal) {
        return from_units(static_cast<units>(sum_of(f.utility, sizes, deal)) *
                          f.utility.scale.grain);
    };
    CHECK(tests::near(worth(owners, {1, 1}), 0.85));
    CHECK(owners.threshold == to_units(0.5L));
    // the staff have no weights: the seller's, less what the buyer's view takes of them
    const ratification::faction& staff = board.factions[1];
    CHECK(tests::near(worth(staff, {1, 1}), 0.75 * 0.7 + 0.25 * 0.7));
    CHECK(tests::near(worth(staff, {0, 2}), 0.75 * 0.6 + 0.25 * 0));
    CHECK(staff.threshold == to_units(0.25L));
    CHECK(all.homes[1].chambers.empty());
}

TEST_CASE("a faction stands by the public red lines of its party and by its own") {
    scenario world = tests::tiny_scenario();
    world.ratification = tests::some_chambers();
    world.parties[0].red_lines = {{"colour", {std::string("blue")}, true},
                                  {"price", {std::int64_t{100}}, false}};
    const auto all = freeze_ratification(world, {"Seller"});
    const auto& factions = all.homes[0].chambers[0].factions;
    REQUIRE(factions[0].red_lines.size() == 1);
    CHECK(factions[0].red_lines[0] == bargaining::line{1, {false, true, true}, false, true});
    REQUIRE(factions[1].red_lines.size() == 1);
    CHECK(factions[1].red_lines[0] == bargaining::line{0, {false, true}, true, true});
}

TEST_CASE("an alternative rule is asked for by its name") {
    scenario world = tests::tiny_scenario();
    world.ratification = tests::some_chambers();
    const auto all = freeze_ratification(world, {"Seller"}, "in doubt");
    CHECK(all.homes[0].chambers[0].decides.kind == ratification::rule_kind::unanimity);
    CHECK_THROWS_WITH_AS(freeze_ratification(world, {"Seller"}, "in dout"),
                         "no alternative rule 'in dout'; did you mean 'in doubt'? known: in doubt",
                         std::invalid_argument);
    world.ratification.chambers[0].alternatives.clear();
    CHECK_THROWS_WITH_AS(freeze_ratification(world, {"Seller"}, "x"),
                         "no alternative rule 'x': this scenario has none", std::invalid_argument);
    CHECK_THROWS_WITH_AS(freeze_ratification(tests::tiny_scenario(), {"Seller"}),
                         "ratification: this scenario has no chambers", std::invalid_argument);
}
