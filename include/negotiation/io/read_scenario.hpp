#pragma once

/// @file
/// Scenario files in. Compiled: link `negotiation::negotiation`.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/io/foreign_reading.hpp>
#include <negotiation/io/parse_error.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io {

/// @brief The most bytes a scenario file and those it extends may have.
inline constexpr std::size_t maximum_scenario_bytes = std::size_t{4} << 20U;

/// @brief Reads a scenario file with everything it extends, and checks it.
///
/// @param path      a file; see `resolve_scenario` for bare names; also a folder of GENIUS or
/// GeniusWeb files, or the domain in it: see read_foreign.hpp
/// @param overrides `PATH=VALUE` each, applied in order to the merged file before it is checked:
/// `party.Iran.reservation=0.4`, `talks=secret`; a value is TOML, else a bare word
/// @param how       for files of other systems, also where a file extends them
/// @return a sound scenario: `validate` finds nothing
/// @throws parse_error everything wrong with the file, sorted by place: what cannot be read, TOML
/// errors (alone), unknown keys, wrong types, and what `validate` finds
/// @throws std::invalid_argument steps of `how` out of range
/// @complexity{linear in the file, at most 4 MiB, and its bases, at most 16}
/// @thread thread-safe
/// @test tests/io/read_scenario.cpp "every section is read"
[[nodiscard]] scenario read_scenario(const std::string& path,
                                     const std::vector<std::string>& overrides = {},
                                     const foreign_reading& how = {});

/// @brief Reads a scenario from text.
///
/// @param text      the file
/// @param name      stands for the file in messages; `extends` is relative to its folder
/// @param overrides as for `read_scenario`
/// @param how       as for `read_scenario`
/// @return a sound scenario
/// @throws parse_error as for `read_scenario`
/// @throws std::invalid_argument likewise
/// @complexity{as for `read_scenario`}
/// @thread thread-safe
/// @test tests/io/read_scenario.cpp "messages carry file and line and column"
[[nodiscard]] scenario parse_scenario(std::string_view text, const std::string& name,
                                      const std::vector<std::string>& overrides = {},
                                      const foreign_reading& how = {});

}  // namespace negotiation::io
