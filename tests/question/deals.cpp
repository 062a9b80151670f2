#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/value.hpp>

#include "question/support.hpp"
#include "support/tolerance.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;

namespace {

deals_answer asked_under(red_line_choice lines, const std::string& scope = "nuclear") {
    deals_options options;
    options.scope = scope;
    options.red_lines = std::move(lines);
    return deals(tests::backchannel_file(), options);
}

bool worth(const std::optional<solution_view>& fair, double first, double second) {
    return fair && near(fair->utilities[0], first) && near(fair->utilities[1], second);
}

std::string text_of(const deals_answer& answer, bool whole_frontier = false) {
    return report::render_text(describe(answer, whole_frontier));
}

}  // namespace

// The four rows come from an independent enumeration of every deal.

TEST_CASE("the nuclear scope without red lines") {
    const deals_answer answer = asked_under({red_line_rule::none, {}});
    CHECK(answer.raw == 350000);
    CHECK(answer.feasible == 161700);
    CHECK(answer.zone.count == outcome_count{6546});
    CHECK(worth(answer.solutions.nash, .6470, .7050));
    CHECK(near(answer.solutions.nash->objective, .005695));
    CHECK(worth(answer.solutions.kalai_smorodinsky, .6470, .7050));
    CHECK(near(answer.solutions.egalitarian->objective, .0730));
    CHECK(answer.solutions.nash->outcome[0].option ==
          option_label{std::string("consortium_iran_3pct")});
}

TEST_CASE("the nuclear scope with the red line of the United States") {
    const deals_answer answer = asked_under({red_line_rule::of_parties, {"United States"}});
    CHECK(answer.zone.count == outcome_count{103});
    CHECK(worth(answer.solutions.nash, .6634, .6730));
    CHECK(answer.solutions.nash->objective == tests::printed(.004420, 6));
    CHECK(worth(answer.solutions.kalai_smorodinsky, .6634, .6730));
    CHECK(near(answer.solutions.egalitarian->objective, .0590));
}

TEST_CASE("the nuclear scope with the red lines of Iran") {
    const deals_answer answer = asked_under({red_line_rule::of_parties, {"Iran"}});
    CHECK(answer.zone.count == outcome_count{6443});
    CHECK(worth(answer.solutions.nash, .6470, .7050));
    CHECK(near(answer.solutions.nash->objective, .005695));
    CHECK(worth(answer.solutions.kalai_smorodinsky, .6420, .7070));
    CHECK(near(answer.solutions.egalitarian->objective, .0730));
}

TEST_CASE("all public red lines leave nothing in any scope") {
    for (const std::string scope : {"nuclear", "comprehensive", ""}) {
        const deals_answer answer = asked_under({red_line_rule::all, {}}, scope);
        CHECK(answer.zone.count == outcome_count{0});
        CHECK(answer.zone.empty == true);
        CHECK(answer.frontier.size() == 0);
        CHECK_FALSE(answer.solutions.nash);
        CHECK_FALSE(answer.solutions.utilitarian);
    }
}

TEST_CASE("both channels are counted whatever binds") {
    for (const red_line_rule rule : {red_line_rule::as_written, red_line_rule::all}) {
        const deals_answer answer = asked_under({rule, {}});
        CHECK(answer.in_public.count == outcome_count{0});
        CHECK(answer.in_back_channel.count == outcome_count{6546});
    }
}

TEST_CASE("the comprehensive scope") {
    const deals_answer answer = asked_under({}, "comprehensive");
    CHECK(answer.raw == 89600000);
    CHECK(answer.feasible == 29299200);
    CHECK(answer.zone.count == outcome_count{3172094});
    CHECK(worth(answer.solutions.nash, .6890, .7515));
    CHECK(answer.issues.size() == 12);
}

// By hand: of 25 ways to share peel and juice by quarters nine leave both cooks 0.4 or more. The
// whole peel for the one and all the juice for the other is best in every sense; a half of each
// for both is what it improves on.
TEST_CASE("two cooks and one orange") {
    const scenario orange = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/orange.toml");
    const deals_answer answer = deals(orange);
    CHECK(answer.feasible == outcome_count{25});
    CHECK(answer.zone.count == outcome_count{9});
    CHECK(answer.frontier.size() == 5);
    for (const auto& fair : {answer.solutions.nash, answer.solutions.kalai_smorodinsky,
                             answer.solutions.egalitarian, answer.solutions.utilitarian}) {
        REQUIRE(fair);
        CHECK(worth(fair, .8, .8));
        CHECK(fair->outcome == draft{{"peel", std::int64_t{100}}, {"juice", std::int64_t{0}}});
    }
    CHECK(near(answer.solutions.nash->objective, .16));
    const valued_deal half = value(orange, {"half each"}).deals.at(0);
    CHECK(near(half.parties[0].utility, .5));
    CHECK(near(half.parties[1].utility, .5));
    REQUIRE(half.dominated_by);
    CHECK(near(half.dominated_by->utilities[0], .8));
    CHECK(near(half.dominated_by->utilities[1], .8));
}

