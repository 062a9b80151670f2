#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/equilibrium/predicted_end.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using namespace negotiation::talks::equilibrium;

TEST_CASE("two players end where it is predicted") {
    const arena at(tests::sale());
    for (const discounting mode :
         {discounting::none, discounting::relative, discounting::calendar}) {
        for (const negotiation::clock convention :
             {negotiation::clock::geniusweb, negotiation::clock::negmas}) {
            for (const bool no_deal_too : {true, false}) {
                alternating_offers rules;
                rules.rounds = 9;
                rules.convention = convention;
                rules.dates.mode = mode;
                rules.dates.patience = {{0.8, 3}, {0.9, 2}};
                rules.dates.discount_no_deal = no_deal_too;
                const predicted_end predicted = predict(at, rules);
                const offer_game game = game_of(rules, 2);
                const ending end = play(at, rules, 1, equilibrium_play(at, 0, game),
                                        equilibrium_play(at, 1, game));
                CHECK(end.round == predicted.round);
                const auto regret = regret_of(predicted, end.discounted);
                CHECK(std::abs(regret[0]) <= 1e-9);
                CHECK(std::abs(regret[1]) <= 1e-9);
                CHECK(predicted.deal->size() == 1);
            }
        }
    }
}

TEST_CASE("other games are told apart") {
    const arena at(tests::sale());
    CHECK(predict(at, any_protocol{single_text{}}, 0).not_computed ==
          "the parties do not make alternating offers");
    CHECK(predict(at, any_protocol{alternating_offers{}}, 1).not_computed ==
          "mediators stand between the parties");
    alternating_offers rules;
    rules.screen = {true, 0.1, 0};
    CHECK(predict(at, any_protocol{rules}, 0).not_computed == "the talks may leak");
    rules.screen = {};
    rules.rounds = 1LL << 22;
    const predicted_end far = predict(at, any_protocol{rules}, 0);
    CHECK(far.not_computed == "4194304 rounds of 2 parties are more turns than the 4194304 solved");
    CHECK(regret_of(far, {1, 1}).empty());
    rules.rounds = 3;
    CHECK(predict(at, any_protocol{rules}, 0).not_computed.empty());
}
