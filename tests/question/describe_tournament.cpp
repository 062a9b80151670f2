#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/tournament.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

const tournament_answer& played() {
    static const tournament_answer answer =
        tournament({io::read_scenario(NEGOTIATION_SCENARIO_DIR "/orange.toml")},
                   {.strategies = {"hardliner", "boulware", "conceder"}, .seed = 4});
    return answer;
}

std::string told(const tournament_answer& answer) { return report::render_text(describe(answer)); }

}  // namespace

TEST_CASE("the account begins with the ranking") {
    const std::string text = told(played());
    CHECK(tests::says(text, "Tournament of 3 strategies on 1 scenario"));
    CHECK(tests::says(text, "9 negotiations: every strategy in every seat"));
    CHECK(tests::says(text, "at most 100 rounds, clock geniusweb, seed 4."));
    const std::size_t first = text.find("     1  boulware");
    CHECK(first != std::string::npos);
    CHECK(text.find("hardliner") > first);
    CHECK(tests::says(text, "against that of the column, the best first: 1 2 3"));
    CHECK(tests::says(text, "1 boulware "));
    CHECK(tests::says(text, "3 hardliner "));
    CHECK_FALSE(tests::says(text, "faults"));
    CHECK_FALSE(tests::says(text, "Seats are fixed"));
    CHECK(tests::says(text, "Baker"));
    CHECK_FALSE(tests::says(text, "broken"));
    CHECK_FALSE(tests::says(text, "mediator"));
}

TEST_CASE("what is out of the ordinary is told") {
    tournament_answer answer = played();
    answer.complete = false;
    answer.matches = 5;
    answer.rotate = false;
    answer.breakdown = 0.01;
    answer.repeats = 3;
    answer.scope = "fruit";
    answer.faults = 7;
    answer.broken.assign(6, {"conceder", "Two cooks", "lost its papers", 2, 3, {}, "Baker", 0});
    answer.complete_information = {"boulware"};
    answer.scenarios[0].has_rules = true;
    answer.scenarios[0].result.refused = "Too large.";
    std::string text = told(answer);
    CHECK(tests::says(text, "Stopped after 5 of 9 negotiations"));
    CHECK(tests::says(text, "3 times on each scenario (scope fruit)"));
    CHECK(tests::says(text, "break down with probability 0.01"));
    CHECK(tests::says(text, "7 negotiations were broken by a strategy"));
    CHECK(tests::says(text,
                      "conceder on Two cooks, twice: lost its papers (first as Baker, before "
                      "the talks began)"));
    CHECK(tests::says(text, "and 1 more"));
    CHECK(tests::says(text,
                      "0.01. Seats are fixed: who sits where follows the order of the list, and "
                      "ranks hang on it; without --fixed-seats everybody sits everywhere."));
    CHECK(tests::says(text, "hangs on every order of seats; it is told without --fixed-seats."));
    CHECK_FALSE(tests::says(text, "If everybody may choose"));
    CHECK_FALSE(tests::says(text, "together product regret"));
    CHECK(tests::says(text, "boulware reads the others' true preferences"));
    CHECK(tests::says(text, "does not read it"));
    CHECK(tests::says(text, "no distances. Too large."));
    answer.broken_left_out = 1234;
    answer.broken[0].others = {"lost its pen", "lost its way", "lost its mind"};
    answer.broken[0].strategy = answer.broken[0].party = "";
    answer.broken[0].mediator = "relay";
    text = told(answer);
    CHECK(tests::says(text, "7 negotiations were broken by a strategy or a mediator"));
    CHECK(tests::says(text,
                      "relay on Two cooks, twice: lost its papers (first before the talks "
                      "began); also: lost its pen; also: lost its way; and 1 more message"));
    CHECK(tests::says(text, "and 1,235 more"));
}

