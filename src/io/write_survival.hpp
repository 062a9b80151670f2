#pragma once

/// @file
/// What a scenario says of lasting, as TOML.

#include <string>

#include <negotiation/survival/section.hpp>

namespace negotiation::io::detail {

/// The sections `[survival]`, `[[hazard]]` and `[[event]]`, each after an empty line.
[[nodiscard]] std::string survival_text(const survival::section& said);

}  // namespace negotiation::io::detail
