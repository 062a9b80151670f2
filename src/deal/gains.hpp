#pragma once

/// @file
/// Gains over the reservation values, as exact whole numbers wherever that is possible.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

#include <negotiation/deal/frontier.hpp>

#include "deal/compare_products.hpp"

namespace negotiation::deal::detail {

/// Gains of all points, in one unit for all parties, never below 0. `Number` is `units` when the
/// preferences are sums without risk attitude, else `long double`.
template <class Number>
struct gain_table {
    std::size_t parties = 0;
    std::vector<Number> gains;     ///< points times parties
    std::vector<Number> greatest;  ///< by party

    [[nodiscard]] std::size_t size() const noexcept { return gains.size() / parties; }
    [[nodiscard]] const Number* row(std::size_t k) const noexcept {
        return gains.data() + k * parties;
    }
};

[[nodiscard]] inline units exact_gain(const frontier& points, const bargaining& table,
                                      std::size_t k, std::size_t i) {
    const bargaining::seat& party = table.parties[i];
    const grains sum = points.sum(k, i);
    return static_cast<units>(sum) * party.utility.scale.grain - party.reservation;
}

/// What a party gains from one sum to another, in units: exact for plain sums up to 9e6 in size.
[[nodiscard]] inline long double improvement(const utility_scale& scale, grains from, grains to) {
    if (is_plain_sum(scale)) {
        return static_cast<long double>((static_cast<units>(to) - from) * scale.grain);
    }
    return (static_cast<long double>(utility_of(scale, to)) - utility_of(scale, from)) * 1e12L;
}

/// A party's gain at a point as the number answers show.
[[nodiscard]] inline double gain_of(const frontier& points, const bargaining& table, std::size_t k,
                                    std::size_t i) {
    return negotiation::gain_of(table.parties[i], points.sum(k, i));
}

template <class Number, class GainOf>
gain_table<Number> fill_gains(const frontier& points, const bargaining& table, GainOf gain) {
    gain_table<Number> filled;
    filled.parties = table.parties.size();
    filled.gains.reserve(points.size() * filled.parties);
    filled.greatest.assign(filled.parties, Number{0});
    for (std::size_t k = 0; k < points.size(); ++k) {
        for (std::size_t i = 0; i < filled.parties; ++i) {
            filled.gains.push_back(std::max(Number{0}, static_cast<Number>(gain(k, i))));
            filled.greatest[i] = std::max(filled.greatest[i], filled.gains.back());
        }
    }
    return filled;
}

/// Calls `body` with the gains as exact numbers, or as long doubles where a risk attitude or a
/// multiplicative model rules that out.
template <class Body>
void with_gains(const frontier& points, const bargaining& table, Body body) {
    const bool plain = std::all_of(table.parties.begin(), table.parties.end(),
                                   [](const auto& p) { return is_plain_sum(p.utility.scale); });
    if (plain) {
        body(fill_gains<units>(points, table, [&](std::size_t k, std::size_t i) {
            return exact_gain(points, table, k, i);
        }));
    } else {
        body(fill_gains<long double>(points, table, [&](std::size_t k, std::size_t i) {
            return gain_of(points, table, k, i);
        }));
    }
}

/// True when point a's deal comes before point b's in enumeration order.
[[nodiscard]] inline bool comes_first(const frontier& points, std::size_t a, std::size_t b) {
    const auto row = [&](std::size_t k) {
        return std::span(points.options).subspan(k * points.issues, points.issues);
    };
    const auto x = row(a);
    const auto y = row(b);
    return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
}

/// The point that no other beats, ties to the first deal. @param beats strict, (a, b)
template <class Beats>
std::optional<std::size_t> best_point(const frontier& points, Beats beats) {
    std::optional<std::size_t> best;
    for (std::size_t k = 0; k < points.size(); ++k) {
        if (!best || beats(k, *best) || (!beats(*best, k) && comes_first(points, k, *best))) {
            best = k;
        }
    }
    return best;
}

/// A gain over the most its party could gain.
template <class Number>
struct gain_ratio {
    Number part;
    Number whole;
    [[nodiscard]] bool operator<(const gain_ratio& other) const {
        if constexpr (std::is_same_v<Number, units>) {
            return compare_products(std::array{part, other.whole}, std::array{other.part, whole}) <
                   0;
        } else {
            return part * other.whole < other.part * whole;
        }
    }
};

/// Compares two lists by their least entries, then the second least, and so on.
template <class Number>
[[nodiscard]] bool leximin_greater(std::vector<Number> a, std::vector<Number> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (a[k] < b[k] || b[k] < a[k]) {
            return b[k] < a[k];
        }
    }
    return false;
}

