#pragma once

/// @file
/// Checks of assumptions: each is a path that covers some number.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include "scenario/findings.hpp"
#include "scenario/number_walk.hpp"

namespace negotiation::detail {

/// What may stand at the first step that fits no number, and the word that stands there.
struct wrong_step {
    std::string word;
    std::vector<std::string> known;
};

/// The first step of a pattern at which no number is left.
inline wrong_step first_wrong_step(const scenario& world, const path& pattern) {
    std::size_t depth = 0;
    const auto agrees = [&](const path& place, std::size_t steps) {
        return covers(path{{pattern.steps.begin(),
                            pattern.steps.begin() + static_cast<std::ptrdiff_t>(steps)}},
                      place);
    };
    for_each_number(world, [&](const path& place, double) {
        while (depth < pattern.steps.size() && agrees(place, depth + 1)) {
            ++depth;
        }
    });
    wrong_step wrong;
    if (depth == pattern.steps.size()) {
        return wrong;
    }
    wrong.word = to_string(path{{pattern.steps[depth]}});
    for_each_number(world, [&](const path& place, double) {
        if (place.steps.size() > depth && agrees(place, depth)) {
            const std::string step = to_string(path{{place.steps[depth]}});
            if (wrong.known.size() < 1000 && (wrong.known.empty() || wrong.known.back() != step)) {
                wrong.known.push_back(step);
            }
        }
    });
    std::sort(wrong.known.begin(), wrong.known.end());
    wrong.known.erase(std::unique(wrong.known.begin(), wrong.known.end()), wrong.known.end());
    return wrong;
}

inline void check_assumption(findings& found, const path& place, const assumption& a) {
    const auto pattern = parse_path(a.what);
    if (!pattern) {
        found.add(place / "what",
                  fmt::format("'{}' is not a path; paths look like party.*.weights or "
                              "issue[\"a name\"].options",
                              shown(a.what)));
        return;
    }
    bool covered = false;
    for_each_number(found.world, [&](const path& number, double) {
        covered = covered || covers(*pattern, number);
    });
    if (covered) {
        return;
    }
    const wrong_step wrong = first_wrong_step(found.world, *pattern);
    found.add(place / "what",
              fmt::format("assumption '{}' covers no number; nothing is called '{}' there; {}",
                          shown(a.what), shown(wrong.word), nearest(wrong.word, wrong.known)));
}

}  // namespace negotiation::detail
