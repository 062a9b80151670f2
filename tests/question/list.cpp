#include <string>

#include <doctest/doctest.h>
#include <support/some_steps.hpp>
#include <support/some_talks.hpp>

#include <negotiation/question/list.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("everything that can be named is listed") {
    const list_answer answer = list(tests::backchannel_file());
    REQUIRE(answer.issues.size() == 12);
    CHECK(answer.issues[1].name == "leu_stock");
    CHECK(answer.issues[1].status_quo == option_label{std::int64_t{9248}});
    CHECK(answer.parties[1].red_lines.size() == 2);
    CHECK(answer.onlookers[0].name == "Israel");
    CHECK(answer.scopes[0].name == "nuclear");
    CHECK(answer.deals[0].clauses.size() == 8);
    CHECK(answer.constraints.size() == 4);
    CHECK(answer.reported[0] == "breakout_months");
    CHECK(answer.protocol->rounds == 24);
    CHECK(answer.parties[0].patience == discount{0.985, 30.4375});
    CHECK(!answer.onlookers[0].patience);
    CHECK(answer.sources.size() > 5);
    CHECK(answer.assumptions.size() > 5);
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "worth 0.985 after a month."));
    CHECK(tests::says(text, "Illustrative. Weights, values"));
    CHECK(tests::says(text, "jcpoa: Joint Comprehensive Plan of Action"));
    CHECK(tests::says(text, "party.*.weights: How much each issue counts"));
    CHECK(tests::says(text, "leu_stock [kg]: 0, 300, 1000, 4000, 9248; today 9248."));
    CHECK(tests::says(text, "public red line: enrichment only zero or consortium_abroad"));
}

TEST_CASE("what is said of the talks is listed") {
    const std::string text = report::render_text(describe(list(tests::backchannel_file())));
    CHECK(tests::says(text, "alternating-offers, at most 24 rounds of 15 days; everybody must"));
    CHECK(tests::says(text, "Iran plays boulware(e=0.25,offer=best,model=frequency)."));
    CHECK(tests::says(text, "leak at a rate of 0.001 a day; failing in public costs 0.05."));
    CHECK(tests::says(text,
                      "Qatar mediates in the chair: escrow(payment=assets,capacity=6,noise=0.05,"
                      "delay=3)."));
    CHECK(tests::says(text, "leans to Iran by 0.1."));
    scenario world = tests::backchannel_file();
    world.protocol = tests::some_talks();
    world.protocol->breakdown = 0.1;
    const std::string other = report::render_text(describe(list(world)));
    CHECK(tests::says(other, "each the last with probability 0.1; more than half of the votes"));
    CHECK(tests::says(other, "Seller has 2 votes; Neighbour has 1 vote; not without Buyer."));
    CHECK(tests::says(other, "withdraws below 0.25."));
    world.protocol.reset();
    CHECK_FALSE(tests::says(report::render_text(describe(list(world))), "mediates"));
}

TEST_CASE("what is said of carrying out is listed") {
    const list_answer answer = list(tests::backchannel_file());
    REQUIRE(answer.sequence.has_value());
    CHECK(answer.sequence->steps.size() == 11);
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text, "stock: by Iran; leu_stock; after inspection; 90 days."));
    CHECK(tests::says(text,
                      "relief, first half: by United States; 0.5 of sanctions_relief; 30 days."));
    scenario world = tests::backchannel_file();
    world.sequence = tests::some_steps();
    world.sequence->steps[0].days = 1;
    const std::string other = report::render_text(describe(list(world)));
    CHECK(tests::says(other, "pay: by Buyer; 1 day."));
    CHECK(tests::says(other, "thank: by Buyer."));
    CHECK(tests::says(other, "as agreed: pay, ship, first half, thank and ship, second half."));
    CHECK(tests::says(other,
                      "payment first: ship, first half after pay; thank after pay; in the "
                      "order as agreed."));
    CHECK(tests::says(other,
                      "nothing comes back: a collapse undoes 0 of every step; completion is "
                      "worth something else."));
    world.sequence->variants[0] = {};
    world.sequence->variants[0].name = "same";
    CHECK(tests::says(report::render_text(describe(list(world))), "same: nothing is changed."));
    world.sequence->tranches = tests::some_tranches();
    CHECK(
        tests::says(report::render_text(describe(list(world))),
                    "uranium against oil waivers: a unit costs 0.5 and is worth 1; a belief of 0.1 "
                    "before the first; 0.95 of the whole; an untrustworthy other defects on each "
                    "with 0.3; 30 days each; shocks at a rate of 0.02 in 30 days."));
    world.sequence->tranches->hazard->period = 7;
    CHECK(tests::says(report::render_text(describe(list(world))), "a rate of 0.02 a week."));
    world.sequence.reset();
    CHECK_FALSE(tests::says(report::render_text(describe(list(world))), "Steps"));
}

TEST_CASE("who has to ratify is listed") {
    const list_answer answer = list(tests::backchannel_file());
    CHECK(answer.ratification.chambers.size() == 4);
    const std::string text = report::render_text(describe(answer));
    CHECK(tests::says(text,
                      "Senate (of United States): unless 60 votes are against; US hardliners "
                      "53 and Democrats 47; or by treaty: 67 votes in favour; 60 days after "
                      "signature."));
    CHECK(tests::says(text, "Leader (of Iran): one person; Leader 1; 30 days"));
    CHECK(tests::says(text, "Guardian Council (of Iran): decides as Leader; 31 days"));
    scenario world = tests::backchannel_file();
    world.ratification.chambers[0].decides = {ratification::rule_kind::unanimity, 0};
    CHECK(tests::says(report::render_text(describe(list(world))), "all of its votes; US hard"));
    world.ratification = {};
    CHECK_FALSE(tests::says(report::render_text(describe(list(world))), "Who ratifies"));
}

TEST_CASE("a long list of options is cut in the middle") {
    scenario world;
    world.title = "grid";
    issue grid;
    grid.name = "price";
    for (std::int64_t k = 0; k <= 100; ++k) {
        grid.options.emplace_back(k);
    }
    world.issues.push_back(grid);
    const std::string text = report::render_text(describe(list(world)));
    CHECK(tests::says(text, "price: 0, 1, 2, 3, 4, 5, …, 100; today 0."));
}

TEST_CASE("files at hand are a table and a bad one says what is wrong") {
    const std::string text = report::render_text(
        describe(std::vector<listed_file>{{"river", "A river", ""}, {"bad", "", "no title"}}));
    CHECK(tests::says(text, "river"));
    CHECK(tests::says(text, "(no title)"));
    CHECK(tests::says(report::render_text(describe(std::vector<listed_file>{})), "No scenarios"));
}
