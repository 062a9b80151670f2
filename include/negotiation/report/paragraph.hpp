#pragma once

/// @file
/// Running text of a document.

#include <string>
#include <vector>

namespace negotiation::report {

/// @brief One paragraph; the renderer breaks its lines.
struct paragraph {
    std::string text;  ///< its own line breaks count as blanks

    bool operator==(const paragraph&) const = default;
};

/// @brief Short statements that stand side by side, one an item.
struct bullets {
    std::vector<std::string> items;  ///< one text each

    bool operator==(const bullets&) const = default;
};

/// @brief What a reader must know to read the rest rightly: on what it rests, what it leaves out.
struct note {
    std::string text;  ///< its own line breaks count as blanks

    bool operator==(const note&) const = default;
};

}  // namespace negotiation::report
