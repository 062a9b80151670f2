#pragma once

/// Standard output that may be closed or full.

#include <string_view>

namespace negotiation::cli {

/// Writes everything to standard output.
/// @return the exit status: 0, also when the reader went away (it had enough), or 1 with a
/// message on standard error
[[nodiscard]] int print(std::string_view text);

}  // namespace negotiation::cli
