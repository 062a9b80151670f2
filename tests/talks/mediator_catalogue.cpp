#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/mediated.hpp>
#include <support/parameter_trials.hpp>

#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/surety.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("every mediator of the catalogue can be made") {
    const arena at(tests::logrolling());
    const reports told(at);
    for (const catalogue_entry& entry : mediator_catalogue()) {
        CAPTURE(entry.name);
        CHECK(!entry.what.empty());
        // As it is, and with every default written out.
        std::string text = entry.name + "(";
        for (const parameter& p : entry.parameters) {
            text += (text.back() == '(' ? "" : ",") + p.name + "=" + p.fallback;
        }
        const auto agents = tests::some_agents(2, 1 + 4 * 2);
        const auto play = [&](const std::string& role) {
            return tests::play_mediated(at, alternating_offers{}, agents,
                                        {{"a", make_mediator(role, {&at, &told, 0})}}, told, 1);
        };
        CHECK(play(text + ")") == play(entry.name));
    }
    CHECK(make_mediator("relay(noise=0.05,delay=3)", {&at, &told, 0}).carries());
    CHECK(make_mediator("formulator(noise=0.1,delay=5,after=12)", {&at, &told, 1}).carries());
    CHECK_THROWS_AS((void)make_mediator("relay", {}), std::invalid_argument);
}

TEST_CASE("what does not exist is answered with what does") {
    CHECK_THROWS_WITH_AS((void)read_mediator("relais"), doctest::Contains("relay"),
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS((void)read_mediator("relay(noize=1)"), doctest::Contains("noise"),
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS((void)read_mediator("formulator(text=nasch)"), doctest::Contains("nash"),
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS((void)read_mediator("relay(noise=1.5)"),
                         "relay: noise must lie in [0, 1]; got 1.5", std::invalid_argument);
    CHECK_THROWS_AS((void)read_mediator("manipulator(budget=-1)"), std::invalid_argument);
    CHECK_NOTHROW((void)read_mediator("manipulator(budget=30)"));
}

TEST_CASE("a guarantor and an escrow without means are told what they lack") {
    CHECK(missing_means("guarantor").value_or("") ==
          "a guarantor needs a budget to make good losses from; got budget = 0");
    CHECK(missing_means("guarantor(budget=1,share=0)").value_or("") ==
          "a guarantor needs a share of the losses that it makes good; got share = 0");
    CHECK(missing_means("escrow").value_or("") ==
          "an escrow needs the name of the step that is paid to it; got payment = none");
    CHECK(missing_means("escrow(payment=assets,capacity=0)").value_or("") ==
          "an escrow needs room for the payment; got capacity = 0");
    CHECK_FALSE(missing_means("guarantor(budget=1)"));
    CHECK_FALSE(missing_means("escrow(payment=assets)"));
}

TEST_CASE("a manipulator without a budget lacks its means") {
    CHECK(missing_means("manipulator").value_or("") ==
          "a manipulator needs a budget to pay, to guarantee or to threaten with; got budget = 0");
    CHECK(missing_means("manipulator(damage=2)"));
    CHECK_FALSE(missing_means("manipulator(budget=0.1)"));
    CHECK_FALSE(missing_means("relay"));
    CHECK_FALSE(missing_means("formulator(noise=0.1)"));
    CHECK_THROWS_AS((void)missing_means("manipulater"), std::invalid_argument);
}

namespace {

/// Enough options for parties to draw nearer in many steps.
bargaining many_steps() {
    return problem_builder{}
        .issue("peace", 9)
        .issue("land", 9)
        .party(
            "first", [](auto o) { return 3 * o[0] + o[1]; }, 3)
        .party(
            "second", [](auto o) { return 32 - o[0] - 3 * o[1]; }, 3)
        .build()
        .table;
}

/// All that is seen of a role: runs where no deal is good enough for both and where there are
/// some, under a mediator that would rather leave and one that would not, and what it answers for.
std::pair<std::vector<tests::run_record>, std::optional<surety>> seen_of(const std::string& role) {
    std::vector<tests::run_record> runs;
    alternating_offers protocol;
    protocol.rounds = 20;
    protocol.screen.secret = true;
    for (const bargaining& table : {tests::pie(6, 6), tests::logrolling(3, 3), many_steps()}) {
        const arena at(table);
        const reports told(at);
        for (const std::optional<double> least : {std::optional<double>(), std::optional(0.9)}) {
            const mediator_seat seat{
                "a", make_mediator(role, {&at, &told, 0}), {.reservation = least}};
            runs.push_back(tests::play_mediated(at, protocol, tests::some_agents(2, 1 + 4 * 1),
                                                {seat}, told, 1));
        }
    }
    return {runs, surety_of(role)};
}

}  // namespace

TEST_CASE("every parameter of a mediator changes what it does or answers for") {
    const std::string paying = "budget=8";
    tests::check_parameters(mediator_catalogue(),
                            {{"*", "noise", "0.5", "2"},
                             {"*", "delay", "3", "-1"},
                             {"*", "leak", "1", "2"},
                             {"*", "only_channel", "true", "perhaps"},
                             {"*", "patience", "1", "0"},
                             {"*", "after", "4", "0"},
                             {"manipulator", "after", "4", "0", paying},
                             {"formulator", "text", "single-text", "nasch"},
                             {"formulator", "pause", "1", "0"},
                             {"*", "budget", "8", "-1"},
                             {"manipulator", "risk", "0.5", "2", paying},
                             {"manipulator", "damage", "2", "-1", "budget=3"},
                             {"manipulator", "carried_out", "0.5", "2", "budget=3,damage=2"},
                             {"manipulator", "margin", "1", "-1", paying},
                             {"guarantor", "party", "first", ""},
                             {"guarantor", "share", "0.5", "2"},
                             {"escrow", "payment", "gold", ""},
                             {"escrow", "answer", "keys", ""},
                             {"escrow", "cost", "1", "-1"},
                             {"escrow", "capacity", "5", "-1"}},
                            seen_of);
}
