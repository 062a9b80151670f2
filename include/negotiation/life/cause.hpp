#pragma once

/// @file
/// What a deal, or the attempt at one, died of.

#include <cstdint>
#include <string_view>

#include <negotiation/survival/stage.hpp>

namespace negotiation::life {

/// @brief What kind of thing ended it.
enum class cause_kind : std::uint8_t {
    nothing,      ///< it outlived the horizon
    deadline,     ///< the talks ran out of time
    walked_away,  ///< a party left the table
    broken_down,  ///< chance, or the loss of the only channel, ended the talks
    not_signed,   ///< a party for which a shock has made no deal worth more than this one
    refused,      ///< a chamber voted it down
    declined,     ///< a party that was better off stopping, or trusted too little to go on
    stopped,      ///< an untrustworthy party stopped where that was worth most to it
    caught,       ///< an untrustworthy party was found out pretending a step
    hazard,       ///< a shock that came by chance
    event         ///< something that happened at a date
};

/// @brief The name that answers use.
/// @param kind of a cause
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/life/cause.cpp "causes have names"
[[nodiscard]] constexpr std::string_view to_string(cause_kind kind) noexcept {
    switch (kind) {
        case cause_kind::nothing:
            return "nothing";
        case cause_kind::deadline:
            return "deadline";
        case cause_kind::walked_away:
            return "walked_away";
        case cause_kind::broken_down:
            return "broken_down";
        case cause_kind::not_signed:
            return "not_signed";
        case cause_kind::refused:
            return "refused";
        case cause_kind::declined:
            return "declined";
        case cause_kind::stopped:
            return "stopped";
        case cause_kind::caught:
            return "caught";
        case cause_kind::hazard:
            return "hazard";
        case cause_kind::event:
            return "event";
    }
    return "";
}

/// @brief What ended it, and when in its life.
struct cause {
    survival::stage at = survival::stage::aftermath;  ///< what went on
    cause_kind kind = cause_kind::nothing;            ///< what ended it
    std::uint32_t which = 0;  ///< the party, chamber (counted over all homes), hazard or event; 0
                              ///< where there is nothing to tell apart

    bool operator==(const cause&) const = default;
};

}  // namespace negotiation::life
