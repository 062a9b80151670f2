#include <cstddef>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <negotiation/question/deals.hpp>
#include <negotiation/question/gap.hpp>

#include "question/support.hpp"
#include "support/tolerance.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::near;

namespace {

gap_answer gap_at(double united_states, double iran, red_line_choice lines = {},
                  const std::string& scope = "nuclear") {
    scenario world = tests::backchannel_file();
    world.parties[0].reservation = united_states;
    world.parties[1].reservation = iran;
    gap_options options;
    options.scope = scope;
    options.red_lines = std::move(lines);
    return gap(world, options);
}

}  // namespace

// Totals from an independent enumeration; prices by hand: Iran weighs frozen assets by 0.08, of
// which the last 25 billion are a quarter, so 0.0008 a billion; the fund by 0.02, so 0.0008 a
// billion for the first ten, 0.0007 for the next and 0.0005 for the last ten.
TEST_CASE("the gap of the nuclear scope at higher reservation values") {
    const gap_answer answer = gap_at(0.58, 0.80);
    CHECK(answer.open == false);
    REQUIRE(answer.outsider.least);
    const payment_view& paid = *answer.outsider.least;
    CHECK(near(paid.total, 0.015));
    CHECK(near(paid.amounts[0], 0));
    CHECK(near(paid.amounts[1], 0.015));
    CHECK(near(paid.values[0], 0.583));
    CHECK(near(paid.values[1], 0.785));
    REQUIRE(paid.money.size() == 2);
    CHECK(paid.money[0].issue == "frozen_assets");
    CHECK(paid.money[0].beyond);
    CHECK(near(paid.money[0].total.value(), 0.015 / 0.0008, 1e-9));
    CHECK(paid.money[1].issue == "gulf_fund");
    CHECK_FALSE(paid.money[1].beyond);
    CHECK(near(paid.money[1].total.value(), 20, 1e-9));
    REQUIRE(answer.insiders.size() == 2);
    CHECK_FALSE(answer.insiders[0].least);
    CHECK(answer.insiders[0].known);
    CHECK_FALSE(answer.insiders[1].least);
    // The margins are those of the deals.
    CHECK(near(answer.parties[1].margin.value(), 0.785));
    CHECK(answer.refused.empty());
}

TEST_CASE("with a red line of its own a party can pay the other") {
    const gap_answer answer = gap_at(0.58, 0.72, {red_line_rule::of_parties, {"United States"}});
    REQUIRE(answer.outsider.least);
    CHECK(near(answer.outsider.least->total, 0.023));
    REQUIRE(answer.insiders[0].least);
    CHECK(near(answer.insiders[0].least->total, 0.029));
    CHECK_FALSE(answer.insiders[1].least);
}

TEST_CASE("no payment opens the red lines of June") {
    const gap_answer answer = gap_at(0.58, 0.62, {red_line_rule::all, {}});
    CHECK(answer.open == false);
    CHECK_FALSE(answer.outsider.least);
    CHECK(answer.outsider.known);
    CHECK_FALSE(answer.in_public.total);
    CHECK(answer.in_public.known);
    CHECK(near(answer.in_back_channel.total.value(), 0));
    REQUIRE(answer.conflicts.size() == 1);
    CHECK(answer.conflicts[0].size() == 2);
    CHECK(answer.conflicts[0][0].issue == "enrichment");
    REQUIRE(answer.bridge);
    CHECK(answer.bridge->option == option_label{std::string("consortium_iran_3pct")});
    CHECK_FALSE(answer.carrying);
}

TEST_CASE("without a gap nobody pays and reservation values have room to rise") {
    const gap_answer answer = gap_at(0.58, 0.62);
    CHECK(answer.open == true);
    for (const payer_view& who : answer.insiders) {
        REQUIRE(who.least);
        CHECK(near(who.least->total, 0));
        CHECK(who.least->money.empty());
    }
    CHECK(answer.insiders[1].party == "Iran");
    CHECK(near(answer.parties[0].margin.value(), 0.7094));
    // The Nash deal is the one to be carried out; beliefs fall short of it.
    REQUIRE(answer.carrying);
    CHECK_FALSE(answer.carrying->feasible);
    CHECK(answer.carrying->outcome.at(0).option ==
          option_label{std::string("consortium_iran_3pct")});
    REQUIRE(answer.carrying->lacks.size() == 2);
    for (const assurance_view& lack : answer.carrying->lacks) {
        CHECK(lack.belief < lack.needed);
        CHECK(lack.guarantee > 0);
        CHECK(lack.guarantee < 1);
    }
}

TEST_CASE("three states on a river lack water and not money") {
    const scenario river = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/river.toml");
    gap_options options;
    options.scope = "water";
    const gap_answer answer = gap(river, options);
    CHECK(answer.open == false);
    REQUIRE(answer.insiders.size() == 3);
    CHECK(answer.insiders[2].least);
    CHECK_FALSE(answer.insiders[0].least);
    REQUIRE(answer.outsider.least->money.size() == 1);
    const money_view& money = answer.outsider.least->money[0];
    CHECK(money.issue == "compensation");
    CHECK(money.amounts[0]);
    CHECK_FALSE(money.amounts[1]);  // compensation is nothing to the state between
    CHECK_FALSE(money.total);
    CHECK_FALSE(answer.carrying);
}

TEST_CASE("a gap that cannot be searched for is not known") {
    gap_options options;
    options.limits = {0, 0, 0};
    const gap_answer answer = gap(tests::backchannel_file(), options);
    CHECK_FALSE(answer.open);
    CHECK_FALSE(answer.outsider.known);
    CHECK(tests::says(answer.refused, "more than its budget"));
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "Whether there is a gap is not known."));
}
