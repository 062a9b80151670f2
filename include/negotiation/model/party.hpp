#pragma once

/// @file
/// Who negotiates, who looks on, and what each of them wants.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/model/discount.hpp>
#include <negotiation/model/interaction.hpp>
#include <negotiation/model/red_line.hpp>
#include <negotiation/model/risk_attitude.hpp>
#include <negotiation/model/value_function.hpp>

namespace negotiation {

/// @brief How one-issue values become one number.
enum class aggregation {
    additive,  ///< sum of weight times value, plus interactions (multilinear when there are any)
    multiplicative  ///< 1 + K v = product of (1 + K w v), K the nonzero root at v = 1
};

/// @brief A party as its author describes it: what it values, when it walks away, what it will
/// never sign. An onlooker is the same without a seat.
///
/// Names stand for issues; issues without a weight count for nothing. The reservation value and
/// the margins reported about it are values v, before `risk`; it is what the party's best
/// alternative to a deal (BATNA) is worth.
/// @source{fisher1981, Fisher and Ury 1981\, Getting to Yes}; the values:
/// @source{keeney1976, Keeney and Raiffa 1976\, Decisions with Multiple Objectives}
struct party {
    std::string name;                                            ///< unique among all agents
    double reservation = 0;                                      ///< value of no deal @unit{value}
    aggregation combine = aggregation::additive;                 ///< how values become one number
    std::vector<std::pair<std::string, double>> weights;         ///< issue, weight
    std::vector<std::pair<std::string, value_function>> values;  ///< issue, value of its options
    std::string values_from;                                     ///< another agent whose values it
                              ///< shares where it has none, or empty
    std::vector<interaction> interactions;  ///< terms over several issues
    risk_attitude risk;                     ///< from value to utility
    std::optional<discount> patience;       ///< what waiting costs it; may be absent
    std::vector<red_line> red_lines;        ///< what it will not sign
    std::string source;                     ///< id of a source, may be empty
    std::string note;                       ///< free text, may be empty

    bool operator==(const party&) const = default;
};

}  // namespace negotiation
