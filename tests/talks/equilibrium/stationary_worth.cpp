#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/game_tree.hpp>

#include <negotiation/talks/equilibrium/baron_ferejohn.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>
#include <negotiation/talks/equilibrium/unit_pie.hpp>

using namespace negotiation;
using namespace negotiation::talks::equilibrium;

namespace {

/// What a policy is worth by playing so many offers of it, at most, and then signing nothing. It
/// ends where one offer more changes nothing that a double would show in the end.
std::vector<double> played_on(const std::vector<choice>& choices, const deal_set& deals,
                              const offer_game& game) {
    const std::size_t n = deals.parties;
    std::vector<double> values;
    for (std::size_t p = 0; p < n; ++p) {
        values.insert(values.end(), deals.no_deal.begin(), deals.no_deal.end());
    }
    for (int left = 0; left < 20'000; ++left) {
        std::vector<double> now(n * n);
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t i = 0; i < n; ++i) {
                double next = game.recognition.empty() ? values[(p + 1) % n * n + i] : 0;
                for (std::size_t q = 0; q < game.recognition.size(); ++q) {
                    next += game.recognition[q] * values[q * n + i];
                }
                const double on = (1 - game.breakdown) * game.discount[i] * next +
                                  game.breakdown * deals.no_deal[i];
                const choice& made = choices[p];
                now[p * n + i] = made.kind == proposal::offer ? deals.utility(made.deal, i)
                                 : made.kind == proposal::wait && made.next == 1 ? on
                                                                                 : deals.no_deal[i];
            }
        }
        double change = 0;
        for (std::size_t k = 0; k < now.size(); ++k) {
            change = std::max(change, std::abs(now[k] - values[k]));
        }
        values = now;
        if (change <= 1e-14) {
            break;
        }
    }
    return values;
}

/// The bazaar's: eleven prices, a buyer that has 2 and a seller that has 3 without a deal.
deal_set prices() {
    deal_set deals;
    deals.parties = 2;
    for (int k = 0; k <= 10; ++k) {
        deals.utilities.push_back(10 - k);
    }
    for (int k = 0; k <= 10; ++k) {
        deals.utilities.push_back(k);
    }
    deals.no_deal = {2, 3};
    return deals;
}

}  // namespace

TEST_CASE("drawn proposers over a finely cut pie") {
    // Two parties and unanimity: Baron and Ferejohn's proposer keeps 1 - 0.9/2.
    offer_game game;
    game.discount = {0.9, 0.9};
    game.recognition = {0.5, 0.5};
    const stationary_play play = solve_drawn(cut_pie(20'000), game);
    CHECK(play.values[0] == doctest::Approx(proposer_share(2, 2, 0.9)).epsilon(1e-3));
    CHECK(certify(play, cut_pie(20'000), cut_pie(20'000), game).regret <= 1e-4);
    game.recognition = {0.7, 0.3};
    const auto exact = solve(legislature{game.recognition, game.discount, 2});
    CHECK(solve_drawn(cut_pie(20'000), game).values[0] ==
          doctest::Approx(exact.keeps[0]).epsilon(1e-3));
    game.recognition.clear();
    CHECK_THROWS_AS((void)solve_drawn(cut_pie(10), game), std::invalid_argument);
}

TEST_CASE("play is worth what its moves lead to") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const std::size_t n = 2 + seed % 2;
        const deal_set deals = tests::random_deals(4, n, seed);
        offer_game game;
        game.discount.assign(n, seed % 3 == 0 ? 1 : 0.95);
        game.breakdown = seed % 5 == 0 ? 0.01 : 0;
        for (const bool drawn : {false, true}) {
            game.recognition =
                drawn ? std::vector<double>(n, 1 / static_cast<double>(n)) : std::vector<double>();
            for (std::uint32_t code = 0; code < 27; ++code) {
                std::vector<choice> choices;
                for (std::uint32_t p = 0, rest = code; p < n; ++p, rest /= 3) {
                    choices.push_back(rest % 3 == 0   ? choice{proposal::wait, 0, 1}
                                      : rest % 3 == 1 ? choice{proposal::offer, p, 0}
                                                      : choice{proposal::walk_away, 0, 0});
                }
                const auto exact = worth_of(choices, deals, game);
                const auto slow = played_on(choices, deals, game);
                REQUIRE(exact.size() == n * n);
                for (std::size_t k = 0; k < exact.size(); ++k) {
                    CHECK(exact[k] == doctest::Approx(slow[k]).epsilon(1e-9));
                }
            }
        }
    }
}

TEST_CASE("to wait for ever is no deal, whatever it costs") {
    const deal_set deals = prices();
    offer_game game;
    game.discount = {1, 1};
    game.recognition = {0.5, 0.5};
    // Where waiting costs nothing any values stand still, and nobody gets them.
    stationary_play idle;
    idle.choices.assign(2, choice{proposal::wait, 0, 1});
    idle.values = {4.5, 5.5, 4.5, 5.5};
    idle.thresholds = idle.values;
    for (const double breakdown : {0.0, 0.01}) {
        game.breakdown = breakdown;
        const auto worth = worth_of(idle.choices, deals, game);
        for (std::size_t k = 0; k < 4; ++k) {
            CHECK(worth[k] == doctest::Approx(k % 2 == 0 ? 2 : 3));
        }
        const certificate proof = certify(idle, deals, deals, game);
        CHECK(proof.residual == doctest::Approx(2.5));
        CHECK(proof.regret >= 1);
        CHECK(proof.bound.has_value() == (breakdown > 0));
        if (proof.bound) {
            // A hundred times the regret is more than there is: prices from 0 to 10.
            CHECK(proof.regret / breakdown > 10);
            CHECK(*proof.bound == doctest::Approx(10));
        }
    }
    // What is found is worth what its moves lead to, or says that it is none.
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 90; ++seed) {
        const std::size_t n = 2 + seed % 2;
        const deal_set some = seed == 1 ? deals : tests::random_deals(10, n, seed);
        offer_game rules;
        rules.discount.assign(some.parties, seed % 3 == 0 ? 0.95 : 1);
        rules.breakdown = seed % 4 == 0 ? 0.02 : 0;
        rules.recognition.assign(some.parties, 1 / static_cast<double>(some.parties));
        rules.agreement.quota = seed % 5 == 0 ? 0.6 : 1;
        const stationary_play play = solve_drawn(some, rules, 400);
        const auto slow = played_on(play.choices, some, rules);
        for (std::size_t k = 0; k < slow.size(); ++k) {
            CHECK(play.values[k] == doctest::Approx(slow[k]).epsilon(1e-9));
        }
        const certificate proof = certify(play, some, some, rules);
        CHECK((!play.converged || proof.residual <= 1e-12));
        CHECK(play.converged == (proof.regret <= 1e-12));
        CHECK(play.converged == proof.exact);
        found += play.converged ? 1U : 0U;
    }
    CHECK(found >= 60);
}

TEST_CASE("parties that take turns and do not mind waiting get what they agree on") {
    const deal_set deals = prices();
    offer_game game;
    game.discount = {1, 1};
    for (const double breakdown : {0.0, 0.01, 0.3}) {
        game.breakdown = breakdown;
        const stationary_set set = solve_stationary(deals, game);
        CHECK_FALSE(set.found.empty());
        for (const stationary_play& play : set.found) {
            const certificate proof = certify(play, deals, deals, game);
            CHECK(proof.residual <= 1e-12);
            CHECK(proof.regret <= 1e-12);
        }
    }
}
