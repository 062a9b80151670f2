#pragma once

/// @file
/// A table of a document.

#include <string>
#include <vector>

namespace negotiation::report {

/// @brief On which side the entries of a column line up.
enum class alignment {
    left,  ///< words
    right  ///< numbers
};

/// @brief Title and alignment of a column.
struct column {
    std::string title;                  ///< may be empty
    alignment align = alignment::left;  ///< of title and entries

    bool operator==(const column&) const = default;
};

/// @brief Entries in rows and columns, already written as text; the first column names the row.
///
/// A row may be shorter than the columns (the rest stays empty); an empty row is a rule between
/// the rows above and below it.
struct table {
    std::string caption;                         ///< may be empty
    std::vector<column> columns;                 ///< at least one
    std::vector<std::vector<std::string>> rows;  ///< @shape{rows, at most columns}

    bool operator==(const table&) const = default;
};

}  // namespace negotiation::report
