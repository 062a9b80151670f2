#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/play.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"
#include "support/tiny_scenario.hpp"

using namespace negotiation;
using namespace negotiation::question;
using tests::says;

namespace {

/// A person who says what was written down before, and what it was told.
struct script {
    std::vector<std::string> lines;
    std::size_t next = 0;
    std::string heard;

    dialogue between() {
        return {[this](const std::string& text) { heard += text; },
                [this]() -> std::optional<std::string> {
                    if (next == lines.size()) {
                        return std::nullopt;
                    }
                    return lines[next++];
                }};
    }
};

play_answer play_script(script& said, const std::string& as = "Seller",
                        const std::string& others = "boulware") {
    run_options options;
    options.rounds = 5;
    options.strategies = {{"", others}};
    return play(tests::tiny_scenario(), as, options, said.between());
}

}  // namespace

TEST_CASE("a person negotiates with a strategy") {
    script said{
        {"help", "options colour", "draft price=50", "show", "offer", "theirs", "accept"}, 0, {}};
    const play_answer answer = play_script(said);
    CHECK(said.next == 7);
    CHECK(answer.seat == 0);
    CHECK(answer.talks.parties[0].strategy == "a person");
    CHECK(answer.talks.parties[1].strategy == "boulware");
    CHECK(answer.talks.status == talks::talks_status::agreement);
    CHECK(answer.talks.round == 2);
    CHECK(answer.talks.events.size() == 3);  // offer, counter-offer, acceptance
    CHECK(says(said.heard, "Round 1 of 5."));
    CHECK(says(said.heard, "colour: red, blue"));
    CHECK(says(said.heard, "Buyer: offer, worth "));
    CHECK(says(said.heard, "No deal is worth 0.2500 to you."));
    CHECK(says(said.heard, "what stands"));
    CHECK(answer.talks.other_runs == 0);
}

TEST_CASE("what cannot be done is said and asked again") {
    script said{{"accept", "reject", "theirs", "offer price=3", "draft prize=50", "draft price",
                 "at much", "at 99", "dance", "", "walk"},
                0,
                {}};
    const play_answer answer = play_script(said);
    CHECK(answer.talks.status == talks::talks_status::walked_away);
    CHECK(said.next == said.lines.size());
    CHECK(says(said.heard, "'accept' is not possible now"));
    CHECK(says(said.heard, "'reject' is not possible now"));
    CHECK(says(said.heard, "nothing stands"));
    CHECK(says(said.heard, "issue 'price' has no option '3'"));
    CHECK(says(said.heard, "no issue 'prize'; did you mean 'price'?"));
    CHECK(says(said.heard, "expected ISSUE=OPTION; got 'price'"));
    CHECK(says(said.heard, "'at' needs a utility, such as 0.7; got 'much'"));
    CHECK(says(said.heard, "to you; your best is worth"));
    CHECK(says(said.heard, "'dance' was not understood; known: "));
    CHECK(says(said.heard, "end the talks"));  // the list of commands
}

TEST_CASE("when there are no more lines the person walks away") {
    script said;
    const play_answer ended = play_script(said);
    CHECK(ended.talks.status == talks::talks_status::walked_away);
    CHECK(ended.input_ended);
    CHECK(says(said.heard, "The input has ended, which counts as walking away."));
    CHECK(says(report::render_text(describe(ended)), "The input of Seller ended before"));
    for (const char* leave : {"walk", "quit"}) {
        script gone{{leave}, 0, {}};
        const play_answer left = play_script(gone);
        CHECK(left.talks.status == talks::talks_status::walked_away);
        CHECK_FALSE(left.input_ended);
        const std::string text = report::render_text(describe(left));
        CHECK_FALSE(says(text, "input of"));
        CHECK(says(text, "Seller was offered nothing."));  // and has no red lines to speak of
    }
}

TEST_CASE("whoever accepts alone is told that others did not follow") {
    // Three at a table, and the third will not have what the first asks for.
    script said{{"accept!", "walk"}, 0, {}};
    scenario world = tests::tiny_scenario();
    world.onlookers[0].values = {{"colour", tabled_value{{1, 0}}},
                                 {"price", tabled_value{{1, 0.5, 0}}}};
    run_options options;
    options.rounds = 5;
    options.seats = {"Neighbour"};
    options.strategies = {{"", "hardliner"}};
    const play_answer answer = play(world, "Buyer", options, said.between());
    CHECK(answer.talks.status == talks::talks_status::walked_away);
    CHECK(says(said.heard, "Round 2 of 5."));
    CHECK(says(said.heard, "Your acceptance alone makes no deal"));
}

TEST_CASE("the end tells what was left on the table") {
    script said{{"offer", "offer", "offer", "offer", "offer", "accept"}, 0, {}};
    const play_answer answer = play_script(said);
    REQUIRE_FALSE(answer.frontier.empty());
    const std::string text = report::render_text(describe(answer));
    CHECK(says(text, "What was possible"));
    CHECK(says(text, "Seller got "));
    CHECK(says(text, "The frontier has "));
    CHECK(says(text, "the Nash deal"));
    CHECK(says(text, "Deals, issue by issue:"));
    CHECK(says(text, "best for Seller"));
    CHECK(says(text, "Seller plays a person."));
}

TEST_CASE("who plays for nobody is asked whom") {
    script said;
    CHECK_THROWS_WITH(play_script(said, ""), "play: for whom? known: Seller, Buyer");
    run_options twice;
    twice.strategies = {{"Seller", "linear"}};
    CHECK_THROWS_WITH((void)play(tests::tiny_scenario(), "Seller", twice, said.between()),
                      "play: Seller is yours to play; got the strategy 'linear' for it");
    CHECK_THROWS_WITH(play_script(said, "Seler"),
                      "play: no party 'Seler' at the table; did you mean 'Seller'? known: Seller, "
                      "Buyer");
}
