#pragma once

/// @file
/// What a scenario says of carrying a deal out, as TOML.

#include <string>

#include <negotiation/sequence/section.hpp>

namespace negotiation::io::detail {

/// The sections `[sequence]`, `[tranches]`, `[[step]]`, `[[order]]` and `[[variant]]`, each after
/// an empty line.
[[nodiscard]] std::string sequence_text(const sequence::section& said);

}  // namespace negotiation::io::detail
