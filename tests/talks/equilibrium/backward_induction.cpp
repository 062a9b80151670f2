#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/game_tree.hpp>

#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/unit_pie.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using namespace negotiation::talks::equilibrium;

namespace {

offer_game pie_game(std::int64_t offers) {
    offer_game game;
    game.offers = offers;
    game.discount = {0.9, 0.8};
    return game;
}

/// Stacked alternating offers over some rounds, waiting costly.
offer_game stacked(std::int64_t rounds, std::vector<double> discount, double breakdown) {
    offer_game game;
    game.form = answering::in_turn;
    game.offers = rounds * static_cast<std::int64_t>(discount.size());
    game.offers_per_period = static_cast<std::int64_t>(discount.size());
    game.discount = std::move(discount);
    game.breakdown = breakdown;
    return game;
}

}  // namespace

TEST_CASE("the pie with a deadline of one to six offers") {
    // Stahl 1972; discounts 0.9 and 0.8. All of these shares lie on the grid.
    const std::vector<double> first{1, 0.2, 0.92, 0.344, 0.8624, 0.44768};
    const deal_set pie = cut_pie(100'000);
    for (std::size_t k = 0; k < first.size(); ++k) {
        const offer_game game = pie_game(static_cast<std::int64_t>(k) + 1);
        const induction solved = solve(pie, game);
        CHECK(solved.start[0] == doctest::Approx(first[k]).epsilon(1e-12));
        CHECK(solved.start[1] == doctest::Approx(1 - first[k]).epsilon(1e-12));
        const course played = play_out(solved, game);
        CHECK(played.how == proposal::offer);
        CHECK(played.offer == 0);
        CHECK(*played.deal == static_cast<std::uint32_t>(std::lround(first[k] * 100'000)));
        const certificate proof = certify(solved, pie, pie, game);
        CHECK(proof.regret <= 1e-11);
        CHECK(proof.residual <= 1e-11);
        CHECK(proof.states == k + 1);
    }
}

TEST_CASE("a fine pie with a distant deadline is rubinstein's") {
    const deal_set pie = cut_pie(20'000);
    const induction solved = solve(pie, pie_game(201));
    CHECK(solved.start[0] == doctest::Approx(0.714286).epsilon(1e-3));
}

TEST_CASE("a tree walked by hand gives the same play") {
    // Every move of the protocol is tried, with no thought of thresholds.
    for (const std::size_t parties : {std::size_t{2}, std::size_t{3}}) {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const deal_set all = tests::random_deals(7, parties, seed);
            std::vector<double> discount(parties, 0.9);
            discount.front() = 0.8;
            const double breakdown = seed % 3 == 0 ? 0.1 : 0;
            for (std::int64_t rounds = 1; rounds <= 3; ++rounds) {
                tests::game_tree tree{all, rounds, discount, breakdown, {}};
                const offer_game game = stacked(rounds, discount, breakdown);
                const deal_set few = tests::efficient_deals(all);
                const induction solved = solve(few, game);
                const std::vector<double> start = tree.start();
                for (std::size_t i = 0; i < parties; ++i) {
                    CHECK(solved.start[i] == doctest::Approx(start[i]).epsilon(1e-9));
                }
                const certificate proof = certify(solved, few, all, game);
                CHECK(proof.regret <= 1e-9);
                CHECK(proof.residual <= 1e-12);
                CHECK(proof.deals == all.size());
            }
        }
    }
}

TEST_CASE("who would rather wait needs something that is refused") {
    // Two losses: the second party would put any of them off, and cannot.
    deal_set losses;
    losses.parties = 2;
    losses.utilities = {-8, -6, -5, 2};
    losses.no_deal = {-4, -6};
    tests::game_tree by_hand{losses, 3, {0.5, 0.5}, 0, {}};
    const offer_game three = stacked(3, {0.5, 0.5}, 0);
    const induction put_off = solve(losses, three);
    CHECK(put_off.start == by_hand.start());
    CHECK(certify(put_off, losses, losses, three).regret <= 1e-12);
    CHECK(certify(put_off, losses, losses, three).residual <= 1e-12);
    std::size_t waits = 0;
    for (const std::size_t parties : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            const deal_set all = tests::random_signed_deals(2 + seed % 5, parties, seed);
            std::vector<double> discount(parties, 0.6);
            discount.front() = 0.9;
            const double breakdown = seed % 3 == 0 ? 0.1 : 0;
            for (std::int64_t rounds = 1; rounds <= 3; ++rounds) {
                tests::game_tree tree{all, rounds, discount, breakdown, {}};
                const offer_game game = stacked(rounds, discount, breakdown);
                const induction solved = solve(all, game);
                const std::vector<double> start = tree.start();
                for (std::size_t i = 0; i < parties; ++i) {
                    CHECK(solved.start[i] == doctest::Approx(start[i]).epsilon(1e-9));
                }
                const certificate proof = certify(solved, all, all, game);
                CHECK(proof.regret <= 1e-9);
                CHECK(proof.residual <= 1e-12);
                waits += solved.choices[0].kind == proposal::wait ? 1U : 0U;
            }
        }
    }
    CHECK(waits > 0);
}

TEST_CASE("a wait that cannot be had shows in the residual") {
    // One deal, accepted by whoever is asked: nothing can be said that is refused.
    deal_set one;
    one.parties = 2;
    one.utilities = {-1, 1};
    one.no_deal = {-2, 0};
    const offer_game game = stacked(2, {0.5, 0.5}, 0);
    induction solved = solve(one, game);
    CHECK(solved.choices[0] == choice{proposal::offer, 0, 0});
    solved.choices[0] = {proposal::wait, 0, 1};
    CHECK(certify(solved, one, one, game).residual >= 0.5);
    solved.choices[0] = {proposal::wait, nothing_said, 1};
    CHECK(certify(solved, one, one, game).residual >= 0.5);
}

TEST_CASE("a quota binds whoever is not asked") {
    voting_rule majority;
    majority.quota = 0.5;
    majority.more_than = true;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const deal_set all = tests::random_deals(7, 3, seed);
        tests::game_tree tree{all, 2, {0.9, 0.9, 0.9}, 0, majority};
        offer_game game = stacked(2, {0.9, 0.9, 0.9}, 0);
        game.agreement = majority;
        const induction solved = solve(tests::efficient_deals(all), game);
        const std::vector<double> start = tree.start();
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(solved.start[i] == doctest::Approx(start[i]).epsilon(1e-9));
        }
        CHECK(certify(solved, tests::efficient_deals(all), all, game).regret <= 1e-9);
        // At once: everybody votes, and any two carry it.
        game.form = answering::at_once;
        game.offers_per_period = 1;
        CHECK(certify(solve(tests::efficient_deals(all), game), tests::efficient_deals(all), all,
                      game)
                  .regret <= 1e-9);
    }
}

TEST_CASE("who proposes is drawn") {
    // One offer: whoever is drawn takes its best of what suits the others.
    const deal_set all = tests::random_deals(9, 3, 5);
    offer_game game;
    game.recognition = {0.5, 0.3, 0.2};
    game.discount = {0.9, 0.8, 0.7};
    std::vector<double> mean(3, 0);
    for (std::size_t p = 0; p < 3; ++p) {
        std::vector<double> best = all.no_deal;
        for (std::size_t k = 0; k < all.size(); ++k) {
            bool suits = true;
            for (std::size_t j = 0; j < 3; ++j) {
                suits = suits && (j == p || all.utility(k, j) >= all.no_deal[j]);
            }
            best = suits && all.utility(k, p) > best[p] ? all.row(k) : best;
        }
        for (std::size_t i = 0; i < 3; ++i) {
            mean[i] += game.recognition[p] * best[i];
        }
    }
    const induction solved = solve(all, game);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(solved.start[i] == doctest::Approx(mean[i]));
    }
    game.offers = 12;
    CHECK(certify(solve(all, game), all, all, game).regret <= 1e-12);
    CHECK_THROWS_AS((void)play_out(solved, game), std::invalid_argument);
}

