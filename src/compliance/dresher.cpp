#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/compliance/dresher.hpp>

#include "model/argument.hpp"

namespace negotiation::compliance {

namespace {

void check_dresher(const dresher_game& of) {
    constexpr std::size_t most = 1'000'000;
    if (of.periods > most || of.inspections > most) {
        throw std::invalid_argument(
            fmt::format("inspections: periods and inspections must be at most {}; got {} and {}",
                        most, of.periods, of.inspections));
    }
    require_amount("inspections: the gain from a violation found", of.caught);
}

/// The sum divided by C(n-1, m), term by term from i = m down: ratios of neighbouring binomials are
/// small numbers where these are not. All terms are positive, so nothing cancels.
[[nodiscard]] double value_at(std::size_t periods, std::size_t inspections, double caught) {
    if (inspections >= periods) {
        return 0;
    }
    const auto n = static_cast<double>(periods);
    double term = n / static_cast<double>(periods - inspections);
    double sum = term;
    for (std::size_t i = inspections; i > 0 && term > 0; --i) {
        term *= caught * static_cast<double>(i) / static_cast<double>(periods - i + 1);
        sum += term;
    }
    return -1 / sum;
}

}  // namespace

double dresher_value(const dresher_game& of) {
    check_dresher(of);
    return value_at(of.periods, of.inspections, of.caught);
}

dresher_play dresher_play_of(const dresher_game& of) {
    check_dresher(of);
    dresher_play play{value_at(of.periods, of.inspections, of.caught)};
    if (of.periods == 0) {
        return play;
    }
    if (of.inspections == 0 || of.inspections >= of.periods) {
        play.inspect = of.inspections == 0 ? 0 : 1;
        play.violate = of.inspections == 0 ? 1 : 0;
        return play;
    }
    const double spent = value_at(of.periods - 1, of.inspections - 1, of.caught);
    const double saved = value_at(of.periods - 1, of.inspections, of.caught);
    const double all = 1 + of.caught + saved - spent;
    play.inspect = (1 + saved) / all;
    play.violate = (saved - spent) / all;
    return play;
}

std::size_t inspections_needed(std::size_t periods, double caught, double value) {
    check_dresher({periods, 0, caught});
    if (!(value >= -1 && value <= 0)) {
        throw std::invalid_argument(
            fmt::format("inspections: the value to reach must lie in [-1, 0]; got {}", value));
    }
    constexpr double rounding = 1e-12;
    std::size_t low = 0;
    std::size_t high = periods;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (value_at(periods, middle, caught) >= value * (1 + rounding)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

}  // namespace negotiation::compliance
