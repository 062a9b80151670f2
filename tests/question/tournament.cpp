#include <cmath>
#include <functional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

scenario bundled(const std::string& name) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml");
}

const std::vector<scenario>& worlds() {
    static const std::vector<scenario> all{bundled("orange"), bundled("aid-and-guarantee")};
    return all;
}

std::string refusal(const std::function<void(tournament_options&)>& change,
                    const std::vector<scenario>& on = worlds()) {
    tournament_options options{.strategies = {"boulware,conceder"}, .seed = 1};
    change(options);
    try {
        static_cast<void>(tournament(on, options));
    } catch (const std::exception& wrong) {
        return wrong.what();
    }
    return "";
}

}  // namespace

TEST_CASE("the sums are those of the laboratory") {
    tournament_options options{
        .strategies = {"boulware , time-dependent( e=0.5 , k=0.1 )", "random-walker"},
        .rounds = 30,
        .seed = 9,
        .repeats = 2};
    const tournament_answer answer = tournament(worlds(), options);
    std::vector<laboratory::contestant> agents;
    for (const std::string text : {"boulware", "time-dependent(e=0.5,k=0.1)", "random-walker"}) {
        agents.emplace_back(text, talks::read_strategy(text));
    }
    const auto found = laboratory::tournament(
        {{worlds()[0].title, freeze(worlds()[0])}, {worlds()[1].title, freeze(worlds()[1])}},
        agents, {.rounds = 30, .seed = 9, .repeats = 2});
    CHECK(answer.strategies == found.table.contestants);
    CHECK(answer.mediators == found.table.mediations);
    CHECK(answer.pairs == found.table.pairs);
    CHECK(answer.matches == 2 * 9 * 2);
    CHECK(answer.planned == answer.matches);
    CHECK(answer.complete);
    CHECK(answer.faults == 0);
    REQUIRE(answer.scenarios.size() == 2);
    CHECK(answer.scenarios[0].result == found.stages[0]);
    CHECK(answer.scenarios[0].parties == std::vector<std::string>{"Baker", "Drinker"});
    CHECK(answer.scenarios[0].result.name == worlds()[0].title);
    CHECK(answer.seed == 9);
    CHECK(answer.rounds_limit == 30);
    CHECK(answer.repeats == 2);
}

TEST_CASE("eight strategies on five scenarios for two make 640 negotiations") {
    std::vector<scenario> five(5, worlds()[0]);
    for (std::size_t k = 0; k < five.size(); ++k) {
        five[k].title += " " + std::to_string(k);
    }
    tournament_options options{
        .strategies = {"time-dependent,boulware,linear,conceder,tit-for-tat,micro,hardliner,"
                       "random-walker"},
        .seed = 1,
        .repeats = 2};
    CHECK(tournament(five, options).matches == 640);
    options.rotate = false;
    const tournament_answer fixed = tournament(five, options);
    CHECK(fixed.matches == 36 * 5 * 2);
    CHECK(fixed.meta_game.game.strategies.empty());
}

TEST_CASE("the game of choosing a strategy does not hang on the order of the list") {
    const auto payoffs = [](const char* list) {
        return tournament({worlds()[0]}, {.strategies = {list}, .seed = 1}).meta_game.game.payoffs;
    };
    const auto one = payoffs("boulware,conceder");
    const auto other = payoffs("conceder,boulware");
    REQUIRE(one.size() == 2);
    CHECK(tests::near(one[0][1], other[1][0]));
    CHECK(tests::near(one[1][0], other[0][1]));
}

TEST_CASE("a scenario on a wider scale does not decide alone") {
    std::vector<scenario> both = worlds();
    const tournament_options options{
        .strategies = {"boulware,conceder,linear"}, .rounds = 20, .seed = 1};
    CHECK(tournament({both[0]}, options).ranked_by == laboratory::ranked_by::utility);
    both.push_back(io::read_scenario(NEGOTIATION_SCENARIO_DIR "/bazaar.toml"));
    const tournament_answer answer = tournament(both, options);
    CHECK(answer.ranked_by == laboratory::ranked_by::advantage);
    for (const laboratory::standing& a : answer.strategies) {
        for (const laboratory::standing& b : answer.strategies) {
            CHECK((a.rank < b.rank) == (*a.mean_advantage > *b.mean_advantage));
        }
    }
    for (const laboratory::comparison& one : answer.told_apart.all) {
        CHECK(std::abs(one.difference) <= 2);
    }
}

