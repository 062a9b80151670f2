#pragma once

/// @file
/// How likely a deal is to pass at home. Compiled in the library negotiation::negotiation
/// (src/ratification/passage.cpp).

#include <cstddef>
#include <cstdint>

#include <negotiation/ratification/home.hpp>

namespace negotiation::ratification {

/// @brief How members' votes hang together.
enum class members : std::uint8_t {
    common_shock,  ///< the mood of the day moves all of them at once
    independent    ///< nothing does: probabilities come out too close to 0 and 1
};

/// @brief Under which assumptions a deal is put to the vote.
struct conditions {
    members votes = members::common_shock;  ///< how votes hang together
    bool public_lines = false;              ///< whether factions stand by public red lines

    bool operator==(const conditions&) const = default;
};

/// @brief The probability that a deal passes.
struct passage {
    double probability = 1;  ///< that it is ratified @range{[0, 1]}
    double error = 0;        ///< estimate of how far the integral over the mood may be off

    bool operator==(const passage&) const = default;
};

/// @brief Probability that one chamber of a home ratifies.
///
/// Members vote independently given the mood z: the number of supporters is a sum of binomials, one
/// a faction, added by convolution. Over z ~ N(0, 1) the chance of enough of them is nearly a step.
/// A normal step with the same place and width has a known integral; what is left over is smooth
/// and confined to the width of the step, where the trapezoid rule converges exponentially, however
/// narrow the step is. Factions without noise jump where the mood carries them over the threshold;
/// there the integral is cut and each piece left to Gauss-Kronrod.
/// @param of    everyone at home
/// @param which place of the chamber; one that follows another passes as that does
/// @param space the deals there are
/// @param deal  one of them @shape{issues}
/// @param how   whether there is a mood, and whether public red lines count
/// @return the probability, with an error of at most 1e-8 in what the method says of itself
/// @throws std::invalid_argument no such chamber
/// @complexity{O(nodes votes), some twenty nodes; O(votes) without a mood; with three factions and
/// more the votes of all but the last count twice}; thread-safe
/// @source{hong2013, Hong 2013\, the Poisson binomial distribution}; the trapezoid rule:
/// @source{trefethen2014, Trefethen and Weideman 2014}
/// @test tests/ratification/passage.cpp "a chamber passes as often as all its votings say"
/// @test tests/ratification/passage.cpp "the mood is integrated as a hundred thousand points say"
[[nodiscard]] passage passage_of(const home& of, std::size_t which, const outcome_space& space,
                                 const outcome& deal, const conditions& how = {});

/// @brief Probability that all chambers of a home ratify.
///
/// Given the mood they decide independently, but for those that follow another. Homes of different
/// parties are independent: multiply.
/// @param of    everyone at home
/// @param space the deals there are
/// @param deal  one of them @shape{issues}
/// @param how   whether there is a mood, and whether public red lines count
/// @return the probability; 1 without chambers
/// @complexity{as for one chamber, times chambers}; thread-safe
/// @test tests/ratification/passage.cpp "chambers are not independent where a mood moves both"
[[nodiscard]] passage passage_of(const home& of, const outcome_space& space, const outcome& deal,
                                 const conditions& how = {});

}  // namespace negotiation::ratification
