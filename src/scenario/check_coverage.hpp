#pragma once

/// @file
/// Checks of the paths of assumptions and sources: each covers some number.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include "scenario/findings.hpp"
#include "scenario/number_walk.hpp"
#include "scenario/pattern_set.hpp"

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
    for_each_number(world, [&](const path& place, double, const double*) {
        while (depth < pattern.steps.size() && agrees(place, depth + 1)) {
            ++depth;
        }
    });
    wrong_step wrong;
    if (depth == pattern.steps.size()) {
        return wrong;
    }
    wrong.word = to_string(path{{pattern.steps[depth]}});
    for_each_number(world, [&](const path& place, double, const double*) {
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

/// A path that somebody wrote to say what is assumed, or what a source is for.
struct written_path {
    path place;
    std::string what;  ///< as a message calls it: "assumption", "path"
    std::string text;
};

/// What the paths cover: each at least one number of the scenario.
class coverage_check {
public:
    coverage_check(findings& found, std::vector<written_path> written)
        : found_(found),
          written_(std::move(written)),
          covered_(written_.size(), false) {}

    void run() {
        pattern_set patterns;
        std::vector<std::optional<path>> read;
        for (std::size_t k = 0; k < written_.size(); ++k) {
            read.push_back(parse_path(written_[k].text));
            if (read.back()) {
                patterns.add(*read.back(), k);
            }
        }
        for_each_number(found_.world, [&](const path& number, double, const double*) {
            ++numbers_;
            patterns.each_cover(number, [&](std::size_t k) { covered_[k] = true; });
        });
        for_each_choice(found_.world, [&](const path& choice) {
            patterns.each_cover(choice, [&](std::size_t k) { covered_[k] = true; });
        });
        for (std::size_t k = 0; k < written_.size(); ++k) {
            if (!read[k]) {
                tell_no_path(written_[k]);
            } else if (!covered_[k] && !found_.unread.meets(*read[k])) {
                tell_no_number(written_[k], *read[k]);
            }
        }
    }

private:
    void tell_no_path(const written_path& w) {
        found_.add(w.place, fmt::format("'{}' is not a path; paths look like party.*.weights or "
                                        "issue[\"a name\"].options",
                                        shown(w.text)));
    }

    void tell_no_number(const written_path& w, const path& pattern) {
        std::string message = fmt::format("{} '{}' covers no number", w.what, shown(w.text));
        constexpr std::size_t most = 5'000'000;  // numbers looked at to say what is near
        looked_at_ += numbers_ + 1;
        if (looked_at_ <= most || looked_at_ == numbers_ + 1) {
            const wrong_step wrong = first_wrong_step(found_.world, pattern);
            message += fmt::format("; nothing is called '{}' there{}", shown(wrong.word),
                                   found_.near.name(wrong.word, wrong.known));
        }
        found_.add(w.place, std::move(message));
    }

    findings& found_;
    std::vector<written_path> written_;
    std::vector<bool> covered_;
    std::size_t numbers_ = 0;
    std::size_t looked_at_ = 0;
};

}  // namespace negotiation::detail
