#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/gap.hpp>
#include <negotiation/question/headline.hpp>
#include <negotiation/question/life.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/question/ratify.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/scope.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/question/tranches.hpp>
#include <negotiation/question/value.hpp>

using namespace negotiation;
using tests::near;

namespace {

scenario headline_world(const std::string& name = "backchannel-2025") {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml");
}

/// Options of a verb for the nuclear scope.
template <class Options>
Options of_nuclear() {
    Options options;
    options.scope = "nuclear";
    return options;
}

double asked(const scenario& world, const std::string& name,
             const question::headline_options& how = {.scope = "nuclear"}) {
    const study::finding found = study::ask(question::headline_named(world, name, how).ask, world);
    CAPTURE(found.reason);
    REQUIRE(found.value);
    return *found.value;
}

std::string why_not_asked(const scenario& world, const std::string& name) {
    try {
        static_cast<void>(question::headline_named(world, name));
        return "";
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
}

}  // namespace

TEST_CASE("headlines are the numbers of the verbs") {
    const scenario world = headline_world();
    // the canonical numbers of the nuclear scope
    CHECK(near(asked(world, "deals.zone"), 6546));
    CHECK(near(asked(world, "deals.zone_in_secret"), 6546));
    CHECK(near(asked(world, "deals.zone_in_public"), 0));
    CHECK(near(asked(world, "deals.share"), 6546.0 / 161'700));
    CHECK(near(asked(world, "deals.nash[\"United States\"]"), 0.6470));
    CHECK(near(asked(world, "deals.nash.Iran"), 0.7050));
    CHECK(near(asked(world, "deals.kalai_smorodinsky[\"Iran\"]"), 0.7050));
    CHECK(near(asked(world, "deals.joint_gain"), 0.067 + 0.085));
    CHECK(near(asked(world, "deals.nash_product"), 0.005695));
    CHECK(near(asked(world, "value.utility[\"J\"][\"Iran\"]"), 0.717));
    CHECK(near(asked(world, "value.gain[\"J\"][\"United States\"]"), 0.034));
    const auto deals = question::deals(world, of_nuclear<question::deals_options>());
    CHECK(near(asked(world, "deals.margin[\"Iran\"]"), *deals.parties[1].margin));
    CHECK(near(asked(world, "deals.efficient"), static_cast<double>(deals.frontier.size())));
    const auto gap = question::gap(world, of_nuclear<question::gap_options>());
    CHECK(near(asked(world, "gap.total"), gap.outsider.least->total));
    const auto ratify = question::ratify(world, of_nuclear<question::ratify_options>());
    CHECK(near(asked(world, "ratify.probability"), ratify.deals[0].joint.probability));
    CHECK(near(asked(world, "ratify.probability[\"United States\"]"),
               ratify.deals[0].homes[0].probability));
    for (const question::chamber_view& c : ratify.deals[0].chambers) {
        CHECK(near(asked(world, "ratify.probability[\"" + c.name + "\"]"), c.chance.probability));
    }
}

TEST_CASE("headlines of steps and talks are the numbers of their verbs") {
    const scenario world = headline_world();
    const auto order =
        question::sequence(world, of_nuclear<question::sequence_options>()).variants.front();
    CHECK(near(asked(world, "sequence.least_trust"), order.least_trust.trust));
    CHECK(near(asked(world, "sequence.shortfall"), order.self_enforcing->shortfall));
    question::run_options once;
    once.scope = "nuclear";
    once.other_runs = 0;
    const auto run = question::run(world, once);
    CHECK(near(asked(world, "run.round"), static_cast<double>(run.round)));
    CHECK(near(asked(world, "run.utility[\"Iran\"]"), run.utilities[1]));
}

TEST_CASE("headlines of races are the numbers of their verb") {
    const scenario world = headline_world();
    question::race_options races;
    races.scope = "nuclear";
    races.runs = 5;
    races.sweep = {};
    const question::headline_options few{.scope = "nuclear", .runs = 5};
    CHECK(near(asked(world, "race.before_collapse", few),
               question::race(world, races).plans[0].here.before_collapse));
}

TEST_CASE("headlines of tournaments are the numbers of the verb") {
    const scenario world = headline_world("orange");
    const std::vector<std::string> who{"boulware, conceder", "time-dependent(e=0.3,k=0.1)"};
    question::headline_options how;
    how.seed = 3;
    how.strategies = who;
    const auto played = question::tournament({world}, {.strategies = who, .seed = 3});
    REQUIRE(played.strategies.size() == 3);
    for (const laboratory::standing& row : played.strategies) {
        CAPTURE(row.name);
        CHECK(
            near(asked(world, "tournament.utility[\"" + row.name + "\"]", how), *row.mean_utility));
        CHECK(near(asked(world, "tournament.advantage[\"" + row.name + "\"]", how),
                   *row.mean_advantage));
    }
    // Blanks within a strategy do not count, nor does a spelling without brackets.
    CHECK(near(asked(world, "tournament.utility[\"time-dependent( e = 0.3, k=0.1)\"]", how),
               *played.strategies[2].mean_utility));
    CHECK(
        near(asked(world, "tournament.utility.boulware", how), *played.strategies[0].mean_utility));
    // Secret or public talks and the scope are those that are asked for.
    const scenario channel = headline_world();
    how.scope = "nuclear";
    how.strategies = {"boulware,conceder"};
    how.talks = publicity::open;
    CHECK(near(asked(channel, "tournament.advantage.conceder", how), 0));
    how.talks = publicity::secret;
    CHECK(asked(channel, "tournament.advantage.conceder", how) > 0);
}

TEST_CASE("a tournament that cannot be asked for says why") {
    const scenario world = headline_world("orange");
    const auto wrong = [&](const std::string& name, const std::vector<std::string>& who) {
        question::headline_options how;
        how.strategies = who;
        try {
            static_cast<void>(study::ask(question::headline_named(world, name, how).ask, world));
            return std::string();
        } catch (const std::invalid_argument& told) {
            return std::string(told.what());
        }
    };
    CHECK(wrong("tournament.utility.micro", {"boulware,conceder"}) ==
          "quantity 'tournament.utility.micro': 'micro' is not in the line-up of the tournament; "
          "known: boulware, conceder");
    CHECK(wrong("tournament.utility[\"boulware(e=0.2)\"]", {"all"})
              .find("'boulware(e=0.2)' is not in the line-up of the tournament; did you mean") !=
          std::string::npos);
    CHECK(wrong("tournament.utlity.boulware", {"all"}).find("no quantity") != std::string::npos);
    CHECK(wrong("deals.zone", {"bolware"})
              .find("unknown strategy 'bolware'; did you mean "
                    "'boulware'?") != std::string::npos);
    CHECK(wrong("tournament.utility.boulware", {"boulware,boulware"}).find("is given twice") !=
          std::string::npos);
    // More parties than a tournament can play: its own message.
    scenario crowd = world;
    for (int k = 0; k < 20; ++k) {
        crowd.parties.push_back(crowd.parties[0]);
        crowd.parties.back().name += std::to_string(k);
    }
    CHECK_THROWS_WITH_AS(study::ask(question::headline_named(crowd, "tournament.utility.boulware",
                                                             {.strategies = {"boulware,conceder"}})
                                        .ask,
                                    crowd),
                         doctest::Contains("at most 1048576 can be played"), std::invalid_argument);
}

TEST_CASE("headlines of lives and tranches are the numbers of their verbs") {
    const scenario world = headline_world();
    const question::headline_options few{.scope = "nuclear", .runs = 5};
    question::life_options lives;
    lives.scope = "nuclear";
    lives.runs = 50;
    lives.played = 5;
    CHECK(near(asked(world, "life.signed", few),
               question::life(world, lives).stages[1].reached.share));
    const scenario exchange = headline_world("small-steps");
    CHECK(near(asked(exchange, "tranches.first", {}), question::tranches(exchange).sizes[0]));
}

TEST_CASE("a deal lasts as the comparison of scopes says and its median halves it") {
    const scenario world = headline_world();
    question::scope_options both;
    both.scopes = {"nuclear", "comprehensive"};
    both.spread = 0;
    const auto compared = question::scope(world, both);
    CHECK(near(asked(world, "survival.year"), compared.scopes[0].lasting->year));
    CHECK(near(asked(world, "survival.horizon"), compared.scopes[0].lasting->horizon));
    CHECK(near(asked(world, "scope.expected"), *compared.scopes[0].expected));
    const double months = asked(world, "survival.median");
    CHECK(months > 0);
    CHECK((months < 12) == (compared.scopes[0].lasting->year < 0.5));
}

TEST_CASE("every headline of the bundled scenarios can be asked for") {
    for (const char* name : {"river", "vienna-2022", "small-steps"}) {
        CAPTURE(name);
        const scenario world = headline_world(name);
        const question::headline_options few{.runs = 2, .strategies = {"hardliner"}};
        for (const question::headline& one : question::headlines(world, few)) {
            CAPTURE(one.name);
            CHECK_FALSE(one.what.empty());
            const study::finding found =
                study::ask(question::headline_named(world, one.name, few).ask, world);
            CHECK((found.value.has_value() != !found.reason.empty()));
        }
    }
}

TEST_CASE("where no deal suits everybody gains are none and utilities do not exist") {
    scenario world = headline_world();
    world.parties[0].reservation = 0.99;
    CHECK(near(asked(world, "deals.zone"), 0));
    CHECK(near(asked(world, "deals.joint_gain"), 0));
    CHECK(near(asked(world, "ratify.probability"), 0));
    CHECK(near(asked(world, "survival.year"), 0));
    CHECK(asked(world, "gap.total") > 0.1);
    const auto nash = study::ask(
        question::headline_named(world, "deals.nash.Iran", {.scope = "nuclear"}).ask, world);
    CHECK(nash == study::finding{std::nullopt, "no deal suits everybody"});
}

TEST_CASE("a headline that there is not says what is near") {
    const scenario world = headline_world();
    CHECK(why_not_asked(world, "deals.zon")
              .rfind("no quantity 'deals.zon' in this scenario; did you mean 'deals.zone'? known: ",
                     0) == 0);
    CHECK(why_not_asked(headline_world("river"), "ratify.probability") != "");
    CHECK_THROWS_AS((void)question::headline_named(world, "deals.zone", {.scope = "nucular"}),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)question::headline_named(world, "deals.zone", {.runs = 0}),
                    std::invalid_argument);
}
