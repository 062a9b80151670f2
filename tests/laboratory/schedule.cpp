#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/laboratory/schedule.hpp>

using negotiation::laboratory::pairing;
using negotiation::laboratory::schedule;

namespace {

constexpr std::uint64_t plenty = 1U << 20U;

std::string refusal(const schedule::dimensions& of, std::uint64_t limit) {
    try {
        static_cast<void>(schedule(of, limit));
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
    return "";
}

}  // namespace

TEST_CASE("every pair meets on every stage") {
    const schedule rotated({{2, 2, 2, 2, 2}, 1, 8, true}, plenty);
    CHECK(rotated.size() == 320);
    std::set<std::vector<std::size_t>> met;
    for (std::size_t k = 0; k < 64; ++k) {
        CHECK(rotated.of(k).stage == 0);
        met.insert(rotated.of(k).contestants);
    }
    CHECK(met.size() == 64);
    CHECK(rotated.of(1) == pairing{0, 0, {0, 1}});
    CHECK(rotated.of(64) == pairing{1, 0, {0, 0}});
    CHECK(rotated.of(320) == rotated.of(0));

    const schedule once({{2}, 2, 3, false}, plenty);
    CHECK(once.size() == 12);
    CHECK(once.of(1) == pairing{0, 0, {0, 1}});
    CHECK(once.of(3) == pairing{0, 0, {1, 1}});
    CHECK(once.of(5) == pairing{0, 0, {2, 2}});
    CHECK(once.of(6) == pairing{0, 1, {0, 0}});
}

TEST_CASE("matches of a stage and a repeat share a run") {
    const schedule plain({{2, 3}, 1, 3, true}, plenty);
    const schedule more({{2, 3}, 4, 5, true}, plenty);
    for (const schedule* plan : {&plain, &more}) {
        for (std::size_t k = 0; k < 3 * plan->size(); ++k) {
            // Of whom, and over whom, the talks are makes no difference: common random numbers.
            CHECK(plan->run_of(k) == k / plan->size() * 2 + plan->of(k).stage);
        }
    }
}

TEST_CASE("larger tables seat every choice of contestants") {
    CHECK(schedule({{3}, 1, 4, true}, plenty).size() == 64);
    const schedule once({{3, 2}, 1, 4, false}, plenty);
    CHECK(once.size() == 20 + 10);
    for (std::size_t k = 0; k < 20; ++k) {
        const auto& who = once.of(k).contestants;
        CHECK(who[0] <= who[1]);
        CHECK(who[1] <= who[2]);
    }
    CHECK(schedule({{2}, 1, 1, true}, plenty).size() == 1);
}

TEST_CASE("what would never end is refused with its size") {
    CHECK(refusal({{2}, 1, 8, true}, 63) ==
          "tournament: 8 strategies in up to 2 seats of 1 scenarios make 64 pairings with roles "
          "rotated; at most 63 can be played; take fewer strategies, or set rotate "
          "to false");
    CHECK(refusal({{2}, 1, 8, false}, 35) ==
          "tournament: 8 strategies in up to 2 seats of 1 scenarios make 36 pairings; at most 35 "
          "can be played; take fewer strategies");
    CHECK(
        refusal({{2}, 3, 8, false}, 100)
            .find(
                "2 seats of 1 scenarios under 3 ways of talking make 108 pairings; at most 100") !=
        std::string::npos);
    CHECK(refusal({{128, 128}, 1, 100, true}, plenty).find("make more than 10^19 pairings") !=
          std::string::npos);
    CHECK(refusal({{128}, 1, 100, false}, plenty).find("pairings") != std::string::npos);
    CHECK(refusal({{}, 1, 8, true}, plenty) ==
          "tournament: needs a strategy, a scenario and a way of talking; got 8, 0 and 1");
    CHECK(refusal({{1}, 1, 8, true}, plenty) ==
          "tournament: a scenario needs two parties or more; got 1");
}
