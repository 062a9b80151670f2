#pragma once

/// @file
/// What a gain in value costs in money. Compiled in the library negotiation::negotiation
/// (src/deal/compensation.cpp).

#include <optional>
#include <span>
#include <utility>

namespace negotiation::deal {

/// @brief Money that makes up for a value.
struct compensation {
    double amount = 0;    ///< what must be paid @unit{of the levels}
    bool beyond = false;  ///< more than the levels go: the last slope was drawn on

    bool operator==(const compensation&) const = default;
};

/// @brief The least amount of money that is worth so much to a party, by what levels of money are
/// worth to it: straight lines between the levels, and past the last one its slope, drawn on.
///
/// A price by marginal value: it holds for a party whose value of other issues does not change with
/// money, or for changes small enough.
/// @param worth level and value, levels strictly rising @shape{n >= 2}
/// @param from  the level from which is paid @range{[first level, last level]}
/// @param gain  the value to be bought @range{[0, inf)}
/// @return the amount; nothing where no amount is worth so much
/// @throws std::invalid_argument fewer than two levels, levels that do not rise, a level outside
/// them, a negative gain, or a number that is not finite
/// @complexity{O(n)}; thread-safe
/// @test tests/deal/compensation.cpp "a gain is bought along straight lines"
[[nodiscard]] std::optional<compensation> compensation_of(
    std::span<const std::pair<double, double>> worth, double from, double gain);

}  // namespace negotiation::deal
