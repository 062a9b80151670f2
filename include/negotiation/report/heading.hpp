#pragma once

/// @file
/// A heading of a document.

#include <string>

namespace negotiation::report {

/// @brief A title (level 1) or the title of a part (level 2 and deeper).
struct heading {
    std::string text;  ///< one line
    int level = 1;     ///< @range{[1, inf)}

    bool operator==(const heading&) const = default;
};

}  // namespace negotiation::report
