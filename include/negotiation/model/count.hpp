#pragma once

/// @file
/// Exact counts of outcomes, which outgrow 64 bits at twenty issues of ten options.

#include <optional>
#include <string>

namespace negotiation {

/// @brief A number of outcomes, exact up to 3.4e38 (2^128 - 1), where it saturates.
///
/// Saturation is a value, not an error: `is_saturated` tells, and `to_string` then writes
/// "more than 3.4e38". @thread plain value.
__extension__ using outcome_count = unsigned __int128;

/// @brief True when the count has left the exact range.
/// @param n a count
/// @return true at 2^128 - 1
/// @complexity{O(1)}; thread-safe
/// @test tests/model/count.cpp "a count saturates instead of wrapping round"
[[nodiscard]] constexpr bool is_saturated(outcome_count n) noexcept {
    return n == ~outcome_count{0};
}

/// @brief Sum of two counts, saturating.
/// @param a one count
/// @param b another
/// @return a + b, at most 2^128 - 1
/// @complexity{O(1)}; thread-safe
/// @test tests/model/count.cpp "a count saturates instead of wrapping round"
[[nodiscard]] constexpr outcome_count saturating_add(outcome_count a, outcome_count b) noexcept {
    const outcome_count sum = a + b;
    return sum < a ? ~outcome_count{0} : sum;
}

/// @brief Product of two counts, saturating.
/// @param a one count
/// @param b another
/// @return a * b, at most 2^128 - 1
/// @complexity{O(1)}; thread-safe
/// @test tests/model/count.cpp "a count saturates instead of wrapping round"
[[nodiscard]] constexpr outcome_count saturating_multiply(outcome_count a,
                                                          outcome_count b) noexcept {
    if (a == 0 || b == 0) {
        return 0;
    }
    return a > ~outcome_count{0} / b ? ~outcome_count{0} : a * b;
}

/// @brief Decimal digits of a count, without separators.
/// @param n a count
/// @return the digits, or "more than 3.4e38" when saturated
/// @complexity{O(digits^2), at most 39 digits}; thread-safe
/// @test tests/model/count.cpp "a count of ten to the twentieth prints every digit"
[[nodiscard]] inline std::string to_string(outcome_count n) {
    if (is_saturated(n)) {
        return "more than 3.4e38";
    }
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(n % 10)));
        n /= 10;
    } while (n != 0);
    return digits;
}

/// @brief The digits of a count that may not have been made.
/// @param n a count, or nothing
/// @return its digits, or "uncounted"
/// @complexity{as for a count}; thread-safe
/// @test tests/question/describe_deals.cpp "what was not counted is not called empty"
[[nodiscard]] inline std::string to_string(const std::optional<outcome_count>& n) {
    return n ? to_string(*n) : "uncounted";
}

}  // namespace negotiation
