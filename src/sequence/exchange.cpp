#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/exchange.hpp>

namespace negotiation::sequence {

namespace {

[[nodiscard]] poset order_of(const agreement& of) {
    check(of);
    poset::relations before;
    for (step_id s = 0; s < of.steps.size(); ++s) {
        for (const step_id first : of.steps[s].after) {
            before.emplace_back(first, s);
        }
    }
    return {of.steps.size(), before};
}

[[nodiscard]] units common_divisor(units a, units b) {
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b != 0) {
        a %= b;
        std::swap(a, b);
    }
    return a;
}

/// Rounded to 2^-44, so that sums do not depend on the order in which steps were honoured.
[[nodiscard]] double log_odds_of(double defection) {
    constexpr double grid = 17'592'186'044'416.0;
    return std::round(-std::log1p(-defection) * grid) / grid;
}

/// (1 - undone) value, rounded once. Decimals of a value and of a share stay exact: the product of
/// their whole numbers of 10^-12 has 124 bits at most.
[[nodiscard]] units kept_of(const step& s, party_id i) {
    constexpr units one = 1'000'000'000'000;
    const units product = to_units(s.value[i]) * (one - to_units(s.undone[i]));
    const units half = product < 0 ? -one / 2 : one / 2;
    return (product + half) / one;
}

}  // namespace

exchange::exchange(const agreement& of) : order_(order_of(of)) {
    const auto count = static_cast<party_id>(parties_of(of));
    totals_.resize(count);
    breakdowns_.resize(count);
    grains_.resize(count);
    kept_.resize(of.steps.size() * count);
    for (const step& s : of.steps) {
        performers_.push_back(s.performer);
        learned_.push_back(log_odds_of(s.defection));
    }
    for (party_id i = 0; i < count; ++i) {
        covered_.push_back(of.covered.empty() ? 0 : log_odds_of(of.covered[i]));
    }
    for (party_id i = 0; i < count; ++i) {
        units total = to_units(of.completion[i]);
        const units breakdown = to_units(of.breakdown[i]);
        units size = breakdown;
        units grain = breakdown;
        for (const step& s : of.steps) {
            const units kept = kept_of(s, i);
            total += to_units(s.value[i]);
            size += kept < 0 ? -kept : kept;
            grain = common_divisor(grain, kept);
        }
        size += total < 0 ? -total : total;
        grain = common_divisor(grain, total);
        grain = grain == 0 ? 1 : grain;
        if (size / grain >= (units{1} << 61U)) {
            throw std::invalid_argument(fmt::format(
                "agreement: the values of party {} differ too much in size to be added exactly; "
                "write them with fewer digits",
                i));
        }
        for (step_id s = 0; s < of.steps.size(); ++s) {
            kept_[s * count + i] = static_cast<grains>(kept_of(of.steps[s], i) / grain);
        }
        totals_[i] = static_cast<grains>(total / grain);
        breakdowns_[i] = static_cast<grains>(breakdown / grain);
        grains_[i] = from_units(grain);
    }
}

bool exchange::is_covered() const noexcept {
    return std::any_of(covered_.begin(), covered_.end(), [](double c) { return c > 0; });
}

grains exchange::halt_value(party_id i, step_set done) const noexcept {
    if (done == order_.all()) {
        return totals_[i];
    }
    grains value = done == 0 ? 0 : -breakdowns_[i];
    for_each(done, [&](step_id s) { value += kept(s, i); });
    return value;
}

}  // namespace negotiation::sequence
