#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/io/write_nfg.hpp>
#include <negotiation/question/tournament_answer.hpp>

using namespace negotiation;

TEST_CASE("the first strategy runs fastest") {
    CHECK(io::to_nfg("say \"no\"", {"a", "b", "c"}, {"x", "y"},
                     {{{1, 0}, {0, 2}, {1, 0.25}}, {{1, 2}, {2, 1}, {0, -3}}}) ==
          "NFG 1 R \"say \\\"no\\\"\" { \"first\" \"second\" }\n\n"
          "{ { \"a\" \"b\" \"c\" }\n{ \"x\" \"y\" }\n}\n\"\"\n\n"
          "1 1 0 2 1 0 0 2 2 1 0.25 -3\n");
    CHECK_THROWS_WITH_AS(io::to_nfg("", {"a"}, {"x", "y"}, {{{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}}),
                         "nfg: needs names of 2 and 2 strategies; got 1 and 2",
                         std::invalid_argument);
}

TEST_CASE("a stopped tournament is no game") {
    question::tournament_answer answer;
    answer.complete = false;
    answer.matches = 2;
    answer.planned = 9;
    answer.strategies.resize(1);
    answer.meta_game.game.strategies = {0};
    answer.meta_game.game.payoffs = {{0.5}};
    CHECK_THROWS_WITH_AS(static_cast<void>(io::to_nfg(answer)),
                         "nfg: the tournament was stopped after 2 of 9 negotiations; the game of "
                         "choosing a strategy needs all",
                         std::invalid_argument);
}

TEST_CASE("a tournament becomes a symmetric game") {
    question::tournament_answer answer;
    CHECK_THROWS_AS(io::to_nfg(answer), std::invalid_argument);
    answer.experiment = "0123456789abcdef";
    answer.strategies.resize(3);
    answer.strategies[0].name = "boulware";
    answer.strategies[1].name = "micro";
    answer.strategies[2].name = "hardliner";
    answer.meta_game.game.strategies = {0, 2};
    answer.meta_game.game.payoffs = {{0.5, 0.25}, {0.75, 0}};
    CHECK(io::to_nfg(answer) ==
          "NFG 1 R \"experiment 0123456789abcdef\" { \"first\" \"second\" }\n\n"
          "{ { \"boulware\" \"hardliner\" }\n{ \"boulware\" \"hardliner\" }\n}\n\"\"\n\n"
          "0.5 0.5 0.75 0.25 0.25 0.75 0 0\n");
}