TEST_CASE("votes walked one by one give the same play") {
    voting_rule majority;
    majority.quota = 0.5;
    majority.more_than = true;
    voting_rule weighted;
    weighted.quota = 0.6;
    weighted.votes = {3, 2, 1, 1};
    weighted.veto = {1};
    std::size_t left = 0;
    for (const std::size_t parties : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
        for (std::uint64_t seed = 1; seed <= 120; ++seed) {
            const bool losses = seed % 4 == 0;
            const deal_set all = losses ? tests::random_signed_deals(1 + seed % 6, parties, seed)
                                        : tests::random_deals(1 + seed % 6, parties, seed);
            offer_game game;
            game.form = answering::by_vote;
            game.discount.assign(parties, 0.7);
            game.discount.front() = 0.9;
            game.breakdown = seed % 3 == 0 ? 0.1 : 0;
            game.recognition.assign(parties, 0.6 / static_cast<double>(parties - 1));
            game.recognition.back() = 0.4;
            game.agreement = seed % 5 == 0                   ? majority
                             : seed % 5 == 1 && parties == 4 ? weighted
                                                             : voting_rule{};
            for (game.offers = 1; game.offers <= 5; ++game.offers) {
                const tests::lottery_tree tree{all,           game.offers,    game.recognition,
                                               game.discount, game.breakdown, game.agreement};
                const deal_set few = losses ? all : tests::efficient_deals(all);
                const induction solved = solve(few, game);
                const std::vector<double> start = tree.start();
                for (std::size_t i = 0; i < parties; ++i) {
                    CHECK(solved.start[i] == doctest::Approx(start[i]).epsilon(1e-9));
                }
                const certificate proof = certify(solved, few, all, game);
                CHECK(proof.regret <= 1e-9);
                CHECK(proof.residual <= 1e-12);
                CHECK(proof.states == parties * static_cast<std::size_t>(game.offers));
                for (const choice& made : solved.choices) {
                    left += made.kind == proposal::walk_away ? 1U : 0U;
                }
            }
        }
    }
    CHECK(left > 0);
}

