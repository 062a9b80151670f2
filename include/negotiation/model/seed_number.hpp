#pragma once

/// @file
/// The seed of an experiment, where options hold one.

#include <cstdint>

namespace negotiation {

/// @brief A seed that somebody has chosen: options that hold one cannot be made without it, so no
/// result rests on a seed that nobody named. `{.rounds = 100, .seed = 7}` is fine, `{.rounds =
/// 100}` does not compile.
/// @test tests/model/seed_number.cpp "options without a seed cannot be made"
struct seed_number {
    /// @brief A seed. @param number any
    constexpr seed_number(std::uint64_t number) noexcept  // NOLINT(*-explicit-*)
        : value(number) {}

    std::uint64_t value;  ///< as chosen

    bool operator==(const seed_number&) const = default;
};

}  // namespace negotiation