template <class Number>
std::optional<std::size_t> greatest_least_gain(const frontier& points,
                                               const gain_table<Number>& gains) {
    const auto row = [&](std::size_t k) {
        return std::vector<Number>(gains.row(k), gains.row(k) + gains.parties);
    };
    return best_point(
        points, [&](std::size_t a, std::size_t b) { return leximin_greater(row(a), row(b)); });
}

template <class Number>
[[nodiscard]] std::vector<gain_ratio<Number>> ratios(const gain_table<Number>& gains,
                                                     std::size_t k) {
    std::vector<gain_ratio<Number>> list;
    for (std::size_t i = 0; i < gains.parties; ++i) {
        if (gains.greatest[i] > 0) {
            list.push_back({gains.row(k)[i], gains.greatest[i]});
        }
    }
    return list;
}

template <class Number>
std::optional<std::size_t> greatest_least_ratio(const frontier& points,
                                                const gain_table<Number>& gains) {
    return best_point(points, [&](std::size_t a, std::size_t b) {
        return leximin_greater(ratios(gains, a), ratios(gains, b));
    });
}

template <class Number>
[[nodiscard]] double least_ratio(const gain_table<Number>& gains, std::size_t k) {
    const auto list = ratios(gains, k);
    if (list.empty()) {
        return 0;
    }
    const auto least = *std::min_element(list.begin(), list.end());
    return static_cast<double>(least.part) / static_cast<double>(least.whole);
}

/// True when the product of the gains at a is greater than at b.
[[nodiscard]] inline bool greater_product(const gain_table<units>& gains, std::size_t a,
                                          std::size_t b) {
    return compare_products({gains.row(a), gains.parties}, {gains.row(b), gains.parties}) > 0;
}

/// @overload
[[nodiscard]] inline bool greater_product(const gain_table<long double>& gains, std::size_t a,
                                          std::size_t b) {
    const auto product = [&](std::size_t k) {
        return std::accumulate(gains.row(k), gains.row(k) + gains.parties, 1.0L,
                               std::multiplies<>{});
    };
    return product(b) < product(a);
}

template <class Number>
std::optional<std::size_t> greatest_product(const frontier& points,
                                            const gain_table<Number>& gains) {
    bool some = false;
    for (std::size_t k = 0; k < points.size() && !some; ++k) {
        some = std::all_of(gains.row(k), gains.row(k) + gains.parties,
                           [](const Number& gain) { return gain > 0; });
    }
    return some ? best_point(points, [&](std::size_t a,
                                         std::size_t b) { return greater_product(gains, a, b); })
                : greatest_least_gain(points, gains);
}

template <class Number>
std::optional<std::size_t> greatest_power_product(const frontier& points,
                                                  const gain_table<Number>& gains,
                                                  std::span<const double> powers) {
    std::vector<long double> logs;
    bool some = false;
    for (std::size_t k = 0; k < points.size(); ++k) {
        long double sum = 0;
        for (std::size_t i = 0; i < gains.parties; ++i) {
            sum += static_cast<long double>(powers[i]) *
                   std::log(static_cast<long double>(gains.row(k)[i]));
        }
        some = some || std::isfinite(sum);
        logs.push_back(sum);
    }
    return some
               ? best_point(points, [&](std::size_t a, std::size_t b) { return logs[b] < logs[a]; })
               : greatest_least_gain(points, gains);
}

template <class Number>
std::optional<std::size_t> greatest_sum(const frontier& points, const gain_table<Number>& gains) {
    const auto sum = [&](std::size_t k) {
        Number total = 0;
        for (std::size_t i = 0; i < gains.parties; ++i) {
            total += gains.row(k)[i];
        }
        return total;
    };
    return best_point(points, [&](std::size_t a, std::size_t b) { return sum(b) < sum(a); });
}

[[nodiscard]] inline std::optional<std::size_t> greatest_weighted_sum(
    const frontier& points, std::span<const double> weights) {
    const auto sum = [&](std::size_t k) {
        long double total = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            total += static_cast<long double>(weights[i]) * points.utility(k, i);
        }
        return total;
    };
    return best_point(points, [&](std::size_t a, std::size_t b) { return sum(b) < sum(a); });
}

}  // namespace negotiation::deal::detail
