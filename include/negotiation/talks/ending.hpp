#pragma once

/// @file
/// How a run of talks ended.

#include <cstdint>
#include <vector>

#include <negotiation/talks/move.hpp>

namespace negotiation::talks {

/// @brief Why the talks are over. No agreement is a result, never an error.
enum class talks_status : std::uint8_t {
    agreement,     ///< enough parties accepted a deal
    no_agreement,  ///< the deadline passed
    walked_away,   ///< a party left
    broken_down    ///< chance, or the loss of the only channel, ended the talks
};

/// @brief The name of a status.
/// @param status any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/ending.cpp "endings have names"
[[nodiscard]] constexpr const char* to_string(talks_status status) noexcept {
    switch (status) {
        case talks_status::agreement:
            return "agreement";
        case talks_status::no_agreement:
            return "no_agreement";
        case talks_status::walked_away:
            return "walked_away";
        case talks_status::broken_down:
            return "broken_down";
    }
    return "";
}

/// @brief The end of one run. Rounds and offers are both told, since they are easily confused: in a
/// round every party acts once.
struct ending {
    talks_status status = talks_status::no_agreement;  ///< why it ended
    std::int64_t round = 0;                            ///< the round it ended in, from 1
    std::int64_t offers = 0;                           ///< deals proposed, lost ones included
    double time = 0;                                   ///< relative time of that round
    double days = 0;                                   ///< calendar time when it ended
    bool leaked = false;                               ///< the talks became public on the way
    offer_id deal = no_offer;                          ///< what was agreed
    std::vector<bool> accepted;      ///< by party: it stands by what was agreed; under a quota not
                                     ///< everybody need @shape{parties}
    std::vector<double> utilities;   ///< by party: of the deal, or of no deal @shape{parties}
    std::vector<double> discounted;  ///< the same, less what waiting costs @shape{parties}

    bool operator==(const ending&) const = default;
};

}  // namespace negotiation::talks
