#pragma once

/// @file
/// Checks of issues: kind, unit, options, range, status quo.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_set>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include "scenario/findings.hpp"

namespace negotiation::detail {

/// Levels beyond this are refused, so that whole ones are exact.
inline constexpr double largest_level = 1e15;

inline bool is_level(double number) {
    return std::isfinite(number) && std::abs(number) < largest_level;
}

inline bool is_whole(double number) { return !(std::floor(number) < number); }

/// The numbers of a range, before anybody lists its grid. @return whether they make one
inline bool check_range(findings& found, const path& place, issue_kind kind,
                        const issue_range& range) {
    if (!is_level(range.low) || !is_level(range.high) || !(range.high >= range.low)) {
        found.add(place / "range", fmt::format("a range runs from its low to its high end, both "
                                               "below 1e15 in size; got {} to {}",
                                               range.low, range.high));
        return false;
    }
    if (!is_level(range.step) || !(range.step > 0)) {
        found.add(place / "step", fmt::format("a step must lie in (0, 1e15); got {}", range.step));
        return false;
    }
    if (kind == issue_kind::integer && !(is_whole(range.low) && is_whole(range.step))) {
        found.add(place / "range", fmt::format("an integer issue needs a whole low end and a whole "
                                               "step; got {} and {}",
                                               range.low, range.step));
        return false;
    }
    if (const double points = grid_points(range); points > static_cast<double>(maximum_options)) {
        found.add(place / "range", fmt::format("an issue has at most {} options; got {:.10g}; take "
                                               "a larger step",
                                               maximum_options, points));
        return false;
    }
    return true;
}

/// The first label that could be read, by which the others are judged; the first of all if none.
inline const option_label& first_read(const findings& found, const path& place, const issue& of) {
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        if (!found.unread.holds(place / "options" / k)) {
            return of.options[k];
        }
    }
    return of.options.front();
}

inline void check_labels(findings& found, const path& place, const issue& of) {
    std::unordered_set<std::string> words;
    std::unordered_set<double> levels;
    const option_label& first = first_read(found, place, of);
    const bool numeric = is_number(first);
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        const option_label& label = of.options[k];
        const path here = place / "options" / k;
        if (found.unread.holds(here)) {
            continue;
        }
        if (is_number(label) != numeric) {
            found.add(here,
                      fmt::format("options are all words or all numbers; got '{}' beside '{}'",
                                  shown(to_string(label)), shown(to_string(first))));
        } else if (!numeric && std::get<std::string>(label).empty()) {
            found.add(here, "an option must not be empty");
        } else if (numeric && !is_level(number_or(label, 0))) {
            found.add(here, fmt::format("an option must be below 1e15 in size; got {}",
                                        to_string(label)));
        } else if (!(numeric ? levels.insert(number_or(label, 0)).second
                             : words.insert(std::get<std::string>(label)).second)) {
            found.add(here, fmt::format("option '{}' is there twice", shown(to_string(label))));
        }
    }
}

inline void check_options(findings& found, const path& place, const issue& of) {
    const bool ranged = of.kind == issue_kind::integer || of.kind == issue_kind::real;
    if (ranged && !of.range) {
        found.add(place / "range",
                  fmt::format("an issue of kind '{}' needs a range; got none", to_string(of.kind)));
        return;
    }
    if (ranged) {
        if (check_range(found, place, of.kind, *of.range) && found.countable(of) &&
            of.options != options_of(of.kind, *of.range)) {
            found.add(place / "options", "the options of a range are its grid; got others");
        }
        return;
    }
    if (of.range) {
        found.add(place / "range",
                  fmt::format("a range belongs to an integer or real issue; got kind '{}'",
                              to_string(of.kind)));
    }
    if (of.options.empty()) {
        found.add(place / "options", "an issue needs at least one option; got none");
    } else if (of.options.size() > maximum_options) {
        found.add(place / "options", fmt::format("an issue has at most {} options; got {}",
                                                 maximum_options, of.options.size()));
    } else {
        const std::size_t told = found.list.size();
        check_labels(found, place, of);
        if (found.list.size() > told) {
            found.doubtful.insert(&of);
        }
    }
}

/// There is a unit on every quantity. Listed options may be numbers without being quantities:
/// years, ranks, numbers of drafts.
inline void check_unit(findings& found, const path& place, const issue& of) {
    const bool ranged = of.kind == issue_kind::integer || of.kind == issue_kind::real;
    if (of.unit.empty() && ranged) {
        found.add(place / "unit",
                  fmt::format("an issue of kind '{}' needs a unit; got none", to_string(of.kind)));
    }
}

inline void check_issue(findings& found, const path& place, const issue& of) {
    check_unit(found, place, of);
    check_options(found, place, of);
    if (!of.options.empty() && of.status_quo >= of.options.size()) {
        found.add(place / "status_quo",
                  fmt::format("the status quo is one of the {} options; got place {}",
                              of.options.size(), of.status_quo));
    }
    found.expect_source(place, of.source);
}

}  // namespace negotiation::detail
