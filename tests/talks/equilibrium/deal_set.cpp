#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/game_tree.hpp>
#include <support/talks.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/deal_set.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using namespace negotiation::talks::equilibrium;

namespace {

/// Deals of random worth, losses among them, some of them alike; no deal is a loss to nobody.
deal_set mixed_deals(std::size_t parties, random_stream& bits) {
    const bool coarse = draw_place(bits, 3) == 0;
    const auto share = [&] {
        const double u = draw_share(bits);
        return coarse ? std::floor(4 * u) / 4 : u;
    };
    deal_set all;
    all.parties = parties;
    const std::size_t deals = 2 + draw_place(bits, 8);
    for (std::size_t k = 0; k < deals * parties; ++k) {
        all.utilities.push_back(1.5 * share() - 0.5);
    }
    for (std::size_t i = 0; i < parties; ++i) {
        all.no_deal.push_back(0.6 * share());
    }
    return all;
}

/// Unanimity, a majority, or a quota of unequal votes, one of which may be a veto.
voting_rule drawn_rule(std::size_t parties, random_stream& bits) {
    voting_rule rule;
    const std::size_t kind = draw_place(bits, 3);
    if (kind > 0) {
        rule.quota = kind == 1 ? 0.5 : 0.3 + 0.6 * draw_share(bits);
        rule.more_than = kind == 1;
    }
    for (std::size_t i = 0; i < parties && kind == 2; ++i) {
        rule.votes.push_back(static_cast<double>(1 + draw_place(bits, 5)));
    }
    if (kind == 2 && draw_place(bits, 2) == 0) {
        rule.veto = {static_cast<party_id>(draw_place(bits, parties))};
    }
    return rule;
}

/// One to three rounds; some mind waiting, some do not.
offer_game drawn_game(std::size_t parties, answering form, random_stream& bits) {
    const auto coin = [&] { return draw_place(bits, 2) == 0; };
    const auto seats = static_cast<std::int64_t>(parties);
    offer_game game;
    game.form = form;
    game.offers = (1 + static_cast<std::int64_t>(draw_place(bits, 3))) * seats;
    game.offers_per_period = form == answering::in_turn ? seats : 1;
    for (std::size_t i = 0; i < parties; ++i) {
        game.discount.push_back(coin() ? 1 : 0.6 + 0.39 * draw_share(bits));
    }
    game.breakdown = coin() ? 0.3 * draw_share(bits) : 0;
    game.agreement = drawn_rule(parties, bits);
    game.discount_no_deal = coin();
    game.deadline_costs = coin();
    return game;
}

void draw_proposers(offer_game& game, std::size_t parties, random_stream& bits) {
    double sum = 0;
    for (std::size_t i = 0; i < parties; ++i) {
        game.recognition.push_back(1 + draw_share(bits));
        sum += game.recognition.back();
    }
    for (double& chance : game.recognition) {
        chance /= sum;
    }
}

double furthest(const std::vector<double>& some, const std::vector<double>& others) {
    REQUIRE(some.size() == others.size());
    double most = 0;
    for (std::size_t k = 0; k < some.size(); ++k) {
        const bool same = some[k] == others[k];  // -inf: not asked
        most = same ? most : std::max(most, std::abs(some[k] - others[k]));
    }
    return most;
}

/// The same move: a deal of the same worth, where it is one.
bool same_offer(const choice& a, const deal_set& all, const choice& b, const deal_set& few) {
    const bool offers = a.kind == proposal::offer;
    return offers == (b.kind == proposal::offer) &&
           (!offers || furthest(all.row(a.deal), few.row(b.deal)) <= 1e-12);
}

}  // namespace

TEST_CASE("a pie is cut in equal steps") {
    const deal_set pie = cut_pie(4);
    CHECK(pie.size() == 5);
    CHECK(pie.row(1) == std::vector<double>{0.25, 0.75});
    CHECK(pie.row(4) == std::vector<double>{1, 0});
    CHECK(pie.deal(2).empty());
    CHECK_THROWS_AS((void)cut_pie(0), std::invalid_argument);
}

