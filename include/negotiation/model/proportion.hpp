#pragma once

/// @file
/// A share that was counted, and how far it may be off. Compiled in the library
/// negotiation::negotiation (src/model/proportion.cpp).

#include <cstdint>

namespace negotiation {

/// @brief The 0.975 quantile of the normal distribution: 95 % lie within so many standard
/// deviations of the mean.
/// @test tests/model/proportion.cpp "the normal distribution has 95 % within its quantiles"
inline constexpr double normal_quantile_975 = 1.959963984540054;

/// @brief A share with its 95 % interval.
struct proportion {
    double share = 0;  ///< counted @range{[0, 1]}
    double low = 0;    ///< of the interval @range{[0, share]}
    double high = 1;   ///< of the interval @range{[share, 1]}

    bool operator==(const proportion&) const = default;
};

/// @brief The share of successes among independent tries, with Wilson's score interval: it stays
/// within 0 and 1 and says something of shares that were never or always seen.
/// @param successes how many @range{[0, tries]}
/// @param tries     how many
/// @return the share and its interval; 0 in [0, 1] of no tries
/// @complexity{O(1)}; thread-safe
/// @source{wilson1927, Wilson 1927\, Journal of the American Statistical Association 22}
/// @test tests/model/proportion.cpp "the interval is Wilson's"
[[nodiscard]] proportion proportion_of(std::uint64_t successes, std::uint64_t tries) noexcept;

}  // namespace negotiation
