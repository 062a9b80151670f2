#pragma once

/// @file
/// The stages of a deal's life.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace negotiation::survival {

/// @brief What goes on when a shock comes.
enum class stage : std::uint8_t {
    talks,           ///< nothing is signed yet
    ratification,    ///< signed, not yet passed at home
    implementation,  ///< in force, steps under way
    aftermath        ///< every step is done
};

/// @brief How many stages there are.
inline constexpr std::size_t stage_count = 4;

/// @brief All stages in order of time.
inline constexpr std::array<stage, stage_count> all_stages{stage::talks, stage::ratification,
                                                           stage::implementation, stage::aftermath};

/// @brief The name that files use.
/// @param which a stage
/// @return talks, ratification, implementation or aftermath
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/stage.cpp "stages have names"
[[nodiscard]] constexpr std::string_view to_string(stage which) noexcept {
    switch (which) {
        case stage::talks:
            return "talks";
        case stage::ratification:
            return "ratification";
        case stage::implementation:
            return "implementation";
        case stage::aftermath:
            return "aftermath";
    }
    return "";
}

}  // namespace negotiation::survival
