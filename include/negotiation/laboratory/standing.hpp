#pragma once

/// @file
/// How a contestant did, and the table of all. Compiled in the library negotiation::negotiation
/// (src/laboratory/standing.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <negotiation/laboratory/fault_tally.hpp>
#include <negotiation/laboratory/match.hpp>
#include <negotiation/laboratory/pairing_result.hpp>

namespace negotiation::laboratory {

/// @brief What a ranking is by.
enum class ranked_by {
    utility,   ///< where all scales are about the same
    advantage  ///< where they differ: the stage with the widest would decide alone
};

/// @brief The name of what a ranking is by.
/// @param by any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/standing.cpp "where scales differ advantages rank"
[[nodiscard]] constexpr const char* to_string(ranked_by by) noexcept {
    return by == ranked_by::utility ? "utility" : "advantage";
}

/// @brief Means over everything a contestant played; nothing where it played nothing to an end.
///
/// The repeats of a pairing are averaged first, then on each stage every seat it took in a pairing
/// counts once (two against itself), then every stage counts alike, however many seats and pairings
/// it has: as `compare` and the game of choosing a strategy count. So repeats of strategies that
/// draw no random bits change nothing, here or in the interval. An end without a deal counts with
/// the utilities of no deal. Ranked by advantage, nothing is told in utilities (means, their
/// interval, distances): scales differ, and a mean over them would be one of the widest alone.
struct standing {
    std::string name;                    ///< of the contestant
    std::optional<double> mean_utility;  ///< on the scales of the stages
    /// Of the 95 % interval of the mean utility, which a tournament keeps within what any seat
    /// could get; nothing where the mean is of fewer than `least_results` seats in pairings
    std::optional<double> low;
    std::optional<double> high;                 ///< likewise
    std::optional<double> mean_advantage;       ///< see `advantage` @range{[-1, 1]}
    std::optional<double> advantage_low = {};   ///< of its 95 % interval, kept within -1 and 1
    std::optional<double> advantage_high = {};  ///< likewise
    std::optional<double> mean_sum;             ///< of the advantages of all seats at its tables
    std::optional<double> mean_product;    ///< likewise, 0 where a seat lost: Nash's product of
                                           ///< gains, in shares of what each could gain
    std::optional<double> agreement_rate;  ///< of its seats, in talks with a deal @range{[0, 1]}
    std::optional<double> mean_rounds;  ///< likewise, the round in which talks ended, deal or not
    std::optional<double> mean_offers = {};  ///< likewise, offers made by all seats
    /// 1 the best: by mean utility or advantage, those that broke matches after all that did not;
    /// equals share one
    std::size_t rank = 0;
    std::size_t results = 0;   ///< seats in matches that count, repeats included
    std::size_t faults = 0;    ///< matches that it broke itself
    distances mean_distances;  ///< @unit{utility}
    /// What subgame-perfect play would have given its seat less what it got, in direct talks where
    /// that could be computed, in what the ranking is by; a mean like the others; below 0 it got
    /// more
    std::optional<double> equilibrium_regret = {};

    bool operator==(const standing&) const = default;
};

/// @brief The fewest seats in pairings whose mean gets an interval: of two, Student's t makes one
/// that says nothing (12.7 standard errors to either side). Where stages have different numbers of
/// seats in pairings and so their results different weights w, they count as 1 / sum of w^2.
inline constexpr std::size_t least_results = 3;

/// @brief Rounding within which two means are the same: one unit of 10^-12.
inline constexpr double equal_means = 1e-12;

/// @brief The 95 % interval of a mean by Student's t: results are taken as independent draws, so it
/// tells how far other opponents and stages of the kind would move the mean.
struct interval {
    double low = 0;   ///< mean less the half width
    double high = 0;  ///< mean plus the half width

    bool operator==(const interval&) const = default;
};

/// @brief The interval of a mean.
/// @param mean     of the results
/// @param variance of the results, n - 1 in the denominator @range{[0, inf)}
/// @param results  how many, or their effective number where they have weights
/// @return mean -+ t(0.975, n - 1) sqrt(variance / n); nothing for fewer than two results
/// @complexity{O(1)}; thread-safe
/// @source{student1908, Student 1908\, Biometrika 6(1)}
/// @source{kish1965, Kish 1965\, the effective number of results with weights}
/// @test tests/laboratory/standing.cpp "intervals are those of student"
[[nodiscard]] std::optional<interval> interval_of_mean(double mean, double variance,
                                                       double results);

/// @brief What a tournament comes to.
struct standings {
    std::vector<standing> contestants;  ///< in their own order
    std::vector<standing> mediations;   ///< what all seats together got under each
    /// What the first got on average where the second sat at the same table, seats aside, in what
    /// the ranking is by; nothing where they never met @shape{contestants, contestants}
    std::vector<std::vector<std::optional<double>>> pairs;
    ranked_by by = ranked_by::utility;  ///< ranks and pairs
};

/// @brief From the least that a seat can get to the most, no deal included.
struct seat_range {
    double least = 0;     ///< utility
    double greatest = 0;  ///< utility @range{[least, inf)}
};

/// @brief How many times as wide as the narrowest range of a seat all together may be, and
/// utilities are still on about the same scale. An assumption: seats of scenarios that are all
/// written on 0 to 1 keep within it unless one of them has less than a third of that.
inline constexpr double same_scale = 3;

/// @brief What to rank by: utility where the ranges of all seats together span at most `same_scale`
/// times the narrowest of them, so that neither width nor place of one decides the mean; else
/// advantage. Seats whose range is a point have no scale and do not count.
/// @param seats of all stages
/// @return which
/// @complexity{O(seats)}; thread-safe
/// @test tests/laboratory/standing.cpp "where scales differ advantages rank"
[[nodiscard]] ranked_by fit_ranking(std::span<const seat_range> seats);

/// @brief Averages the repeats of each pairing, then the pairings of each stage, then stages, in
/// order: the same bytes for the same results.
/// @param pairings    in the order of their schedule
/// @param broken      the matches that somebody broke, by culprit and stage
/// @param contestants their names
/// @param mediations  their names
/// @param by          what ranks them, and what pairs are in
/// @return the standings
/// @complexity{O(pairings * parties^2)}; thread-safe
/// @test tests/laboratory/standing.cpp "repeats are averaged before anything else"
/// @test tests/laboratory/standing.cpp "stages count alike however many seats they have"
[[nodiscard]] standings stand(std::span<const pairing_result> pairings,
                              std::span<const fault_tally> broken,
                              const std::vector<std::string>& contestants,
                              const std::vector<std::string>& mediations,
                              ranked_by by = ranked_by::utility);

}  // namespace negotiation::laboratory
