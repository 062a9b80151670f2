#pragma once

/// @file
/// What is on the table: an issue, its unit, its options and where things stand today. Compiled in
/// the library negotiation::negotiation (src/model/issue.cpp).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/model/option_label.hpp>

namespace negotiation {

/// @brief What sort of options an issue has.
enum class issue_kind {
    categorical,  ///< words without an order
    ordered,      ///< words or numbers in a meaningful order, listed one by one
    integer,      ///< whole numbers lo..hi by a step
    real,         ///< real numbers lo..hi on a grid
    order         ///< names of orders in which the deal may be carried out
};

/// @brief The name a scenario file uses for a kind.
/// @param kind any kind
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/model/issue.cpp "kinds of issues have names"
[[nodiscard]] constexpr std::string_view to_string(issue_kind kind) noexcept {
    switch (kind) {
        case issue_kind::categorical:
            return "categorical";
        case issue_kind::ordered:
            return "ordered";
        case issue_kind::integer:
            return "integer";
        case issue_kind::real:
            return "real";
        case issue_kind::order:
            return "order";
    }
    return "";
}

/// @brief Range of an integer or real issue; its options are low, low + step, …, high.
struct issue_range {
    double low = 0;   ///< first option @unit{the issue's}
    double high = 0;  ///< last option @unit{the issue's} @range{[low, inf)}
    double step = 1;  ///< distance of neighbours @unit{the issue's} @range{(0, inf)}

    bool operator==(const issue_range&) const = default;
};

/// @brief One thing the parties bargain over.
///
/// @invariant `status_quo < options.size()`; labels are distinct; `range` is there exactly for
/// integer and real issues, and `options` then lists its grid (`options_of`).
struct issue {
    std::string name;                           ///< unique among the issues
    std::string unit;                           ///< unit of the numbers, empty for words
    issue_kind kind = issue_kind::categorical;  ///< what sort of options it has
    std::vector<option_label> options;          ///< in the file's order: enumeration order
    std::optional<issue_range> range;           ///< integer and real issues only
    std::size_t status_quo = 0;                 ///< the option that holds without a deal
    std::string source;  ///< id of the source of the option levels, may be empty
    std::string note;    ///< free text, may be empty

    bool operator==(const issue&) const = default;
};

/// @brief The most options one issue may have; a finer grid is refused with this number.
inline constexpr std::size_t maximum_options = 65535;

/// @brief The number of grid points of a range, `high` included when the step reaches it.
/// @param range low, high and step, step not 0 @unit{the issue's}
/// @return a count, possibly above `maximum_options`
/// @complexity{O(1)}; thread-safe
/// @test tests/model/issue.cpp "an integer range lists whole numbers"
[[nodiscard]] double grid_points(const issue_range& range);

/// @brief The labels of a range: whole numbers for integer issues, reals else.
/// @param kind  integer or real
/// @param range low, high and step
/// @return labels low, low + step, …
/// @throws std::invalid_argument a step that is not above 0, high below low, or more than
/// `maximum_options` points
/// @complexity{O(options)}; thread-safe
/// @test tests/model/issue.cpp "a real grid ends at its high end"
[[nodiscard]] std::vector<option_label> options_of(issue_kind kind, const issue_range& range);

/// @brief Where a label stands among the options of an issue.
/// @param of    the issue
/// @param label a word or a number of any type
/// @return its place, or nothing when the issue has no such option
/// @complexity{O(options)}; thread-safe
/// @test tests/model/issue.cpp "an option is found by its label or its text"
[[nodiscard]] std::optional<std::size_t> find_option(const issue& of, const option_label& label);

/// @brief Where a written option stands: `text` may be a word or a number as text ("300").
/// @param of   the issue
/// @param text an option as text
/// @return its place, or nothing when the issue has no such option
/// @complexity{O(options), each written out}; thread-safe
/// @test tests/model/issue.cpp "an option is found by its label or its text"
[[nodiscard]] std::optional<std::size_t> find_option(const issue& of, std::string_view text);

/// @brief The options of an issue, comma-separated, for messages; long lists are cut.
/// @param of the issue
/// @return its first twelve options; of a longer list also how many there are
/// @complexity{O(options shown), twelve at most}; thread-safe
/// @test tests/model/issue.cpp "long lists of options are cut"
[[nodiscard]] std::string list_options(const issue& of);

}  // namespace negotiation
