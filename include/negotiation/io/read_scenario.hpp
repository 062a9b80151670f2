#pragma once

/// @file
/// Scenario files in. Compiled: link `negotiation::negotiation`.

#include <string>
#include <string_view>
#include <vector>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io {

/// @brief Reads a scenario file with everything it extends, and checks it.
///
/// @param path      a file; see `resolve_scenario` for bare names
/// @param overrides `PATH=VALUE` each, applied in order to the merged file before it is checked:
/// `party.Iran.reservation=0.4`, `talks=secret`; a value is TOML, else a bare word
/// @return a sound scenario: `validate` finds nothing
/// @throws parse_error everything wrong with the file, sorted by place: what cannot be read, TOML
/// errors (alone), unknown keys, wrong types, and what `validate` finds
/// @complexity{linear in the file, at most 4 MiB, and its bases, at most 16}
/// @thread thread-safe
/// @test tests/io/read_scenario.cpp "every section is read"
[[nodiscard]] scenario read_scenario(const std::string& path,
                                     const std::vector<std::string>& overrides = {});

/// @brief Reads a scenario from text.
///
/// @param text      the file
/// @param name      stands for the file in messages; `extends` is relative to its folder
/// @param overrides as for `read_scenario`
/// @return a sound scenario
/// @throws parse_error as for `read_scenario`
/// @complexity{as for `read_scenario`}
/// @thread thread-safe
/// @test tests/io/read_scenario.cpp "messages carry file and line and column"
[[nodiscard]] scenario parse_scenario(std::string_view text, const std::string& name,
                                      const std::vector<std::string>& overrides = {});

}  // namespace negotiation::io
