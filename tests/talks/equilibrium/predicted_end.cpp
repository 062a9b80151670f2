#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/predicted_end.hpp>
#include <negotiation/talks/protocol/random_recognition.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using namespace negotiation::talks::equilibrium;

namespace {

/// Few deals that differ much, so that some rounds pass without one.
problem coarse(std::uint64_t seed) {
    random_stream bits(seed, 8);
    problem_builder build;
    build.issue("text", 4);
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<double> values;
        for (std::size_t k = 0; k < 4; ++k) {
            values.push_back(draw_share(bits));
        }
        build.party("party " + std::to_string(i), {values}, 0.1);
    }
    return build.build();
}

/// All or nothing: whoever is drawn before the last round may as well say nothing.
problem all_or_nothing() {
    return problem_builder{}
        .issue("prize", 2)
        .party("first", {{1, 0.1}}, 0)
        .party("second", {{0.1, 1}}, 0)
        .build();
}

}  // namespace

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

TEST_CASE("those who are drawn get what is predicted on average") {
    std::size_t later = 0;
    for (const problem& table :
         {tests::sale(), tests::three_at_a_table(), coarse(3), all_or_nothing()}) {
        const arena at(table);
        const std::size_t n = at.parties();
        random_recognition rules;
        rules.rounds = 4;
        rules.breakdown = 0.1;
        rules.recognition = n == 2 ? std::vector<double>{3, 1} : std::vector<double>{5, 3, 2};
        for (const discounting mode : {discounting::relative, discounting::calendar}) {
            rules.dates.mode = mode;
            rules.dates.patience.assign(n, {0.8, 3});
            const predicted_end predicted = predict(at, rules);
            REQUIRE(predicted.not_computed.empty());
            CHECK(predicted.drawn);
            CHECK(predicted.utilities.empty());
            const offer_game game = game_of(rules, n);
            std::vector<any_strategy> fresh;
            for (party_id i = 0; i < n; ++i) {
                fresh.emplace_back(equilibrium_play(at, i, game));
            }
            constexpr std::size_t runs = 4000;
            std::vector<double> sum(n, 0);
            std::vector<double> squares(n, 0);
            for (std::uint64_t seed = 1; seed <= runs; ++seed) {
                std::vector<any_strategy> agents = fresh;
                direct_talks between;
                run_streams draws(seed, 0, n);
                proceedings said;
                const ending end = rules.play(at, agents, between, draws, said);
                later += end.round > 1 ? 1U : 0U;
                for (std::size_t i = 0; i < n; ++i) {
                    sum[i] += end.discounted[i];
                    squares[i] += end.discounted[i] * end.discounted[i];
                }
            }
            for (std::size_t i = 0; i < n; ++i) {
                const double mean = sum[i] / runs;
                const double spread = std::sqrt(std::max(squares[i] / runs - mean * mean, 0.0));
                CHECK(std::abs(mean - predicted.discounted[i]) <=
                      4 * spread / std::sqrt(double{runs}) + 1e-9);
            }
        }
    }
    CHECK(later > 0);
}

TEST_CASE("other games are told apart") {
    const arena at(tests::sale());
    CHECK(predict(at, any_protocol{single_text{}}, 0).not_computed ==
          "the parties make no offers in turn or by lot");
    random_recognition lot;
    CHECK(predict(at, any_protocol{lot}, 1).not_computed == "mediators stand between the parties");
    lot.screen = {true, 0.1, 0};
    CHECK(predict(at, any_protocol{lot}, 0).not_computed == "the talks may leak");
    lot.screen = {};
    lot.rounds = 1LL << 22;
    CHECK(predict(at, any_protocol{lot}, 0).not_computed ==
          "4194304 rounds of 2 parties are more states than the 4194304 solved");
    lot.rounds = 3;
    lot.recognition = {1, 1, 1};
    CHECK_THROWS_AS((void)predict(at, any_protocol{lot}, 0), std::invalid_argument);
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