TEST_CASE("who votes cannot leave and who offers has to speak") {
    // One deal, worth less to the second party than no deal and more than no deal a round later.
    deal_set one;
    one.parties = 2;
    one.utilities = {1, 0.4};
    one.no_deal = {0, 0.5};
    offer_game game;
    game.form = answering::by_vote;
    game.recognition = {1, 0};
    game.discount = {0.5, 0.5};
    CHECK(solve(one, game).start == std::vector<double>{1, 0.4});
    game.form = answering::at_once;
    CHECK(solve(one, game).start == std::vector<double>{0, 0.5});
    // A loss that everybody takes cannot be put off, since nothing can be said that falls.
    one.utilities = {-1, 1};
    one.no_deal = {-2, 0};
    game.form = answering::by_vote;
    induction solved = solve(one, game);
    CHECK(solved.choices[0] == choice{proposal::offer, 0, 0});
    solved.choices[0] = {proposal::wait, 0, 1};
    CHECK(certify(solved, one, one, game).residual >= 0.5);
    // Whoever could sign nothing leaves.
    one.refused = {true, false};
    CHECK(solve(one, game).choices[0].kind == proposal::walk_away);
    CHECK(certify(solve(one, game), one, one, game).residual <= 1e-12);
    game.may_walk_away = false;
    CHECK(solve(one, game).choices[0] == choice{proposal::wait, nothing_said, 1});
    CHECK(certify(solve(one, game), one, one, game).residual <= 1e-12);
}