TEST_CASE("the efficient deals are in enumeration order") {
    const problem table = tests::sale();
    const arena at(table);
    const bargaining_set found = bargaining_set_of(at, true);
    CHECK_FALSE(found.refused);
    CHECK(found.efficient);
    CHECK(found.deals.size() == 11);  // those that suit only one party as well
    CHECK(found.deals.no_deal == std::vector<double>{2, 3});
    for (std::size_t k = 0; k < found.deals.size(); ++k) {
        CHECK(found.deals.deal(k) == outcome{static_cast<option_id>(k)});
        CHECK(found.deals.row(k)[1] == doctest::Approx(static_cast<double>(k)));
    }
}

TEST_CASE("all deals are those of the arena") {
    const problem table = tests::three_at_a_table();
    const arena at(table);
    const deal_set all = deals_of(at);
    CHECK(all.size() == 4);
    CHECK(all.row(1) == std::vector<double>{2, 3, 1});
    CHECK(all.refused.empty());
    CHECK(deals_of(arena(table, {1, true})).size() == 0);
}

TEST_CASE("red lines under a quota need every deal") {
    problem table = tests::three_at_a_table();
    table.table.parties[0].red_lines.push_back({0, {true, true, true, false}, false, true});
    const arena at(table);
    const bargaining_set found = bargaining_set_of(at, false);
    CHECK_FALSE(found.efficient);
    CHECK(found.deals.size() == 4);
    CHECK(found.deals.refuses(3, 0));
    CHECK_FALSE(found.deals.refuses(3, 1));
    CHECK(bargaining_set_of(at, true).deals.size() == 3);
    CHECK(bargaining_set_of(arena(table, {1, true}), false).refused);
}

TEST_CASE("where no deal is a loss every deal may serve to wait") {
    problem table = tests::three_at_a_table();
    CHECK(bargaining_set_of(arena(table), true).efficient);
    auto& scale = table.table.parties[0].utility.scale;
    scale.reservation = -scale.reservation - 1;
    const arena at(table);
    const bargaining_set found = bargaining_set_of(at, true);
    CHECK_FALSE(found.efficient);
    CHECK(found.deals.utilities == deals_of(at).utilities);
    CHECK(bargaining_set_of(arena(table, {1, true}), true).efficient);
}

TEST_CASE("efficient deals are enough where answers come at once") {
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        random_stream bits(seed, 41);
        const std::size_t parties = 2 + draw_place(bits, 3);
        const deal_set all = mixed_deals(parties, bits);
        const deal_set few = tests::efficient_deals(all);
        offer_game game = drawn_game(parties, answering::at_once, bits);
        game.may_walk_away = seed % 3 != 0;
        if (seed % 2 == 0) {
            draw_proposers(game, parties, bits);
        }
        const induction over_all = solve(all, game);
        const induction over_few = solve(few, game);
        CHECK(furthest(over_all.values, over_few.values) <= 1e-12);
        CHECK(furthest(over_all.thresholds, over_few.thresholds) <= 1e-12);
        for (std::size_t s = 0; s < over_all.choices.size(); ++s) {
            CHECK(over_all.choices[s].kind == over_few.choices[s].kind);
            CHECK(same_offer(over_all.choices[s], all, over_few.choices[s], few));
        }
    }
}

TEST_CASE("efficient deals are enough where offers are voted on") {
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        random_stream bits(seed, 44);
        const std::size_t parties = 2 + draw_place(bits, 3);
        const deal_set all = mixed_deals(parties, bits);
        const deal_set few = tests::efficient_deals(all);
        offer_game game = drawn_game(parties, answering::by_vote, bits);
        draw_proposers(game, parties, bits);
        const induction over_all = solve(all, game);
        const induction over_few = solve(few, game);
        CHECK(furthest(over_all.values, over_few.values) <= 1e-12);
        CHECK(furthest(over_all.thresholds, over_few.thresholds) <= 1e-12);
        for (std::size_t s = 0; s < over_all.choices.size(); ++s) {
            CHECK(over_all.choices[s].kind == over_few.choices[s].kind);
            CHECK(same_offer(over_all.choices[s], all, over_few.choices[s], few));
        }
        const certificate proof = certify(over_few, few, all, game);
        CHECK(proof.regret <= 1e-9);
        CHECK(proof.residual <= 1e-12);
    }
}

