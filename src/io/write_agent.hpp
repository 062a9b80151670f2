#pragma once

/// @file
/// A party or an onlooker as TOML.

#include <string>
#include <string_view>

#include <negotiation/model/party.hpp>

namespace negotiation::io::detail {

[[nodiscard]] std::string agent_text(std::string_view section, const party& who);

}  // namespace negotiation::io::detail
