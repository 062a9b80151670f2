#pragma once

/// @file
/// Text typed by a person, cut into its parts.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace negotiation::question::detail {

[[nodiscard]] inline std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

/// The parts between separators, blanks around them gone; one part more than separators.
[[nodiscard]] inline std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(trimmed(text.substr(0, at)));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

}  // namespace negotiation::question::detail
