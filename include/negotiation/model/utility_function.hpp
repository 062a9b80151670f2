#pragma once

/// @file
/// What a deal is worth to one agent, in exact whole numbers. `to_units` is compiled in the library
/// negotiation::negotiation (src/model/utility_function.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/model/derived_value.hpp>
#include <negotiation/model/outcome_space.hpp>
#include <negotiation/model/risk_attitude.hpp>

namespace negotiation {

/// @brief A whole number of grains; see `utility_function`. Sums of them are exact, so they do
/// not depend on order, engine, compiler or thread.
using grains = std::int64_t;

/// @brief Whole multiples of 10^-12, wide enough for raw utilities of 10^12.
__extension__ using units = __int128;

/// @brief One utility is this many units.
inline constexpr double units_per_one = 1e12;

/// @brief One utility in units, for whole numbers.
inline constexpr units unit_utility = 1'000'000'000'000;

/// @brief Nearest whole number of units, halves away from zero.
/// @param value finite @range{|value| <= 1e13}
/// @return value times 10^12, rounded
/// @throws std::invalid_argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "terms are rounded once to ten to the minus twelve"
[[nodiscard]] units to_units(long double value);

/// @brief Nearest whole number to a quotient, halves away from zero.
/// @param n  any number of units
/// @param by what divides it @range{[1, inf)}
/// @return the rounded quotient; it never falls where n rises
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "terms are rounded once to ten to the minus twelve"
[[nodiscard]] constexpr units rounded_quotient(units n, units by) noexcept {
    return (n < 0 ? n - by / 2 : n + by / 2) / by;
}

/// @brief The number that some units stand for.
/// @param n any number of units
/// @return n times 10^-12
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "terms are rounded once to ten to the minus twelve"
[[nodiscard]] inline double from_units(units n) { return static_cast<double>(n) / units_per_one; }

/// @brief A part of an agent's value that depends on a few issues.
struct utility_term {
    std::vector<issue_id> issues;  ///< distinct; one for a plain weighted value
    std::vector<grains> values;    ///< one a combination of options, last issue fastest
                                   ///< @shape{product of the issues' sizes}

    bool operator==(const utility_term&) const = default;
};

/// @brief What a deal is worth in one term.
/// @param term  of an agent's utility
/// @param sizes options of each issue, as in `outcome_space`
/// @param deal  an option for every issue
/// @return its value @unit{grains}
/// @complexity{O(issues of the term)}; thread-safe
/// @test tests/model/utility_function.cpp "a term is read with its last issue fastest"
[[nodiscard]] inline grains value_of(const utility_term& term, const std::vector<option_id>& sizes,
                                     const outcome& deal) {
    std::size_t place = 0;
    for (const issue_id k : term.issues) {
        place = place * sizes[k] + deal[k];
    }
    return term.values[place];
}

/// @brief How a sum of terms becomes the value v and the utility u that answers show.
///
/// Both steps rise strictly, so integers alone decide what is efficient and who accepts.
struct utility_scale {
    units grain = 1;            ///< units in a grain
    double multiplicative = 0;  ///< K of a multiplicative model, whose terms are
                                ///< `logarithmic_term`; 0 for sums of values
    risk_attitude risk;         ///< from v to u
    double reservation = 0;     ///< reference of a prospect curve