TEST_CASE("large matrices and missing numbers are left out") {
    tournament_answer answer = played();
    CHECK(tests::says(told(answer), "against that of the column"));
    laboratory::standing nobody;
    nobody.name = "nobody";
    nobody.rank = 4;
    answer.strategies.push_back(nobody);
    answer.mediators.push_back(nobody);
    for (auto& row : answer.pairs) {
        row.emplace_back();
    }
    answer.pairs.emplace_back(4);
    std::string text = told(answer);
    CHECK(tests::says(text, "4 nobody - - - - - - -"));
    CHECK(tests::says(text, "What stands between the parties: rank mediator"));
    CHECK(tests::says(text, "4 nobody - - - - -"));
    CHECK(tests::says(text, "once on each scenario, under each of 2 ways of talking. Alternating"));
    answer.mediators.erase(answer.mediators.begin());
    CHECK(tests::says(told(answer), "Alternating offers over nobody, at most 100 rounds"));
    CHECK_FALSE(tests::says(told(answer), "What stands between"));
    answer.strategies.resize(11, nobody);
    text = told(answer);
    CHECK_FALSE(tests::says(text, "against that of the column"));
    CHECK(
        tests::says(text, "is left out here: 11 strategies are more than the 10 that fit a line"));
}

TEST_CASE("faults are a column where there are any") {
    tournament_answer answer = played();
    answer.strategies[2].faults = 1234;
    const std::string text = told(answer);
    CHECK(tests::says(text, "to Nash faults"));
    CHECK(tests::says(text, "1,234"));
    CHECK(tests::says(text, "Strategies that broke negotiations rank after all that broke none"));
}

TEST_CASE("long names break a table in two") {
    tournament_answer answer = played();
    const std::string name = "time-dependent(accept=next,e=0.123456,k=0.1)";
    answer.strategies[0].name = name;
    answer.strategies[1].rank = answer.strategies[2].rank = 1;  // a tie needs names in every part
    const std::string text = told(answer);
    CHECK(tests::says(text, "rank strategy utility 95 % advantage ---"));
    CHECK(tests::says(text, "rank strategy agreed rounds to Pareto to Nash ---"));
    std::size_t rows = 0;
    for (std::size_t at = text.find("  " + name); at != std::string::npos;
         at = text.find("  " + name, at + 1)) {
        ++rows;
    }
    CHECK(rows >= 4);  // both parts, what was gained, who survives
}

TEST_CASE("where scales differ the ranking is by advantage and says so") {
    tournament_answer answer = played();
    CHECK_FALSE(tests::says(told(answer), "ranks are by advantage"));
    answer.ranked_by = laboratory::ranked_by::advantage;
    answer.strategies[0].advantage_low = 0.125;
    answer.strategies[0].advantage_high = 0.375;
    const std::string text = told(answer);
    CHECK(tests::says(text,
                      "What seats can get differs too much for utilities to be added up: ranks are "
                      "by advantage, and means in utility, distances among them, are left out."));
    CHECK(tests::says(text, "rank strategy advantage 95 % agreed rounds ---"));
    CHECK(tests::says(text, "and ends where advantages do."));
    CHECK(tests::says(text, "0.1250 to 0.3750"));
    CHECK(tests::says(text,
                      "The advantage that the strategy of the row got, on average, against "
                      "that of the column, the best first:"));
}

TEST_CASE("who did better than those that rank before it is told") {
    tournament_answer answer = played();
    CHECK_FALSE(tests::says(told(answer), "In the same places"));
    const std::string one = answer.strategies[0].name;
    const std::string two = answer.strategies[1].name;
    answer.told_apart.all = {{0, 1, -0.5, 9, 9, 0.01, 0.01, true, true}};
    CHECK(tests::says(told(answer), "In the same places " + two + " got more than " + one +
                                        ", though it ranks behind: ranks count what only one of "
                                        "two played as well"));
    answer.told_apart.all.push_back({0, 2, 0.5, 9, 9, 0.01, 0.01, true, true});
    CHECK(tests::says(told(answer), "though they rank behind"));
}

