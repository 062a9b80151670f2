#pragma once

/// @file
/// The mood of the day, integrated out.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <negotiation/ratification/passage.hpp>

#include "ratification/tally.hpp"

namespace negotiation::ratification::detail {

inline double normal_density(double z) {
    constexpr double root_two_pi = 2.5066282746310005;
    return std::exp(-0.5 * z * z) / root_two_pi;
}

inline double normal_probability(double z) {
    constexpr double root_half = 0.70710678118654752;
    return 0.5 * std::erfc(-z * root_half);
}

/// Some chambers that all have to carry a deal, in one mood.
class mood_integral {
public:
    explicit mood_integral(std::vector<tally*> chambers) : chambers_(std::move(chambers)) {}

    /// The probability that all carry what is before them.
    [[nodiscard]] passage result(members votes) {
        undecided_.clear();
        for (tally* t : chambers_) {
            if (t->hopeless() && !t->carried()) {
                return {0, 0};
            }
            if (!t->carried()) {
                undecided_.push_back(t);
            }
        }
        if (undecided_.empty()) {
            return {1, 0};
        }
        if (votes == members::independent || !moves()) {
            return {passes(0), 0};
        }
        cut();
        return cuts_.empty() ? smooth() : in_pieces();
    }

    /// Whether the probability reaches some level; nearly always without the integral: it rises
    /// with the mood, so that one mood bounds it from below and another one from above.
    [[nodiscard]] bool reaches(double level, members votes, double low_mood, double high_mood) {
        if (votes == members::common_shock) {
            undecided_.clear();
            for (tally* t : chambers_) {
                if (t->hopeless() && !t->carried()) {
                    return level <= 0;
                }
                if (!t->carried()) {
                    undecided_.push_back(t);
                }
            }
            constexpr double slack = 1e-9;
            const double above = normal_probability(-low_mood);
            if (passes(low_mood) * above >= level + slack) {
                return true;
            }
            const double beyond = normal_probability(-high_mood);
            if (beyond + passes(high_mood) * (1 - beyond) < level - slack) {
                return false;
            }
        }
        return result(votes).probability >= level;
    }

private:
    [[nodiscard]] double passes(double mood) {
        double all = 1;
        for (tally* t : undecided_) {
            all *= t->passes(mood);
        }
        return all;
    }

    [[nodiscard]] bool moves() const {
        return std::any_of(undecided_.begin(), undecided_.end(), [](const tally* t) {
            return std::any_of(t->open().begin(), t->open().end(),
                               [&](const auto& f) { return t->who(f).shock > 0; });
        });
    }

    /// Where factions turn so suddenly that the integral is better cut there.
    void cut() {
        constexpr double sudden = 0.01;  // moods
        constexpr double reach = 30;     // spreads, beyond which nobody is left
        cuts_.clear();
        for (const tally* t : undecided_) {
            for (const auto& f : t->open()) {
                const faction& w = t->who(f);
                if (!(w.shock > 0) || w.noise >= sudden * w.shock) {
                    continue;
                }
                const double at = -f.lead / w.shock;
                const double width = reach * w.noise / w.shock;
                cuts_.insert(cuts_.end(), {at - width, at, at + width});
            }
        }
    }

    [[nodiscard]] passage in_pieces() {
        for (double& at : cuts_) {
            at = std::clamp(at, -furthest_mood, furthest_mood);
        }
        cuts_.insert(cuts_.end(), {-furthest_mood, furthest_mood});
        std::sort(cuts_.begin(), cuts_.end());
        passage sum{0, 0};
        const auto integrand = [this](double z) { return passes(z) * normal_density(z); };
        constexpr unsigned deepest = 12;
        constexpr double tolerance = 1e-10;
        for (std::size_t k = 0; k + 1 < cuts_.size(); ++k) {
            if (cuts_[k] < cuts_[k + 1]) {
                double error = 0;
                sum.probability += boost::math::quadrature::gauss_kronrod<double, 15>::integrate(
                    integrand, cuts_[k], cuts_[k + 1], deepest, tolerance, &error);
                sum.error += error;
            }
        }
        sum.probability = std::clamp(sum.probability, 0.0, 1.0);
        return sum;
    }

