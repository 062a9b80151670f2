#pragma once

/// @file
/// A question about a world that has a number for an answer.

#include <cmath>
#include <functional>
#include <optional>
#include <string>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::study {

/// @brief What was found in a world: a number, or why there is none.
struct finding {
    std::optional<double> value;  ///< finite; nothing where the question has no number for answer
    std::string reason = {};      ///< why not; empty beside a number

    bool operator==(const finding&) const = default;
};

/// @brief From a world to a number. Studies call it on several threads at once, with worlds of
/// their own; what it draws, it draws from seeds.
using quantity = std::function<finding(const scenario&)>;

/// @brief Asks for a quantity. A world that is not sound, and a number that is none, are findings.
/// @param of    the quantity
/// @param world any world
/// @return the number, or the first thing that is wrong with the world
/// @throws what the quantity throws beside `scenario_error`
/// @complexity{that of the quantity}; thread-safe where the quantity is
/// @test tests/study/quantity.cpp "what is no number has a reason"
[[nodiscard]] inline finding ask(const quantity& of, const scenario& world) {
    try {
        finding found = of(world);
        if (found.value && !std::isfinite(*found.value)) {
            return {std::nullopt, "not a finite number"};
        }
        return found;
    } catch (const scenario_error& wrong) {
        const diagnostic& first = wrong.diagnostics().front();
        return {std::nullopt, first.path + ": " + first.message};
    }
}

}  // namespace negotiation::study
