#pragma once

/// @file
/// A party that plays for time.

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <negotiation/talks/composed.hpp>
#include <negotiation/talks/estimate.hpp>
#include <negotiation/talks/opponent_model/frequency.hpp>

namespace negotiation::talks {

/// @brief Never means to sign: its target drifts from its best deal, evenly over the time there is,
/// down to a line that it does not cross.
///
/// Where the model knows what no deal is worth to the opponent (`perfect`), the line lies just
/// above the best deal for itself that the opponent would sign: it makes every concession that
/// costs it nothing, and no other. Otherwise the line is `above` of its aspiration, and an opponent
/// who would sign there ends the talks by accepting. Where the opponent would sign its best deal,
/// it stays at that. It accepts nothing (`accept_never`).
///
/// Assumes that the opponent mistakes movement for good faith.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | above | 0.9 | the line, in shares of its aspiration, where the model does not tell |
///
/// The default is a choice of this library. Whether somebody stalls is told from its offers by
/// `compliance::judged`.
/// @copycost three numbers
/// @source{ikle1964, Ikle 1964\, How Nations Negotiate\, side effects}
/// @test tests/talks/strategy/staller.cpp "a staller never signs and is found out"
class stalling {
public:
    /// @brief A concession that stops short. @param above the line @range{[0, 1]}
    /// @throws std::invalid_argument above out of range
    explicit stalling(double above = 0.9) : above_(above) {
        if (!(above >= 0 && above <= 1)) {
            throw std::invalid_argument("staller: above must lie in [0, 1]; got " +
                                        std::to_string(above));
        }
    }

    /// @brief What it asks for now.
    /// @tparam Model an opponent model
    /// @param t     the turn
    /// @param model of the opponent
    /// @return utility, never below the line
    /// @throws std::invalid_argument a search would pass its budget
    /// @complexity{some fifty searches once where the model tells, else O(1)}
    template <opponent_model Model>
    [[nodiscard]] double target(const turn& t, Model& model) {
        if (!line_) {
            const std::optional<double> no_deal = believed_no_deal(model, t);
            line_ = no_deal ? above_what_suits(t, model.terms(t), *no_deal) : t.aspiration(above_);
        }
        return t.greatest() - t.time() * (t.greatest() - *line_);
    }

private:
    /// Just more than the best that the opponent would sign is worth to oneself.
    [[nodiscard]] static double above_what_suits(const turn& t,
                                                 const std::vector<utility_term>& terms,
                                                 double no_deal) {
        const auto shared = [&](double level) -> std::optional<double> {
            const offer_id deal = t.best_for_others(level, terms);
            const bool suits =
                deal != no_offer && estimated_sum(terms, t.sizes(), t.deal(deal)) >= no_deal;
            return suits ? std::optional(t.utility(deal)) : std::nullopt;
        };
        std::optional<double> low = shared(t.aspiration(0));
        double high = t.greatest();
        if (!low) {
            return t.aspiration(0);  // there is no such deal: any is above it
        }
        if (shared(high)) {
            return high;
        }
        while (high - *low > 8 * t.rounding()) {
            const double middle = *low + (high - *low) / 2;
            const std::optional<double> found = shared(middle);
            high = found ? high : middle;
            low = found ? std::max(middle, *found) : low;
        }
        return high;
    }

    double above_;
    std::optional<double> line_;
};

/// @brief A staller that proposes its cheapest deal worth the target and accepts nothing.
/// @param above the line, in shares of its aspiration @range{[0, 1]}
/// @return a strategy
/// @throws std::invalid_argument above out of range
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy/staller.cpp "a staller never signs and is found out"
[[nodiscard]] inline composed<stalling, accept_never, frequency> staller(double above = 0.9) {
    return {stalling(above), {}, frequency{}};
}

}  // namespace negotiation::talks
