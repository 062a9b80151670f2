#pragma once

/// @file
/// Around which table a question is asked: scope, publicity, red lines, who sits at it. Compiled in
/// the library negotiation::negotiation (src/question/setting.cpp).

#include <optional>
#include <string>
#include <vector>

#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief Which red lines count.
enum class red_line_rule {
    as_written,  ///< private ones always, public ones in public talks
    none,        ///< no red line
    all,         ///< every red line, public talks or not
    of_parties   ///< every red line of the parties named, and no other
};

/// @brief A choice of red lines to bind, whatever the scenario says.
struct red_line_choice {
    red_line_rule rule = red_line_rule::as_written;  ///< which red lines bind
    std::vector<std::string> parties;                ///< for `of_parties`

    bool operator==(const red_line_choice&) const = default;
};

/// @brief What a question may change about the scenario's table.
struct setting {
    std::string scope;               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;  ///< instead of what the scenario says
    red_line_choice red_lines;       ///< which red lines bind
    std::vector<std::string> seats;  ///< onlookers who get a seat, after the parties

    bool operator==(const setting&) const = default;
};

/// @brief Reads "none", "all" or party names with commas between them.
/// @param text what was typed
/// @return the choice; whether the parties exist is seen when the table is set
/// @throws std::invalid_argument nothing but blanks and commas
/// @complexity{O(length)}; thread-safe
/// @test tests/question/setting.cpp "red lines are chosen by a word or by names"
[[nodiscard]] red_line_choice parse_red_lines(const std::string& text);

}  // namespace negotiation::question
