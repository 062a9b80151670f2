#pragma once

/// @file
/// A document as plain text for a terminal, a mail or a log.

#include <cstddef>
#include <string>
#include <string_view>

#include <negotiation/report/document.hpp>

namespace negotiation::report {

/// @brief Code points of UTF-8 text: how many columns it takes, except for combining and
/// double-width characters.
/// @param text UTF-8
/// @return number of code points
/// @complexity{O(length)}; thread-safe
/// @test tests/report/text.cpp "letters beyond ASCII take one column"
[[nodiscard]] std::size_t width_of(std::string_view text) noexcept;

/// @brief Writes a document as plain text.
///
/// Paragraphs are wrapped, tables aligned, a table that is too wide is continued below with its
/// first column repeated. Control characters are dropped, so that no name in a file can steer a
/// terminal. Blocks are set apart by one empty line; the text ends with a line break.
///
/// @param text   the document
/// @param width  columns to fill; a single word or column that is wider stays whole
///               @range{[20, inf)}, smaller ones are taken as 20
/// @return UTF-8
/// @complexity{linear in the text}; thread-safe
/// @test tests/report/table.cpp "numbers line up on the right"
[[nodiscard]] std::string render_text(const document& text, std::size_t width = 100);

}  // namespace negotiation::report

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace negotiation::report {

namespace detail {

[[nodiscard]] inline bool is_control(char c) noexcept {
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 || code == 0x7f;
}

/// One line without control characters; a tab or a line break becomes a blank.
[[nodiscard]] inline std::string printable(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t k = 0; k < text.size(); ++k) {
        const auto code = static_cast<unsigned char>(text[k]);
        if (text[k] == '\n' || text[k] == '\t') {
            line += ' ';
        } else if (code == 0xc2 && k + 1 < text.size() &&
                   static_cast<unsigned char>(text[k + 1]) < 0xa0) {
            ++k;  // the other set of control characters, U+0080 to U+009F
        } else if (!is_control(text[k])) {
            line += text[k];
        }
    }
    return line;
}

[[nodiscard]] inline std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::size_t from = 0;
    while ((from = text.find_first_not_of(' ', from)) != std::string::npos) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, to - from));
        from = to;
    }
    return words;
}

/// Breaks text into lines: `first` stands before the first line, `rest` before the others.
[[nodiscard]] inline std::string wrap(std::string_view text, std::size_t width, std::string first,
                                      const std::string& rest) {
    std::string all;
    std::string line = std::move(first);
    std::size_t used = width_of(line);
    bool bare = true;  // nothing but the indent stands on the line
    for (const std::string& word : words_of(printable(text))) {
        const std::size_t wide = width_of(word);
        if (!bare && used + 1 + wide > width) {
            all += line + '\n';
            line = rest;
            used = width_of(line);
            bare = true;
        }
        if (!bare) {
            line += ' ';
            ++used;
        }
        line += word;
        used += wide;
        bare = false;
    }
    return all + line + '\n';
}

[[nodiscard]] inline std::string render(const heading& title, std::size_t width) {
    const std::string text = printable(title.text);
    const char rule = title.level > 1 ? '-' : '=';
    return text + '\n' + std::string(std::min(width_of(text), width), rule) + '\n';
}

[[nodiscard]] inline std::string render(const paragraph& block, std::size_t width) {
    return wrap(block.text, width, "", "");
}

[[nodiscard]] inline std::string render(const bullets& list, std::size_t width) {
    std::string text;
    for (const std::string& item : list.items) {
        text += wrap(item, width, "  - ", "    ");
    }
    return text;
}

[[nodiscard]] inline std::string render(const note& block, std::size_t width) {
    return wrap(block.text, width, "Note: ", "      ");
}

[[nodiscard]] inline std::string padded(const std::string& text, std::size_t width,
                                        alignment align) {
    const std::size_t used = width_of(text);
    const std::string blanks(width - std::min(width, used), ' ');
    return align == alignment::right ? blanks + text : text + blanks;
}

inline void trim_right(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

/// The entries of a table with control characters gone, all rows of equal length.
struct grid {
    std::vector<std::vector<std::string>> rows;  ///< the titles first; an empty row is a rule
    std::vector<std::size_t> widths;
};

[[nodiscard]] inline grid grid_of(const table& of) {
    grid cells;
    const std::size_t columns = of.columns.size();
    cells.widths.assign(columns, 0);
    const auto add = [&](auto size, auto text_at) {
        std::vector<std::string> row;
        for (std::size_t c = 0; size > 0 && c < columns; ++c) {
            row.push_back(c < size ? printable(text_at(c)) : std::string());
            cells.widths[c] = std::max(cells.widths[c], width_of(row.back()));
        }
        cells.rows.push_back(std::move(row));
    };
    add(columns, [&](std::size_t c) { return of.columns[c].title; });
    for (const auto& entries : of.rows) {
        add(entries.size(), [&](std::size_t c) { return entries[c]; });
    }
    return cells;
}

/// The lines of columns 0 and [from, to), two blanks apart.
[[nodiscard]] inline std::string render_band(const table& of, const grid& cells, std::size_t from,
                                             std::size_t to) {
    std::vector<std::size_t> shown{0};
    std::size_t width = cells.widths[0];
    for (std::size_t c = from; c < to; ++c) {
        shown.push_back(c);
        width += 2 + cells.widths[c];
    }
    const std::string rule = "  " + std::string(width, '-') + '\n';
    std::string text;
    for (std::size_t r = 0; r < cells.rows.size(); ++r) {
        if (cells.rows[r].empty()) {
            text += rule;
            continue;
        }
        std::string line;
        for (const std::size_t c : shown) {
            line += "  " + padded(cells.rows[r][c], cells.widths[c], of.columns[c].align);
        }
        trim_right(line);
        text += line + '\n' + (r == 0 ? rule : "");
    }
    return text;
}

[[nodiscard]] inline std::string render(const table& block, std::size_t width) {
    if (block.columns.empty()) {
        return {};
    }
    const grid cells = grid_of(block);
    std::string text = block.caption.empty() ? "" : wrap(block.caption, width, "", "");
    std::size_t from = 1;
    do {
        std::size_t used = 2 + cells.widths[0];
        std::size_t to = from;
        while (to < cells.widths.size() && (to == from || used + 2 + cells.widths[to] <= width)) {
            used += 2 + cells.widths[to];
            ++to;
        }
        text += (from == 1 ? "" : "\n") + render_band(block, cells, from, to);
        from = to;
    } while (from < cells.widths.size());
    return text;
}

}  // namespace detail

inline std::size_t width_of(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
}

inline std::string render_text(const document& text, std::size_t width) {
    const std::size_t columns = std::max<std::size_t>(width, 20);
    std::string all;
    for (const block& part : text.blocks) {
        const std::string lines =
            std::visit([&](const auto& kind) { return detail::render(kind, columns); }, part);
        if (!lines.empty()) {
            all += (all.empty() ? "" : "\n") + lines;
        }
    }
    return all;
}

}  // namespace negotiation::report
