#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/game_tree.hpp>

#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/quantal_response.hpp>

using namespace negotiation;
using namespace negotiation::talks::equilibrium;

namespace {

/// Two parties, every branch of the tree weighed as it comes.
std::vector<double> value_by_enumeration(const deal_set& deals, const offer_game& game,
                                         double lambda, std::int64_t offer) {
    std::vector<double> no(2);
    const bool last = offer + 1 == game.offers;
    const std::vector<double> next =
        last ? deals.no_deal : value_by_enumeration(deals, game, lambda, offer + 1);
    for (std::size_t i = 0; i < 2; ++i) {
        no[i] = game.discount[i] * next[i];
        no[i] = last ? no[i] : game.breakdown * deals.no_deal[i] + (1 - game.breakdown) * no[i];
    }
    const auto p = static_cast<std::size_t>(offer % 2);
    const std::size_t j = 1 - p;
    std::vector<double> sum(2, 0);
    double weights = 0;
    const auto add = [&](double own, const std::vector<double>& worth) {
        const double w = std::exp(lambda * own);
        weights += w;
        sum[0] += w * worth[0];
        sum[1] += w * worth[1];
    };
    for (std::size_t k = 0; k < deals.size(); ++k) {
        const double yes = std::exp(lambda * deals.utility(k, j));
        const double refuse = std::exp(lambda * no[j]);
        const double leave = std::exp(lambda * deals.no_deal[j]);
        std::vector<double> worth(2);
        for (std::size_t i = 0; i < 2; ++i) {
            worth[i] = (yes * deals.utility(k, i) + refuse * no[i] + leave * deals.no_deal[i]) /
                       (yes + refuse + leave);
        }
        add(worth[p], worth);
    }
    add(deals.no_deal[p], deals.no_deal);
    return {sum[0] / weights, sum[1] / weights};
}

}  // namespace

TEST_CASE("a small game by enumeration") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const deal_set deals = tests::random_deals(4, 2, seed);
        offer_game game;
        game.offers = 4;
        game.discount = {0.9, 0.8};
        game.breakdown = 0.1;
        for (const double lambda : {0.0, 1.0, 10.0}) {
            const noisy_play found = quantal_response(deals, game, lambda);
            const auto value = value_by_enumeration(deals, game, lambda, 0);
            CHECK(found.start[0] == doctest::Approx(value[0]).epsilon(1e-12));
            CHECK(found.start[1] == doctest::Approx(value[1]).epsilon(1e-12));
            CHECK(found.agreement > 0);
            CHECK(found.agreement < 1);
            CHECK(found.residual <= 1e-12);
            CHECK(found.converged);
        }
    }
}

TEST_CASE("without precision every move is as likely") {
    const deal_set deals = tests::random_deals(4, 3, 1);
    offer_game game;
    game.offers = 3;
    const noisy_play found = quantal_response(deals, game, 0);
    for (const double chance : found.log_chances) {
        CHECK(chance == doctest::Approx(-std::log(5)));
    }
    CHECK(found.walks_away == doctest::Approx(0.2));
    // Accept, refuse, leave, each of two who answer.
    CHECK(found.acceptance[0] == doctest::Approx(1.0 / 9));
    CHECK(found.agreed_by[0] == doctest::Approx(0.8 / 9));
}

TEST_CASE("between two parties ever more precision is subgame-perfect") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const deal_set deals = tests::random_deals(8, 2, seed);
        offer_game game;
        game.offers = 5;
        game.discount = {0.9, 0.8};
        const induction solved = solve(deals, game);
        double before = 2;
        for (const double lambda : {10.0, 1e3, 1e6}) {
            const noisy_play found = quantal_response(deals, game, lambda);
            const double off = std::max(std::abs(found.start[0] - solved.start[0]),
                                        std::abs(found.start[1] - solved.start[1]));
            CHECK(off <= before + 1e-9);
            before = std::max(off, 1e-9);
        }
        CHECK(before <= 1e-3);
    }
}

