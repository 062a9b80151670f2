#pragma once

/// @file
/// What is wrong with the text that names a protocol, a strategy or a mediator's role.

#include <optional>
#include <stdexcept>
#include <string>

#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

namespace negotiation::detail {

/// What a spec such as `boulware(e=0.3)` is to name.
enum class spec_kind { protocol, strategy, mediator };

/// The one place where validation asks what can be named, and with which parameters.
/// @return what is wrong, nothing when nothing is
inline std::optional<std::string> fault_in_spec(spec_kind kind, const std::string& text) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return std::string(kind == spec_kind::protocol   ? "a protocol"
                           : kind == spec_kind::strategy ? "a strategy"
                                                         : "a mediator's role") +
               " must have a name; got nothing";
    }
    try {
        switch (kind) {
            case spec_kind::protocol:
                (void)talks::read_protocol(text);
                break;
            case spec_kind::strategy:
                (void)talks::read_strategy(text);
                if (talks::is_external(text)) {
                    return "a file may not run programs; got '" + shown(text) +
                           "'; where you trust it, give it with --strategy";
                }
                break;
            case spec_kind::mediator:
                (void)talks::read_mediator(text);
                return talks::missing_means(text);
        }
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return std::nullopt;
}

}  // namespace negotiation::detail