TEST_CASE("efficient deals are enough where answers take turns") {
    std::size_t otherwise = 0;
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        random_stream bits(seed, 42);
        const std::size_t parties = 2 + draw_place(bits, 3);
        const deal_set all = mixed_deals(parties, bits);
        const deal_set few = tests::efficient_deals(all);
        const offer_game game = drawn_game(parties, answering::in_turn, bits);
        const induction over_all = solve(all, game);
        const induction over_few = solve(few, game);
        for (std::int64_t turn = 0; turn < game.offers; ++turn) {
            const std::size_t p = over_all.proposer(turn);
            const auto s = static_cast<std::size_t>(turn);
            CHECK(std::abs(over_all.value(s, p) - over_few.value(s, p)) <= 1e-12);
            for (std::size_t i = 0; i < parties; ++i) {
                CHECK((i == p ||
                       furthest({over_all.threshold(s, i)}, {over_few.threshold(s, i)}) <= 1e-12));
            }
            CHECK(same_offer(over_all.choices[s], all, over_few.choices[s], few));
        }
        const bool differs = furthest(over_all.values, over_few.values) > 1e-12;
        otherwise += differs ? 1U : 0U;
        CHECK((!differs || play_out(over_all, game).how != proposal::offer ||
               furthest(over_all.start, over_few.start) <= 1e-12));
    }
    CHECK(otherwise <= 40);  // talks without agreement, where somebody loses nothing by waiting
}

TEST_CASE("efficient deals are enough for a game walked whole") {
    // Every move over all deals is tried; everybody loses by waiting.
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        random_stream bits(seed, 43);
        const std::size_t parties = 3 + draw_place(bits, 2);
        deal_set all = mixed_deals(parties, bits);
        offer_game game = drawn_game(parties, answering::in_turn, bits);
        game.offers = std::min(game.offers, 2 * static_cast<std::int64_t>(parties));
        game.discount_no_deal = true;
        for (std::size_t i = 0; i < parties; ++i) {
            game.discount[i] = 0.6 + 0.3 * draw_share(bits);
            all.no_deal[i] = 0.01 + 0.5 * draw_share(bits);
            for (std::size_t k = 0; k < all.size(); ++k) {
                all.utilities[i * all.size() + k] += 1e-3 * draw_share(bits);  // no ties
            }
        }
        tests::game_tree tree{all,
                              game.offers / game.offers_per_period,
                              game.discount,
                              game.breakdown,
                              game.agreement,
                              game.deadline_costs};
        const induction solved = solve(tests::efficient_deals(all), game);
        CHECK(furthest(solved.start, tree.start()) <= 1e-12);
    }
}

TEST_CASE("efficient deals are enough without a deadline") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        random_stream bits(seed, 44);
        const std::size_t parties = 2 + draw_place(bits, 3);
        const deal_set all = mixed_deals(parties, bits);
        const deal_set few = tests::efficient_deals(all);
        offer_game game = drawn_game(parties, answering::at_once, bits);
        game.discount_no_deal = true;  // else no round is like the one before
        const stationary_set over_all = solve_stationary(all, game);
        const stationary_set over_few = solve_stationary(few, game);
        CHECK(over_all.count == over_few.count);
        REQUIRE(over_all.found.size() == over_few.found.size());
        for (std::size_t k = 0; k < over_all.found.size(); ++k) {
            CHECK(furthest(over_all.found[k].values, over_few.found[k].values) <= 1e-9);
        }
    }
}

TEST_CASE("who loses nothing by waiting may wait or leave") {
    // The second party has nothing to gain. With a deal that the first refuses it can wait; with
    // none it leaves, which is the same to it, and earlier for the first.
    deal_set all;
    all.parties = 2;
    all.utilities = {0, 0.6, 0, 0.1};
    all.no_deal = {0.2, 0.3};
    offer_game game;
    game.form = answering::in_turn;
    game.offers = 4;
    game.offers_per_period = 2;
    game.discount = {0.7, 1};
    const induction over_all = solve(all, game);
    const induction over_few = solve(tests::efficient_deals(all), game);
    CHECK(over_all.choices[1].kind == proposal::wait);
    CHECK(over_few.choices[1].kind == proposal::walk_away);
    CHECK(over_all.value(1, 1) == over_few.value(1, 1));
    CHECK(over_all.value(1, 0) == doctest::Approx(0.7 * 0.2));
    CHECK(over_few.value(1, 0) == doctest::Approx(0.2));
    CHECK(over_all.start == over_few.start);
}
