#pragma once

/// @file
/// What a party believes the others want.

#include <concepts>
#include <vector>

#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief An opponent model is a value that hears what is said and answers with terms: for every
/// deal, a sum that is greater where the others are thought to like it better.
///
/// Terms are whole numbers (`estimate_unit`), so that searches with them are exact.
template <class M>
concept opponent_model = std::copyable<M> && requires(M model, const turn& t) {
    model.observe(t);
    { model.terms(t) } -> std::same_as<const std::vector<utility_term>&>;
};

/// @brief One estimated utility is this many.
inline constexpr double estimate_unit = 1e9;

/// @brief No model: every deal is as good for the others as any other. For strategies that never
/// ask; selected by it, the best deal for the others is one's own best, again and again.
struct no_model {
    /// @brief Hears nothing.
    void observe(const turn&) noexcept {}
    /// @brief Believes nothing. @return no terms
    [[nodiscard]] const std::vector<utility_term>& terms(const turn&) const noexcept {
        return none;
    }

    std::vector<utility_term> none;  ///< always empty
};

}  // namespace negotiation::talks