    /// A normal step: where it stands, and its width.
    struct step {
        double at = -furthest_mood;
        double width = 1;
        double spacing = 0.9;
    };

    /// Where a chamber can expect just enough supporters.
    [[nodiscard]] static double crossing(const tally& of) {
        double low = -furthest_mood;
        double high = furthest_mood;
        for (int k = 0; k < 12; ++k) {
            const double middle = 0.5 * (low + high);
            (of.expect(middle).supporters < of.needed() - 0.5 ? low : high) = middle;
        }
        return 0.5 * (low + high);
    }

    /// The step of the chamber that is won over last. Nodes are close enough for its width, for the
    /// density, and for the poles of every faction's logistic curve, pi s / rho off the axis.
    [[nodiscard]] step steepest() const {
        constexpr double pi = 3.14159265358979324;
        step found;
        for (const tally* t : undecided_) {
            const double at = crossing(*t);
            const tally::expectation there = t->expect(at);
            const double width = std::sqrt(there.variance) / there.slope;
            if (at >= found.at) {
                found.at = at;
                found.width = there.slope > 0 && width < 1 ? width : 1;
            }
            for (const auto& f : t->open()) {
                const faction& w = t->who(f);
                if (w.shock > 0) {
                    found.spacing = std::min(found.spacing, pi * w.noise / (3 * w.shock));
                }
            }
        }
        found.spacing = std::min(found.spacing, 0.9 * found.width);
        return found;
    }

    /// What is left of the integrand without the step.
    struct remainder {
        double value;
        bool below;  ///< neither has begun to rise
        bool above;  ///< both are up
    };
    [[nodiscard]] remainder left_over(const step& s, double z) {
        constexpr double flat = 1e-11;
        const double chance = passes(z);
        const double model = normal_probability((z - s.at) / s.width);
        return {(chance - model) * normal_density(z), chance < flat && model < flat,
                1 - chance < flat && 1 - model < flat};
    }

    /// Probability = the integral of the step, known, and of what is left over, by the trapezoid
    /// rule. Halving the spacing squares the error, if it does no better; so the square of what
    /// the last halving changed bounds what the next one would.
    [[nodiscard]] passage smooth() {
        const step s = steepest();
        constexpr double tolerance = 1e-8;
        constexpr std::size_t most_nodes = std::size_t{1} << 16U;
        double even = 0;
        double odd = 0;
        std::size_t nodes = 0;
        const long first = walk(s, -1, even, odd, nodes);
        const long last = walk(s, 1, even, odd, nodes);
        double spacing = s.spacing;
        double sum = even + odd;
        double change = std::abs(spacing * sum - 2 * spacing * even);
        while (change * change > tolerance && 2 * nodes < most_nodes) {
            double between = 0;
            const auto panels =
                static_cast<std::size_t>((last - first) * std::lround(s.spacing / spacing));
            const double from = s.at + static_cast<double>(first) * s.spacing;
            for (std::size_t k = 0; k < panels; ++k) {
                between += left_over(s, from + (static_cast<double>(k) + 0.5) * spacing).value;
            }
            nodes += panels;
            change = std::abs(0.5 * spacing * (between - sum));
            spacing *= 0.5;
            sum += between;
        }
        const double known = normal_probability(-s.at / std::sqrt(1 + s.width * s.width));
        return {std::clamp(known + spacing * sum, 0.0, 1.0), std::min(change, change * change)};
    }

    /// Adds nodes on one side of the step, until nothing is left over. @return the last of them
    long walk(const step& s, long direction, double& even, double& odd, std::size_t& nodes) {
        for (long k = direction < 0 ? -1 : 0;; k += direction) {
            const double z = s.at + static_cast<double>(k) * s.spacing;
            if (std::abs(z) > furthest_mood && (z > 0) == (direction > 0)) {
                return k - direction;
            }
            const remainder r = left_over(s, z);
            (k % 2 == 0 ? even : odd) += r.value;
            ++nodes;
            if (direction < 0 ? r.below : r.above) {
                return k;
            }
        }
    }

    std::vector<tally*> chambers_;
    std::vector<tally*> undecided_;
    std::vector<double> cuts_;
};

}  // namespace negotiation::ratification::detail