TEST_CASE("a strategy that reads the others' preferences is named") {
    const tournament_options options{
        .strategies = {"boulware", "boulware(offer=best,model=perfect)"}, .seed = 1};
    CHECK(tournament(worlds(), options).complete_information ==
          std::vector<std::string>{"boulware(offer=best,model=perfect)"});
}

TEST_CASE("a strategy made for single texts is named") {
    const tournament_options options{
        .strategies = {"boulware,hill-climber,annealer"}, .rounds = 5, .seed = 1};
    CHECK(tournament(worlds(), options).voters ==
          std::vector<std::string>{"hill-climber", "annealer"});
}

TEST_CASE("secret or public talks are told of every scenario") {
    std::vector<scenario> both(2, tests::backchannel_file());
    both[0].talks = publicity::secret;
    both[1].talks = publicity::open;
    both[1].title += " in the open";
    const tournament_answer answer =
        tournament(both, {.strategies = {"hardliner"}, .rounds = 2, .seed = 1, .scope = "nuclear"});
    CHECK(answer.scenarios[0].talks == publicity::secret);
    CHECK(answer.scenarios[0].result.efficient > 0);
    CHECK(answer.scenarios[1].talks == publicity::open);
    CHECK(answer.scenarios[1].result.efficient == 0);
}

TEST_CASE("what breaks is told by kind and the rest is played") {
    // The whole back channel is too large to be written down, which micro needs.
    const std::vector<scenario> large{worlds()[0], tests::backchannel_file()};
    const tournament_options options{.strategies = {"micro", "hardliner"}, .rounds = 3, .seed = 1};
    const tournament_answer answer = tournament(large, options);
    CHECK(answer.complete);
    CHECK(answer.matches == 8);
    CHECK(answer.faults == 3);
    REQUIRE(answer.broken.size() == 1);
    const broken_matches& kind = answer.broken[0];
    CHECK(kind.strategy == "micro");
    CHECK(kind.scenario == tests::backchannel_file().title);
    CHECK(kind.count == 3);
    CHECK(kind.first == 4);
    CHECK(kind.by_seat == std::vector<std::string>{"micro", "micro"});
    CHECK(kind.round == 1);
    CHECK(answer.strategies[0].faults == 3);
    CHECK_FALSE(answer.scenarios[1].result.deals);
}

