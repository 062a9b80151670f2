#pragma once

/// @file
/// An answer as a person reads it, before anyone has chosen how it looks.

#include <variant>
#include <vector>

#include <negotiation/report/heading.hpp>
#include <negotiation/report/paragraph.hpp>
#include <negotiation/report/table.hpp>

namespace negotiation::report {

/// @brief One part of a document.
using block = std::variant<heading, paragraph, bullets, table, note>;

/// @brief Headings, paragraphs, tables and notes in reading order: a plain value. Numbers in it
/// are text already; whoever wants to compute takes the answer it was written from.
struct document {
    std::vector<block> blocks;  ///< in reading order

    bool operator==(const document&) const = default;
};

}  // namespace negotiation::report
