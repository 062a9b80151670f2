#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/some_home.hpp>
#include <support/tolerance.hpp>

#include <negotiation/ratification/passage.hpp>

using namespace negotiation;
using ratification::chamber;
using ratification::conditions;
using ratification::home;
using ratification::members;
using ratification::passage;
using ratification::passage_of;
using ratification::rule_kind;

namespace {

constexpr conditions alone{members::independent, false};
constexpr conditions shaken{members::common_shock, false};

/// What integrals are held to; the rule for their own error is 1e-8.
constexpr double integral = 1e-8;

chamber of_quota(std::uint32_t votes, std::vector<ratification::faction> factions) {
    return {{rule_kind::quota, votes}, std::move(factions), {}};
}

passage only(const chamber& c, const conditions& how) {
    return passage_of(home{{c}}, tests::one_issue(1), {0}, how);
}

/// Noise and shock in thousandths; 0 in some of them.
chamber random_chamber(std::size_t most_votes) {
    chamber c;
    const int factions = *rc::gen::inRange(1, 4);
    std::uint32_t votes = 0;
    for (int f = 0; f < factions; ++f) {
        const auto n = static_cast<std::uint32_t>(
            *rc::gen::inRange<std::size_t>(1, most_votes / static_cast<std::size_t>(factions) + 1));
        c.factions.push_back(tests::faction_with(
            *rc::gen::inRange(40, 81) / 100.0, n, *rc::gen::inRange(50, 71) / 100.0,
            *rc::gen::element(0, 1, 10, 40, 100) / 1000.0, *rc::gen::element(0, 5, 30) / 1000.0));
        votes += n;
    }
    c.decides = {rule_kind::quota, *rc::gen::inRange<std::uint32_t>(1, votes + 1)};
    return c;
}

double oracle(const std::vector<chamber>& chambers, double mood) {
    double all = 1;
    for (const chamber& c : chambers) {
        all *= tests::vote_by_vote(tests::members_saying_yes(c, mood), supporters_needed(c));
    }
    return all;
}

}  // namespace

TEST_CASE("five voters at three fifths reach three in 68256 of 100000 cases") {
    const double noise = 0.1;
    ratification::faction five = tests::faction_with(0, 5, 0, noise, 0);
    five.threshold = -to_units(noise * std::log(1.5L));
    CHECK(tests::near(only(of_quota(3, {five}), alone).probability, 0.68256, 1e-10));
}

TEST_CASE("a chamber passes as often as all its votings say") {
    tests::check_always(100, [] {
        const chamber c = random_chamber(12);
        const double expected =
            tests::over_all_votings(tests::members_saying_yes(c, 0), supporters_needed(c));
        RC_ASSERT(tests::near(only(c, alone).probability, expected));
    });
}

TEST_CASE("large chambers are added vote by vote") {
    for (const double value : {0.3, 0.55, 0.6, 0.66, 0.8}) {
        const chamber c = of_quota(146, {tests::faction_with(value, 200, 0.62, 0.04, 0.03),
                                         tests::faction_with(value, 90, 0.55, 0.04, 0.03)});
        for (const double mood : {-2.0, 0.0, 1.0}) {
            chamber moved = c;
            for (ratification::faction& f : moved.factions) {
                f.threshold -= to_units(0.03L * mood);
            }
            const double expected = oracle({c}, mood);
            CHECK(tests::near(only(moved, alone).probability, expected, 1e-11));
        }
    }
}

TEST_CASE("the mood is integrated as a hundred thousand points say") {
    for (const double value : {0.55, 0.64}) {
        const chamber c = of_quota(5, {tests::faction_with(value, 6, 0.68, 0.04, 0.03),
                                       tests::faction_with(value + 0.01, 5, 0.58, 0.05, 0.03)});
        const double expected = tests::over_moods([&](double z) { return oracle({c}, z); });
        const passage found = only(c, shaken);
        CHECK(tests::near(found.probability, expected, integral));
        CHECK(found.error <= integral);
    }
}

TEST_CASE("the mood of a hundred members is integrated as many points say") {
    for (const double value : {0.40, 0.55, 0.58, 0.60, 0.61, 0.62, 0.64, 0.70, 0.9}) {
        const chamber c = of_quota(41, {tests::faction_with(value, 53, 0.68, 0.04, 0.03),
                                        tests::faction_with(value + 0.01, 47, 0.58, 0.05, 0.03)});
        const double expected = tests::over_moods([&](double z) { return oracle({c}, z); }, 1000);
        CHECK(tests::near(only(c, shaken).probability, expected, integral));
    }
}

