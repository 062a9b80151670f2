#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/laboratory/standing.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

match ended(const pairing& who, double first, double second, bool agreed = true) {
    match m;
    m.who = who;
    m.played = true;
    m.end.status = agreed ? talks::talks_status::agreement : talks::talks_status::no_agreement;
    m.end.round = agreed ? 10 : 100;
    m.end.utilities = {first, second};
    m.advantages = {first, second};
    m.to = {first, second, 0, 0, std::nullopt};
    return m;
}

/// Two contestants on one stage, rotated: pairings AA, AB, BA, BB.
const schedule& four_pairings() {
    static const schedule of({{2}, 1, 2, true}, 100);
    return of;
}

std::vector<match> one_repeat() {
    return {ended(four_pairings().of(0), 0.5, 0.5), ended(four_pairings().of(1), 0.8, 0.4),
            ended(four_pairings().of(2), 0.6, 0.6), ended(four_pairings().of(3), 0.3, 0.3, false)};
}

standings add_up(const std::vector<match>& matches, const schedule& of = four_pairings(),
                 const std::vector<std::string>& names = {"A", "B"}) {
    std::vector<pairing_result> sums(of.size());
    std::vector<fault_tally> broken;
    for (std::size_t k = 0; k < matches.size(); ++k) {
        sums[k % of.size()].who = of.of(k);
        sums[k % of.size()].add(matches[k]);
        if (matches[k].fault) {
            const broken_match m{k, of.of(k), *matches[k].fault};
            broken.push_back(tally_for(m));
            broken.back().add(m);
        }
    }
    return stand(sums, broken, names, {"direct"});
}

}  // namespace

TEST_CASE("intervals are those of student") {
    // t(0.975, 1) = 12.7062, t(0.975, 10) = 2.22814: any table of the distribution.
    const auto two = interval_of_mean(0, 2, 2);
    REQUIRE(two);
    CHECK(two->high == doctest::Approx(12.7062).epsilon(1e-5));
    CHECK(two->low == -two->high);
    const auto eleven = interval_of_mean(5, 11, 11);
    CHECK(eleven->high - 5 == doctest::Approx(2.228139).epsilon(1e-6));
    CHECK_FALSE(interval_of_mean(1, 0, 1));
    CHECK(interval_of_mean(1, 0, 3) == interval{1, 1});
}

TEST_CASE("a seat of a pairing is a result") {
    const standings all = add_up(one_repeat());
    const standing& a = all.contestants[0];
    // A: 0.5 and 0.5 against itself, 0.8 first and 0.6 second against B.
    CHECK(a.name == "A");
    CHECK(*a.mean_utility == doctest::Approx(0.6));
    CHECK(a.results == 4);
    CHECK(*a.agreement_rate == 1);
    CHECK(*a.mean_rounds == 10);
    // s^2 = (0.01 + 0.01 + 0.04 + 0) / 3; t(0.975, 3) = 3.18245
    CHECK(*a.high - 0.6 == doctest::Approx(3.18245 * std::sqrt(0.02 / 4)).epsilon(1e-5));
    CHECK(0.6 - *a.low == doctest::Approx(*a.high - 0.6));
    const standing& b = all.contestants[1];
    CHECK(*b.mean_utility == doctest::Approx((0.4 + 0.6 + 0.3 + 0.3) / 4));
    CHECK(*b.agreement_rate == doctest::Approx(0.5));
    CHECK(*b.mean_rounds == doctest::Approx(55));
    CHECK(*b.mean_distances[0] == doctest::Approx((0.8 + 0.6 + 0.3 + 0.3) / 4));
    CHECK_FALSE(b.mean_distances[4]);
    CHECK(a.rank == 1);
    CHECK(b.rank == 2);
    CHECK(*all.pairs[0][0] == doctest::Approx(0.5));
    CHECK(*all.pairs[0][1] == doctest::Approx(0.7));
    CHECK(*all.pairs[1][0] == doctest::Approx(0.5));
    CHECK(*all.pairs[1][1] == doctest::Approx(0.3));
    REQUIRE(all.mediations.size() == 1);
    CHECK(all.mediations[0].results == 8);
    CHECK(*all.mediations[0].mean_utility == doctest::Approx(0.5));
}

