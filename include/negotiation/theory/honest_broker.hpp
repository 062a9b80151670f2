#pragma once

/// @file
/// Would a mediator be believed when it vouches for somebody?

#include <cmath>
#include <stdexcept>

namespace negotiation::theory {

/// @brief What a mediator makes of how two parties deal with one another.
struct broker_payoffs {
    double cooperation = 1;    ///< both cooperate @range{finite}
    double nothing = 0;        ///< neither does @range{finite}
    double exploitation = -1;  ///< one is taken advantage of: -e @range{finite}

    bool operator==(const broker_payoffs&) const = default;
};

/// @brief Whether a mediator is believed when it says that a party can be trusted: it prefers that
/// those who can be trusted cooperate, and that nobody is exploited where they cannot.
///
/// With cooperation 1 and nothing 0: e >= 0. A mediator that only wants the parties to cooperate,
/// come of it what may, would vouch for anybody.
/// @param of its payoffs
/// @return true where vouching is honest
/// @throws std::invalid_argument a payoff that is not finite
/// @complexity{O(1)}; thread-safe
/// @source{kydd2006, Kydd 2006\, American Political Science Review 100(3)}
/// @test tests/theory/honest_broker.cpp "who wants cooperation at any price is not believed"
[[nodiscard]] inline bool is_honest_broker(const broker_payoffs& of) {
    for (const double payoff : {of.cooperation, of.nothing, of.exploitation}) {
        if (!std::isfinite(payoff)) {
            throw std::invalid_argument("honest broker: payoffs must be finite");
        }
    }
    return of.cooperation >= of.nothing && of.nothing >= of.exploitation;
}

}  // namespace negotiation::theory
