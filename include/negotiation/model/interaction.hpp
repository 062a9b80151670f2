#pragma once

/// @file
/// What one issue is worth when it depends on another: "money without security is worth little".

#include <string>
#include <vector>

namespace negotiation {

/// @brief A term of a party's value over two or more issues, added to the one-issue terms.
///
/// With an empty table the term is weight times the product of the party's own values of the
/// issues (multilinear, Keeney and Raiffa 1976). With a table it is weight times the entry,
/// which may be anything.
struct interaction {
    std::vector<std::string> issues;  ///< two or more, distinct
    double weight = 0;                ///< @unit{1}, any sign
    std::vector<double> table;        ///< empty, or one entry a combination of options, last
                                      ///< issue fastest @shape{product of the options}

    bool operator==(const interaction&) const = default;
};

}  // namespace negotiation
