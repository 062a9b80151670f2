#pragma once

/// @file
/// Text that somebody typed, cut into parts and read as numbers. Compiled in the library
/// negotiation::negotiation (src/model/typed_text.cpp).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace negotiation {

/// @brief A text without the blanks around it: spaces, tabs, ends of lines.
/// @param text any bytes
/// @return a part of it; empty where there are only blanks
/// @complexity{O(|text|)}; thread-safe
/// @test tests/model/typed_text.cpp "blanks around a text and its parts are gone"
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// @brief The parts between separators, blanks around them gone.
/// @param text      any bytes
/// @param separator between parts; there is no quoting
/// @return one part more than separators, so that an empty text has one, which is empty
/// @complexity{O(|text|)}; thread-safe
/// @test tests/model/typed_text.cpp "blanks around a text and its parts are gone"
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// @brief A number with nothing before or behind it, whatever the locale: `0.5`, `-3`, `1e6`.
/// @param text any bytes
/// @return the nearest double, which may be infinite or no number where that is what was typed;
/// nothing where it is another text, or beyond the range of doubles
/// @complexity{O(|text|)}; thread-safe
/// @test tests/model/typed_text.cpp "a number is the whole text"
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// @brief The same, but only a finite number counts.
/// @param text any bytes
/// @return the nearest double; nothing where it is another text, `inf` and `nan` among them
/// @complexity{O(|text|)}; thread-safe
/// @test tests/model/typed_text.cpp "a finite number is neither infinite nor not a number"
[[nodiscard]] std::optional<double> parse_finite_number(std::string_view text);

}  // namespace negotiation
