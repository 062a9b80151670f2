#pragma once

/// @file
/// Play by people who choose better strategies more often, not always. Compiled in the library
/// negotiation::negotiation (src/laboratory/logit_response.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/laboratory/bimatrix_game.hpp>

namespace negotiation::laboratory {

/// @brief A mix in which everybody answers the mix with noise.
struct logit_point {
    double precision = 0;  ///< lambda: 0 chooses blindly, infinity the best; per range of payoffs
    strategy_mix mix;      ///< proportional to exp(precision * earnings / range)
    double residual = 0;   ///< greatest difference between a share and the answer to the mix
    double regret = 0;     ///< in payoffs: what the noise costs

    bool operator==(const logit_point&) const = default;
};

/// @brief A path of such mixes from blind choice on.
struct logit_path {
    std::vector<logit_point> points;  ///< at the precisions that were asked for, as far as it came
    std::size_t steps = 0;            ///< along the path
    bool converged = false;           ///< it came to the last of them
};

/// @brief The symmetric logit quantal response equilibria on the branch that begins with blind
/// choice, at given precisions; followed by arc length with Newton's corrections on logarithms of
/// shares, so that the branch may turn back and no share underflows. Where it leads to, as
/// precision grows, is the logit solution of the game.
/// @param payoffs    of the row's strategy against the column's, square
/// @param precisions wanted, rising @range{(0, 1e6]}
/// @return for each precision the first mix that the path meets it at
/// @throws std::invalid_argument no square table, or precisions that do not rise or are out of
/// range
/// @complexity{O(strategies^3) a step}; thread-safe
/// @source{mckelveypalfrey1995, McKelvey & Palfrey 1995}
/// @test tests/laboratory/logit_response.cpp "noise vanishes into an equilibrium"
[[nodiscard]] logit_path logit_response(const payoff_table& payoffs,
                                        const std::vector<double>& precisions);

/// @brief The answer to a mix, with noise.
/// @param payoffs   square
/// @param mix       of everybody
/// @param precision per range of payoffs @range{[0, inf)}
/// @return shares proportional to exp(precision * earnings / range)
/// @complexity{O(strategies^2)}; thread-safe
/// @source{mckelveypalfrey1995, McKelvey & Palfrey 1995}
/// @test tests/laboratory/logit_response.cpp "blind choice is even"
[[nodiscard]] strategy_mix logit_answer(const payoff_table& payoffs, const strategy_mix& mix,
                                        double precision);

}  // namespace negotiation::laboratory
