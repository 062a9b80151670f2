#pragma once

/// @file
/// What a scenario says of its talks, as TOML.

#include <string>

#include <negotiation/talks/section.hpp>

namespace negotiation::io::detail {

/// The sections `[protocol]`, `[channel]` and `[[mediator]]`, each after an empty line.
[[nodiscard]] std::string talks_text(const talks::section& said);

}  // namespace negotiation::io::detail
