#pragma once

/// @file
/// How a person is spoken to.

#include <functional>
#include <optional>
#include <string>

namespace negotiation::question {

/// @brief Two functions between a person and the library: a terminal gives both, a test scripts
/// them, a page may.
/// @thread one dialogue, one owner
/// @test tests/question/play.cpp "a person negotiates with a strategy"
struct dialogue {
    /// @brief Shows some lines.
    std::function<void(const std::string&)> tell;
    /// @brief Waits for a line; nothing when there will be no more.
    std::function<std::optional<std::string>()> ask;
};

}  // namespace negotiation::question
