#pragma once

/// @file
/// How a factored space is searched. Every engine gives the same answer to the last bit; they
/// differ in the spaces they can face.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace negotiation::deal {

/// @brief The ways to search a space of deals.
enum class engine {
    automatic,  ///< the cheapest that can: what users want
    table,      ///< every feasible deal written down once
    stream,     ///< every feasible deal visited, block by block, none stored
    eliminate   ///< variable elimination: no enumeration; any size of small width
};

/// @brief The name an answer uses for an engine.
/// @param method any engine
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/deal/engine.cpp "engines have names and are found by them"
[[nodiscard]] constexpr std::string_view to_string(engine method) noexcept {
    switch (method) {
        case engine::automatic:
            return "automatic";
        case engine::table:
            return "table";
        case engine::stream:
            return "stream";
        case engine::eliminate:
            return "eliminate";
    }
    return "";
}

/// @brief The engine of that name, or nothing.
/// @param name e.g. `stream`
/// @return the engine; nothing for another word
/// @complexity{O(1)}; thread-safe
/// @test tests/deal/engine.cpp "engines have names and are found by them"
[[nodiscard]] constexpr std::optional<engine> engine_named(std::string_view name) noexcept {
    for (const engine e : {engine::automatic, engine::table, engine::stream, engine::eliminate}) {
        if (to_string(e) == name) {
            return e;
        }
    }
    return std::nullopt;
}

/// @brief Which deals compete.
enum class region {
    zone,     ///< those that every party accepts
    feasible  ///< all that constraints and binding red lines leave
};

/// @brief What a search may use before it refuses: about a gigabyte and some ten seconds, unless
/// the caller says otherwise.
struct budget {
    std::uint64_t table_rows = std::uint64_t{1} << 24;  ///< deals a table may hold
    std::uint64_t visits = std::uint64_t{1} << 30;      ///< deals a stream may visit, or as much
                                                        ///< work of another kind
    std::uint64_t points = std::uint64_t{1} << 23;      ///< partial deals that elimination may
                                                        ///< hold or build at once
};

/// @brief Why a search was not made: an answer, not an error.
struct refusal {
    std::string reason;     ///< a sentence with the numbers in it
    std::size_t width = 0;  ///< issues tied together at once under elimination
    double size = 0;        ///< rows, visits or points it would have needed
};

}  // namespace negotiation::deal
