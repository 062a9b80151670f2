#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/compensation.hpp>

namespace negotiation::deal {

namespace {

using levels = std::span<const std::pair<double, double>>;

void check_levels(levels worth, double from, double gain) {
    bool rise = worth.size() >= 2;
    for (std::size_t k = 0; k < worth.size(); ++k) {
        rise = rise && std::isfinite(worth[k].first) && std::isfinite(worth[k].second) &&
               (k == 0 || worth[k - 1].first < worth[k].first);
    }
    if (!rise) {
        throw std::invalid_argument(fmt::format(
            "compensation_of: needs two or more finite levels, each above the one before; got {}",
            worth.size()));
    }
    if (!(from >= worth.front().first && from <= worth.back().first)) {
        throw std::invalid_argument(
            fmt::format("compensation_of: must begin between {} and {}; got {}",
                        worth.front().first, worth.back().first, from));
    }
    if (!(gain >= 0) || !std::isfinite(gain)) {
        throw std::invalid_argument(
            fmt::format("compensation_of: the gain must be 0 or more; got {}", gain));
    }
}

}  // namespace

std::optional<compensation> compensation_of(levels worth, double from, double gain) {
    check_levels(worth, from, gain);
    if (gain <= 0) {
        return compensation{};
    }
    std::size_t next = 1;
    while (next + 1 < worth.size() && worth[next].first <= from) {
        ++next;
    }
    const auto slope = [&](std::size_t k) {
        return (worth[k].second - worth[k - 1].second) / (worth[k].first - worth[k - 1].first);
    };
    const double begin = worth[next - 1].second + slope(next) * (from - worth[next - 1].first);
    const double target = begin + gain;
    for (std::size_t k = next; k < worth.size(); ++k) {
        if (worth[k].second >= target) {
            return compensation{worth[k].first - (worth[k].second - target) / slope(k) - from,
                                false};
        }
    }
    const double last = slope(worth.size() - 1);
    const double further = (target - worth.back().second) / last;
    if (!(last > 0) || !std::isfinite(further)) {
        return std::nullopt;
    }
    return compensation{worth.back().first + further - from, true};
}

}  // namespace negotiation::deal
