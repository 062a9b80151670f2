#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/run.hpp>
#include <negotiation/talks/model_catalogue.hpp>

#include "question/support.hpp"
#include "support/tiny_scenario.hpp"
#include "support/tolerance.hpp"

using namespace negotiation;
using namespace negotiation::question;
using talks::talks_status;
using tests::near;

namespace {

std::optional<double> distance_to(const run_answer& answer, laboratory::mark m) {
    return answer.distance[static_cast<std::size_t>(m)];
}

run_options nuclear_run() {
    run_options options;
    options.scope = "nuclear";
    return options;
}

}  // namespace

TEST_CASE("assignments are read") {
    CHECK(parse_assignment("United States=boulware(e=0.3)") ==
          assignment{"United States", "boulware(e=0.3)"});
    CHECK(parse_assignment(" boulware(e=0.3,accept=next(a=1)) ") ==
          assignment{"", "boulware(e=0.3,accept=next(a=1))"});
    CHECK(parse_assignment("Qatar = none") == assignment{"Qatar", "none"});
    for (const char* wrong : {"", "=", "Iran=", "=boulware", "  "}) {
        CHECK_THROWS_AS((void)parse_assignment(wrong), std::invalid_argument);
    }
}

TEST_CASE("the back channel is run as its file says") {
    const run_answer answer = run(tests::backchannel_file(), nuclear_run());
    CHECK(answer.rounds_limit == 24);
    CHECK(answer.convention == clock::geniusweb);
    CHECK(answer.seed == 1);
    REQUIRE(answer.parties.size() == 2);
    CHECK(answer.parties[0].strategy == "boulware(e=0.3,offer=best,model=frequency)");
    CHECK(answer.parties[1].strategy == "boulware(e=0.25,offer=best,model=frequency)");
    CHECK(answer.zone_is_empty == false);
    CHECK(answer.assumed_numbers > 150);
    REQUIRE_FALSE(answer.events.empty());
    CHECK(answer.events.front().who == "United States");
    // Every party offers only what is worth no less to it than no deal.
    for (const told_event& e : answer.events) {
        if (e.action == "offer" && e.who == "United States") {
            CHECK(e.utilities[0] >= 0.58 - tests::grid);
        }
        if (e.action == "offer" && e.who == "Iran") {
            CHECK(e.utilities[1] >= 0.62 - tests::grid);
        }
    }
}

TEST_CASE("without a word on the talks everybody is boulware for a hundred rounds") {
    const run_answer answer = run(tests::tiny_scenario(), {});
    CHECK(answer.rounds_limit == 100);
    CHECK(answer.protocol == "alternating-offers");
    for (const player& one : answer.parties) {
        CHECK(one.strategy == "boulware");
    }
}

TEST_CASE("the question changes how parties play") {
    run_options options = nuclear_run();
    options.strategies = {{"", "linear"}, {"Iran", "hardliner"}};
    options.rounds = 50;
    options.convention = clock::negmas;
    options.mediators = {{"Qatar", "none"}, {"Oman", "none"}};
    const run_answer answer = run(tests::backchannel_file(), options);
    CHECK(answer.parties[0].strategy == "linear");
    CHECK(answer.parties[1].strategy == "hardliner");
    CHECK(answer.rounds_limit == 50);
    CHECK(answer.convention == clock::negmas);
    CHECK(answer.status == talks_status::no_agreement);
    CHECK(answer.round == 50);
    CHECK(answer.offers == 100);
    CHECK(answer.mediators.empty());
    CHECK_FALSE(answer.outcome);
    CHECK_FALSE(distance_to(answer, laboratory::mark::pareto));
    CHECK(near(answer.utilities[0], 0.58));
    CHECK(near(answer.utilities[1], 0.62));
}

TEST_CASE("where red lines leave nothing the talks find nothing") {
    run_options options = nuclear_run();
    options.red_lines.rule = red_line_rule::all;
    const run_answer answer = run(tests::backchannel_file(), options);
    CHECK(answer.zone_is_empty == true);
    CHECK(answer.status != talks_status::agreement);
    CHECK(answer.nash.empty());
}

