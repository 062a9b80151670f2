#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/compliance/inspection_game.hpp>

#include "model/argument.hpp"

namespace negotiation::compliance {

namespace {

constexpr double rounding_of_rates = 1e-12;

void check_inspection_game(const inspection_game& of) {
    require_amount("inspection game: the gain", of.gain);
    require_amount("inspection game: the penalty", of.penalty);
    require_amount("inspection game: the cost of an inspection", of.cost);
    require_probability("inspection game: the detection", of.detection);
    if (!(of.caught >= 0 && of.caught < 1)) {
        throw std::invalid_argument(
            fmt::format("inspection game: the loss from a detected violation must lie in [0, 1), "
                        "that from an undetected one being 1; got {}",
                        of.caught));
    }
    if (of.costs == inspection_costs::contained && of.caught < of.cost) {
        throw std::invalid_argument(
            fmt::format("inspection game: the loss {} from a detected violation contains the cost "
                        "of the inspection, so it must not be below it; got {}",
                        of.caught, of.cost));
    }
}

/// Loss from a detected violation, the inspection's cost aside.
[[nodiscard]] double loss_when_caught(const inspection_game& of) {
    return of.costs == inspection_costs::contained ? of.caught - of.cost : of.caught;
}

/// What inspecting a violation saves, its cost aside.
[[nodiscard]] double saved_by_inspecting(const inspection_game& of) {
    return of.detection * (1 - loss_when_caught(of));
}

/// Both players' expectations at given probabilities.
[[nodiscard]] inspection_play played(const inspection_game& of, double inspect, double violate) {
    const double found = inspect * of.detection;
    return {inspect, violate,
            -violate * (1 - inspect * saved_by_inspecting(of)) - inspect * of.cost,
            violate * ((1 - found) * of.gain - found * of.penalty)};
}

[[nodiscard]] std::optional<double> deterring_rate(const inspection_game& of) {
    if (of.gain <= 0) {
        return 0;
    }
    const double rate = of.gain / (of.penalty + of.gain) / of.detection;
    return rate <= 1 + rounding_of_rates ? std::optional(std::min(1.0, rate)) : std::nullopt;
}

}  // namespace

std::optional<double> rate_needed(const inspection_game& of) {
    check_inspection_game(of);
    return deterring_rate(of);
}

bool deters(const inspection_game& of, double rate) {
    check_inspection_game(of);
    require_probability("inspection game: the rate", rate);
    const std::optional<double> needed = deterring_rate(of);
    return needed && rate >= *needed * (1 - rounding_of_rates);
}

inspection_play equilibrium_of(const inspection_game& of) {
    check_inspection_game(of);
    const std::optional<double> rate = deterring_rate(of);
    const double saved = saved_by_inspecting(of);
    if (of.gain <= 0) {
        return played(of, 0, 0);
    }
    if (!rate) {
        return played(of, saved > of.cost ? 1 : 0, 1);
    }
    if (saved <= of.cost) {
        return played(of, 0, 1);
    }
    return played(of, *rate, of.cost / saved);
}

inspection_play leadership_of(const inspection_game& of) {
    check_inspection_game(of);
    const std::optional<double> rate = deterring_rate(of);
    if (rate && *rate * of.cost <= 1) {
        return played(of, *rate, 0);
    }
    // violated in any case: looking has to pay for itself
    return played(of, !rate && saved_by_inspecting(of) > of.cost ? 1 : 0, 1);
}

}  // namespace negotiation::compliance
