#include <algorithm>
#include <cmath>
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

/// How far entries at the same place lie apart.
double spread(const std::vector<std::vector<double>>& rows) {
    double most = 0;
    for (const std::vector<double>& row : rows) {
        for (std::size_t k = 0; k < row.size(); ++k) {
            most = std::max(most, std::abs(row[k] - rows.front()[k]));
        }
    }
    return most;
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

TEST_CASE("losses that are put off for ever settle however slowly") {
    // While all wait, values tend to those of talks for ever: at a discount of 0.999999 within
    // millions of rounds. Where play settles, and where it goes round in circles, is held against
    // backward induction from deadlines ever further away.
    std::size_t waits = 0;
    std::size_t circles = 0;
    for (const std::size_t parties : {std::size_t{2}, std::size_t{3}}) {
        for (std::uint64_t seed = 1; seed <= 26; ++seed) {
            const deal_set deals = tests::random_signed_deals(3 + seed % 17, parties, seed);
            for (const double kept : {0.6, 0.9, 0.999999}) {
                offer_game game;
                game.discount.assign(parties, kept);
                game.discount.front() = 1 - 1.5 * (1 - kept);
                const stationary_set set = solve_stationary(deals, game);
                CHECK(set.followed);
                CHECK(set.iterations < 100'000);
                for (std::size_t last = 0; last < parties; ++last) {
                    const auto first = static_cast<std::int64_t>(last) + 1;
                    const auto n = static_cast<std::int64_t>(parties);
                    std::vector<std::vector<double>> rounds;  // the first, by deadline
                    for (std::int64_t k = 200; kept < 0.99 && k < 212; ++k) {
                        game.offers = first + k * n;
                        const std::vector<double> all = solve(deals, game).values;
                        rounds.emplace_back(all.begin(), all.begin() + n * n);
                    }
                    if (!set.reached[last]) {
                        ++circles;
                        CHECK((rounds.empty() || spread(rounds) > 1e-9));
                        continue;
                    }
                    const stationary_play& play = set.found[*set.reached[last]];
                    const certificate proof = certify(play, deals, deals, game);
                    CHECK(proof.exact);
                    CHECK(proof.regret <= 1e-9);
                    waits += play.choices[0] == choice{proposal::wait, 0, 1} ? 1U : 0U;
                    rounds.push_back(play.values);
                    CHECK(spread(rounds) <= 1e-9);
                }
            }
        }
    }
    CHECK(waits > 0);
    CHECK(circles > 0);
}

TEST_CASE("whose vote is bought may decide") {
    // Three divide a pie in equal steps by majority. A closed form, Baron and Ferejohn 1989: at 0.9
    // a vote costs 0.3 and the proposer keeps 0.7; each is bought once, or its vote would cost
    // more.
    const auto divided = [](std::size_t steps) {
        deal_set pie;
        pie.parties = 3;
        pie.no_deal = {0, 0, 0};
        std::vector<std::vector<double>> shares(3);
        for (std::size_t a = 0; a <= steps; ++a) {
            for (std::size_t b = 0; a + b <= steps; ++b) {
                const std::vector<std::size_t> parts{a, b, steps - a - b};
                for (std::size_t i = 0; i < 3; ++i) {
                    shares[i].push_back(static_cast<double>(parts[i]) / static_cast<double>(steps));
                }
            }
        }
        for (const auto& column : shares) {
            pie.utilities.insert(pie.utilities.end(), column.begin(), column.end());
        }
        return pie;
    };
    offer_game game;
    game.recognition.assign(3, 1.0 / 3);
    game.agreement.quota = 0.5;
    game.agreement.more_than = true;
    const deal_set tenths = divided(10);
    game.discount = {0.9, 0.9, 0.9};
    const stationary_play equal = solve_drawn(tenths, game);
    REQUIRE(equal.converged);
    for (std::size_t p = 0; p < 3; ++p) {
        CHECK(tenths.utility(equal.choices[p].deal, p) == doctest::Approx(0.7));
        CHECK((equal.values[p] + equal.values[3 + p] + equal.values[6 + p]) / 3 ==
              doctest::Approx(1.0 / 3));
    }
    CHECK(certify(equal, tenths, tenths, game).exact);
    const deal_set fifths = divided(5);
    for (const std::vector<double>& discount :
         {std::vector<double>{0.5, 0.75, 0.9}, std::vector<double>{0.5, 0.5, 0.75}}) {
        game.discount = discount;
        const stationary_play play = solve_drawn(fifths, game);
        CHECK(play.converged);
        const certificate proof = certify(play, fifths, fifths, game);
        CHECK(proof.regret <= 1e-12);
        CHECK(proof.residual <= 1e-12);
    }
}

TEST_CASE("to accept anything because all others do is no equilibrium") {
    // Each takes all, and nobody asks for anything: no vote decides alone, and going on is worth a
    // third less what waiting costs.
    deal_set deals;
    deals.parties = 3;
    deals.no_deal = {0, 0, 0};
    deals.utilities = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    offer_game game;
    game.discount = {0.9, 0.9, 0.9};
    game.recognition.assign(3, 1.0 / 3);
    game.agreement.quota = 0.5;
    game.agreement.more_than = true;
    stationary_play play;
    play.choices = {{proposal::offer, 0, 0}, {proposal::offer, 1, 0}, {proposal::offer, 2, 0}};
    play.values = deals.utilities;
    play.thresholds.assign(9, 0);
    CHECK(certify(play, deals, deals, game).regret == doctest::Approx(0.3));
    game.offers = 2;
    induction dated = solve(deals, game);
    CHECK(certify(dated, deals, deals, game).regret <= 1e-12);
    for (std::size_t p = 0; p < 3; ++p) {
        dated.choices[p] = play.choices[p];
        for (std::size_t i = 0; i < 3; ++i) {
            dated.values[p * 3 + i] = deals.utility(p, i);
            dated.thresholds[p * 3 + i] = 0;
        }
    }
    CHECK(certify(dated, deals, deals, game).regret == doctest::Approx(0.3));
}

TEST_CASE("each party has a scale of its own") {
    // To a party with utilities of 1e16 rounding is more than all that the other has: still nobody
    // signs what is worth less than no deal.
    deal_set deals = cut_pie(10);
    for (std::size_t k = 0; k < deals.size(); ++k) {
        deals.utilities[k] *= 1e16;
    }
    deals.no_deal = {0, 0.4};
    offer_game game;
    game.discount = {0.9, 0.9};
    const stationary_set set = solve_stationary(deals, game);
    for (const stationary_play& play : set.found) {
        CHECK(play.values[1] >= 0.4);
        CHECK(certify(play, deals, deals, game).exact);
    }
    game.offers = 5;
    const induction solved = solve(deals, game);
    CHECK(solved.start[1] >= 0.4);
    CHECK(certify(solved, deals, deals, game).exact);
    game.form = answering::in_turn;
    CHECK(solve(deals, game).start[1] >= 0.4);
    // A gain of 0.4 counts, however small it is beside the other's.
    stationary_play wrong = set.found.front();
    wrong.choices[0].deal = 10;
    wrong.values[0] = 1e16;
    wrong.values[1] = 0;
    wrong.thresholds[1] = 0;
    CHECK_FALSE(certify(wrong, deals, deals, game).exact);
}

TEST_CASE("no deal that does not wane is another game in every round") {
    deal_set pie = cut_pie(10);
    pie.no_deal = {0.45, 0.45};
    offer_game game;
    game.discount = {0.8, 0.8};
    game.discount_no_deal = false;
    CHECK_THROWS_AS((void)solve_stationary(pie, game), std::invalid_argument);
    game.recognition = {0.5, 0.5};
    CHECK_THROWS_AS((void)solve_drawn(pie, game), std::invalid_argument);
    CHECK_THROWS_AS((void)certify(stationary_play{}, pie, pie, game), std::invalid_argument);
    pie.no_deal = {0, 0};
    CHECK(solve_drawn(pie, game).converged);
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
