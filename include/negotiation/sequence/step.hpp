#pragma once

/// @file
/// One step of carrying an agreement out.

#include <optional>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/sequence/step_set.hpp>

namespace negotiation::sequence {

/// @brief What a party could save by only pretending to perform its step, and how likely it is to
/// be found out.
struct faking {
    double saves = 0;        ///< cost that faking avoids @unit{utility} @range{[0, inf)}
    double detection = 1;    ///< probability of being found out @range{[0, 1]}
    double window_days = 0;  ///< until it is found out; what others give in it is kept
                             ///< @unit{days} @range{[0, inf)}

    bool operator==(const faking&) const = default;
};

/// @brief A step: who performs it, what it is worth to everybody, what of that a collapse undoes.
///
/// Money paid is gone: `undone` 0. Sanctions that are only suspended come back: `undone` near 1.
struct step {
    party_id performer = 0;               ///< who performs it
    std::vector<double> value;            ///< of its being in force, normally negative to its
                                          ///< performer @unit{utility} @shape{parties}
    std::vector<double> undone;           ///< share of the value that a collapse takes back
                                          ///< @range{[0, 1]} @shape{parties}
    std::vector<step_id> after;           ///< steps that come before it
    double days = 0;                      ///< how long it takes @unit{days} @range{[0, inf)}
    double defection = 0;                 ///< chance that an untrustworthy performer would not
                                          ///< have performed it: what seeing it teaches others
                                          ///< @range{[0, 1)}
    std::optional<faking> pretence = {};  ///< where it can be faked

    bool operator==(const step&) const = default;
};

}  // namespace negotiation::sequence