TEST_CASE("what stands in the way is the pair of lines on enrichment and a consortium the bridge") {
    const deals_answer answer = asked_under({});
    REQUIRE(answer.conflicts.size() == 1);
    REQUIRE(answer.conflicts[0].size() == 2);
    CHECK(answer.conflicts[0][0].party == "United States");
    CHECK(answer.conflicts[0][1].party == "Iran");
    CHECK(answer.conflicts[0][1].issue == "enrichment");
    REQUIRE(answer.bridge);
    CHECK(answer.bridge->line.party == "United States");
    CHECK(answer.bridge->option == option_label{std::string("consortium_iran_3pct")});
    CHECK(near(answer.bridge->nash.utilities[0], .6470));
}

TEST_CASE("margins are above the reservation values exactly when there is a deal") {
    const deals_answer open = asked_under({});
    for (const party_view& who : open.parties) {
        CHECK(who.no_deal.assumed);
        REQUIRE(who.margin);
        CHECK(*who.margin >= who.no_deal.value);
    }
}

TEST_CASE("the status quo and the onlooker are told") {
    const deals_answer answer = asked_under({});
    CHECK(near(answer.parties[0].status_quo, .238));
    CHECK(near(answer.parties[1].status_quo, .526));
    REQUIRE(answer.onlookers.size() == 1);
    CHECK_FALSE(answer.onlookers[0].content);
    CHECK(near(answer.solutions.nash->onlookers[0].utility, .6665));
    CHECK(answer.solutions.nash->onlookers[0].content);
    CHECK(answer.solutions.nash->reported[0].name == "breakout_months");
    CHECK(answer.assumed_numbers > 0);
}

TEST_CASE("an onlooker with a seat bargains too") {
    deals_options options;
    options.scope = "nuclear";
    options.seats = {"Israel"};
    const deals_answer answer = deals(tests::backchannel_file(), options);
    REQUIRE(answer.parties.size() == 3);
    CHECK(answer.onlookers.empty());
    CHECK(*answer.zone.count < 6546);
    CHECK(answer.solutions.nash->utilities.size() == 3);
}

TEST_CASE("a party of greater power gets more of the Nash deal") {
    deals_options options;
    options.scope = "nuclear";
    options.powers = {{"Iran", 3.0}};
    const deals_answer strong = deals(tests::backchannel_file(), options);
    CHECK(strong.solutions.nash->utilities[1] > .7050);
    CHECK(strong.powers.size() == 2);
    options.powers = {{"Irn", 3.0}};
    CHECK_THROWS_WITH_AS(
        deals(tests::backchannel_file(), options),
        "power: no party 'Irn' at the table; did you mean 'Iran'? known: United States, Iran",
        std::invalid_argument);
    options.powers = {{"Iran", 0.0}};
    CHECK_THROWS_WITH_AS(deals(tests::backchannel_file(), options),
                         "power: the power of 'Iran' must be a number above 0; got 0",
                         std::invalid_argument);
}

TEST_CASE("lotteries are never worse than deals") {
    deals_options options;
    options.scope = "nuclear";
    options.lotteries = true;
    const deals_answer answer = deals(tests::backchannel_file(), options);
    REQUIRE(answer.lotteries);
    REQUIRE(answer.lotteries->nash);
    CHECK(answer.lotteries->nash->objective >= answer.solutions.nash->objective - 1e-12);
    CHECK(answer.lotteries->egalitarian->objective >=
          answer.solutions.egalitarian->objective - 1e-12);
}

TEST_CASE("every engine gives the same answer") {
    for (const deal::engine method :
         {deal::engine::table, deal::engine::stream, deal::engine::eliminate}) {
        deals_options options;
        options.scope = "nuclear";
        options.method = method;
        const deals_answer answer = deals(tests::backchannel_file(), options);
        CHECK(worth(answer.solutions.nash, .6470, .7050));
        CHECK(answer.in_public.empty == true);
        CHECK(answer.in_back_channel.empty == false);
    }
}

TEST_CASE("a scenario whose reservation values clash says that red lines are not to blame") {
    scenario world = tests::backchannel_file();
    world.parties[0].reservation = 0.95;
    deals_options options;
    options.scope = "nuclear";
    const deals_answer answer = deals(world, options);
    CHECK(answer.empty_without_red_lines);
    CHECK_FALSE(answer.bridge);
    REQUIRE(answer.parties[0].margin);
    CHECK(*answer.parties[0].margin < 0.95);
    const std::string text = text_of(answer);
    CHECK(tests::says(text, "none of 161,700 feasible deals suits both parties"));
    CHECK(tests::says(text, "Not red lines"));
    CHECK(tests::says(text, "would have to fall from 0.9500"));
}
