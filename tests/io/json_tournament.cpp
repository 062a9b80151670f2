#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/tournament.hpp>

#include "io/key_order.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

tournament_answer play(std::size_t threads, const std::string& mediators = "none") {
    tournament_options options{
        .strategies = {"boulware,random-walker,tit-for-tat"}, .seed = 3, .repeats = 4};
    options.mediators = {mediators};
    options.parallel.threads = threads;
    return tournament({io::read_scenario(NEGOTIATION_SCENARIO_DIR "/orange.toml"),
                       io::read_scenario(NEGOTIATION_SCENARIO_DIR "/river.toml")},
                      options);
}

}  // namespace

TEST_CASE("a tournament has the documented keys in order") {
    tournament_answer answer = play(1);
    const std::string text = io::to_json(answer);
    CHECK(text.find(
              R"({"seed":3,"matches":144,"strategies":[{"name":"boulware","mean_utility":)") == 0);
    CHECK(tests::in_order(text, {"seed",
                                 "matches",
                                 "strategies",
                                 "name",
                                 "mean_utility",
                                 "low",
                                 "high",
                                 "advantage",
                                 "agreement_rate",
                                 "mean_rounds",
                                 "rank",
                                 "results",
                                 "faults",
                                 "distance",
                                 "pareto",
                                 "nash",
                                 "kalai_smorodinsky",
                                 "egalitarian",
                                 "utilitarian",
                                 "mediators",
                                 "name",
                                 "pairs",
                                 "complete",
                                 "planned",
                                 "faults",
                                 "broken",
                                 "broken_left_out",
                                 "scenarios",
                                 "title",
                                 "parties",
                                 "talks",
                                 "deals",
                                 "efficient",
                                 "results",
                                 "agreement_rate",
                                 "mean_rounds",
                                 "mean_utilities",
                                 "no_deal",
                                 "best_deal",
                                 "distance",
                                 "refused",
                                 "rounds_limit",
                                 "clock",
                                 "repeats",
                                 "rotate",
                                 "breakdown",
                                 "scope",
                                 "complete_information",
                                 "assumed_numbers",
                                 "voters"}));
    CHECK(text.find(R"("voters":[],)") != std::string::npos);
    CHECK(text.find(R"("store":null,)") != std::string::npos);
    CHECK(text.find(R"("talks":"public")") != std::string::npos);
    CHECK(text.find(R"("mediators":[{"name":"direct",)") != std::string::npos);
    CHECK(text.find(R"("broken":[])") != std::string::npos);
    CHECK(text.find(R"("clock":"geniusweb")") != std::string::npos);

    answer.broken = {
        {"boulware", "Orange", "lost", 2, 5, {"boulware", "x"}, "Baker", 3, "direct", {"late"}},
        {"", "Orange", "gone", 1, 7, {"x", "x"}, "", 0, "relay"}};
    answer.strategies[0].mean_utility.reset();
    answer.pairs[0][1].reset();
    answer.scenarios[0].result.deals.reset();
    answer.scenarios[0].result.results = 0;
    const std::string odd = io::to_json(answer);
    CHECK(
        odd.find(
            R"([{"strategy":"boulware","scenario":"Orange","message":"lost","count":2,)"
            R"("first":5,"strategies":["boulware","x"],"party":"Baker","round":3,"mediator":"direct",)"
            R"("other_messages":["late"]},)"
            R"({"strategy":null,"scenario":"Orange","message":"gone","count":1,"first":7,)"
            R"("strategies":["x","x"],"party":null,"round":0,"mediator":"relay",)"
            R"("other_messages":[]}])") != std::string::npos);
    CHECK(odd.find(R"({"name":"boulware","mean_utility":null,)") != std::string::npos);
    CHECK(odd.find(R"("deals":null,)") != std::string::npos);
    CHECK(odd.find(R"("mean_utilities":null,)") != std::string::npos);
}

TEST_CASE("a tournament has the same bytes on any number of threads") {
    const std::string one = io::to_json(play(1));
    CHECK(io::to_json(play(2)) == one);
    CHECK(io::to_json(play(7)) == one);
    const std::string list = "none,relay(noise=0.1,delay=3),relay(noise=0.1)+formulator(after=5)";
    const std::string mediated = io::to_json(play(1, list));
    CHECK(mediated.find(R"-({"name":"relay(noise=0.1)+formulator(after=5)","mean_utility":)-") !=
          std::string::npos);
    CHECK(io::to_json(play(2, list)) == mediated);
    CHECK(io::to_json(play(7, list)) == mediated);
}
