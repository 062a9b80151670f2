#pragma once

/// @file
/// How a chair who anneals keeps changes that were weakly rejected.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/cooling.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief The votes on a text.
struct ballot {
    acceptances accepts;         ///< weakly or strongly
    acceptances weakly_rejects;  ///< the others reject strongly, or were not heard
};

/// @brief A chair that anneals in place of the parties. It knows no utilities, only votes: a weak
/// rejection stands for a loss of `weak_loss`. Where a change falls short of the voting rule, weak
/// rejections of parties listed first are overridden until the rule carries it; it is kept with
/// probability exp(-k weak_loss / T), where k is how many were, and T falls linearly to 0.
///
/// Overrides are kept even: a party can be overridden only while no other has been overridden less
/// often, so their numbers never differ by more than one. A party that votes strongly on everything
/// is never overridden; but then, soon, nobody is, and it has to climb like the others.
/// @copycost a number a party
/// @source{klein2003, Klein et al. 2003}
/// @test tests/talks/overriding.cpp "weak rejections are overridden evenly while it is hot"
struct overriding {
    double temperature = 0;           ///< at the start; 0: never @unit{utility} @range{[0, inf)}
    double weak_loss = 0.05;          ///< that a weak rejection stands for @unit{utility}
    std::vector<std::int64_t> times;  ///< by party: how often it was overridden @shape{parties}

    /// @brief Decides on a change that the voting rule does not carry.
    /// @param cast  the votes
    /// @param rule  the voting rule
    /// @param now   the clock
    /// @param draws random bits, drawn from only where overriding is possible
    /// @return true: the change is kept, and the overrides are counted
    bool keeps(const ballot& cast, const voting_rule& rule, const moment& now,
               random_stream& draws) {
        const double heat = talks::temperature(temperature, now);
        if (!(heat > 0)) {
            return false;
        }
        const std::int64_t least = *std::min_element(times.begin(), times.end());
        acceptances with = cast.accepts;
        std::vector<std::size_t> overridden;
        for (std::size_t i = 0; i < times.size() && !carries(rule, with, times.size()); ++i) {
            if (cast.weakly_rejects[i] && times[i] == least) {
                with.set(i);
                overridden.push_back(i);
            }
        }
        const double loss = weak_loss * static_cast<double>(overridden.size());
        if (!carries(rule, with, times.size()) || !draw_chance(draws, chance_to_take(loss, heat))) {
            return false;
        }
        for (const std::size_t i : overridden) {
            ++times[i];
        }
        return true;
    }
};

}  // namespace negotiation::talks
