#pragma once

/// @file
/// Would a mediator be believed when it counsels restraint? Compiled in the library
/// negotiation::negotiation (src/theory/biased_mediator.cpp).

#include <optional>

namespace negotiation::theory {

/// @brief One side may demand a little or a lot of another that is weak or strong; a mediator knows
/// more about which.
///
/// The small demand is what even a strong side would rather grant than fight over; the large one is
/// granted by a weak side, and means war with a strong one.
struct counsel {
    double strong_cost = 0.1;     ///< of war to a strong other side: c_L @range{[0, 1e50]}
    double weak_cost = 0.4;       ///< of war to a weak one: c_H @range{[strong_cost, 1e50]}
    double proposer_cost = 0.1;   ///< of war to the side that demands: c_1 @range{[0, 1e50]}
    double mediator_cost = 0.2;   ///< of war to the mediator: c_m @range{[0, 1e50]}
    double weak_if_weak = 0.9;    ///< the other side is weak, where the mediator has seen signs of
                                  ///< weakness: h_w @range{[0, 1]}
    double weak_if_strong = 0.3;  ///< the same where it has seen signs of strength: h_s
                                  ///< @range{[0, weak_if_weak]}

    bool operator==(const counsel&) const = default;
};

/// @brief Biases toward the side that demands with which a mediator tells the truth.
struct credible_range {
    double least = 0;            ///< less, and it would always counsel restraint, to have peace
    std::optional<double> most;  ///< more, and it would always counsel boldness; nothing: no limit

    bool operator==(const credible_range&) const = default;

    /// @brief Whether a mediator of this bias is believed.
    /// @param bias weight of what its side gets, beside its own cost of war
    /// @return true inside the range
    [[nodiscard]] constexpr bool contains(double bias) const noexcept {
        return bias >= least && (!most || bias <= *most);
    }
};

/// @brief Probability that the other side is weak above which the large demand is worth its risk:
/// (c_1 + c_L)/(c_1 + c_H).
/// @param of the situation
/// @return a probability; 1 where war costs nobody anything
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/theory/biased_mediator.cpp "the risk is worth taking above 0.4"
[[nodiscard]] double risk_threshold(const counsel& of);

/// @brief The biases with which a mediator is believed: (1 - h_w) c_m/(h_w c_H - c_L) to
/// (1 - h_s) c_m/(h_s c_H - c_L), the upper end only where h_s c_H > c_L.
///
/// Kydd's result in two types (a reconstruction, not his own model): a mediator with no bias, for
/// whom only peace counts, would counsel restraint whatever it knows, and is not believed. Only a
/// mediator on your side is.
/// @param of the situation
/// @return the range; nothing where no mediator is believed and heeded: the large demand never pays
/// (h_w c_H <= c_L), or the side that demands would do the same on either message
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{kydd2003, Kydd 2003\, American Journal of Political Science 47(4)}
/// @test tests/theory/biased_mediator.cpp "an unbiased mediator is not believed"
[[nodiscard]] std::optional<credible_range> credible_biases(const counsel& of);

}  // namespace negotiation::theory