    bool operator==(const utility_scale&) const = default;
};

/// @brief The value v of a sum of terms, before risk attitude.
/// @param scale of one agent
/// @param sum   of its terms @unit{grains}
/// @return v
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "multiplicative sums come back as products"
[[nodiscard]] double value_of(const utility_scale& scale, grains sum);

/// @brief The utility u of a sum of terms.
/// @param scale of one agent
/// @param sum   of its terms @unit{grains}
/// @return u; v itself without risk attitude
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "sums become values and utilities"
[[nodiscard]] double utility_of(const utility_scale& scale, grains sum);

/// @brief The term of a multiplicative model: sign(K) ln(1 + K x), divided by the size of K where
/// that is below 1, so that a unit of the sum is about a unit of value however small K is.
/// @param k the constant K of the model @range{(-1, inf) but 0}
/// @param x weight times value, or a value of the whole @range{K x above -1}
/// @return the term; x itself in the limit of K = 0
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "multiplicative sums come back as products"
[[nodiscard]] double logarithmic_term(double k, double x);

/// @brief True when the sum is one of logarithms.
/// @param scale of one agent
/// @return true where K is not 0
/// @complexity{O(1)}; thread-safe
/// @test tests/model/utility_function.cpp "multiplicative sums come back as products"
[[nodiscard]] inline bool is_multiplicative(const utility_scale& scale) noexcept {
    return scale.multiplicative < 0 || scale.multiplicative > 0;
}

/// @brief True when utility is the sum of terms itself, so that differences are exact in units.
/// @param scale of one agent
/// @return true for a sum of values without risk attitude
/// @complexity{O(1)}; thread-safe
/// @test tests/question/seating.cpp "gains are exact where utility is a sum of values"
[[nodiscard]] inline bool is_plain_sum(const utility_scale& scale) noexcept {
    return is_neutral(scale.risk) && !is_multiplicative(scale);
}

/// @brief What a deal is worth to one agent: a sum of terms, then a scale.
///
/// Every weighted term was rounded once to whole multiples of 10^-12; a grain is the greatest
/// common divisor of all of them, so that the numbers stay small.
struct utility_function {
    std::vector<utility_term> terms;     ///< added in exact integers
    std::vector<derived_value> derived;  ///< added as well: what no table of a few issues holds;
                                         ///< empty but where another room has put something in
    utility_scale scale;                 ///< from the sum to value and utility

    bool operator==(const utility_function&) const = default;
};

/// @brief How far two sums may lie apart and stand for the same value: terms that are logarithms
/// were rounded, each by half a unit at most.
/// @param f an agent's utility
/// @return 0 for sums of values, a unit a term for a multiplicative model @unit{units}
/// @complexity{O(1)}; thread-safe
/// @test tests/model/bargaining.cpp "a gain within rounding is none"
[[nodiscard]] inline units rounding_slack(const utility_function& f) noexcept {
    return is_multiplicative(f.scale) ? static_cast<units>(f.terms.size()) : 0;
}

/// @brief The exact sum of an agent's terms at a deal.
/// @param f     the agent's utility
/// @param sizes options of each issue, as in `outcome_space` @shape{issues}
/// @param deal  an option for every issue @shape{issues}
/// @return the sum @unit{grains}
/// @complexity{O(terms), and what derived values cost}; thread-safe
/// @test tests/model/utility_function.cpp "a sum reads each term where the deal stands"
[[nodiscard]] grains sum_of(const utility_function& f, const std::vector<option_id>& sizes,
                            const outcome& deal);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <cmath>

namespace negotiation {

inline double logarithmic_term(double k, double x) {
    const double size = std::min(std::abs(k), 1.0);
    return std::copysign(std::log1p(k * x), x) / size;
}

inline double value_of(const utility_scale& scale, grains sum) {
    const double total = from_units(static_cast<units>(sum) * scale.grain);
    const double k = scale.multiplicative;
    if (!is_multiplicative(scale)) {
        return total;
    }
    return std::expm1(std::copysign(std::min(std::abs(k), 1.0), k) * total) / k;
}

inline double utility_of(const utility_scale& scale, grains sum) {
    const double value = value_of(scale, sum);
    return is_neutral(scale.risk) ? value : utility_of(scale.risk, value, scale.reservation);
}

inline grains sum_of(const utility_function& f, const std::vector<option_id>& sizes,
                     const outcome& deal) {
    grains sum = 0;
    for (const utility_term& term : f.terms) {
        sum += value_of(term, sizes, deal);
    }
    for (const derived_value& part : f.derived) {
        sum += part.value(deal);
    }
    return sum;
}

}  // namespace negotiation