TEST_CASE("random chambers under a mood agree with five thousand points") {
    tests::check_always(30, [] {
        const chamber c = random_chamber(9);
        const double expected = tests::over_moods([&](double z) { return oracle({c}, z); }, 5'000);
        // where votes jump the points themselves are off by the distance of two of them
        const bool jumps = std::any_of(c.factions.begin(), c.factions.end(),
                                       [](const auto& f) { return !(f.noise > 0) && f.shock > 0; });
        RC_ASSERT(tests::near(only(c, shaken).probability, expected, jumps ? 2e-3 : 1e-7));
    });
}

TEST_CASE("one vote without noise passes with a normal probability") {
    for (const double value : {0.5, 0.57, 0.6, 0.66}) {
        const chamber c = of_quota(1, {tests::faction_with(value, 1, 0.6, 0, 0.03)});
        const double expected = 0.5 * std::erfc(-(value - 0.6) / 0.03 / std::sqrt(2.0));
        CHECK(tests::near(only(c, shaken).probability, expected, 1e-10));
    }
}

TEST_CASE("however small the noise the integral tends to that of a step") {
    for (const double noise : {1e-2, 1e-3, 1e-4, 1e-5, 1e-6}) {
        const chamber c = of_quota(30, {tests::faction_with(0.59, 40, 0.6, noise, 0.03)});
        const double expected = 0.5 * std::erfc(0.01 / 0.03 / std::sqrt(2.0));
        const passage found = only(c, shaken);
        CHECK(found.error <= integral);
        CHECK(tests::near(found.probability, expected, 20 * noise));
    }
}

TEST_CASE("chambers are not independent where a mood moves both") {
    const chamber a = of_quota(20, {tests::faction_with(0.6, 40, 0.6, 0.04, 0.03)});
    const chamber b = of_quota(60, {tests::faction_with(0.6, 90, 0.61, 0.02, 0.03)});
    const home both{{a, b}};
    const passage found = passage_of(both, tests::one_issue(1), {0}, shaken);
    const double expected = tests::over_moods([&](double z) { return oracle({a, b}, z); }, 1000);
    CHECK(tests::near(found.probability, expected, integral));
    const double apart = only(a, shaken).probability * only(b, shaken).probability;
    CHECK(found.probability > apart + 0.1);
    CHECK(tests::near(passage_of(both, tests::one_issue(1), {0}, alone).probability,
                      only(a, alone).probability * only(b, alone).probability));
}

TEST_CASE("a chamber that follows another adds nothing to it") {
    const chamber leader{{rule_kind::leader, 1}, {tests::faction_with(0.6, 1, 0.6, 0.1, 0)}, {}};
    const chamber council{{}, {}, 0};
    const home both{{leader, council}};
    CHECK(passage_of(both, tests::one_issue(1), {0}) == passage{0.5, 0});
    CHECK(passage_of(both, 1, tests::one_issue(1), {0}) == passage{0.5, 0});
    CHECK_THROWS_WITH_AS(passage_of(both, 2, tests::one_issue(1), {0}),
                         "passage_of: the home has 2 chambers; got the place 2",
                         std::invalid_argument);
}

TEST_CASE("without chambers every deal passes") {
    CHECK(passage_of(home{}, tests::one_issue(1), {0}) == passage{1, 0});
}

TEST_CASE("a red line that counts takes all votes of its faction") {
    ratification::faction held = tests::faction_with(0.9, 53, 0.6, 0.04, 0.03);
    held.red_lines = {{0, {false}, true, true}};
    const ratification::faction other = tests::faction_with(0.6, 47, 0.6, 0.04, 0.03);
    const chamber c = of_quota(41, {held, other});
    CHECK(only(c, alone).probability > 0.999);
    const conditions at_home{members::independent, true};
    CHECK(tests::near(only(c, at_home).probability,
                      tests::vote_by_vote(std::vector<double>(47, 0.5), 41)));
    CHECK(only(of_quota(48, {held, other}), at_home).probability == 0);
}

TEST_CASE("a better deal never passes less often") {
    tests::check_always(50, [] {
        chamber c = random_chamber(60);
        const double before = only(c, shaken).probability;
        for (ratification::faction& f : c.factions) {
            f.threshold -= to_units(0.01L * *rc::gen::inRange(0, 4));
        }
        RC_ASSERT(only(c, shaken).probability >= before - integral);
    });
}

TEST_CASE("a mood draws probabilities away from 0 and 1") {
    for (const double value : {0.56, 0.58, 0.62, 0.64}) {
        const chamber c = of_quota(50, {tests::faction_with(value, 99, 0.6, 0.04, 0.03)});
        const double certain = only(c, alone).probability;
        const double doubtful = only(c, shaken).probability;
        CHECK(std::abs(doubtful - 0.5) < std::abs(certain - 0.5));
    }
}
