#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/laboratory/fault_tally.hpp>

using namespace negotiation::laboratory;

namespace {

broken_match failure(std::size_t number) {
    return {number, {2, 1, {4, 5}}, {1, 3, "lost page " + std::to_string(number)}};
}

}  // namespace

TEST_CASE("the order of what is added changes nothing") {
    constexpr std::size_t failures = 1000;
    std::vector<std::size_t> numbers;
    fault_tally in_order = tally_for(failure(7));
    for (std::size_t k = 0; k < failures; ++k) {
        numbers.push_back(7 * k);
        in_order.add(failure(7 * k));
    }
    CHECK(in_order.count == failures);
    REQUIRE(in_order.first.size() == fault_tally::most_examples);
    for (std::size_t k = 0; k < fault_tally::most_examples; ++k) {
        CHECK(in_order.first[k] == failure(7 * k));
    }
    std::mt19937 draws(1);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(numbers.begin(), numbers.end(), draws);
        fault_tally shuffled = tally_for(failure(7));
        for (const std::size_t number : numbers) {
            shuffled.add(failure(number));
        }
        CHECK(shuffled == in_order);
    }
}

TEST_CASE("a contestant is one culprit under all mediations") {
    broken_match m = failure(3);
    const fault_tally agent = tally_for(m);
    CHECK(agent.stage == 2);
    CHECK(agent.contestant == 5);
    CHECK(agent.count == 0);
    m.who.mediation = 0;
    CHECK(tally_for(m) == agent);
    m.who.mediation = 1;
    m.fault.seat.reset();
    CHECK_FALSE(tally_for(m).contestant);
    CHECK(tally_for(m).mediation == 1);
}
