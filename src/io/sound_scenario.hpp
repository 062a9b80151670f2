#pragma once

/// @file
/// From a document to a scenario in which nothing is wrong.

#include <string>
#include <vector>

#include <io/document.hpp>

#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io::detail {

/// Carries out the overrides, reads the document and checks it.
/// @param first of several files the one whose messages come first
/// @param wrong what was found before
/// @throws parse_error everything that is wrong
[[nodiscard]] scenario sound_scenario(node document, const std::string& first,
                                      const std::vector<std::string>& overrides,
                                      std::vector<located_message> wrong = {});

/// @throws std::invalid_argument steps out of range
void check_reading(const foreign_reading& how);

}  // namespace negotiation::io::detail
