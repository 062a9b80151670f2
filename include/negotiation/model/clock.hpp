#pragma once

/// @file
/// How rounds become relative time.

#include <cstdint>
#include <optional>
#include <string_view>

namespace negotiation {

/// @brief A convention for relative time; every result names its own.
///
/// The two differ by less than a round, and strategies that read the clock agree to different deals
/// under them.
enum class clock {
    geniusweb,  ///< t = (r - 1) / N: begins at 0 and never reaches 1
    negmas      ///< t = r / (N + 1): the discrete timeline of GENIUS and NegMAS
};

/// @brief Relative time in a round; every party of the round sees the same.
/// @param convention the clock
/// @param round      r, from 1 @range{[1, rounds]}
/// @param rounds     N, the deadline @range{[1, inf)}
/// @return t @range{[0, 1)}
/// @complexity{O(1)}; thread-safe
/// @source{aydogan2017, Aydogan et al. 2017\, Alternating offers protocols}
/// @test tests/model/clock.cpp "two clocks read a round differently"
[[nodiscard]] constexpr double relative_time(clock convention, std::int64_t round,
                                             std::int64_t rounds) noexcept {
    return convention == clock::geniusweb
               ? static_cast<double>(round - 1) / static_cast<double>(rounds)
               : static_cast<double>(round) / static_cast<double>(rounds + 1);
}

/// @brief The name of a clock.
/// @param convention a clock
/// @return geniusweb or negmas
/// @complexity{O(1)}; thread-safe
/// @test tests/model/clock.cpp "clocks have names"
[[nodiscard]] constexpr std::string_view to_string(clock convention) noexcept {
    return convention == clock::geniusweb ? "geniusweb" : "negmas";
}

/// @brief The clock of that name; `genius` is another name for `negmas`, which GENIUS' own discrete
/// timeline uses too.
/// @param name geniusweb, negmas or genius
/// @return nothing for another word
/// @complexity{O(1)}; thread-safe
/// @test tests/model/clock.cpp "clocks have names"
[[nodiscard]] constexpr std::optional<clock> clock_named(std::string_view name) noexcept {
    if (name == "geniusweb") return clock::geniusweb;
    if (name == "negmas" || name == "genius") return clock::negmas;
    return std::nullopt;
}

}  // namespace negotiation
