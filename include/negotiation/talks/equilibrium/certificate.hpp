#pragma once

/// @file
/// How far an equilibrium can be trusted.

#include <cstdint>
#include <optional>

namespace negotiation::talks::equilibrium {

/// @brief How far an equilibrium can be trusted, where its moves were tried.
///
/// What was tried depends on the solver. `certify` of backward induction and of stationary play try
/// every deal as an offer and turn every answer, at every state, on the path of play or off it:
/// what is held up by threats that nobody would carry out has a regret, though nobody could gain at
/// the first offer. They share with the solvers only
/// `worth_of`, which follows the moves. `screening` tries other prices and other
/// answers along the path. Without a deadline deviations are held against exact values of the play,
/// and what a party could gain by straying again and again is bounded too. A legislature is checked
/// by its own conditions: prices are discounted values and as many votes are bought as are needed,
/// so that regret and residual are one number. Parties that err have none: of them
/// `noisy_play::residual` tells whether their chances are right.
struct certificate {
    double regret = 0;  ///< the most that any party could gain by one other move at any state
                        ///< checked @unit{utility}
    std::optional<double>
        bound;  ///< without a deadline: the most that any party could gain by whatever it
                ///< does again and again, regret over what is lost by a round and never
                ///< more than lies between the worst and the best that somebody may end
                ///< with; nothing where waiting costs somebody nothing, or with a deadline
                ///< @unit{utility}
    double residual = 0;  ///< how far the values are from those of the play they describe
                          ///< @unit{utility}
    bool exact = true;  ///< neither is more than rounding explains, each party by its own scale: of
                        ///< backward induction and stationary play
    bool converged = true;     ///< every iteration reached its end
    std::uint64_t states = 0;  ///< states checked, all of them unless the budget was short
    std::uint64_t deals = 0;   ///< deals tried at each state

    bool operator==(const certificate&) const = default;
};

}  // namespace negotiation::talks::equilibrium
