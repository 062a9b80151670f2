#pragma once

/// @file
/// How good an opponent model is: its estimate against the truth. Compiled in the library
/// negotiation::negotiation (src/talks/model_error.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/talks/arena.hpp>

namespace negotiation::talks {

/// @brief How far what one believes of the others lies from the truth.
struct model_error {
    std::optional<double> spearman;  ///< correlation of the ranks of deals; nothing where either
                                     ///< side ranks all deals alike @range{[-1, 1]}
    double rmse = 0;                 ///< root of the mean squared difference, both sides from 0 at
                                     ///< their worst deal to 1 at their best @range{[0, 1]}
    std::size_t deals = 0;           ///< compared

    bool operator==(const model_error&) const = default;
};

/// @brief Spearman's rank correlation, equal values given the mean of their ranks.
/// @param a values
/// @param b values of the same things @shape{a}
/// @return the correlation of the ranks; nothing where either is constant or there are fewer than
/// two
/// @throws std::invalid_argument shapes differ
/// @complexity{O(n log n)}; thread-safe
/// @source{spearman1904, Spearman 1904}
/// @test tests/talks/model_error.cpp "ranks correlate as by hand"
[[nodiscard]] std::optional<double> rank_correlation(std::span<const double> a,
                                                     std::span<const double> b);

/// @brief Compares an estimate with what deals are truly worth to the others, over the deals that
/// the constraints leave; red lines do not count. For whoever looks on: no party could.
///
/// Of more than 4,096 combinations so many are drawn, always the same ones. Of several others the
/// truth is the sum of their utilities in shares of their ranges, as the perfect model has it. An
/// estimate that is the same everywhere is read as 1/2.
/// @param estimate terms of the others, as believed
/// @param at       what is bargained over
/// @param me       whose belief it is
/// @return the errors; of no deals where constraints leave none of those drawn
/// @complexity{O(n log n) for n deals compared}; thread-safe
/// @test tests/talks/model_error.cpp "the perfect model has no error and its opposite has the
/// worst"
[[nodiscard]] model_error error_of(std::span<const utility_term> estimate, const arena& at,
                                   party_id me);

}  // namespace negotiation::talks
