#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy/external.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

problem shared_table() {
    return problem_builder{}
        .issue("price", 0, 10)
        .party(
            "buyer", [](auto o) { return 10 - o[0]; }, 2)
        .party(
            "seller", [](auto o) { return o[0]; }, 3)
        .build();
}

/// A program of the shell that answers every turn in the same way.
std::string always(const std::string& answer) {
    return "while read -r line; do case $line in *'\"turn\"'*) " + answer + ";; esac; done";
}

ending play_against_linear(const any_strategy& plays, proceedings& said) {
    const problem table = shared_table();
    const arena at(table);
    alternating_offers protocol;
    protocol.rounds = 10;
    std::vector<any_strategy> agents{plays, any_strategy{linear()}};
    direct_talks between;
    run_streams draws(1, 0, 2);
    return protocol.play(at, agents, between, draws, said);
}

/// What is told of a program that fails.
std::string fault_of(const std::string& command, double timeout = 10) {
    proceedings said;
    const ending end = play_against_linear(any_strategy{external(command, timeout)}, said);
    CHECK(end.status == talks_status::walked_away);
    return said.forfeits.size() == 1 ? said.forfeits[0].what : "not one forfeit";
}

bool holds(const std::string& text, const std::string& part) {
    const bool found = text.find(part) != std::string::npos;
    if (!found) {
        MESSAGE("'" << text << "' does not hold '" << part << "'");
    }
    return found;
}

}  // namespace

TEST_CASE("a program plays like the strategy it copies") {
    // the best deal where none is worth so much: that of a hardliner
    const external program(always("echo '{\"move\":\"offer\",\"at_least\":1000}'"));
    proceedings said;
    const ending end = play_against_linear(any_strategy{program}, said);
    proceedings expected;
    const ending as = play_against_linear(any_strategy{hardliner()}, expected);
    CHECK(end == as);
    CHECK(said.history == expected.history);
    CHECK(said.forfeits.empty());
}

TEST_CASE("a copy plays in a process of its own") {
    const any_strategy first{external(always("echo '{\"move\":\"offer\",\"deal\":[1]}'"))};
    for (int k = 0; k < 2; ++k) {
        proceedings said;
        const ending end = play_against_linear(first, said);
        CHECK(said.forfeits.empty());
        CHECK(end.offers > 2);
    }
}

TEST_CASE("a program may ask before it moves") {
    const std::string asks =
        "echo '{\"ask\":\"utility\",\"deal\":[4]}'; read -r said; "
        "case $said in *'\"utility\":6.0'*) ;; *) exit 7;; esac; "
        "echo '{\"ask\":\"cheapest\",\"at_least\":7.5}'; read -r said; "
        "case $said in *'\"deal\":[2],\"utility\":8.0'*) ;; *) exit 8;; esac; "
        "echo '{\"move\":\"offer\",\"deal\":[2]}'";
    proceedings said;
    (void)play_against_linear(any_strategy{external(always(asks))}, said);
    CHECK(said.forfeits == std::vector<forfeit>{});
}

