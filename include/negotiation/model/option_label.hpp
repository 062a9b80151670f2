#pragma once

/// @file
/// The name of an option as its author wrote it: a whole number, a real number or a word. Compiled
/// in the library negotiation::negotiation (src/model/option_label.cpp).

#include <cstdint>
#include <string>
#include <variant>

namespace negotiation {

/// @brief What an option is called; keeps the type it had in the file, so that answers print it
/// the same way.
using option_label = std::variant<std::int64_t, double, std::string>;

/// @brief The label as text, numbers in their shortest round-trip form.
/// @param label of an option
/// @return UTF-8
/// @complexity{O(length)}; thread-safe
/// @test tests/model/option_label.cpp "labels print as they were written"
[[nodiscard]] std::string to_string(const option_label& label);

/// @brief True when two labels name the same option: equal words, or equal numbers whatever
/// their type (4 and 4.0).
/// @param a one label
/// @param b another
/// @return true when both name the same option; a word never equals a number
/// @complexity{O(length)}; thread-safe
/// @test tests/model/option_label.cpp "labels of one number are one option whatever their type"
[[nodiscard]] bool same_option(const option_label& a, const option_label& b);

/// @brief The label as a number.
/// @param label    of an option
/// @param fallback what a word counts as
/// @return the number, or NaN-free `fallback` for a word
/// @complexity{O(1)}; thread-safe
/// @test tests/model/option_label.cpp "labels as numbers"
[[nodiscard]] double number_or(const option_label& label, double fallback);

/// @brief True when the label is a number.
/// @param label of an option
/// @return false for a word
/// @complexity{O(1)}; thread-safe
/// @test tests/model/option_label.cpp "labels as numbers"
[[nodiscard]] inline bool is_number(const option_label& label) {
    return !std::holds_alternative<std::string>(label);
}

}  // namespace negotiation
