#pragma once

/// @file
/// Members of a chamber who judge deals alike.

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::ratification {

/// @brief Votes that judge a deal by the same values: each of them says yes with a probability that
/// rises with what the deal is worth to the faction above its threshold.
///
/// The value is a sum of terms; whoever cares about an ally has terms of the ally among them. Only
/// the sum counts, so no risk attitude and no multiplicative model belongs here.
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics}; random utility:
/// @source{mcfadden1974, McFadden 1974\, Conditional logit analysis}
struct faction {
    std::uint32_t votes = 1;   ///< its members @range{[1, inf)}
    utility_function utility;  ///< what deals are worth to it, a sum of values
    units threshold = 0;       ///< r: the value at which a member is as likely to say yes as no
    double noise = 0;          ///< s: logistic spread of what members think @unit{value}
                               ///< @range{[0, inf)}; at 0 all say yes from the threshold on
    double shock = 0;          ///< rho: what one standard deviation of the day's mood, common to
                               ///< all of a home, adds to the value @unit{value} @range{[0, inf)}
    std::vector<bargaining::line> red_lines;  ///< deals beyond these get none of its votes; public
                                              ///< ones count where the question says so

    bool operator==(const faction&) const = default;
};

/// @brief How far a deal lies above the threshold of a faction.
/// @param of           a faction
/// @param space        the deals there are
/// @param deal         one of them @shape{issues}
/// @param public_lines whether its public red lines count; others do anyway
/// @return value less threshold, exact; nothing where the deal crosses a red line
/// @complexity{O(terms + red lines)}; thread-safe
/// @test tests/ratification/faction.cpp "a margin is exact and gone beyond a red line"
[[nodiscard]] inline std::optional<units> margin_of(const faction& of, const outcome_space& space,
                                                    const outcome& deal, bool public_lines) {
    for (const bargaining::line& line : of.red_lines) {
        if ((public_lines || !line.is_public) && !line.allowed[deal[line.issue]]) {
            return std::nullopt;
        }
    }
    return static_cast<units>(sum_of(of.utility, space.sizes, deal)) * of.utility.scale.grain -
           of.threshold;
}

/// @brief Probability that a member votes for a deal.
/// @param of     a faction
/// @param margin of the deal, or nothing beyond a red line
/// @param mood   z of the day @unit{standard deviations}
/// @return 1 / (1 + exp(-(margin + rho z) / s)); 0 beyond a red line; without noise 0 or 1
/// @complexity{O(1)}; thread-safe
/// @test tests/ratification/faction.cpp "members say yes by a logistic curve"
[[nodiscard]] inline double support(const faction& of, std::optional<units> margin, double mood) {
    if (!margin) {
        return 0;
    }
    const double lead = from_units(*margin) + of.shock * mood;
    if (of.noise > 0) {
        return 1 / (1 + std::exp(-lead / of.noise));
    }
    return lead >= 0 ? 1 : 0;
}

}  // namespace negotiation::ratification
