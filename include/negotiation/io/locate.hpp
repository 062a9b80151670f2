#pragma once

/// @file
/// Where in its file something stands that is wrong. Compiled in the library
/// negotiation::negotiation (src/io/read_scenario.cpp).

#include <string>
#include <vector>

#include <negotiation/io/foreign_reading.hpp>
#include <negotiation/io/parse_error.hpp>
#include <negotiation/scenario/diagnostic.hpp>

namespace negotiation::io {

/// @brief What was found wrong with a scenario after it was read, as reading tells it: by file,
/// line and column, or by the override that brought it.
/// @param path      what `read_scenario` read
/// @param wrong     what was found, by path in the scenario
/// @param overrides as it read it
/// @param how       as it read it
/// @return an error to throw; what has no place of its own is told at the longest part of its path
/// that has one
/// @throws parse_error the file cannot be read any more
/// @complexity{that of reading the file, without what it is checked for}; thread-safe
/// @test tests/io/locate.cpp "what is found later is told where the file says it"
[[nodiscard]] parse_error locate(const std::string& path, const std::vector<diagnostic>& wrong,
                                 const std::vector<std::string>& overrides = {},
                                 const foreign_reading& how = {});

}  // namespace negotiation::io
