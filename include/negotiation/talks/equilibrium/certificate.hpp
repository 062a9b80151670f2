#pragma once

/// @file
/// How far an equilibrium can be trusted.

#include <cstdint>

namespace negotiation::talks::equilibrium {

/// @brief What comes with every equilibrium: nobody has to take the solver's word for it.
///
/// The regret is checked by a walk over states and deals that knows nothing of how the equilibrium
/// was found. It counts at every state, on the path of play or off it: what is held up by threats
/// that nobody would carry out has a regret, though nobody could gain at the first offer.
struct certificate {
    double regret = 0;      ///< the most that any party could gain by one other move at any state
                            ///< checked @unit{utility}
    double residual = 0;    ///< how far the values are from those of the play they describe
                            ///< @unit{utility}
    bool converged = true;  ///< every iteration reached its end
    std::uint64_t states = 0;  ///< states checked, all of them unless the budget was short
    std::uint64_t deals = 0;   ///< deals tried at each state

    bool operator==(const certificate&) const = default;
};

}  // namespace negotiation::talks::equilibrium
