#include <algorithm>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/significance.hpp>
#include <negotiation/model/draw.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::near;

namespace {

comparison flipped(const std::vector<double>& differences, std::size_t choices = 1999) {
    random_stream bits(1);
    return sign_flip(differences, choices, bits);
}

double around_zero(random_stream& bits) {
    return draw_share(bits) + draw_share(bits) + draw_share(bits) - 1.5;
}

/// Every two of some contestants in both seats of some stages. Each gets what it is worth, what
/// the stage does to it, and half of what it takes from the other in their match.
std::vector<pairing_result> simulated(const std::vector<double>& worth, std::size_t stages,
                                      random_stream& bits) {
    std::vector<pairing_result> all;
    for (std::size_t stage = 0; stage < stages; ++stage) {
        std::vector<double> here;
        for (const double w : worth) {
            here.push_back(w + around_zero(bits));
        }
        for (std::size_t a = 0; a < worth.size(); ++a) {
            for (std::size_t b = 0; b < worth.size(); ++b) {
                const double taken = around_zero(bits) / 2;
                pairing_result one;
                one.who = {stage, 0, {a, b}};
                one.played = one.results = 1;
                one.utilities = {here[a] + taken, here[b] - taken};
                all.push_back(std::move(one));
            }
        }
    }
    return all;
}

std::vector<standing> ranked_as_listed(std::size_t contestants) {
    std::vector<standing> rows(contestants);
    for (std::size_t k = 0; k < contestants; ++k) {
        rows[k].results = 1;
        rows[k].rank = k + 1;
    }
    return rows;
}

/// Comparisons that come out.
int told_apart(const significance& of) {
    return static_cast<int>(std::count_if(of.all.begin(), of.all.end(), [&](const comparison& one) {
        return one.adjusted <= of.level;
    }));
}

}  // namespace