TEST_CASE("an agreement is measured against the frontier and the fair deals") {
    run_options options = nuclear_run();
    options.strategies = {{"", "linear(offer=best,model=perfect)"}};
    options.mediators = {{"Qatar", "none"}, {"Oman", "none"}};
    options.rounds = 10;  // in a hundred the talks would leak, and in public there is no deal
    const run_answer answer = run(tests::backchannel_file(), options);
    REQUIRE(answer.status == talks_status::agreement);
    CHECK(answer.parties[0].complete_information);
    REQUIRE(distance_to(answer, laboratory::mark::pareto));
    CHECK(*distance_to(answer, laboratory::mark::pareto) <=
          *distance_to(answer, laboratory::mark::nash));
    CHECK(*distance_to(answer, laboratory::mark::pareto) <=
          *distance_to(answer, laboratory::mark::kalai_smorodinsky));
    CHECK(near(answer.nash[0], 0.647));
    CHECK(near(answer.nash[1], 0.705));
    // Days are discounted by each party's patience a month: 0.985 and 0.98.
    CHECK(answer.discounted[0] < answer.utilities[0]);
    CHECK(near(answer.discounted[0], answer.utilities[0] * std::pow(0.985, answer.days / 30.4375),
               1e-9));
}

TEST_CASE("what cannot be run is refused with what can") {
    run_options options = nuclear_run();
    const auto refuses = [&](const std::string& part) {
        try {
            (void)run(tests::backchannel_file(), options);
        } catch (const std::invalid_argument& error) {
            return tests::says(error.what(), part);
        }
        return false;
    };
    options.strategies = {{"Irn", "boulware"}};
    CHECK(refuses("strategies: no party 'Irn' at the table; did you mean 'Iran'?"));
    options.strategies = {{"Iran", "bolware"}};
    CHECK(refuses("unknown strategy 'bolware'; did you mean 'boulware'?"));
    options.strategies = {{"Iran", "boulware"}, {"", "linear"}, {"Iran", "linear"}};
    CHECK(refuses("strategies: 'Iran' has one strategy; got 'boulware' and 'linear'"));
    options.strategies = {{"", "linear"}, {"", "conceder"}};
    CHECK(refuses("strategies: all parties together have one strategy; got 'linear' and"));
    options.strategies.clear();
    options.mediators = {{"Iran", "relay"}};
    CHECK(refuses("mediators: 'Iran' names an agent already"));
    options.mediators = {{"Qatr", "none"}};
    CHECK(refuses("mediators: no mediator 'Qatr'; did you mean 'Qatar'?"));
    options.mediators.clear();
    options.rounds = 0;
    CHECK(refuses("rounds must lie in [1, 1000000]; got 0"));
}

TEST_CASE("the comprehensive scope is too large to be written down and runs") {
    run_options options;
    options.scope = "comprehensive";
    options.mediators = {{"Qatar", "none"}, {"Oman", "none"}};
    const run_answer answer = run(tests::backchannel_file(), options);
    CHECK_FALSE(answer.written_down);
    CHECK(answer.offers > 0);
    options.strategies = {{"", "micro"}};
    CHECK_THROWS_WITH((void)run(tests::backchannel_file(), options),
                      "micro: needs every deal ranked; this space is too large to be written down");
}

TEST_CASE("the same seed gives the same account") {
    run_options options = nuclear_run();
    options.strategies = {{"", "random-walker"}};
    const auto first = run(tests::backchannel_file(), options);
    const auto again = run(tests::backchannel_file(), options);
    CHECK(first.events == again.events);
    options.seed = 2;
    CHECK_FALSE(run(tests::backchannel_file(), options).events == first.events);
}

TEST_CASE("the bazaar is as worked out by hand") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/bazaar.toml");
    const auto prices = [&](negotiation::clock convention) {
        run_options options;
        options.convention = convention;
        const run_answer answer = run(world, options);
        CHECK(answer.status == talks_status::agreement);
        CHECK(answer.round == 4);
        std::string told;
        for (const told_event& e : answer.events) {
            if (e.action == "offer") {
                told += to_string(e.outcome->front().option) + " ";
            }
        }
        CHECK(to_string(answer.outcome->front().option) == "6");
        return told;
    };
    CHECK(prices(negotiation::clock::geniusweb) == "0 10 2 9 4 7 6 ");
    CHECK(prices(negotiation::clock::negmas) == "1 9 3 8 4 6 ");
}

TEST_CASE("models are measured against the truth") {
    run_options options = nuclear_run();
    CHECK(run(tests::backchannel_file(), options).models.empty());
    options.models = true;
    const run_answer answer = run(tests::backchannel_file(), options);
    const std::size_t models = talks::model_catalogue().size();
    REQUIRE(answer.models.size() == 2 * models);
    CHECK(answer.models[0].party == "United States");
    CHECK(answer.models[models].party == "Iran");
    for (const model_result& one : answer.models) {
        CHECK(one.refused.empty());
        CHECK(one.error.deals > 1000);
        if (one.model == "perfect") {
            CHECK(near(one.error.spearman.value(), 1));
            CHECK(near(one.error.rmse, 0));
        }
        if (one.model == "frequency") {
            CHECK(one.error.spearman.value() > 0);  // better than nothing
        }
    }
}
