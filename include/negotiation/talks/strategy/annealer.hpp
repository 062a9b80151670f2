#pragma once

/// @file
/// A party that takes a worse text for the sake of a better one later.

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/cooling.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief Votes on changes of a single negotiating text: takes what is no worse than the text, and
/// a loss d with probability exp(-d/T), where the temperature T falls linearly to 0. With T = 0 it
/// is a hill climber.
///
/// Assumes that the others take losses too: if both parties anneal, both get further than if both
/// climb; but whoever climbs against an annealer does better still: a prisoners' dilemma, which a
/// mediator who anneals removes.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | temperature | 0.1 | T at the start, in utility |
/// | weak | 0.05 | votes on changes no greater than this are weak, in shares of its range |
///
/// Where it may propose (alternating offers), it offers its best deal and accepts nothing worth
/// less: it is made for the single negotiating text.
/// @copycost two numbers
/// @source{klein2003, Klein et al. 2003}
/// @test tests/talks/strategy/annealer.cpp "without heat an annealer is a hill climber"
class annealer {
public:
    /// @brief A voter.
    /// @param temperature at the start @unit{utility} @range{[0, inf)}
    /// @param weak        greatest change on which a vote is weak @range{[0, inf)}
    /// @throws std::invalid_argument a parameter out of range
    explicit annealer(double temperature = 0.1, double weak = 0.05)
        : heat_(temperature),
          weak_(weak) {
        constexpr double most = std::numeric_limits<double>::max();
        if (!(temperature >= 0 && temperature <= most) || !(weak >= 0 && weak <= most)) {
            throw std::invalid_argument(
                "annealer: temperature and weak must be finite and at least 0; got temperature = " +
                std::to_string(temperature) + ", weak = " + std::to_string(weak));
        }
    }

    /// @brief Its vote. @param t the turn @param draws random bits, for losses only @return the
    /// move
    move act(const turn& t, random_stream& draws) const {
        if (t.legal().offer) {
            return propose(t);
        }
        if (!t.legal().accept) {
            return turn::reject();
        }
        const double loss = lost(t);
        const double span = t.greatest() - t.least();
        const auto strength = std::abs(loss) <= weak_ * span + t.rounding() ? vote_strength::weak
                                                                            : vote_strength::strong;
        const bool takes = draw_chance(draws, chance_to_take(loss, temperature(heat_, t.now())));
        return takes ? turn::accept(strength) : turn::reject(strength);
    }

private:
    /// What is lost by taking what stands. Where text and change both cross one's red lines, what
    /// they would be worth without them: such a text is on the way to another.
    [[nodiscard]] static double lost(const turn& t) {
        const double now = t.utility(t.text());
        const double then = t.standing_utility();
        constexpr double nothing = -std::numeric_limits<double>::infinity();
        return now <= nothing && then <= nothing ? t.worth(t.text()) - t.worth(t.standing())
                                                 : now - then;
    }

    [[nodiscard]] static move propose(const turn& t) {
        if (!t.has_deals()) {
            return turn::walk_away();
        }
        if (may_accept(t) && t.standing_utility() >= t.greatest() - t.rounding()) {
            return turn::accept();
        }
        return turn::offer(t.order() != nullptr ? t.cheapest_at_least(t.greatest())
                                                : t.best_for_others(t.greatest(), {}));
    }

    double heat_;
    double weak_;
};

}  // namespace negotiation::talks
