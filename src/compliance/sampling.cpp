#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/compliance/sampling.hpp>

#include "model/argument.hpp"

namespace negotiation::compliance {

namespace {

constexpr std::size_t most_items = 10'000'000;

void check_stratum(const stratum& of) {
    if (of.items < 1 || of.items > most_items) {
        throw std::invalid_argument(
            fmt::format("sampling: items must lie in [1, {}]; got {}", most_items, of.items));
    }
    if (of.defects > of.items) {
        throw std::invalid_argument(fmt::format(
            "sampling: defects must not exceed the {} items; got {}", of.items, of.defects));
    }
}

void check_goal(const stratum& of, double detection) {
    check_stratum(of);
    require_probability("sampling: the detection to reach", detection);
    if (of.defects == 0) {
        throw std::invalid_argument(
            "sampling: where nothing is defective nothing can be found; defects must be at least "
            "1");
    }
}

/// C(N-r, n) / C(N, n), which is the same with samples and defects exchanged: the shorter product.
[[nodiscard]] double missed(const stratum& of, std::size_t samples) {
    const std::size_t few = std::min(samples, of.defects);
    const std::size_t many = std::max(samples, of.defects);
    if (few + many > of.items) {
        return 0;
    }
    double all = 1;
    for (std::size_t k = 0; k < few && all > 0; ++k) {
        all *= static_cast<double>(of.items - many - k) / static_cast<double>(of.items - k);
    }
    return all;
}

}  // namespace

double detection_by_sample(const stratum& of, std::size_t samples) {
    check_stratum(of);
    if (samples > of.items) {
        throw std::invalid_argument(fmt::format(
            "sampling: samples must not exceed the {} items; got {}", of.items, samples));
    }
    return 1 - missed(of, samples);
}

std::size_t samples_needed(const stratum& of, double detection) {
    check_goal(of, detection);
    constexpr double rounding = 1e-12;
    const double bearable = (1 - detection) * (1 + rounding);
    std::size_t low = 0;
    std::size_t high = of.items - of.defects + 1;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (missed(of, middle) <= bearable) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

std::size_t planned_samples(const stratum& of, double detection) {
    check_goal(of, detection);
    const auto items = static_cast<double>(of.items);
    if (detection >= 1) {
        return of.items;
    }
    // 1 - beta^(1/r) without cancellation
    const double share = -std::expm1(std::log1p(-detection) / static_cast<double>(of.defects));
    return std::min(of.items, least_count(items * share).value_or(of.items));
}

std::size_t items_for(double amount, double each) {
    require_amount("sampling: the amount", amount);
    require_amount("sampling: what an item holds", each);
    if (amount <= 0 || each <= 0) {
        throw std::invalid_argument(fmt::format(
            "sampling: the amount and what an item holds must be above 0; got {} and {}", amount,
            each));
    }
    const std::size_t items = least_count(amount / each).value_or(most_items + 1);
    if (items > most_items) {
        throw std::invalid_argument(fmt::format(
            "sampling: {} in items of {} are more than {} items", amount, each, most_items));
    }
    return std::max<std::size_t>(1, items);
}

}  // namespace negotiation::compliance
