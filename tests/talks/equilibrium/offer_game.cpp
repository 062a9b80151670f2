#include <cmath>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/equilibrium/offer_game.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using namespace negotiation::talks::equilibrium;

TEST_CASE("games that make no sense are refused") {
    const auto refused = [](auto change) {
        offer_game game;
        change(game);
        CHECK_THROWS_AS(check_game(game, 2), std::invalid_argument);
    };
    CHECK_NOTHROW(check_game(offer_game{}, 2));
    CHECK_THROWS_AS(check_game(offer_game{}, 0), std::invalid_argument);
    CHECK_THROWS_AS(check_game(offer_game{}, 129), std::invalid_argument);
    refused([](auto& g) { g.offers = 0; });
    refused([](auto& g) { g.discount = {0.9}; });
    refused([](auto& g) { g.discount = {0.9, 1.1}; });
    refused([](auto& g) { g.discount = {0.9, std::nan("")}; });
    refused([](auto& g) { g.breakdown = 1; });
    refused([](auto& g) { g.recognition = {1}; });
    refused([](auto& g) { g.recognition = {0.5, 0.6}; });
    refused([](auto& g) { g.recognition = {1.5, -0.5}; });
    refused([](auto& g) {
        g.recognition = {0.5, 0.5};
        g.form = answering::in_turn;
    });
    refused([](auto& g) { g.agreement.quota = 0; });
    refused([](auto& g) { g.agreement.veto = {2}; });
}

TEST_CASE("a quota needs the next few only") {
    offer_game game;
    CHECK(answers_needed(game, 0, 5) == 4);
    game.agreement.quota = 0.5;
    game.agreement.more_than = true;
    CHECK(answers_needed(game, 4, 5) == 2);
    game.agreement.veto = {0};
    CHECK(answers_needed(game, 4, 5) == 2);
    CHECK(answers_needed(game, 1, 5) == 4);
    game.agreement = {};
    game.agreement.quota = 0.2;
    CHECK(answers_needed(game, 1, 5) == 0);
}

TEST_CASE("a round costs what the protocol says") {
    alternating_offers rules;
    rules.rounds = 10;
    rules.breakdown = 0.05;
    rules.dates.patience = {{0.9, 1}, {0.8, 2}};
    offer_game game = game_of(rules, 2);
    CHECK(game.offers == 20);
    CHECK(game.offers_per_period == 2);
    CHECK(game.breakdown == doctest::Approx(0.05));
    CHECK(game.discount == std::vector<double>{1, 1});
    CHECK(game.elapsed == 0);

    rules.dates.mode = discounting::calendar;
    rules.dates.days_per_round = 4;
    game = game_of(rules, 2);
    CHECK(game.discount[0] == doctest::Approx(std::pow(0.9, 4)));
    CHECK(game.discount[1] == doctest::Approx(std::pow(0.8, 2)));
    CHECK_FALSE(game.deadline_costs);
    CHECK(game.elapsed == 1);

    rules.dates.mode = discounting::relative;
    game = game_of(rules, 2);
    CHECK(game.discount[0] == doctest::Approx(std::pow(0.9, 0.1)));
    CHECK(game.deadline_costs);
    CHECK(game.elapsed == 0);
    rules.convention = negotiation::clock::negmas;
    game = game_of(rules, 2);
    CHECK(game.discount[0] == doctest::Approx(std::pow(0.9, 1 / 11.0)));
    CHECK(game.elapsed == 1);

    random_recognition drawn;
    drawn.rounds = rules.rounds;
    drawn.convention = rules.convention;
    drawn.breakdown = rules.breakdown;
    drawn.dates = rules.dates;
    offer_game lot = game_of(drawn, 2);
    CHECK(lot.form == answering::by_vote);
    CHECK(lot.offers == 10);
    CHECK(lot.offers_per_period == 1);
    CHECK(lot.recognition == std::vector<double>{0.5, 0.5});
    CHECK(lot.discount == game.discount);
    CHECK(lot.elapsed == game.elapsed);
    CHECK(lot.breakdown == game.breakdown);
    drawn.recognition = {6, 2};
    CHECK(game_of(drawn, 2).recognition == std::vector<double>{0.75, 0.25});
    CHECK_THROWS_AS((void)game_of(drawn, 3), std::invalid_argument);
}

TEST_CASE("discounts are read for one and for all") {
    CHECK(parse_discounts("0.9/0.8") == std::vector<double>{0.9, 0.8});
    offer_game game;
    game.discount = parse_discounts("0.95");
    CHECK(for_parties(game, 3).discount == std::vector<double>(3, 0.95));
    game.discount = {0.9, 0.8};
    CHECK(for_parties(game, 3).discount.size() == 2);
    for (const char* wrong : {"", "0.9/", "a", "0.9,0.8", "0.9 /0.8"}) {
        CHECK_THROWS_AS((void)parse_discounts(wrong), std::invalid_argument);
    }
}
