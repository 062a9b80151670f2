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

namespace negotiation::cli {

/// "secret" or "public"; nothing when it was not given.
/// @throws std::invalid_argument another word
[[nodiscard]] inline std::optional<publicity> talks_of(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text != "secret" && text != "public") {
        throw std::invalid_argument(fmt::format("option --talks: no such talks '{}'; {}",
                                                shown(text), nearest(text, {"secret", "public"})));
    }
    return text == "secret" ? publicity::secret : publicity::open;
}

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
