#pragma once

#include <negotiation/scenario/problem_builder.hpp>

namespace negotiation::tests {

/// Two issues weighed differently: 36 deals, 11 of them efficient.
[[nodiscard]] inline problem two_issues() {
    return problem_builder{}
        .issue("land", 0, 5)
        .issue("water", 0, 5)
        .party(
            "north", [](auto o) { return 0.12 * o[0] + 0.08 * o[1]; }, 0.1)
        .party(
            "south", [](auto o) { return 0.06 * (5 - o[0]) + 0.14 * (5 - o[1]); }, 0.2)
        .build();
}

}  // namespace negotiation::tests
