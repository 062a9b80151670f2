#pragma once

/// @file
/// Protocols by name. Compiled in the library negotiation::negotiation
/// (src/talks/protocol_catalogue.cpp).

#include <string>
#include <variant>
#include <vector>

#include <negotiation/talks/protocol/agenda.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/protocol/monotonic_concession.hpp>
#include <negotiation/talks/protocol/random_recognition.hpp>
#include <negotiation/talks/protocol/single_text.hpp>
#include <negotiation/talks/specification.hpp>

namespace negotiation::talks {

/// @brief Any protocol of the catalogue, with its own parameters set and the rest at its defaults.
using any_protocol =
    std::variant<alternating_offers, single_text, random_recognition, monotonic_concession, agenda>;

/// @brief The protocols that can be named, with their parameters and defaults.
/// @return one entry a protocol
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/protocol_catalogue.cpp "every protocol of the catalogue can be read"
[[nodiscard]] const std::vector<catalogue_entry>& protocol_catalogue();

/// @brief Reads a protocol.
/// @param text `alternating-offers` or `single-text(temperature=0.1)`
/// @return the protocol; deadline, clock, voting rule and calendar are the caller's to set, and the
/// issues of an agenda the caller's to find (`find_issues`)
/// @throws std::invalid_argument an unknown name or parameter (the message lists what exists), or a
/// value out of range
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/protocol_catalogue.cpp "every protocol of the catalogue can be read"
[[nodiscard]] any_protocol read_protocol(const std::string& text);

}  // namespace negotiation::talks
