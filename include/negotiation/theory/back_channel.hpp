#pragma once

/// @file
/// Secret or public? Compiled in the library negotiation::negotiation
/// (src/theory/back_channel.cpp).

#include <optional>

namespace negotiation::theory {

/// @brief Talks that may be held in secret or in public.
struct back_channel {
    double success = 1;        ///< S: what an agreement is worth @range{[0, 1e50]}
    double public_chance = 0;  ///< R_p: of agreement in public @range{[0, 1]}
    double secret_chance = 0;  ///< R_s: of agreement in secret @range{[0, 1]}
    double audience_cost = 0;  ///< a: of failing in public @range{[0, 1e50]}
    double exposure_cost = 0;  ///< b: of being found out @range{[0, 1e50]}
    double duration = 1;       ///< tau: of the talks @unit{periods} @range{[1e-50, 1e50]}

    bool operator==(const back_channel&) const = default;
};

/// @brief What public talks are worth: R_p S - (1 - R_p) a.
/// @param of the talks
/// @return an expected value
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/back_channel.cpp "secrecy is better up to 0.0875 leaks a period"
[[nodiscard]] double public_value(const back_channel& of);

/// @brief What secret talks are worth: R_s S if nothing leaks while they last; after a leak, what
/// public talks are, less b.
///
/// Failing in secret costs nothing. What is not here: that those left out of a back channel may
/// wreck what comes of it (Wanis-St. John 2006).
/// @param of        the talks
/// @param leak_rate l: leaks a period @range{[0, 1e50]}
/// @return an expected value
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{wanisstjohn2006, Wanis-St. John 2006\, Negotiation Journal 22(2)}
/// @test tests/theory/back_channel.cpp "at the greatest rate both are worth the same"
[[nodiscard]] double secret_value(const back_channel& of, double leak_rate);

/// @brief How leaky secret talks may be, and still be no worse than public ones:
/// ln((R_s S - public value + b)/b)/tau.
/// @param of the talks
/// @return leaks a period; 0 where secrecy is no better even without leaks; nothing where any rate
/// will do, since being found out costs nothing
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/back_channel.cpp "secrecy is better up to 0.0875 leaks a period"
[[nodiscard]] std::optional<double> greatest_leak_rate(const back_channel& of);

}  // namespace negotiation::theory
