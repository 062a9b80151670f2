#pragma once

/// @file
/// What a scenario file says of lasting: hazards, those who would rather wreck a deal, events.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/model/constraint.hpp>
#include <negotiation/survival/stage.hpp>

namespace negotiation::survival {

/// @brief How a file states how often something happens.
enum class measure : std::uint8_t {
    rate,        ///< so many in a period, on average
    probability  ///< chance of at least one in a period
};

/// @brief The key under which a file states it.
/// @param of a measure
/// @return rate or probability
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/section.cpp "measures have the names of their keys"
[[nodiscard]] constexpr std::string_view to_string(measure of) noexcept {
    return of == measure::rate ? "rate" : "probability";
}

/// @brief What a shock does when it comes. By default it ends whatever goes on.
struct written_effect {
    double ends = 1;  ///< chance that it ends what goes on @range{[0, 1]}
    /// Added to what no deal is worth to a party @unit{utility}.
    std::vector<std::pair<std::string, double>> reservation;
    /// Factor on the odds at which a party trusts the others @range{(0, inf)}.
    std::vector<std::pair<std::string, double>> odds;
    double hazards = 1;  ///< factor on every hazard from then on @range{[0, inf)}

    bool operator==(const written_effect&) const = default;
};

/// @brief What a deal adds to a hazard, in the hazard's own measure.
struct written_term {
    std::vector<condition> given;  ///< all of them have to hold of the deal; at least one
    double add = 0;                ///< may be negative, the hazard may not

    bool operator==(const written_term&) const = default;
};

/// @brief A window around a milestone in which a hazard is higher.
struct written_spike {
    std::string at;          ///< signature, vote, first_step, completion, or a step's name
    double add = 0;          ///< in the hazard's own measure @range{[0, inf)}
    double days_before = 0;  ///< where the window begins @unit{days} @range{[0, inf)}
    double days_after = 0;   ///< where it ends @unit{days} @range{[0, inf)}

    bool operator==(const written_spike&) const = default;
};

/// @brief How a hazard answers to what a deal is worth to somebody: slope / (1 + exp((v - r) /
/// noise)) is added, r the reservation value of the agent.
struct written_spoiler {
    std::string agent;  ///< a party or an onlooker
    double slope = 0;   ///< added where the deal is far below r, in the hazard's own measure
                        ///< @range{[0, inf)}
    double noise = 0;   ///< how gradually it falls with the value @unit{value} @range{[0, inf)}

    bool operator==(const written_spoiler&) const = default;
};

/// @brief A source of shocks as its author describes it.
struct written_hazard {
    std::string name;                        ///< unique among hazards and events
    measure stated = measure::rate;          ///< what `value`, terms, spikes and slope are
    double value = 0;                        ///< a period @range{[0, inf)}, [0, 1) if probability
    double period = 1;                       ///< its length @unit{days} @range{(0, inf)}
    std::vector<stage> stages;               ///< during which it threatens; empty: all
    std::vector<written_term> terms;         ///< that depend on issues of the deal
    std::vector<written_spike> spikes;       ///< around milestones
    std::optional<written_spoiler> spoiler;  ///< whose value of the deal it answers to
    written_effect effect;                   ///< what it does
    std::string source;                      ///< id of a source, may be empty
    std::string note;                        ///< free text, may be empty

    bool operator==(const written_hazard&) const = default;
};

/// @brief Something that happens, if it happens, at a date: an election.
struct written_event {
    std::string name;               ///< unique among hazards and events
    double days = 0;                ///< after the talks began @unit{days} @range{[0, inf)}
    double probability = 1;         ///< that it happens @range{[0, 1]}
    std::vector<condition> unless;  ///< it does nothing to a deal of which all of these hold
    written_effect effect;          ///< what it does
    double period = 1;              ///< in which the file counts the days @unit{days}
                                    ///< @range{(0, inf)}
    std::string source;             ///< id of a source, may be empty
    std::string note;               ///< free text, may be empty

    bool operator==(const written_event&) const = default;
};

/// @brief The most terms, and the most spikes, that one hazard may have.
inline constexpr std::size_t maximum_terms = 100;

/// @brief Everything about lasting.
struct section {
    double horizon = 3652.5;              ///< how long after signature is looked @unit{days}
                                          ///< @range{(0, inf)}
    double period = 365.25;               ///< in which the file counts the horizon @unit{days}
                                          ///< @range{(0, inf)}
    std::vector<written_hazard> hazards;  ///< in the file's order
    std::vector<written_event> events;    ///< in the file's order

    bool operator==(const section&) const = default;
};

}  // namespace negotiation::survival
