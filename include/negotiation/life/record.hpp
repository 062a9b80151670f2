#pragma once

/// @file
/// How one life of a deal went.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/life/cause.hpp>

namespace negotiation::life {

/// @brief Something that happened on the way and ended nothing.
struct happening {
    /// @brief What it was.
    enum class kind : std::uint8_t {
        leak,       ///< the talks became public
        hazard,     ///< a shock by chance
        event,      ///< something at a date
        pretended,  ///< a step was pretended; `which` is its place in the order
    };

    double days = 0;          ///< since the talks began
    kind what = kind::leak;   ///< what it was
    std::uint32_t which = 0;  ///< the hazard, event, or step

    bool operator==(const happening&) const = default;
};

/// @brief How one life went: where and why it ended, and what each party had then.
struct record {
    cause why;                           ///< what ended it
    bool leaked = false;                 ///< the talks became public
    bool drawn_in_public = false;        ///< its talks were drawn from those played in public, or
                                         ///< from what follows a leak
    std::size_t talk = 0;                ///< of the talks that were drawn
    std::size_t deal = 0;                ///< prospect of the deal, where one was signed
    std::size_t steps_done = 0;          ///< steps that were performed, pretended ones included
    std::vector<bool> untrustworthy;     ///< by party @shape{parties}
    std::optional<double> signed_on;     ///< days since the talks began; nothing: never
    std::optional<double> ratified_on;   ///< likewise
    std::optional<double> completed_on;  ///< likewise: the last step
    double ended_on = 0;                 ///< likewise; of a survivor the horizon
    std::vector<double> values;          ///< by party: what it had in the end @shape{parties}
    std::vector<happening> happenings;   ///< in order of time

    bool operator==(const record&) const = default;
};

/// @brief Whether it outlived the horizon.
/// @param of a record
/// @return true where nothing ended it
/// @complexity{O(1)}; thread-safe
/// @test tests/life/episode.cpp "a deal that nothing threatens survives"
[[nodiscard]] inline bool survived(const record& of) noexcept {
    return of.why.kind == cause_kind::nothing;
}

}  // namespace negotiation::life
