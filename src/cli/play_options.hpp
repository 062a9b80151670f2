#pragma once

/// What the options of questions about talks share.

#include <string>
#include <vector>

#include <negotiation/question/run.hpp>
#include <negotiation/talks/section.hpp>

#include "cli/arguments.hpp"
#include "cli/table_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

/// "United States=boulware", each.
/// @throws std::invalid_argument anything else
[[nodiscard]] inline std::vector<question::assignment> strategies_of(
    const std::vector<std::string>& texts) {
    std::vector<question::assignment> list;
    for (const std::string& text : texts) {
        list.push_back(question::parse_assignment(text));
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
