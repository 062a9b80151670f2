#pragma once

/// @file
/// JSON as a tree of values with their places.

#include <string>
#include <string_view>

#include <io/document.hpp>

namespace negotiation::io::detail {

/// Reads JSON; a key whose value is null is left out, as if it were not there.
/// @throws parse_error what is no JSON; a key twice; null in a list; nested deeper than 32
[[nodiscard]] node parse_json(std::string_view text, const std::string& name);

}  // namespace negotiation::io::detail
