#pragma once

/// @file
/// How much trust a moment of carrying out asks for.

#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include <negotiation/model/utility_function.hpp>

namespace negotiation::sequence {

/// @brief What is compared when a party asks whether it may go on.
enum class reading : std::uint8_t {
    drawdown,      ///< the other may stop at any later hand-over: the worst of them counts
    next_turn,     ///< the other stops at once or never: only the run at hand counts
    peak_exposure  ///< only the start is weighed: the worst regret of ever having begun
};

/// @brief The name that files and the command line use.
/// @param how a reading
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/trust.cpp "readings have names"
[[nodiscard]] constexpr std::string_view to_string(reading how) noexcept {
    switch (how) {
        case reading::drawdown:
            return "drawdown";
        case reading::next_turn:
            return "next-turn";
        case reading::peak_exposure:
            return "peak";
    }
    return "";
}

/// @brief The least belief that the others carry on at which a party may go on: what it would lose
/// against what completion adds, loss / (loss + gain) (Coleman's rule).
///
/// Exact: `loss` and `gain` are whole numbers. Where honoured steps have taught the party
/// something, the belief needed at the start is smaller; that one is not a fraction.
/// @source{coleman1990, Coleman 1990\, Foundations of Social Theory\, ch. 5}
struct trust {
    grains loss = 0;     ///< what it falls by if the others stop @range{[0, inf)}
    grains gain = 1;     ///< what completion adds @range{[0, inf)}
    double learned = 0;  ///< log-odds that honoured steps have added before; a guarantee of share g
                         ///< adds -ln(1 - g) to them

    bool operator==(const trust&) const = default;
};

/// @brief Whether neither learning nor a guarantee plays a part, so that the number is a fraction.
/// @param t a trust
/// @return true where nothing was learned and nothing is made good
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/trust.cpp "trusts are compared exactly"
[[nodiscard]] inline bool is_exact(const trust& t) noexcept { return !(t.learned > 0); }

/// @brief The belief as a number.
/// @param t a trust
/// @return a probability: 0 where nothing can be lost, 1 where nothing can be gained
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/trust.cpp "a trust is loss over loss and gain"
[[nodiscard]] inline double probability_of(const trust& t) noexcept {
    if (t.loss <= 0) {
        return 0;
    }
    if (t.gain <= 0) {
        return 1;  // whatever has been learned
    }
    const auto loss = static_cast<double>(t.loss);
    const auto gain = static_cast<double>(t.gain);
    return loss / (loss + (is_exact(t) ? gain : gain * std::exp(t.learned)));
}

/// @brief Whether one asks for less than another: exactly where both are fractions.
/// @param a one trust
/// @param b another
/// @return true where a < b
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/trust.cpp "trusts are compared exactly"
[[nodiscard]] inline bool less(const trust& a, const trust& b) noexcept {
    if (is_exact(a) && is_exact(b)) {
        return static_cast<units>(a.loss) * b.gain < static_cast<units>(b.loss) * a.gain;
    }
    return probability_of(a) < probability_of(b);
}

/// @brief The fraction in lowest terms.
/// @param t an exact trust
/// @return "a/b", or "0" and "1"
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/trust.cpp "a trust is loss over loss and gain"
[[nodiscard]] inline std::string fraction_of(const trust& t) {
    if (t.loss <= 0) {
        return "0";
    }
    const grains common = std::gcd(t.loss, t.gain);
    const grains part = t.loss / common;
    const grains whole = part + t.gain / common;
    return part == whole ? "1" : fmt::format("{}/{}", part, whole);
}

}  // namespace negotiation::sequence
