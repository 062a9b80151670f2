#pragma once

/// Standard output that may be closed or full.

#include <string_view>

namespace negotiation::cli {

/// Writes everything to standard output.
/// @return the exit status: 0, also when the reader went away (it had enough), or 2 with a
/// message on standard error
[[nodiscard]] int print(std::string_view text);

/// Writes a part of what is too long to be held.
/// @return false where the reader went away: there is no use in the rest
/// @throws std::invalid_argument it cannot be written
[[nodiscard]] bool print_part(std::string_view text);

/// Says something beside the answer, on standard error. Where that cannot be written nothing is
/// lost but this.
void notice(std::string_view text);

/// Keeps the places of standard files that are closed from files that are opened later: an answer
/// must not be written into one of them. To be called before any file is opened.
void hold_standard_files();

}  // namespace negotiation::cli
