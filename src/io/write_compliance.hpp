#pragma once

/// @file
/// Inspectors as TOML.

#include <string>

#include <negotiation/compliance/section.hpp>

namespace negotiation::io::detail {

/// The tables [[inspector]].
[[nodiscard]] std::string compliance_text(const compliance::section& said);

}  // namespace negotiation::io::detail
