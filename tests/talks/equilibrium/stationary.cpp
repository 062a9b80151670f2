#include <algorithm>
#include <cstdint>
#include <set>
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

/// Whether a deal for each proposer is an equilibrium in which all are accepted, by its definition.
bool holds(const deal_set& deals, const std::vector<double>& discount,
           const std::vector<std::size_t>& offered) {
    const std::size_t n = deals.parties;
    for (std::size_t p = 0; p < n; ++p) {
        std::vector<double> least(n);
        bool somebody_leaves = false;
        for (std::size_t i = 0; i < n; ++i) {
            least[i] = discount[i] * deals.utility(offered[(p + 1) % n], i);
            somebody_leaves = somebody_leaves || (i != p && deals.no_deal[i] > least[i]);
        }
        least = somebody_leaves ? deals.no_deal : least;
        least[p] = std::max(least[p], deals.no_deal[p]);
        const auto taken = [&](std::size_t k) {
            for (std::size_t j = 0; j < n; ++j) {
                if (j != p && deals.utility(k, j) < least[j]) {
                    return false;
                }
            }
            return true;
        };
        const double mine = deals.utility(offered[p], p);
        if (!taken(offered[p]) || mine < least[p]) {
            return false;
        }
        for (std::size_t k = 0; k < deals.size(); ++k) {
            if (taken(k) && deals.utility(k, p) > mine) {
                return false;
            }
        }
    }
    return true;
}

std::set<std::vector<std::size_t>> all_that_hold(const deal_set& deals,
                                                 const std::vector<double>& discount) {
    std::set<std::vector<std::size_t>> found;
    std::vector<std::size_t> offered(deals.parties, 0);
    for (;;) {
        if (holds(deals, discount, offered)) {
            found.insert(offered);
        }
        std::size_t p = 0;
        while (p < offered.size() && ++offered[p] == deals.size()) {
            offered[p++] = 0;
        }
        if (p == offered.size()) {
            return found;
        }
    }
}

std::set<std::vector<std::size_t>> all_found(const stationary_set& set) {
    std::set<std::vector<std::size_t>> found;
    for (const stationary_play& play : set.found) {
        std::vector<std::size_t> offered;
        for (const choice& c : play.choices) {
            if (c.kind == proposal::offer) {
                offered.push_back(c.deal);
            }
        }
        if (offered.size() == play.choices.size()) {
            found.insert(offered);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every pair of thresholds is tried") {
    std::size_t several = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const deal_set deals = tests::random_deals(9, 2, seed);
        offer_game game;
        game.discount = {0.95, 0.9};
        const stationary_set set = solve_stationary(deals, game);
        CHECK(all_found(set) == all_that_hold(deals, game.discount));
        CHECK(*set.count <= set.found.size());
        several += *set.count > 1 ? 1U : 0U;
        for (const stationary_play& play : set.found) {
            const certificate proof = certify(play, deals, deals, game);
            CHECK(proof.regret <= 1e-12);
            CHECK(proof.residual <= 1e-12);
        }
    }
    CHECK(several > 0);
}

TEST_CASE("every triple of thresholds is tried") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const deal_set deals = tests::random_deals(6, 3, seed);
        offer_game game;
        game.discount = {0.9, 0.9, 0.9};
        const stationary_set set = solve_stationary(deals, game);
        CHECK(all_found(set) == all_that_hold(deals, game.discount));
        CHECK(set.reached.size() == 3);
    }
}

TEST_CASE("a fine pie has rubinstein's division among its fixed points") {
    offer_game game;
    game.discount = {0.9, 0.8};
    const deal_set pie = cut_pie(7000);  // both divisions lie on the grid but for rounding
    const stationary_set set = solve_stationary(pie, game);
    REQUIRE(set.count);
    CHECK(*set.count >= 1);
    for (std::size_t last = 0; last < 2; ++last) {
        REQUIRE(set.reached[last]);
        CHECK(set.found[*set.reached[last]].values[0] ==
              doctest::Approx(shares_without_deadline({0.9, 0.8})[0]).epsilon(1e-3));
    }
    // Impatient parties over few deals: several divisions hold.
    game.discount = {0.5, 0.5};
    CHECK(*solve_stationary(cut_pie(3), game).count >= 1);
    // Patient ones over few deals: almost every deal holds itself up.
    game.discount = {0.999, 0.999};
    const stationary_set many = solve_stationary(cut_pie(10), game);
    CHECK(*many.count == 11);
    CHECK(all_found(many) == all_that_hold(cut_pie(10), game.discount));
}

TEST_CASE("where a deadline leads depends on who speaks last") {
    // Patience over ten steps: each last word takes all, at any distance. Backward induction says
    // the same at every deadline.
    offer_game game;
    game.discount = {0.95, 0.95};
    const deal_set pie = cut_pie(10);
    const stationary_set set = solve_stationary(pie, game);
    REQUIRE(set.reached.size() == 2);
    for (std::size_t last = 0; last < 2; ++last) {
        REQUIRE(set.reached[last]);
        const stationary_play& play = set.found[*set.reached[last]];
        CHECK(play.values[0] == (last == 0 ? 1 : 0));
        CHECK(play.values[1] == (last == 0 ? 0 : 1));
        for (const std::int64_t deadline : {200, 400}) {
            game.offers = deadline + (last == 0 ? 1 : 0);
            CHECK(solve(pie, game).start[0] == play.values[0]);
        }
    }
}

TEST_CASE("stationary play that strays has a regret") {
    offer_game game;
    game.discount = {0.9, 0.9};
    const deal_set pie = cut_pie(100);
    stationary_play play = solve_stationary(pie, game).found.front();
    CHECK(certify(play, pie, pie, game).regret <= 1e-12);
    // A refusal that costs the party that refuses: no proposer would notice.
    play.thresholds[1] += 0.2;
    CHECK(certify(play, pie, pie, game).regret >= 0.19);
    play = solve_stationary(pie, game).found.front();
    play.choices[0].deal -= 10;
    CHECK(certify(play, pie, pie, game).residual >= 0.09);
}

TEST_CASE("where no deal suits everybody nobody offers") {
    deal_set pie = cut_pie(10);
    pie.no_deal = {0.7, 0.7};
    offer_game game;
    game.discount = {0.9, 0.9};
    const stationary_set set = solve_stationary(pie, game);
    CHECK(*set.count == 1);
    CHECK(set.found[0].values[0] == doctest::Approx(0.7));
    CHECK(set.found[0].choices[0].kind != proposal::offer);
}

TEST_CASE("a search that is too long is not made") {
    offer_game game;
    game.discount = {0.9, 0.9};
    const stationary_set set = solve_stationary(cut_pie(1000), game, 10);
    CHECK_FALSE(set.count);
    CHECK(set.found.size() <= 2);
    CHECK(*set.reached[0] == 0);
}

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
