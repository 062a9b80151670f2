#pragma once

/// @file
/// What a party will not sign whatever it gets for it.

#include <string>
#include <vector>

#include <negotiation/model/option_label.hpp>

namespace negotiation {

/// @brief A hard condition of one party on one issue, distinct from a low value.
///
/// A private red line always binds its owner. A public one was said aloud: it binds when the
/// talks are public, not in a back channel, and comes back at home.
/// @source{putnam1988, Putnam 1988\, International Organization 42(3)}
struct red_line {
    std::string issue;                ///< the issue it is about
    std::vector<option_label> allow;  ///< the options it leaves open, at least one
    bool is_public = false;           ///< said aloud

    bool operator==(const red_line&) const = default;
};

}  // namespace negotiation