TEST_CASE("an outside option binds where it is better than bargaining") {
    // Outside option principle, equal discounts of 0.9: threshold 0.9/1.9, see theory/.
    offer_game game;
    game.offers = 401;
    game.discount = {0.9, 0.9};
    deal_set pie = cut_pie(10'000);
    for (const double option : {0.3, 0.45, 0.5, 0.6}) {
        pie.no_deal = {0, option};
        const double responder = solve(pie, game).start[1];
        CHECK(responder == doctest::Approx(std::max(option, 0.9 / 1.9)).epsilon(1e-3));
    }
    // Not at hand until the end, it is forgotten by a distant deadline.
    pie.no_deal = {0, 0.6};
    game.may_walk_away = false;
    CHECK(solve(pie, game).start[1] == doctest::Approx(0.9 / 1.9).epsilon(1e-3));
}

TEST_CASE("where no deal suits everybody somebody leaves at once") {
    deal_set pie = cut_pie(10);
    pie.no_deal = {0.7, 0.7};
    for (const answering form : {answering::at_once, answering::in_turn}) {
        offer_game game = pie_game(9);
        game.form = form;
        const induction solved = solve(pie, game);
        CHECK(solved.start == pie.no_deal);
        CHECK(play_out(solved, game).how == proposal::walk_away);
        CHECK(certify(solved, pie, pie, game).regret <= 1e-12);
        game.discount_no_deal = false;
        CHECK(solve(pie, game).start[0] == doctest::Approx(0.7));
        CHECK(solve(pie, game).start[1] == doctest::Approx(0.7));
        CHECK(play_out(solve(pie, game), game).how == proposal::wait);
        game.may_walk_away = false;
        CHECK(play_out(solve(pie, game), game).offer == 9);
    }
}

TEST_CASE("no deal that is not discounted grows by waiting") {
    deal_set pie = cut_pie(1000);
    pie.no_deal = {0.3, 0.3};
    offer_game game = pie_game(30);
    game.discount_no_deal = false;
    const induction solved = solve(pie, game);
    CHECK(play_out(solved, game).offer == 0);
    CHECK(solved.start[0] >= 0.3);
    CHECK(solved.start[1] >= 0.3);
    CHECK(certify(solved, pie, pie, game).regret <= 1e-9);
}

TEST_CASE("play that strays has a regret") {
    const deal_set pie = cut_pie(100);
    const offer_game game = pie_game(4);
    induction solved = solve(pie, game);
    // The second offer gives away a tenth too much: seen there, and in the values before it.
    solved.choices[1].deal += 10;
    const certificate proof = certify(solved, pie, pie, game);
    CHECK(proof.regret >= 0.09);
    CHECK(proof.residual >= 0.09);
    // A threat that nobody would carry out.
    solved = solve(pie, game);
    solved.thresholds[2] += 0.5;
    CHECK(certify(solved, pie, pie, game).regret > 0.4);
}

TEST_CASE("ties go to the others and then to the first deal") {
    deal_set deals;
    deals.parties = 2;
    deals.no_deal = {0, 0};
    deals.utilities = {1, 1, 1, 0.5, 0.2, 0.4, 0.4, 0.9};
    offer_game game;
    CHECK(solve(deals, game).choices[0] == choice{proposal::offer, 1, 0});
    deals.refused = {false, true, false, false, false, false, false, false};
    CHECK(solve(deals, game).choices[0] == choice{proposal::offer, 2, 0});
    // Worth exactly no deal: accepted.
    deals.refused.clear();
    deals.no_deal = {1, 0.4};
    CHECK(solve(deals, game).choices[0].deal == 1);
}

TEST_CASE("games that cannot be solved are refused") {
    const deal_set pie = cut_pie(10);
    offer_game game = pie_game(maximum_states + 1);
    CHECK_THROWS_AS((void)solve(pie, game), std::invalid_argument);
    deal_set odd = pie;
    odd.no_deal.push_back(0);
    CHECK_THROWS_AS((void)solve(odd, offer_game{}), std::invalid_argument);
}