TEST_CASE("what is unknown of a game of choosing is said") {
    tournament_answer answer = played();
    answer.meta_game.replicator.all.clear();
    answer.meta_game.replicator.unsettled.share = 1;
    answer.meta_game.resamples = 100;
    answer.meta_game.survive.assign(answer.strategies.size(), {});
    answer.meta_game.equilibria.complete = false;
    answer.meta_game.survival_complete = false;
    answer.meta_game.equilibria.all.resize(1);
    answer.meta_game.equilibria.all[0].under_replicator = laboratory::stability::neutral;
    const std::string text = told(answer);
    CHECK(tests::says(text, "the linear terms do not tell what populations that copy success do"));
    CHECK(tests::says(text, answer.strategies[0].name + " - "));
    CHECK(tests::says(text, "100.0 % of them came to no rest in 1,000 steps"));
    CHECK(tests::says(text, "There may be mixed equilibria that were not found"));
    CHECK(tests::says(text, "shares in equilibrium and attracting are at least those told"));
    answer.meta_game.game.from = laboratory::sampling::repeats;
    answer.meta_game.game.errors.assign(3, std::vector<double>(3, 0));
    CHECK(tests::says(told(answer), "All repeats came out alike"));
    answer.meta_game.game.errors[1][2] = 0.1;
    CHECK_FALSE(tests::says(told(answer), "All repeats came out alike"));
    // Without a scenario for two there are no replies to regret.
    answer.meta_game = {};
    CHECK_FALSE(tests::says(told(answer), "regret"));
}

TEST_CASE("an empty zone and its talks are told") {
    tournament_answer answer = played();
    answer.scenarios[0].talks = publicity::secret;
    answer.scenarios[0].result.mean_rounds = 1'000'000;
    CHECK(tests::says(told(answer), "Two cooks and one orange secret 25"));
    CHECK(tests::says(told(answer), "1,000,000.0"));
    answer.scenarios[0].talks = publicity::open;
    answer.scenarios[0].result.efficient = 0;
    CHECK(tests::says(told(answer),
                      "Two cooks and one orange: no deal suits both parties in public talks, so "
                      "there are no distances."));
}

TEST_CASE("strategies for single texts do not fit") {
    tournament_answer answer = played();
    answer.voters = {"annealer"};
    CHECK(tests::says(told(answer),
                      "annealer votes on single texts and does not fit alternating offers."));
    answer.voters = {"hill-climber", "annealer"};
    CHECK(tests::says(told(answer), "hill-climber and annealer vote on single texts and do not"));
}

TEST_CASE("the account tells who survives") {
    const std::string text = told(played());
    CHECK(tests::says(text, "If everybody may choose"));
    CHECK(tests::says(text, "populations"));
    CHECK(tests::says(text, "With one scenario and no repeats nothing tells how sure this is."));
    tournament_answer answer = played();
    answer.meta_game = {};
    answer.meta_game.game.too_large = {0};
    CHECK(tests::says(told(answer), "is asked of scenarios for two parties only"));
}

TEST_CASE("the account says when nobody can be told apart") {
    tournament_answer answer = played();
    const laboratory::significance& told_apart = answer.told_apart;
    REQUIRE(told_apart.stages == 1);
    REQUIRE(told_apart.stages_needed > 1);
    const std::string text = told(answer);
    CHECK(tests::says(text, "With 1 scenario no two strategies can be told apart"));
    CHECK(tests::says(text, std::to_string(told_apart.stages_needed) + " of them at least."));
    CHECK(text.find("share a letter") == std::string::npos);
    CHECK(text.find("Holm") == std::string::npos);
    answer.told_apart.stages = told_apart.stages_needed;
    const std::string enough = told(answer);
    CHECK(tests::says(enough, "Who can be told apart (those that share a letter cannot)"));
    CHECK(tests::says(enough, "averaged within each scenario"));
    CHECK(enough.find("no two strategies") == std::string::npos);
}
