#pragma once

/// @file
/// What became of a message or a round on its way through those who stand between the parties.

namespace negotiation::talks {

/// @brief What mediators did to a message, or after a round, as far as the protocol has to know.
/// Whether a message arrived stands in its `event`.
struct passage {
    double days = 0;      ///< added to the calendar @unit{days} @range{[0, inf)}
    bool leaked = false;  ///< the world heard of it
    bool cut = false;     ///< there is no contact any more: the talks break down

    bool operator==(const passage&) const = default;
};

}  // namespace negotiation::talks