TEST_CASE("few pairs are compared exactly") {
    // Of 8 choices of signs, two are as far from 0.
    CHECK(near(flipped({1, 2, 3}).p, 0.25));
    CHECK(flipped({1, 2, 3}).exact);
    CHECK(near(flipped({1, 2, 3}).difference, 2));
    // Sums -3 -1 1 3, three times each in the middle: all but none are as far as 1.
    CHECK(flipped({1, 1, -1}).p == 1);
    CHECK(flipped({}).p == 1);
    CHECK(flipped({0, 0, 0}).p == 1);
    CHECK(flipped({0, 0, 0}).pairs == 3);
    // Zeros can be flipped as they like.
    CHECK(near(flipped({0, 1, 2, 3, 0}).p, 0.25));
    // Darwin's maize in eighths of an inch (Fisher 1935): 1,726 of 32,768 choices are as extreme.
    const std::vector<double> maize{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    const comparison sampled = flipped(maize, 100'000);
    CHECK_FALSE(sampled.exact);
    CHECK(near(sampled.p, 1726.0 / 32768, 0.02));
    CHECK(near(sampled.difference, 314.0 / 15));
}

TEST_CASE("many comparisons are corrected step by step") {
    CHECK(holm({}).empty());
    const std::vector<double> adjusted = holm({0.01, 0.04, 0.03, 0.005});
    CHECK(near(adjusted[3], 0.02));
    CHECK(near(adjusted[0], 0.03));
    CHECK(near(adjusted[2], 0.06));
    CHECK(near(adjusted[1], 0.06));  // never less than one before it
    CHECK(holm({0.9, 0.8}) == std::vector<double>{1, 1});
}

TEST_CASE("equal contestants are seldom told apart") {
    // Differences of random size, alike in both directions: a p below 0.05 in 5 % of the cases.
    random_stream bits(3);
    int low = 0;
    for (int k = 0; k < 1000; ++k) {
        std::vector<double> differences;
        for (int i = 0; i < 20; ++i) {
            differences.push_back(draw_share(bits) - draw_share(bits));
        }
        low += sign_flip(differences, 999, bits).p <= 0.05 ? 1 : 0;
    }
    CHECK(low > 25);
    CHECK(low < 80);
}

TEST_CASE("stages that suit one or the other tell nobody apart") {
    // All are worth the same, but each stage suits some. One tournament in twenty may be wrong.
    random_stream bits(11);
    int wrong = 0;
    for (int k = 0; k < 400; ++k) {
        const significance found = compare(simulated({0, 0, 0, 0}, 9, bits), ranked_as_listed(4),
                                           {static_cast<std::uint64_t>(k)});
        wrong += told_apart(found) > 0 ? 1 : 0;
    }
    CHECK(wrong >= 4);
    CHECK(wrong <= 32);
}

TEST_CASE("what is better everywhere is found") {
    random_stream bits(12);
    const significance found = compare(simulated({3, 0, 0}, 16, bits), ranked_as_listed(3), {1});
    CHECK(told_apart(found) == 2);
    CHECK_FALSE(found.all[0].exact);
    CHECK(found.all[0].stages == 16);
    CHECK(found.all[0].pairs == 16 * 2 * 3);
    CHECK(found.all[0].difference > 2);
    CHECK(found.groups == std::vector<std::vector<std::size_t>>{{0}, {1, 2}});
    // Exactly, where stages are few: two choices of signs of 2^7 are as extreme.
    const significance few = compare(simulated({9, 0, 0}, 7, bits), ranked_as_listed(3), {1});
    CHECK(few.all[0].exact);
    CHECK(few.all[0].p == 2.0 / 128);
    CHECK(few.stages == 7);
    CHECK(few.stages_needed == 7);
    CHECK(told_apart(few) == 2);
}

TEST_CASE("with few stages nobody can be told apart") {
    CHECK(stages_needed(0, 0.05) == 0);
    CHECK(stages_needed(1, 0.05) == 6);  // 2 / 64
    CHECK(stages_needed(1, 0.5) == 2);
    CHECK(stages_needed(6, 0.05) == 8);    // 12 / 256
    CHECK(stages_needed(45, 0.05) == 11);  // 90 / 2048
    random_stream bits(13);
    for (std::size_t stages = 1; stages < 8; ++stages) {
        const significance found =
            compare(simulated({90, 60, 30, 0}, stages, bits), ranked_as_listed(4), {1});
        CHECK(told_apart(found) == 0);
        CHECK(found.stages == stages);
        CHECK(found.stages_needed == 8);
        CHECK(found.groups.size() == 1);
    }
    CHECK(told_apart(compare(simulated({90, 60, 30, 0}, 8, bits), ranked_as_listed(4), {1})) == 6);
}

TEST_CASE("stages weigh alike however many places they have") {
    std::vector<pairing_result> pairings(4);
    // 1 in one place of the first stage; 0 and 3 in two places of the second.
    const std::vector<double> first{1, 0, 0, 0};
    for (std::size_t k = 0; k < 4; ++k) {
        pairings[k].who = {k < 2 ? 0U : 1U, 0, {k % 2}};
        pairings[k].results = 1;
        pairings[k].utilities = {first[k]};
    }
    pairings.resize(6);
    pairings[4].who = {1, 1, {0}};
    pairings[5].who = {1, 1, {1}};
    for (std::size_t k = 4; k < 6; ++k) {
        pairings[k].results = 1;
        pairings[k].utilities = {k == 4 ? 3.0 : 0.0};
    }
    const significance found = compare(pairings, ranked_as_listed(2), {1});
    REQUIRE(found.all.size() == 1);
    CHECK(found.all[0].pairs == 3);
    CHECK(found.all[0].stages == 2);
    CHECK(near(found.all[0].difference, (1 + 1.5) / 2));
    CHECK(found.all[0].p == 0.5);
}

TEST_CASE("places at large tables are told apart") {
    // 64 seats, two contestants, two stages under two mediations: the first contestant everywhere,
    // and the second one in the first seat.
    std::vector<pairing_result> pairings;
    for (std::size_t k = 0; k < 8; ++k) {
        pairing_result& one = pairings.emplace_back();
        one.who = {k / 4, k / 2 % 2, std::vector<std::size_t>(64, 0)};
        one.who.contestants[0] = k % 2;
        one.results = 1;
        one.utilities.assign(64, 0);
        one.utilities[0] = k < 4 ? 1 : 3 - static_cast<double>(k % 2);
    }
    const significance found = compare(pairings, ranked_as_listed(2), {1});
    REQUIRE(found.all.size() == 1);
    CHECK(found.all[0].pairs == 4);
    CHECK(found.all[0].stages == 2);
    CHECK(near(found.all[0].difference, 0.5));  // 0 and 1
}

TEST_CASE("letters never say the opposite of the test") {
    // Scenarios for two to five, some strategies, now and then mediations; whatever the seats.
    random_stream bits(29);
    int letters = 0;
    for (int k = 0; k < 60; ++k) {
        const std::size_t players = 2 + bits() % 2;
        const std::size_t mediations = 1 + bits() % 2;
        schedule::dimensions of{{}, mediations, players, true};
        for (int stage = 0; stage < 9; ++stage) {
            of.seats.push_back(2 + bits() % 4);
        }
        const schedule plan(of, 1'000'000);
        std::vector<pairing_result> pairings;
        for (std::size_t place = 0; place < plan.size(); ++place) {
            pairing_result& one = pairings.emplace_back();
            one.who = plan.of(place);
            one.results = 1;
            for (std::size_t c : one.who.contestants) {
                // Who is better at large tables may be worse at small ones.
                const double worth = static_cast<double>(c) * (one.who.contestants.size() < 4 ? 0.2
                                                               : k % 3 == 0                   ? 0.1
                                                                                              : -1);
                one.utilities.push_back(worth + around_zero(bits) / 2);
                one.advantages.push_back(std::clamp(one.utilities.back() / 3, -1.0, 1.0));
            }
        }
        const auto by = k % 2 == 0 ? ranked_by::utility : ranked_by::advantage;
        const std::vector<std::string> names{"A", "B", "C"};
        const standings table = stand(
            pairings, {}, {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(players)},
            {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(mediations)}, by);
        const significance found = compare(pairings, table.contestants, {1}, by);
        const auto mean = [&](std::size_t c) {
            return by == ranked_by::utility ? *table.contestants[c].mean_utility
                                            : *table.contestants[c].mean_advantage;
        };
        for (const comparison& one : found.all) {
            CHECK(near(one.difference, mean(one.first) - mean(one.second), 1e-9));
            CHECK_FALSE(one.against_ranking);
            letters += one.adjusted <= found.level ? 1 : 0;
        }
    }
    CHECK(letters > 20);
}

TEST_CASE("who ranks behind by what others did not play is no better by letter") {
    // Twelve scenarios: the second gets more wherever both played, the first has more elsewhere.
    std::vector<pairing_result> pairings;
    for (std::size_t stage = 0; stage < 12; ++stage) {
        for (std::size_t c : {0U, 1U, 0U}) {
            pairing_result& one = pairings.emplace_back();
            one.who = {stage, pairings.size() % 3 == 0 ? 1U : 0U, {c}};
            one.results = 1;
            one.utilities = {pairings.size() % 3 == 0 ? 9.0 : static_cast<double>(c)};
            one.advantages = {0};
        }
    }
    const standings table = stand(pairings, {}, {"A", "B"}, {"direct", "other"});
    CHECK(table.contestants[0].rank == 1);
    const significance found = compare(pairings, table.contestants, {1});
    CHECK(found.all[0].adjusted <= found.level);
    CHECK(found.all[0].difference == -1);
    CHECK(found.all[0].against_ranking);
    CHECK(found.groups == std::vector<std::vector<std::size_t>>{{0, 1}});
}

TEST_CASE("what ranks is what is compared") {
    std::vector<pairing_result> pairings(2);
    for (std::size_t k = 0; k < 2; ++k) {
        pairings[k].who = {0, 0, {k}};
        pairings[k].results = 2;
        pairings[k].utilities = {k == 0 ? 80.0 : 20.0};
        pairings[k].advantages = {k == 0 ? 0.5 : 1.0};
    }
    CHECK(near(compare(pairings, ranked_as_listed(2), {1}).all[0].difference, 30));
    CHECK(near(compare(pairings, ranked_as_listed(2), {1}, ranked_by::advantage).all[0].difference,
               -0.25));
}

TEST_CASE("a tournament groups those that cannot be told apart") {
    const std::vector<stage> stages{
        {"price", tests::price()}, {"two", tests::two_issues()}, {"three", tests::price(3)}};
    const std::vector<contestant> players{{"hard", talks::hardliner()},
                                          {"boulware", talks::boulware()},
                                          {"boulware again", talks::boulware()},
                                          {"half", tests::fixed_share{0.5}}};
    const tournament_result found = tournament(stages, players, {.rounds = 20, .seed = 1});
    const significance told = compare(found.pairings, found.table.contestants, {1});
    CHECK(told.all.size() == 6);
    for (const comparison& one : told.all) {
        CHECK(one.adjusted >= one.p);
        CHECK(one.pairs == 2 * 2 * 4 + 3 * 16);  // stage and seat by the others at the table
        CHECK(one.first < one.second);
    }
    // The same strategy twice is one group.
    CHECK(told.all[3].first == 1);
    CHECK(told.all[3].second == 2);
    CHECK(told.all[3].p == 1);
    CHECK(std::any_of(told.groups.begin(), told.groups.end(), [](const auto& group) {
        return std::count(group.begin(), group.end(), 1) +
                   std::count(group.begin(), group.end(), 2) ==
               2;
    }));
    std::size_t members = 0;
    for (const auto& group : told.groups) {
        members += group.size();
    }
    CHECK(members >= 4);
    CHECK(told.stages == 3);
    CHECK(told.stages_needed == 8);
    CHECK(compare({}, {}, {1}).groups.empty());
}

TEST_CASE("differences are of results that differ in nothing else") {
    const tournament_result found =
        tournament(tests::price(), {{"hard", talks::hardliner()}, {"linear", talks::linear()}},
                   {.seed = 1, .rotate = true});
    const significance told = compare(found.pairings, found.table.contestants, {1});
    const auto got = [&](std::size_t pairing, std::size_t seat) {
        return found.pairings[pairing].utilities[seat];
    };
    // Seat 0 against each, seat 1 against each.
    const double difference = (got(0, 0) - got(2, 0) + got(1, 0) - got(3, 0) + got(0, 1) -
                               got(1, 1) + got(2, 1) - got(3, 1)) /
                              4;
    CHECK(told.all[0].pairs == 4);
    CHECK(near(told.all[0].difference, difference));
}
