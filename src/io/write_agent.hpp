#pragma once

/// @file
/// A party or an onlooker as TOML.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/model/party.hpp>

namespace negotiation::io::detail {

/// A list of red lines with its key, and a table of weights or nothing.
[[nodiscard]] std::string red_lines_text(const std::vector<red_line>& lines);
[[nodiscard]] std::string weights_text(const std::vector<std::pair<std::string, double>>& weights);

[[nodiscard]] std::string agent_text(std::string_view section, const party& who);

}  // namespace negotiation::io::detail
