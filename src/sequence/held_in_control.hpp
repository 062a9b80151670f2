#pragma once

/// @file
/// What a party remembers of the moments at which it was in control: all that the trust of a later
/// hand-over depends on. Two kinds, one exact and one that learns, with the same members:
///
/// * `odds`: what a hand-over asks for, loss against gain; `none()`, `below(a, b)`;
/// * `add`: a moment in control; `forget`; `empty`;
/// * `asks(h, total)`: the odds of a hand-over at which the party holds h;
/// * `most()`: the greatest holding, where that decides;
/// * `no_worse(a, b)`: whatever comes, a asks for no more than b.

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <negotiation/sequence/trust.hpp>

namespace negotiation::sequence {

/// @brief Without learning the greatest holding decides: (M - h) / (V - h) rises in M.
class greatest_held {
public:
    struct odds {
        grains loss = 0;
        grains gain = 1;
        bool operator==(const odds&) const = default;
    };
    static constexpr bool learns = false;

    [[nodiscard]] static bool below(const odds& a, const odds& b) noexcept {
        return static_cast<units>(a.loss) * b.gain < static_cast<units>(b.loss) * a.gain;
    }
    [[nodiscard]] static double probability(const odds& of) noexcept {
        return probability_of({of.loss, of.gain, 0});
    }
    [[nodiscard]] static odds odds_of(const trust& t) noexcept { return {t.loss, t.gain}; }

    void add(grains held, grains /*total*/, double /*learned*/) noexcept {
        most_ = std::max(most_, held);
    }
    void forget() noexcept { most_ = nothing; }
    [[nodiscard]] bool empty() const noexcept { return most_ == nothing; }
    [[nodiscard]] grains most() const noexcept { return most_; }
    [[nodiscard]] odds asks(grains held, grains total) const noexcept {
        return most_ <= held ? odds{} : odds{most_ - held, total - most_};
    }
    [[nodiscard]] static bool no_worse(const greatest_held& a, const greatest_held& b) noexcept {
        return a.most_ <= b.most_;
    }

private:
    static constexpr grains nothing = std::numeric_limits<grains>::min();
    grains most_ = nothing;
};

/// @brief With learning an early moment with little gain ahead may ask for more than a later one
/// with more in hand, so all moments that are not covered by others are kept.
class learned_holdings {
public:
    using odds = double;
    static constexpr bool learns = true;

    [[nodiscard]] static bool below(odds a, odds b) noexcept { return a < b; }
    [[nodiscard]] static double probability(odds of) noexcept {
        return std::isinf(of) ? 1 : of / (1 + of);
    }
    [[nodiscard]] static odds odds_of(const trust& t) noexcept {
        if (t.loss <= 0) {
            return 0;
        }
        return t.gain == 0 ? std::numeric_limits<double>::infinity()
                           : static_cast<double>(t.loss) /
                                 (static_cast<double>(t.gain) * std::exp(t.learned));
    }

    void add(grains held, grains total, double learned) {
        const double gain =
            total == held ? 0 : static_cast<double>(total - held) * std::exp(learned);
        const moment now{held, gain};
        for (const moment& known : moments_) {
            if (covers(known, now)) {
                return;
            }
        }
        std::erase_if(moments_, [&](const moment& known) { return covers(now, known); });
        moments_.push_back(now);
    }
    void forget() noexcept { moments_.clear(); }
    [[nodiscard]] bool empty() const noexcept { return moments_.empty(); }
    /// Bounds that are kept for a party without learning say nothing about one that learns.
    [[nodiscard]] static grains most() noexcept { return std::numeric_limits<grains>::min(); }
    [[nodiscard]] odds asks(grains held, grains /*total*/) const noexcept {
        odds most = 0;
        for (const moment& m : moments_) {
            if (m.held > held) {
                const auto loss = static_cast<double>(m.held - held);
                most = std::max(
                    most, m.gain > 0 ? loss / m.gain : std::numeric_limits<double>::infinity());
            }
        }
        return most;
    }
    [[nodiscard]] static bool no_worse(const learned_holdings& a, const learned_holdings& b) {
        return std::all_of(a.moments_.begin(), a.moments_.end(), [&](const moment& of_a) {
            return std::any_of(b.moments_.begin(), b.moments_.end(),
                               [&](const moment& of_b) { return covers(of_b, of_a); });
        });
    }

private:
    /// A moment: what was held, and what completion added, weighed by what had been learned.
    struct moment {
        grains held = 0;
        double gain = 0;
    };
    [[nodiscard]] static bool covers(const moment& a, const moment& b) noexcept {
        return a.held >= b.held && a.gain <= b.gain;
    }

    std::vector<moment> moments_;
};

}  // namespace negotiation::sequence
