#pragma once

/// What the options of questions about a table share.

#include <optional>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/scenario.hpp>

#include "cli/arguments.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

/// Fills what the options of questions about deals share.
template <class Options>
[[nodiscard]] Options table_options(const arguments& typed) {
    Options options;
    options.scope = typed.scope;
    options.talks = talks_of(typed.talks);
    if (typed.red_lines) {
        options.red_lines = question::parse_red_lines(*typed.red_lines);
    }
    options.seats = typed.seats;
    return options;
}

}  // namespace negotiation::cli
