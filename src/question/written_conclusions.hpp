#pragma once

/// @file
/// What is true of a scenario as it is written.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/question/robust_answer.hpp>

#include "question/world_look.hpp"

namespace negotiation::question::detail {

/// @brief A conclusion, and how to see whether it holds in another world.
struct written_conclusion {
    conclusion_topic topic;
    std::string text;
    std::function<std::optional<bool>(world_look&)> holds;
};

/// @brief Whatever the scenario has sections for, by topic. Refers to nothing.
[[nodiscard]] std::vector<written_conclusion> conclusions_of(world_look& written);

}  // namespace negotiation::question::detail
