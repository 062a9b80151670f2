#include <string>

#include <doctest/doctest.h>
#include <support/scratch_file.hpp>
#include <support/tolerance.hpp>

#include <negotiation/question/results.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"
#include "support/tiny_scenario.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

tournament_options kept_in(const std::string& file) {
    return {.strategies = {"boulware,random-walker"},
            .rounds = 10,
            .seed = 3,
            .store = file,
            .resamples = 10};
}

}  // namespace

TEST_CASE("a store tells what it holds") {
    const tests::scratch_file file("results.sqlite");
    const tournament_answer played = tournament({tests::tiny_scenario()}, kept_in(file.path));
    REQUIRE(played.kept);
    CHECK(played.kept->recalled == 0);
    const results_answer answer = results(file.path);
    REQUIRE(answer.experiments.size() == 1);
    CHECK(answer.experiments[0].what.key == played.experiment);
    CHECK(answer.experiments[0].matches == played.matches);
    const std::string text = report::render_text(describe(answer));
    CHECK(says(text, "1 experiment."));
    CHECK(says(text, played.experiment));
    CHECK(says(text, "boulware, random-walker"));
    CHECK(says(text, played.experiment + ", as far as it was played:"));
    CHECK(says(text, "rank strategy advantage 95 % agreed rounds ---"));
    REQUIRE(answer.strategies.size() == 1);
    for (std::size_t k = 0; k < 2; ++k) {
        CHECK(answer.strategies[0][k].name == played.strategies[k].name);
        CHECK(tests::near(*answer.strategies[0][k].mean_advantage,
                          *played.strategies[k].mean_advantage));
    }
    CHECK(results(file.path, "", false).strategies.empty());
    CHECK_THROWS((void)results("/nowhere/at/all"));
}

TEST_CASE("one experiment can be listed alone") {
    const tests::scratch_file file("results.sqlite");
    tournament_options options = kept_in(file.path);
    static_cast<void>(tournament({tests::tiny_scenario()}, options));
    options.seed = 4;
    const tournament_answer second = tournament({tests::tiny_scenario()}, options);
    const results_answer answer = results(file.path, second.experiment);
    REQUIRE(answer.experiments.size() == 1);
    CHECK(answer.experiments[0].what.key == second.experiment);
    CHECK_THROWS_AS((void)results(file.path, "none"), std::invalid_argument);
}

TEST_CASE("a tournament goes on where its store ends and comes to the same") {
    const tests::scratch_file file("results.sqlite");
    tournament_options options = kept_in(file.path);
    const tournament_answer once = tournament({tests::tiny_scenario()}, options);
    CHECK_THROWS_AS((void)tournament({tests::tiny_scenario()}, options), std::invalid_argument);
    options.resume = true;
    options.repeats = 3;
    const tournament_answer more = tournament({tests::tiny_scenario()}, options);
    REQUIRE(more.kept);
    CHECK(more.kept->recalled == once.matches);
    CHECK(more.experiment == once.experiment);
    options.store.clear();
    const tournament_answer anew = tournament({tests::tiny_scenario()}, options);
    CHECK(more.strategies == anew.strategies);
    CHECK(more.pairs == anew.pairs);
    CHECK_FALSE(anew.kept);
    CHECK(says(report::render_text(describe(more)), "of which stood there already"));
}

TEST_CASE("an experiment is chosen by its key") {
    results_answer store{"a.sqlite", {}};
    CHECK_THROWS_WITH((void)chosen_experiment(store, ""),
                      "store 'a.sqlite': has no experiment yet");
    store.experiments.resize(1);
    store.experiments[0].what.key = "00ff";
    CHECK(chosen_experiment(store, "") == "00ff");
    CHECK_THROWS_WITH((void)chosen_experiment(store, "00fe"),
                      "store 'a.sqlite': no experiment '00fe'; did you mean '00ff'? known: 00ff");
    store.experiments.push_back(store.experiments[0]);
    store.experiments[1].what.key = "abcd";
    CHECK(chosen_experiment(store, "abcd") == "abcd");
    CHECK_THROWS_WITH((void)chosen_experiment(store, ""),
                      "store 'a.sqlite': which experiment? known: 00ff, abcd");
}
