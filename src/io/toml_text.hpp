#pragma once

/// @file
/// Pieces of TOML as text.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/model/constraint.hpp>
#include <negotiation/model/option_label.hpp>

namespace negotiation::io::detail {

/// A key and its value as TOML.
using pair_text = std::pair<std::string, std::string>;

/// Text in quotes, with what must be escaped escaped.
[[nodiscard]] std::string quoted_text(std::string_view text);

/// A key, in quotes where it needs them.
[[nodiscard]] std::string key_text(std::string_view key);

/// A number in its shortest form that reads back the same.
[[nodiscard]] std::string number_text(double number);

/// A label; a real number keeps its point, so that it comes back as one.
[[nodiscard]] std::string label_text(const option_label& label);

/// Issues and the lists of options they take.
[[nodiscard]] std::vector<pair_text> condition_texts(const std::vector<condition>& conditions);

/// `[a, b, c]`, or one element a line where it would grow long.
[[nodiscard]] std::string list_text(const std::vector<std::string>& elements, std::size_t column);

/// `{ a = 1, b = 2 }`, which TOML wants on one line.
[[nodiscard]] std::string inline_table(const std::vector<pair_text>& entries);

/// A table as one line, or as a line `key.a = 1` for each entry where it would grow long.
[[nodiscard]] std::string table_text(const std::string& key, const std::vector<pair_text>& entries);

/// Lines are kept no longer than this where there is a choice.
inline constexpr std::size_t line_width = 100;

}  // namespace negotiation::io::detail
