#pragma once

/// @file
/// Mediators by name. Compiled in the library negotiation::negotiation
/// (src/talks/mediator_catalogue.cpp).

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/mediator.hpp>
#include <negotiation/talks/reports.hpp>
#include <negotiation/talks/specification.hpp>

namespace negotiation::talks {

/// @brief Where a mediator will sit.
struct mediator_context {
    const arena* at = nullptr;      ///< the talks @range{not null}
    const reports* told = nullptr;  ///< what the parties report @range{not null}
    std::size_t seat = 0;           ///< its place among the mediators
};

/// @brief Makes a mediator for a seat.
using mediator_maker = std::function<any_mediator(const mediator_context& here)>;

/// @brief The mediators that can be named, with their parameters and defaults.
/// @return one entry a mediator
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/mediator_catalogue.cpp "every mediator of the catalogue can be made"
[[nodiscard]] const std::vector<catalogue_entry>& mediator_catalogue();

/// @brief Reads a mediator.
/// @param text `name` or `name(parameter=value,...)`: `relay(noise=0.05,delay=3)`
/// @return what makes it for a seat
/// @throws std::invalid_argument an unknown name or parameter (the message lists what exists), or a
/// value out of range
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/mediator_catalogue.cpp "what does not exist is answered with what does"
[[nodiscard]] mediator_maker read_mediator(const std::string& text);

/// @brief Why a mediator would sit there without the means of its role: a manipulator without a
/// budget can neither pay nor guarantee nor threaten, a guarantor without one makes nothing good,
/// an escrow to which nothing is paid holds nothing.
/// @param text as for `read_mediator`
/// @return the reason; nothing where it has them, or needs none
/// @throws std::invalid_argument as `read_mediator`
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/mediator_catalogue.cpp "a manipulator without a budget lacks its means"
/// @test tests/talks/mediator_catalogue.cpp "a guarantor and an escrow without means are told what
/// they lack"
[[nodiscard]] std::optional<std::string> missing_means(const std::string& text);

/// @brief Reads a mediator and makes it.
/// @param text as for `read_mediator`
/// @param here where it will sit
/// @return a fresh mediator
/// @throws std::invalid_argument as `read_mediator`
/// @complexity{O(length); that of a frontier for a formulator's fixed text}; thread-safe
/// @test tests/talks/mediator_catalogue.cpp "every mediator of the catalogue can be made"
[[nodiscard]] any_mediator make_mediator(const std::string& text, const mediator_context& here);

}  // namespace negotiation::talks
