#include <cstddef>
#include <cstdint>

#include <doctest/doctest.h>

#include <negotiation/sequence/step_sums.hpp>

using namespace negotiation::sequence;

TEST_CASE("a sum is that of the steps of the set") {
    const auto square = [](step_id s) { return std::int64_t{s} * s - 40; };
    for (const std::size_t steps : {0U, 1U, 7U, 8U, 9U, 64U, 65U, 128U}) {
        CAPTURE(steps);
        const step_sums<std::int64_t> sums(steps, square);
        for (const step_set pattern : {step_set{0}, ~step_set{0}, ~step_set{0} / 3,
                                       ~step_set{0} / 7, only(127) | only(64) | only(8)}) {
            const step_set set = pattern & first_steps(steps);
            std::int64_t sum = 0;
            for_each(set, [&](step_id s) { sum += square(s); });
            CHECK(sums.over(set) == sum);
        }
    }
    CHECK(step_sums<int>().over(0) == 0);
}
