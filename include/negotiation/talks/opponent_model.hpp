#pragma once

/// @file
/// What a party believes the others want.

#include <concepts>
#include <optional>
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

/// @brief What a model believes that no deal is worth to the other side, for those that know.
/// @tparam M an opponent model; asked where it has a function `no_deal`
/// @param model any
/// @param t     the party's turn
/// @return on the scale of the sums of its terms; nothing where it has no opinion
/// @complexity{that of the model}; thread-safe
/// @test tests/talks/opponent_model.cpp "who knows what no deal is worth says so"
template <opponent_model M>
[[nodiscard]] std::optional<double> believed_no_deal(const M& model, const turn& t) {
    if constexpr (requires {
                      { model.no_deal(t) } -> std::same_as<std::optional<double>>;
                  }) {
        return model.no_deal(t);
    } else {
        return std::nullopt;
    }
}

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