TEST_CASE("a scope narrows every scenario") {
    const tournament_options options{
        .strategies = {"boulware"}, .rounds = 5, .seed = 1, .scope = "nuclear"};
    const tournament_answer answer = tournament({tests::backchannel_file()}, options);
    CHECK(answer.scenarios[0].result.deals == 161'700);
    CHECK(answer.scope == "nuclear");
    CHECK(answer.assumed_numbers > 0);
}

TEST_CASE("a tournament that is stopped has an answer") {
    std::stop_source source;
    source.request_stop();
    tournament_options options{.strategies = {"boulware"}, .seed = 1};
    options.parallel.stop = source.get_token();
    const tournament_answer answer = tournament(worlds(), options);
    CHECK_FALSE(answer.complete);
    CHECK(answer.matches == 0);
    CHECK(answer.planned == 2);
    CHECK_FALSE(answer.strategies[0].mean_utility);
}

TEST_CASE("mediators vary as strategies do") {
    tournament_options options{.strategies = {"boulware,random-walker"},
                               .mediators = {"none, relay( noise=0.1 , delay=3 )",
                                             "relay(noise=0.1) + formulator(after=5)"},
                               .rounds = 30,
                               .seed = 9,
                               .repeats = 2};
    const tournament_answer answer = tournament(worlds(), options);
    CHECK(answer.matches == 2 * 3 * 4 * 2);
    REQUIRE(answer.mediators.size() == 3);
    CHECK(answer.mediators[0].name == "direct");
    CHECK(answer.mediators[1].name == "relay(noise=0.1,delay=3)");
    CHECK(answer.mediators[2].name == "relay(noise=0.1)+formulator(after=5)");
    // The same in C++.
    const std::vector<laboratory::mediation_choice> ways{
        laboratory::directly(),
        {"relay(noise=0.1,delay=3)", talks::relay(0.1, 3)},
        {"relay(noise=0.1)+formulator(after=5)",
         [](const talks::arena&, const talks::reports& told) {
             return std::vector<talks::mediator_seat>{
                 {"relay", talks::relay(0.1)},
                 {"text", talks::formulator(talks::text_rule::nash, told, 5)}};
         }}};
    const auto found = laboratory::tournament(
        {{worlds()[0].title, freeze(worlds()[0])}, {worlds()[1].title, freeze(worlds()[1])}},
        {{"boulware", talks::read_strategy("boulware")},
         {"random-walker", talks::read_strategy("random-walker")}},
        {.rounds = 30, .seed = 9, .repeats = 2, .mediations = ways});
    CHECK(answer.strategies == found.table.contestants);
    CHECK(answer.mediators == found.table.mediations);
    CHECK(answer.mediators[0] != answer.mediators[1]);
    options.mediators = {"direct"};
    const tournament_answer direct = tournament(worlds(), options);
    options.mediators.clear();
    CHECK(direct.strategies == tournament(worlds(), options).strategies);
    // One more entry changes nothing about the others but their rank.
    laboratory::standing among = answer.mediators[0];
    among.rank = 1;
    CHECK(direct.mediators[0] == among);
}

TEST_CASE("secret talks free public red lines until a mediator leaks") {
    const std::vector<scenario> secret{tests::backchannel_file()};
    tournament_options options{.strategies = {"boulware(e=1)"}, .seed = 1, .scope = "nuclear"};
    options.mediators = {"none", "relay(leak=1)"};
    const tournament_answer answer = tournament(secret, options);
    // Public red lines leave no deal, and the file's own protocol is not read: no discounting.
    CHECK(*answer.mediators[0].agreement_rate == 1);
    CHECK(*answer.mediators[1].agreement_rate == 0);
    CHECK(answer.scenarios[0].has_rules);
    scenario aloud = secret[0];
    aloud.talks = publicity::open;
    options.mediators.clear();
    const tournament_answer in_public = tournament({aloud}, options);
    CHECK(*in_public.strategies[0].agreement_rate == 0);
    CHECK(in_public.scenarios[0].result.efficient == 0);
    CHECK(answer.scenarios[0].result.efficient > 0);
}

TEST_CASE("what is no tournament is refused with what would be one") {
    CHECK(refusal([](tournament_options& o) { o.strategies.clear(); }) ==
          "tournament: needs strategies; got none; known: all, time-dependent, boulware, linear, "
          "conceder, exponential, tit-for-tat, absolute-tit-for-tat, averaged-tit-for-tat, "
          "nice-tit-for-tat, zeuthen, trade-off, hybrid, micro, hardliner, conceder-at-once, "
          "staller, random-walker, hill-climber, annealer, … (21 in all)");
    CHECK(refusal([](tournament_options& o) { o.strategies = {"bolware"}; })
              .find("unknown strategy 'bolware'; did you mean 'boulware'? known: all, "
                    "time-dependent") == 0);
    CHECK(refusal([](tournament_options& o) {
              o.strategies = {"boulware(x=1)"};
          }).find("boulware has no parameter 'x'") == 0);
    CHECK(refusal([](tournament_options& o) {
              o.strategies = {"boulware,"};
          }).find("there is no name") != std::string::npos);
    CHECK(refusal([](tournament_options& o) {
              o.strategies = {"boulware(e=0.2,linear"};
          }).find("parenthesis") != std::string::npos);
    CHECK(refusal([](tournament_options& o) { o.strategies.emplace_back(" boulware "); }) ==
          "tournament: strategy 'boulware' is given twice; names must differ");
    const auto mediated = [](const std::string& list) {
        return refusal([&](tournament_options& o) { o.mediators = {list}; });
    };
    CHECK(mediated("relay,none,rely") ==
          "unknown mediator 'rely'; did you mean 'relay'? known: relay, formulator, manipulator, "
          "guarantor, escrow, none, direct");
    CHECK(mediated("relay(nose=1)").find("relay has no parameter 'nose'; did you mean 'noise'?") ==
          0);
    CHECK(mediated("none(x=1)") == "none takes no parameters; got 'x'");
    CHECK(mediated("relay(noise=2)").find("relay: noise must lie in [0, 1]; got 2") == 0);
    CHECK(mediated("relay+none") ==
          "tournament: direct talks have no mediator beside them; got 'relay+none'");
    CHECK(mediated("relay+").find("there is no name") != std::string::npos);
    CHECK(mediated("").find("there is no name") != std::string::npos);
    CHECK(mediated("none,direct") ==
          "tournament: way of talking 'direct' is given twice; names must differ");
    CHECK(refusal([](tournament_options& o) { o.repeats = 0; }) ==
          "tournament: repeats must be at least 1; got 0");
    CHECK(refusal([](tournament_options& o) {
              o.maximum_matches = 7;
          }).find("make 8 pairings with roles rotated; at most 7 can be played") !=
          std::string::npos);
    CHECK(refusal([](tournament_options&) {}, {}) ==
          "tournament: needs a strategy, a scenario and a way of talking; got 2, 0 and 1");
    CHECK(refusal([](tournament_options& o) { o.scope = "nuclaer"; }) ==
          "Two cooks and one orange: scope: no scope 'nuclaer'; none is known");
    CHECK(refusal([](tournament_options& o) { o.rounds = 0; }) ==
          "rounds must lie in [1, 1000000]; got 0");
    CHECK(refusal([](tournament_options& o) { o.rounds = 1'000'001; }) ==
          "rounds must lie in [1, 1000000]; got 1000001");
    CHECK(refusal([](tournament_options& o) { o.repeats = 2'000'000; })
              .find("8 pairings with roles rotated, 2000000 times each, are more than the 1048576 "
                    "negotiations that can be played; take at most 131072 repeats") !=
          std::string::npos);
    CHECK(refusal([](tournament_options&) {}, {worlds()[0], worlds()[1], worlds()[0]}) ==
          "tournament: scenario 'Two cooks and one orange' is given twice; titles must differ");
    scenario alone = tests::tiny_scenario();
    alone.parties.pop_back();
    CHECK(refusal([](tournament_options&) {}, {alone}) != "");
}

TEST_CASE("the experiment has a key of all that is played") {
    const tournament_options options{
        .strategies = {"boulware,conceder"}, .rounds = 20, .seed = 1, .resamples = 10};
    const std::string key = tournament(worlds(), options).experiment;
    CHECK(key.size() == 16);
    CHECK(tournament(worlds(), options).experiment == key);
    const auto changed = [&](const std::function<void(tournament_options&)>& change) {
        tournament_options other = options;
        change(other);
        return tournament(worlds(), other).experiment != key;
    };
    CHECK(changed([](auto& o) { o.seed = 2; }));
    CHECK(changed([](auto& o) { o.rounds = 21; }));
    CHECK(changed([](auto& o) { o.strategies = {"boulware,linear"}; }));
    CHECK(changed([](auto& o) { o.mediators = {"relay"}; }));
    CHECK_FALSE(changed([](auto& o) { o.parallel.threads = 2; }));
    scenario other = worlds()[0];
    other.parties[0].reservation += 0.01;
    CHECK(tournament({other, worlds()[1]}, options).experiment != key);
}

TEST_CASE("a tournament is a game of choosing a strategy") {
    const tournament_answer answer = tournament(
        worlds(), {.strategies = {"boulware,conceder,micro"}, .seed = 1, .resamples = 20});
    const laboratory::meta_game& game = answer.meta_game;
    CHECK(game.game.strategies == std::vector<std::size_t>{0, 1, 2});
    REQUIRE_FALSE(game.equilibria.all.empty());
    for (const auto& e : game.equilibria.all) {
        CHECK(e.regret <= 1e-12);
    }
    CHECK(game.survive.size() == 3);
    CHECK(game.resamples == 20);
    CHECK(answer.told_apart.all.size() == 3);
    CHECK_FALSE(answer.told_apart.groups.empty());
}

TEST_CASE("all takes every strategy of the catalogue") {
    const tournament_answer answer =
        tournament({worlds()[0]}, {.strategies = {"all"}, .rounds = 5, .seed = 1, .resamples = 0});
    const std::vector<std::string> all = talks::different_strategies();
    REQUIRE(answer.strategies.size() == all.size());
    for (std::size_t k = 0; k < answer.strategies.size(); ++k) {
        CHECK(answer.strategies[k].name == all[k]);
    }
    CHECK(answer.voters == std::vector<std::string>{"hill-climber", "annealer"});
    CHECK(answer.meta_game.resamples == 0);
    CHECK(refusal([](auto& o) { o.strategies = {"all,boulware"}; }).find("is given twice") !=
          std::string::npos);
}
