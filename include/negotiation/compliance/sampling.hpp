#pragma once

/// @file
/// How many of many things to look at. Compiled in the library negotiation::negotiation
/// (src/compliance/sampling.cpp).

#include <cstddef>

namespace negotiation::compliance {

/// @brief Items of which some are not what they are declared to be; looking at one tells.
struct stratum {
    std::size_t items = 1;    ///< N @range{[1, 10^7]}
    std::size_t defects = 1;  ///< r @range{[0, items]}

    bool operator==(const stratum&) const = default;
};

/// @brief The probability that a sample drawn without replacement has a defect in it:
/// 1 - C(N-r, n) / C(N, n).
/// @param of      the items
/// @param samples n @range{[0, items]}
/// @return a probability
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(min(samples, defects))}; thread-safe
/// @test tests/compliance/sampling.cpp "twenty of a hundred find one of five with 0.68"
/// @test tests/compliance/sampling.cpp "a sample finds what fractions and counting say"
[[nodiscard]] double detection_by_sample(const stratum& of, std::size_t samples);

/// @brief The least sample that finds a defect with some probability, exactly.
/// @param of        the items, with a defect at least
/// @param detection to reach @range{[0, 1]}
/// @return samples, at most one more than there are sound items
/// @throws std::invalid_argument a number outside its range, or no defects
/// @complexity{O(defects log items)}; thread-safe
/// @test tests/compliance/sampling.cpp "the least sample is enough and one less is not"
[[nodiscard]] std::size_t samples_needed(const stratum& of, double detection);

/// @brief The planning formula of safeguards for the same: N (1 - beta^(1/r)), rounded up, beta
/// being the probability of finding nothing.
///
/// An approximation, on the safe side but for rounding; `samples_needed` is exact.
/// @param of        the items, with a defect at least
/// @param detection 1 - beta, to reach @range{[0, 1]}
/// @return samples
/// @throws std::invalid_argument a number outside its range, or no defects
/// @complexity{O(1)}; thread-safe
/// @source{avenhaus2002, Avenhaus\, von Stengel and Zamir 2002\, Handbook of Game Theory 3\, ch.
/// 51}
/// @test tests/compliance/sampling.cpp "the planning formula asks for 37 and 13 of a hundred"
[[nodiscard]] std::size_t planned_samples(const stratum& of, double detection);

/// @brief How many items have to be falsified to divert an amount, if all of an item is taken.
/// @param amount to divert @unit{kg} @range{(0, 1e100]}
/// @param each   in an item @unit{kg} @range{(0, 1e100]}
/// @return items @range{[1, 10^7]}
/// @throws std::invalid_argument a number outside its range, or more items than that
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/sampling.cpp "a significant quantity is so many items"
[[nodiscard]] std::size_t items_for(double amount, double each);

/// @brief What inspections of a kind of material are planned for.
struct safeguards_goal {
    double significant_quantity = 0;  ///< an amount not to be missed @unit{kg of U-235}
    double timeliness = 0;            ///< its diversion is to be found within @unit{days}

    bool operator==(const safeguards_goal&) const = default;
};

/// Highly enriched, not irradiated. The quantity is that of the IAEA's Safeguards Glossary; the
/// month, like the three figures below, is recalled from it and was not looked up: check before
/// quoting.
inline constexpr safeguards_goal highly_enriched_uranium{25, 30.4375};
/// Enriched below 20 %; recalled likewise.
inline constexpr safeguards_goal low_enriched_uranium{75, 365.25};
/// Probability of detection that inspections are planned for, high and medium; recalled likewise.
inline constexpr double high_detection = 0.9;
/// See `high_detection`.
inline constexpr double medium_detection = 0.5;

}  // namespace negotiation::compliance