TEST_CASE("where scales differ advantages rank") {
    // Narrowest range 1, all together 3: still one scale; a little more, or moved apart, is not.
    const auto by = [](const std::vector<seat_range>& seats) { return fit_ranking(seats); };
    CHECK(by({}) == ranked_by::utility);
    CHECK(by({{0, 1}, {0, 3}}) == ranked_by::utility);
    CHECK(by({{0, 1}, {0, 3.001}}) == ranked_by::advantage);
    CHECK(by({{0, 1}, {2.5, 3.5}}) == ranked_by::advantage);
    CHECK(by({{7, 7}, {0, 1}, {0.5, 0.5}}) == ranked_by::utility);  // points have no scale
    CHECK(std::string(to_string(ranked_by::utility)) == "utility");
    CHECK(std::string(to_string(ranked_by::advantage)) == "advantage");

    // B's utility in one seat outweighs all else, its advantages are less.
    std::vector<match> matches = one_repeat();
    matches[1].end.utilities[1] = 40;
    std::vector<pairing_result> sums(4);
    for (std::size_t k = 0; k < 4; ++k) {
        sums[k].who = four_pairings().of(k);
        sums[k].add(matches[k]);
    }
    const standings utilities = stand(sums, {}, {"A", "B"}, {"direct"});
    CHECK(utilities.by == ranked_by::utility);
    CHECK(utilities.contestants[1].rank == 1);
    CHECK(*utilities.pairs[1][0] == doctest::Approx((40 + 0.6) / 2));
    const standings advantages = stand(sums, {}, {"A", "B"}, {"direct"}, ranked_by::advantage);
    CHECK(advantages.by == ranked_by::advantage);
    CHECK(advantages.contestants[0].rank == 1);
    CHECK(advantages.contestants[1].rank == 2);
    // Nothing is told on scales that differ.
    for (const standing& row : {advantages.contestants[1], advantages.mediations[0]}) {
        CHECK_FALSE(row.mean_utility);
        CHECK_FALSE(row.low);
        CHECK_FALSE(row.high);
        CHECK(row.mean_distances == distances());
        CHECK(row.mean_advantage);
        CHECK(row.advantage_high);
    }
    CHECK(*advantages.pairs[1][0] == doctest::Approx((0.4 + 0.6) / 2));
    // The interval of A's advantages is that of its utilities, which are the same numbers.
    const standing& a = advantages.contestants[0];
    CHECK(*a.advantage_low == *utilities.contestants[0].low);
    CHECK(*a.advantage_high == std::min(1.0, *utilities.contestants[0].high));
}

TEST_CASE("stages count alike however many seats they have") {
    // A alone: 0.2 and 0.4 in both seats of a stage for two; 0.9 in all seats of one for three.
    std::vector<pairing_result> sums(2);
    sums[0].who = {0, 0, {0, 0}};
    sums[0].add(ended(sums[0].who, 0.2, 0.4));
    match table = ended({1, 0, {0, 0, 0}}, 0.9, 0.9, false);
    table.end.utilities.push_back(0.9);
    table.advantages.push_back(0.9);
    table.to = {1, std::nullopt, 0, 0, std::nullopt};
    sums[1].who = table.who;
    sums[1].add(table);
    const standings all = stand(sums, {}, {"A"}, {"direct"});
    for (const standing& row : {all.contestants[0], all.mediations[0]}) {
        CHECK(*row.mean_utility == doctest::Approx(0.6));
        CHECK(*row.mean_advantage == doctest::Approx(0.6));
        CHECK(*row.agreement_rate == doctest::Approx(0.5));
        CHECK(*row.mean_rounds == doctest::Approx(55));
        CHECK(*row.mean_distances[0] == doctest::Approx(0.6));
        CHECK(*row.mean_distances[1] == doctest::Approx(0.4));  // of the stage that has one
        CHECK(*row.mean_sum == doctest::Approx((0.6 + 2.7) / 2));
        CHECK(row.results == 5);
        // Weights of 1/4 twice and 1/6 three times: 1 / (2/16 + 3/36) = 4.8 results, whose
        // variance is (0.4^2 + 0.2^2) / 4 + 0.3^2 / 2 over 1 - 1/4.8.
        const double variance = (0.16 + 0.04) / 4 + 0.09 / 2;
        const auto range = interval_of_mean(0.6, variance / (1 - 1 / 4.8), 4.8);
        CHECK(*row.low == doctest::Approx(range->low));
        CHECK(*row.high == doctest::Approx(range->high));
    }
    CHECK(*all.pairs[0][0] == doctest::Approx(0.6));
}

