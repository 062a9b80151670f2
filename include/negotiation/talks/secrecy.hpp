#pragma once

/// @file
/// Whether the world can see the talks.

namespace negotiation::talks {

/// @brief The risk that secret talks leak. After a leak the public red lines bind, and failing
/// costs each party its audience: no deal is worth `audience_cost` less.
/// @source{wanisstjohn2006, Wanis-St. John 2006\, Negotiation Journal 22(2)}
struct secrecy {
    bool secret = false;       ///< the talks begin in secret
    double leak_rate = 0;      ///< while secret @unit{1/day} @range{[0, inf)}
    double audience_cost = 0;  ///< of failing in public @unit{utility} @range{[0, inf)}

    bool operator==(const secrecy&) const = default;
};

}  // namespace negotiation::talks
