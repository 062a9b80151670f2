#pragma once

/// What the options of questions about talks share.

#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/talks/section.hpp>

#include "cli/arguments.hpp"
#include "cli/table_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

/// "United States=boulware", each.
/// @throws std::invalid_argument anything else, or two strategies for the same
[[nodiscard]] inline std::vector<question::assignment> strategies_of(
    const std::vector<std::string>& texts) {
    std::vector<question::assignment> list;
    for (const std::string& text : texts) {
        const question::assignment read = question::parse_assignment(text);
        for (const question::assignment& other : list) {
            if (other.name == read.name) {
                throw std::invalid_argument(
                    fmt::format("option --strategy: {} one strategy; got '{}' and '{}'",
                                read.name.empty() ? "all parties together have"
                                                  : "'" + shown(read.name) + "' has",
                                shown(other.role), shown(read.role)));
            }
        }
        list.push_back(read);
    }
    return list;
}

/// "Oman=relay(noise=0.1)" or "Oman=none", each.
/// @throws std::invalid_argument anything else
[[nodiscard]] inline std::vector<question::assignment> mediators_of(
    const std::vector<std::string>& texts) {
    std::vector<question::assignment> list;
    for (const std::string& text : texts) {
        list.push_back(question::parse_assignment(text, "NAME=ROLE, or NAME=none"));
    }
    return list;
}

/// Fills what the options of questions about talks share.
template <class Options>
[[nodiscard]] Options play_options(const arguments& typed) {
    auto options = table_options<Options>(typed);
    options.rounds = whole_of("--rounds", typed.rounds, talks::maximum_rounds);
    options.convention = clock_of(typed.clock);
    options.seed = seed_of(typed);
    options.strategies = strategies_of(typed.strategies);
    options.mediators = mediators_of(typed.mediators);
    return options;
}

}  // namespace negotiation::cli
