#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/round_end.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Stands between the parties: says what happened after a round, and takes its
/// days.
struct messenger {
    passage way;

    passage after_round(proceedings&, const moment&, run_streams&) const { return way; }
};

}  // namespace

TEST_CASE("between rounds talks leak and break down at their rates") {
    const problem table = tests::sale();
    const arena at(table);
    proceedings said;
    said.begin(at);
    alternating_offers rules;
    rules.breakdown = 0.2;
    rules.screen = {true, 0.1, 0};
    rules.dates.days_per_round = 2;
    direct_talks nothing;
    double leaks = 0;
    double breaks = 0;
    constexpr std::uint64_t rounds = 20'000;
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        run_streams draws(seed, 0, 2);
        moment now;
        const round_end end = end_of_round(rules, nothing, said, now, draws, 5);
        leaks += end.leaked ? 1 : 0;
        breaks += end.broken ? 1 : 0;
        CHECK(now.days == 0);
    }
    // Messages took five days, longer than a round: within five standard
    // deviations.
    CHECK(std::abs(leaks / rounds - (1 - std::exp(-0.5))) <= 5 * 0.5 / std::sqrt(rounds));
    CHECK(std::abs(breaks / rounds - 0.2) <= 5 * 0.4 / std::sqrt(rounds));
}

TEST_CASE("what mediators do after a round counts") {
    const problem table = tests::sale();
    const arena at(table);
    proceedings said;
    said.begin(at);
    const alternating_offers rules;
    run_streams draws(1, 0, 2);
    moment now;
    messenger slow{{3, false, false}};
    CHECK(end_of_round(rules, slow, said, now, draws, 0) == round_end{});
    CHECK(now.days == 3);
    messenger loose{{0, true, false}};
    CHECK(end_of_round(rules, loose, said, now, draws, 0).leaked);
    CHECK(end_of_round(rules, slow, said, now, draws, 0, true).leaked);
    messenger gone{{0, true, true}};
    CHECK(end_of_round(rules, gone, said, now, draws, 0) == round_end{false, true});
}
