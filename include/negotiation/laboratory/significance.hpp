#pragma once

/// @file
/// Which contestants can be told apart. Compiled in the library negotiation::negotiation
/// (src/laboratory/significance.cpp).

#include <cstddef>
#include <span>
#include <vector>

#include <negotiation/laboratory/pairing_result.hpp>
#include <negotiation/laboratory/standing.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/model/seed_number.hpp>

namespace negotiation::laboratory {

/// @brief Two contestants compared.
struct comparison {
    std::size_t first = 0;   ///< place of one
    std::size_t second = 0;  ///< place of the other, after it
    /// Mean utility, or advantage, of the first less that of the second, over the pairs of each
    /// stage, then over stages
    double difference = 0;
    std::size_t pairs = 0;   ///< of results that differ in nothing but the contestant
    std::size_t stages = 0;  ///< in which there are pairs: so many signs are flipped
    double p = 1;            ///< two-sided, of this comparison alone @range{(0, 1]}
    double adjusted = 1;     ///< Holm's, of all comparisons together @range{[p, 1]}
    bool exact = false;      ///< every choice of signs was tried, not a sample of them
    /// Told apart, but it is the one that ranks behind who got more in the pairs: what only one of
    /// them played decides the ranking then, or that it broke matches
    bool against_ranking = false;

    bool operator==(const comparison&) const = default;
};

/// @brief All comparisons of a tournament.
struct significance {
    std::vector<comparison> all;  ///< every two contestants with results, by place
    /// Sets of neighbours in the ranking of which no two can be told apart as they rank, the best
    /// first; a contestant may belong to several, and those that can be told from all others stand
    /// alone
    std::vector<std::vector<std::size_t>> groups;
    double level = 0.05;            ///< up to which an adjusted p tells two apart
    std::size_t stages = 0;         ///< with results
    std::size_t stages_needed = 0;  ///< see there; with fewer no two can be told apart
};

/// @brief The fewest stages with which any of some comparisons can come out: with S of them the
/// least two-sided p is 2 / 2^S, and Holm's correction multiplies it by the comparisons.
/// @param comparisons of contestants, two by two
/// @param level       see `significance` @range{(0, 1)}
/// @return the least S with 2 / 2^S times the comparisons within the level; 0 of no comparison
/// @complexity{O(log(comparisons / level))}; thread-safe
/// @test tests/laboratory/significance.cpp "with few stages nobody can be told apart"
[[nodiscard]] std::size_t stages_needed(std::size_t comparisons, double level);

/// @brief The most stages of which every choice of signs is tried: 16,384 of them.
inline constexpr std::size_t most_exact_pairs = 14;

/// @brief Compares every two contestants by a sign-flip permutation test of their differences on
/// each stage.
///
/// A pair of results has the same stage, mediation, seat and others at the table, and the same
/// random numbers; repeats are averaged first. Pairs of one stage are not independent (a stage may
/// suit a strategy in all its places, and one match counts for several of them), so they are
/// averaged, alike, and only stages count as draws. If the two strategies were equally good on
/// stages of the kind, the difference on each would be as likely the other way round; nothing else
/// is assumed of how it is distributed. Of one or a few stages nothing can be told in this way:
/// `stages_needed` says how many it takes. Up to `most_exact_pairs` stages whose difference is not
/// 0 every choice of signs is tried; of more, seeded choices, until 20 of them are as extreme or
/// there are at least 40 for every comparison and 1,999. Holm's correction keeps the chance of any
/// false difference below the level.
/// @param pairings    in the order of their schedule
/// @param contestants their standings, for the ranking
/// @param seed        of the choices of signs
/// @param by          what is compared: what they are ranked by
/// @return comparisons and groups; contestants without results are in neither
/// @complexity{O(pairings * seats + comparisons * (pairs + choices * stages / 8))}; thread-safe
/// @source{fisher1935, Fisher 1935\, section 21}
/// @source{besag1991, Besag & Clifford 1991\, the stopping rule}
/// @source{holm1979, Holm 1979}
/// @test tests/laboratory/significance.cpp "stages that suit one or the other tell nobody apart"
/// @test tests/laboratory/significance.cpp "what is better everywhere is found"
[[nodiscard]] significance compare(std::span<const pairing_result> pairings,
                                   const std::vector<standing>& contestants, seed_number seed,
                                   ranked_by by = ranked_by::utility);

/// @brief The chance that differences of either sign have a mean as far from 0 as these.
/// @param differences independent of one another
/// @param choices     the most choices of signs, where not all are tried
/// @param bits        random signs
/// @return p, and whether it is exact; 1 where nothing differs
/// @complexity{O(choices * differences / 8)}; as thread-safe as the stream: one owner
/// @source{fisher1935, Fisher 1935\, section 21}
/// @test tests/laboratory/significance.cpp "few pairs are compared exactly"
[[nodiscard]] comparison sign_flip(std::span<const double> differences, std::size_t choices,
                                   random_stream& bits);

/// @brief Holm's correction: step by step from the least, each times the number of those left.
/// @param p of all comparisons
/// @return adjusted, in the order given
/// @complexity{O(n log n)}; thread-safe
/// @source{holm1979, Holm 1979}
/// @test tests/laboratory/significance.cpp "many comparisons are corrected step by step"
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p);

}  // namespace negotiation::laboratory
