#pragma once

/// @file
/// What a scenario file says of inspectors.

#include <string>
#include <utility>
#include <vector>

namespace negotiation::compliance {

/// @brief Somebody who looks whether a deal is kept, as its author describes it.
struct written_inspector {
    std::string name;                ///< unique among inspectors
    std::vector<std::string> steps;  ///< it watches; empty: every step that can be faked
    double detection = 1;            ///< chance that it reports a violation @range{[0, 1]}
    double false_alarm = 0;          ///< chance that it reports one where none is @range{[0, 1]}
    double misattribution = 0;       ///< chance that somebody else's act is laid to the party
                                     ///< @range{[0, 1]}
    double days = 0;     ///< from a violation to its report @unit{days} @range{[0, inf)}
    double cost = 0;     ///< of an inspection @unit{utility} @range{[0, inf)}
    std::string source;  ///< id of a source, may be empty
    std::string note;    ///< free text, may be empty

    bool operator==(const written_inspector&) const = default;
};

/// @brief Everything about inspectors.
struct section {
    std::vector<written_inspector> inspectors;  ///< in the file's order

    bool operator==(const section&) const = default;
};

}  // namespace negotiation::compliance