TEST_CASE("whatever a program does wrong is told") {
    const auto says = [](const std::string& line) { return always("echo '" + line + "'"); };
    CHECK(holds(fault_of("echo ouch >&2; exit 3"), "ended with exit status 3: ouch"));
    CHECK(holds(fault_of("kill -9 $$"), "was ended by signal 9"));
    CHECK(holds(fault_of("no-such-program-anywhere"), "ended with exit status 127"));
    CHECK(holds(fault_of(says("hello")), "a line must be one JSON object; it wrote 'hello'"));
    CHECK(holds(fault_of("echo ouch >&2; " + says("hello")), "it wrote 'hello': ouch"));
    CHECK(holds(fault_of(says("[1]")), "a line must be one JSON object"));
    CHECK(holds(fault_of(says("{}")),
                "'move' must be one of 'offer', 'walk_away'; got ''; it wrote '{}'"));
    CHECK(holds(fault_of(says("{\"move\":\"accept\"}")), "got 'accept'"));
    CHECK(holds(fault_of(says("{\"move\":\"offer\"}")), "'deal' must be a list of 1 options"));
    CHECK(holds(fault_of(says("{\"move\":\"offer\",\"deal\":[11]}")),
                "option 0 of 'deal' must be a whole number from 0 to 10"));
    CHECK(holds(fault_of(says("{\"move\":\"offer\",\"deal\":[-1]}")), "option 0 of 'deal'"));
    CHECK(holds(fault_of(says("{\"move\":\"offer\",\"deal\":[1.5]}")), "option 0 of 'deal'"));
    CHECK(holds(fault_of(says("{\"ask\":\"time\"}")), "'ask' must be 'utility' or 'cheapest'"));
    CHECK(holds(fault_of(always("yes x | tr -d '\\n' | head -c 3000000")), "without an end"));
    // who asks for ever and reads no answer is stopped before it fills our memory
    CHECK(holds(fault_of("yes '{\"ask\":\"utility\",\"deal\":[4]}'"),
                "wrote more than 1048576 bytes that it was not asked for"));
    // the reason a program gives is told, also where it is a long one
    const std::string reason(250, 'x');
    CHECK(holds(fault_of("echo " + reason + " >&2; exit 3"), "status 3: " + reason));
    CHECK(holds(fault_of("echo " + reason + reason + " >&2; exit 3"), "x…"));
}

TEST_CASE("a line that nobody asked for is no answer to the next turn") {
    // the second of two moves would otherwise answer the next turn, and so for ever
    const std::string move = "{\"move\":\"offer\",\"deal\":[0]}";
    CHECK(holds(fault_of(always("printf '%s\\n%s\\n' '" + move + "' '" + move + "'")),
                "wrote before it was asked; it wrote '" + move + "'"));
}

TEST_CASE("the last line needs no end") {
    CHECK(holds(fault_of("printf '{\"move\":\"offer\",\"deal\":[11]}'"), "option 0 of 'deal'"));
    CHECK(holds(fault_of("printf '{\"move\":\"offer\",\"deal\":[0]}'; exit 3"),
                "ended with exit status 3"));
}

TEST_CASE("what a program wrote before it ended counts") {
    // whether it has ended when the turn is told it is left to chance
    for (int k = 0; k < 30; ++k) {
        CHECK(holds(fault_of("echo '{\"move\":\"offer\",\"deal\":[11]}'"), "option 0 of 'deal'"));
        CHECK(holds(fault_of("echo '{\"move\":\"offer\",\"deal\":[0]}'; exit 3"),
                    "ended with exit status 3"));
    }
}

TEST_CASE("a program that is late has lost its turn and does not hold the others up") {
    const auto begun = std::chrono::steady_clock::now();
    CHECK(holds(fault_of(always("sleep 100"), 0.2),
                "gave no answer within 0.2 s (it has written nothing yet; does it flush its "
                "output?); exec(command='...',timeout=...) gives it longer"));
    CHECK(holds(fault_of("sleep 100", 0.2), "has written nothing yet"));
    CHECK(holds(fault_of("printf '{'; sleep 100", 1), "(it wrote '{' without an end of line)"));
    CHECK(holds(fault_of("echo '{\"move\":\"offer\",\"deal\":[0]}'; sleep 100", 0.5),
                "gave no answer within 0.5 s; exec("));
    // deaf, mute, and deaf to the end of its input as well: it is killed
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
}

TEST_CASE("a program needs a command and a limit") {
    CHECK_THROWS_WITH(external(" "), "exec: needs a command; got none");
    CHECK_THROWS_WITH(external("true", 0), "exec: timeout must lie in (0, 86400] seconds; got 0");
    CHECK_THROWS(external("true", 1e9));
}
