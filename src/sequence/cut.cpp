#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/utility_function.hpp>
#include <negotiation/sequence/tranche.hpp>

namespace negotiation::sequence {

namespace {

constexpr double rounding_of_sizes = 1e-9;

/// Where each part ends, as shares of the step; the last is 1.
[[nodiscard]] std::vector<double> ends_of(std::span<const double> sizes) {
    if (sizes.empty()) {
        throw std::invalid_argument("cut: needs a size for each part; got none");
    }
    std::vector<double> ends;
    double sum = 0;
    for (const double size : sizes) {
        if (!(size > 0 && size <= 1 + rounding_of_sizes)) {
            throw std::invalid_argument(
                fmt::format("cut: a size must lie in (0, 1]; got {}", size));
        }
        sum += size;
        ends.push_back(sum);
    }
    if (sum > 1 + rounding_of_sizes) {
        throw std::invalid_argument(
            fmt::format("cut: sizes must add up to at most 1; they add up to {}", sum));
    }
    if (sum < 1 - rounding_of_sizes) {
        ends.push_back(1);
    }
    ends.back() = 1;
    return ends;
}

/// What an amount adds between two shares of it. On the grid, so that parts add up to the whole.
[[nodiscard]] double between(double amount, double from, double to) {
    return from_units(to_units(amount * to) - to_units(amount * from));
}

[[nodiscard]] step part_of(const step& whole, double from, double to) {
    step part = whole;
    for (double& value : part.value) {
        value = between(value, from, to);
    }
    part.days = between(whole.days, from, to);
    if (part.pretence) {
        part.pretence->saves = between(whole.pretence->saves, from, to);
    }
    return part;
}

}  // namespace

agreement cut(const agreement& of, step_id which, std::span<const double> sizes) {
    check(of);
    if (which >= of.steps.size()) {
        throw std::invalid_argument(
            fmt::format("cut: step {} is not one of {}", which, of.steps.size()));
    }
    const std::vector<double> ends = ends_of(sizes);
    const auto more = static_cast<step_id>(ends.size() - 1);
    agreement parts = of;
    parts.steps.clear();
    for (step_id s = 0; s < of.steps.size(); ++s) {
        step moved = of.steps[s];
        for (step_id& before : moved.after) {
            before += before >= which ? more : 0;
        }
        if (s != which) {
            parts.steps.push_back(std::move(moved));
            continue;
        }
        for (std::size_t k = 0; k < ends.size(); ++k) {
            parts.steps.push_back(part_of(moved, k == 0 ? 0 : ends[k - 1], ends[k]));
            moved.after = {static_cast<step_id>(which + k)};
        }
    }
    check(parts);
    return parts;
}

}  // namespace negotiation::sequence
