#pragma once

/// @file
/// What a scenario file says of inspectors.

#include <optional>
#include <string>
#include <vector>

namespace negotiation::compliance {

/// @brief Somebody who looks whether a deal is kept, as its author describes it.
struct written_inspector {
    std::string name;                ///< unique among inspectors
    std::vector<std::string> steps;  ///< it watches; empty: every step that can be faked
    double detection = 1;            ///< chance that an inspection finds a violation
                                     ///< @range{[0, 1]}
    double false_alarm = 0;          ///< chance that it reports one where none is @range{[0, 1]}
    double attribution = 1;          ///< chance that a violation it reports is laid to whoever
                                     ///< committed it @range{[0, 1]}
    double misattribution = 0;       ///< chance that somebody else's act is laid to the party
                                     ///< @range{[0, 1]}
    double others = 0;  ///< chance that somebody else acts, in the time of a report @range{[0, 1]}
    double days = 0;    ///< from a violation to its report @unit{days} @range{[0, inf)}
    double cost = 0;    ///< of an inspection, in a unit of its own @range{[0, 1e6)}
    std::optional<double> loss;    ///< from a violation that nobody finds, in the unit of `cost`
                                   ///< @range{(0, 1e6)}
    std::optional<double> budget;  ///< for inspections of every step, in the unit of `cost`;
                                   ///< nothing: as much as it takes @range{[0, 1e6)}
    std::string source;            ///< id of a source, may be empty
    std::string note;              ///< free text, may be empty

    bool operator==(const written_inspector&) const = default;
};

/// @brief Everything about inspectors.
struct section {
    std::vector<written_inspector> inspectors;  ///< in the file's order

    bool operator==(const section&) const = default;
};

}  // namespace negotiation::compliance
