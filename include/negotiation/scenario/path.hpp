#pragma once

/// @file
/// One way to name a number of a scenario: in assumptions, `--set`, error messages and tables.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace negotiation {

/// @brief A place in a scenario: `party["United States"].reservation`,
/// `issue.leu_stock.options[2]`.
///
/// Steps are names (a key of a table, or the `name` or `id` of one of an array of tables) and
/// whole numbers from 0 (a place in a list). A name of letters, digits, `_` and `-` stands after
/// a dot, any other in brackets and quotes.
struct path {
    using step = std::variant<std::string, std::size_t>;  ///< a name, or a place from 0
    std::vector<step> steps;                              ///< outermost first
    bool operator==(const path&) const = default;
};

/// @brief The most steps a path may have; no number of a scenario lies half as deep.
inline constexpr std::size_t maximum_steps = 32;

/// @brief Reads a path.
/// @param text e.g. `party.Iran.reservation`
/// @return nothing when the text is not one, or has more than `maximum_steps`
/// @complexity{O(length)}; thread-safe
/// @test tests/scenario/path.cpp "a path survives being written and read"
[[nodiscard]] std::optional<path> parse_path(std::string_view text);

/// @brief Writes a path in its shortest form.
/// @param p any path
/// @return text that `parse_path` reads back
/// @complexity{O(length)}; thread-safe
/// @test tests/scenario/path.cpp "a path survives being written and read"
[[nodiscard]] std::string to_string(const path& p);

/// @brief True when the pattern names the place or something that contains it; the name `*`
/// stands for any one step.
/// @param pattern a path, with or without `*`
/// @param place   the path of a number
/// @return true when the pattern's steps begin the place's
/// @complexity{O(steps of the pattern)}; thread-safe
/// @test tests/scenario/path.cpp "a pattern covers what it names and everything inside"
[[nodiscard]] bool covers(const path& pattern, const path& place);

/// @brief A path with one more step.
/// @param p    the path so far
/// @param name the step
/// @return p, then the name
/// @complexity{O(steps) to copy, O(1) to move}; thread-safe
/// @test tests/scenario/path.cpp "steps are appended with a slash"
[[nodiscard]] path operator/(path p, std::string name);
/// @brief A path with a place in a list as one more step.
/// @param p     the path so far
/// @param place the step, from 0
/// @return p, then the place
/// @complexity{O(steps) to copy, O(1) to move}; thread-safe
/// @test tests/scenario/path.cpp "steps are appended with a slash"
/// @overload
[[nodiscard]] path operator/(path p, std::size_t place);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <charconv>
#include <utility>

namespace negotiation {

namespace detail {

inline bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

inline bool is_bare(std::string_view name) {
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_bare(c); });
}

/// Reads a dotted name at the front of `text` and takes it away.
inline std::optional<path::step> take_name(std::string_view& text) {
    std::size_t n = 0;
    while (n < text.size() && (is_bare(text[n]) || text[n] == '*')) {
        ++n;
    }
    if (n == 0) {
        return std::nullopt;
    }
    path::step found{std::string(text.substr(0, n))};
    text.remove_prefix(n);
    return found;
}

/// Reads `[3]` or `["any name"]` at the front of `text` and takes it away.
inline std::optional<path::step> take_bracket(std::string_view& text) {
    text.remove_prefix(1);
    std::optional<path::step> found;
    if (!text.empty() && text.front() == '"') {
        std::string name;
        std::size_t n = 1;
        for (; n < text.size() && text[n] != '"'; ++n) {
            if (text[n] == '\\' && n + 1 < text.size()) {
                ++n;
            }
            name += text[n];
        }
        if (n >= text.size()) {
            return std::nullopt;
        }
        text.remove_prefix(n + 1);
        found = std::move(name);
    } else {
        std::size_t place = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
        if (error != std::errc{}) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        found = place;
    }
    if (text.empty() || text.front() != ']') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    return found;
}

}  // namespace detail

inline std::optional<path> parse_path(std::string_view text) {
    path p;
    while (!text.empty()) {
        std::optional<path::step> found;
        if (text.front() == '[') {
            found = detail::take_bracket(text);
        } else {
            if (!p.steps.empty()) {
                if (text.front() != '.') {
                    return std::nullopt;
                }
                text.remove_prefix(1);
            }
            found = detail::take_name(text);
        }
        if (!found) {
            return std::nullopt;
        }
        if (p.steps.size() == maximum_steps) {
            return std::nullopt;
        }
        p.steps.push_back(std::move(*found));
    }
    return p.steps.empty() ? std::nullopt : std::optional<path>(std::move(p));
}

inline std::string to_string(const path& p) {
    std::string text;
    for (const path::step& s : p.steps) {
        if (const auto* place = std::get_if<std::size_t>(&s)) {
            text += "[" + std::to_string(*place) + "]";
            continue;
        }
        const std::string& name = std::get<std::string>(s);
        if (detail::is_bare(name) || name == "*") {
            text += (text.empty() ? "" : ".") + name;
            continue;
        }
        text += "[\"";
        for (const char c : name) {
            if (c == '"' || c == '\\') {
                text += '\\';
            }
            text += c;
        }
        text += "\"]";
    }
    return text;
}

inline bool covers(const path& pattern, const path& place) {
    if (pattern.steps.size() > place.steps.size()) {
        return false;
    }
    for (std::size_t k = 0; k < pattern.steps.size(); ++k) {
        const auto* name = std::get_if<std::string>(&pattern.steps[k]);
        if ((name == nullptr || *name != "*") && !(pattern.steps[k] == place.steps[k])) {
            return false;
        }
    }
    return true;
}

inline path operator/(path p, std::string name) {
    p.steps.emplace_back(std::move(name));
    return p;
}

inline path operator/(path p, std::size_t place) {
    p.steps.emplace_back(place);
    return p;
}

}  // namespace negotiation
