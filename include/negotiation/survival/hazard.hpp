#pragma once

/// @file
/// How often a shock comes, and what it does. Compiled in the library negotiation::negotiation
/// (src/survival/hazard.cpp).

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/model/utility_function.hpp>
#include <negotiation/survival/section.hpp>
#include <negotiation/survival/stage.hpp>

namespace negotiation::survival {

/// @brief What a shock does.
struct effect {
    double ends = 1;                  ///< chance that it ends what goes on @range{[0, 1]}
    std::vector<double> reservation;  ///< by party, added to no deal @shape{parties}
    std::vector<double> odds;         ///< by party, factor on the odds of its trust @shape{parties}
    double hazards = 1;               ///< factor on every hazard from then on

    bool operator==(const effect&) const = default;
};

/// @brief That an issue takes one of some options.
struct holds {
    issue_id issue = 0;         ///< the issue
    std::vector<bool> options;  ///< which options count @shape{options of the issue}

    bool operator==(const holds&) const = default;
};

/// @brief What a deal adds to a hazard.
struct term {
    std::vector<holds> given;  ///< all have to hold
    double add = 0;            ///< in the hazard's measure

    bool operator==(const term&) const = default;
};

/// @brief Moments of a deal's life around which a hazard may rise.
enum class milestone : std::uint8_t {
    signature,   ///< the talks end in agreement
    vote,        ///< everybody at home has decided
    first_step,  ///< the first step is done
    completion,  ///< the last step is done
    step         ///< a step that is named is done
};

/// @brief The name that files use.
/// @param of a milestone
/// @return signature, vote, first_step or completion; step for a step that has a name of its own
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/hazard.cpp "milestones have names"
[[nodiscard]] constexpr std::string_view to_string(milestone of) noexcept {
    switch (of) {
        case milestone::signature:
            return "signature";
        case milestone::vote:
            return "vote";
        case milestone::first_step:
            return "first_step";
        case milestone::completion:
            return "completion";
        case milestone::step:
            return "step";
    }
    return "";
}

/// @brief The milestones that need no step's name, in order of time.
inline constexpr std::array<milestone, 4> named_milestones{
    milestone::signature, milestone::vote, milestone::first_step, milestone::completion};

/// @brief A window in which a hazard is higher.
struct spike {
    milestone at = milestone::signature;  ///< around what
    std::size_t step = 0;                 ///< which step, in the file's order, where it is one
    double add = 0;                       ///< in the hazard's measure
    double days_before = 0;               ///< where it begins @unit{days}
    double days_after = 0;                ///< where it ends @unit{days}

    bool operator==(const spike&) const = default;
};

/// @brief Somebody who would rather wreck a deal, the less it is worth to it.
/// @source{stedman1997, Stedman 1997\, International Security 22(2)}
struct spoiler {
    utility_function utility;  ///< what a deal is worth to it
    double reservation = 0;    ///< r @unit{value}
    double slope = 0;          ///< added where the deal is far below r, in the hazard's measure
    double noise = 0;          ///< how gradually; 0: a step

    bool operator==(const spoiler&) const = default;
};

/// @brief A source of shocks, in numbers.
struct hazard {
    measure stated = measure::rate;               ///< what value, terms, spikes and slope are
    double value = 0;                             ///< a period
    double period = 1;                            ///< @unit{days}
    std::array<bool, stage_count> threatens{};    ///< by stage
    std::vector<term> terms;                      ///< that depend on the deal
    std::vector<spike> spikes;                    ///< around milestones
    std::optional<survival::spoiler> answers_to;  ///< whose value of the deal it answers to
    survival::effect effect;                      ///< what it does

    bool operator==(const hazard&) const = default;
};

/// @brief Something that may happen at a date, in numbers.
struct event {
    double days = 0;            ///< after the talks began
    double probability = 1;     ///< that it happens
    std::vector<holds> unless;  ///< it does nothing to a deal of which all of these hold; empty: to
                                ///< every deal
    survival::effect effect;    ///< what it does

    bool operator==(const event&) const = default;
};

/// @brief What a spoiler adds to its hazard at a deal: slope / (1 + exp((v - r) / noise)).
/// @param of    the spoiler
/// @param space the deals there are
/// @param deal  one of them @shape{issues}
/// @return in the measure of the hazard
/// @complexity{O(terms)}; thread-safe
/// @test tests/survival/hazard.cpp "Israel answers to deals as the table says"
[[nodiscard]] double response_of(const spoiler& of, const outcome_space& space,
                                 const outcome& deal);

/// @brief The hazard of a deal in its own measure: base, spoiler and, where asked for, terms;
/// spikes aside. Kept within [0, 1) where it is a probability.
/// @param of         the hazard
/// @param space      the deals there are
/// @param deal       one of them @shape{issues}
/// @param with_terms whether terms count
/// @return a period, 0 at least
/// @complexity{O(terms)}; thread-safe
/// @test tests/survival/hazard.cpp "Israel answers to deals as the table says"
[[nodiscard]] double level_of(const hazard& of, const outcome_space& space, const outcome& deal,
                              bool with_terms = true);

/// @brief The rate that a level comes to: -ln(1 - h) of a probability h.
/// @param of    the hazard, for measure and period
/// @param level in its own measure @range{[0, inf)}, [0, 1] if probability
/// @return rate @unit{1/day}; infinite at a probability of 1
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/hazard.cpp "a probability a month is a rate"
[[nodiscard]] double daily_rate(const hazard& of, double level);

/// @brief True when all of some conditions hold of a deal. @param given conditions @param deal an
/// option for every issue @shape{issues} @return whether all hold; true of none
/// @complexity{O(conditions)}; thread-safe
/// @test tests/survival/hazard.cpp "terms count where all their conditions hold"
[[nodiscard]] inline bool all_hold(const std::vector<holds>& given, const outcome& deal) {
    for (const holds& one : given) {
        if (!one.options[deal[one.issue]]) {
            return false;
        }
    }
    return true;
}

}  // namespace negotiation::survival