TEST_CASE("no precision is too great") {
    // Between two parties play tends to the subgame-perfect one, and gets no farther from it; no
    // value leaves the range of utilities on the way, with three parties either.
    const std::vector<double> lambdas{0,    1,    20,   1e3,  1e6,   1e9,   1e12,
                                      1e13, 3e15, 1e17, 1e50, 1e200, 1e300, 1e308};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const std::size_t n = seed % 3 == 0 ? 3 : 2;
        const deal_set deals = tests::random_deals(8, n, seed);
        offer_game game;
        game.offers = 6;
        game.discount.assign(n, 0.9);
        game.discount[1] = 0.8;
        game.breakdown = seed % 2 == 0 ? 0.05 : 0;
        const induction solved = solve(deals, game);
        const auto [low, high] =
            std::minmax_element(deals.utilities.begin(), deals.utilities.end());
        double before = std::numeric_limits<double>::infinity();
        for (const double lambda : lambdas) {
            const noisy_play found = quantal_response(deals, game, lambda);
            double off = 0;
            for (std::size_t i = 0; i < n; ++i) {
                CHECK(found.start[i] >= std::min(*low, 0.0));
                CHECK(found.start[i] <= *high);
                off = std::max(off, std::abs(found.start[i] - solved.start[i]));
            }
            CHECK(found.residual <= 1e-12);
            CHECK(found.converged);
            CHECK(found.agreement >= 0);
            CHECK(found.agreement <= 1);
            for (const double chance : found.agreed_by) {
                CHECK(chance >= 0);
                CHECK(chance <= 1);
            }
            for (std::size_t k = 0; k < deals.size(); ++k) {
                CHECK(found.log_chances[k] <= 1e-15);
                CHECK(found.acceptance[k] >= 0);
                CHECK(found.acceptance[k] <= 1);
            }
            if (n == 2 && lambda >= 1e3) {
                CHECK(off <= before + 1e-12);
                before = off;
            }
        }
        CHECK((n == 3 || before <= 1e-9));
    }
    CHECK(std::isfinite(quantal_response(cut_pie(10), offer_game{}, 1e308).start[0]));
}

TEST_CASE("offers made to be refused are told apart") {
    // Two offers a period: whoever refuses the first one offers the same a moment later.
    deal_set deals;
    deals.parties = 2;
    deals.utilities = {0.9, 0.6, 0.1, 0.1, 0.6, 0.9};
    deals.no_deal = {0.3, 0.3};
    offer_game game;
    game.offers = 3;
    game.offers_per_period = 3;
    const likely_offer sharp = likeliest_offer(quantal_response(deals, game, 1e9));
    CHECK(sharp.deal == 1U);
    CHECK(sharp.as_likely > 1);
    CHECK(sharp.chance == doctest::Approx(1.0 / static_cast<double>(sharp.as_likely)));
    game.offers = 1;
    const likely_offer only = likeliest_offer(quantal_response(deals, game, 1e9));
    CHECK(only == likely_offer{1U, 1, 1});
    CHECK(likeliest_offer({}) == likely_offer{});
}

TEST_CASE("of three parties only the one that answers may leave") {
    // No deal is worth more to the third than waiting, so in `solve` every offer that fails ends
    // the talks. Here the second may refuse, and the talks go on.
    deal_set deals;
    deals.parties = 3;
    deals.utilities = {0.9, 0.01, 0.05, 0.9, 0.55, 0.56};
    deals.no_deal = {0, 0, 0.5};
    offer_game game;
    game.offers = 2;
    game.discount = {0.8, 0.8, 0.8};
    CHECK(solve(deals, game).start[0] == doctest::Approx(0.9));
    const noisy_play sharp = quantal_response(deals, game, 1e4);
    CHECK(sharp.acceptance[0] <= 1e-9);
    CHECK(std::abs(sharp.start[0] - 0.9) > 0.1);
}

TEST_CASE("noise in a drawn order is that of the mean") {
    const deal_set deals = tests::random_deals(4, 2, 9);
    offer_game game;
    game.discount = {0.9, 0.8};
    game.recognition = {1, 0};
    const auto drawn = quantal_response(deals, game, 5);
    game.recognition.clear();
    CHECK(drawn.start[0] == doctest::Approx(quantal_response(deals, game, 5).start[0]));
}

TEST_CASE("noisy games that make no sense are refused") {
    const deal_set pie = cut_pie(2);
    offer_game game;
    CHECK_THROWS_AS((void)quantal_response(pie, game, -1), std::invalid_argument);
    CHECK_THROWS_AS((void)quantal_response(pie, game, std::nan("")), std::invalid_argument);
    game.agreement.quota = 0.5;
    CHECK_THROWS_AS((void)quantal_response(pie, game, 1), std::invalid_argument);
    game = {};
    game.form = answering::in_turn;
    CHECK_THROWS_AS((void)quantal_response(pie, game, 1), std::invalid_argument);
}