TEST_CASE("an interval with weights covers as often as it says") {
    // Independent results around 0 on two stages, three of them on one and twelve on the other.
    random_stream bits(7);
    int covered = 0;
    constexpr int draws = 4000;
    for (int k = 0; k < draws; ++k) {
        std::vector<pairing_result> sums;
        for (std::size_t place = 0; place < 15; ++place) {
            pairing_result& one = sums.emplace_back();
            one.who = {place < 3 ? 0U : 1U, 0, {0}};
            one.results = 1;
            one.utilities = {draw_share(bits) + draw_share(bits) + draw_share(bits) - 1.5};
            one.advantages = {0};
        }
        const standings all = stand(sums, {}, {"A"}, {"direct"});
        covered += *all.contestants[0].low <= 0 && *all.contestants[0].high >= 0 ? 1 : 0;
    }
    CHECK(covered > 0.93 * draws);
    CHECK(covered < 0.97 * draws);
}

TEST_CASE("repeats are averaged before anything else") {
    std::vector<match> twice = one_repeat();
    const std::vector<match> again = twice;
    twice.insert(twice.end(), again.begin(), again.end());
    standings once = add_up(again);
    standings both = add_up(twice);
    CHECK(both.contestants[0].results == 8);
    both.contestants[0].results = 4;
    CHECK(both.contestants[0] == once.contestants[0]);
    // A half of the second repeat: pairings stay even.
    twice.resize(6);
    CHECK(*add_up(twice).contestants[0].mean_utility == *once.contestants[0].mean_utility);
    // A repeat that went otherwise is half of its pairing.
    twice[5].end.utilities = {0.4, 0.8};
    CHECK(*add_up(twice).contestants[0].mean_utility == doctest::Approx(0.55));
}

TEST_CASE("what was not played or was broken is in no mean") {
    std::vector<match> matches = one_repeat();
    matches[1].fault = match_fault{1, 4, "lost its papers"};
    matches[2].played = false;
    matches[3].played = false;
    standings all = add_up(matches);
    CHECK(all.contestants[0].results == 2);
    CHECK(*all.contestants[0].mean_utility == 0.5);
    CHECK(all.contestants[0].faults == 0);
    const standing& b = all.contestants[1];
    CHECK(b.faults == 1);
    CHECK(b.results == 0);
    CHECK_FALSE(b.mean_utility);
    CHECK_FALSE(b.low);
    CHECK_FALSE(b.agreement_rate);
    CHECK(b.rank == 2);
    CHECK_FALSE(all.pairs[0][1]);
    // Nothing at all: everybody last, together.
    all = add_up({});
    CHECK(all.contestants[0].rank == 1);
    CHECK(all.contestants[1].rank == 1);
}

TEST_CASE("who broke matches ranks after all that broke none") {
    std::vector<match> matches = one_repeat();
    matches[0].fault = match_fault{0, 4, "lost its papers"};
    const standings all = add_up(matches);
    // A: 0.8 and 0.6 against B, which got 0.4, 0.6, 0.3 and 0.3.
    CHECK(*all.contestants[0].mean_utility > *all.contestants[1].mean_utility);
    CHECK(all.contestants[0].faults == 1);
    CHECK(all.contestants[0].rank == 2);
    CHECK(all.contestants[1].rank == 1);
    // Two results are too few for an interval.
    CHECK_FALSE(all.contestants[0].low);
    CHECK_FALSE(all.contestants[0].high);
    CHECK(all.contestants[1].low);
}

TEST_CASE("equal means share a rank") {
    const schedule three({{2}, 1, 3, false}, 100);
    std::vector<match> matches;
    for (std::size_t k = 0; k < three.size(); ++k) {
        const auto& who = three.of(k).contestants;
        const auto worth = [](std::size_t c) {
            return c == 1 ? 0.3 : 0.1 + 0.2 - (c == 0 ? 0 : 1e-16);
        };
        matches.push_back(ended(three.of(k), 2 * worth(who[0]), 2 * worth(who[1])));
    }
    matches.back().end.utilities = {0.1, 0.1};
    const standings all = add_up(matches, three, {"A", "B", "C"});
    CHECK(all.contestants[0].rank == 1);
    CHECK(all.contestants[1].rank == 1);
    CHECK(all.contestants[2].rank == 3);
}
