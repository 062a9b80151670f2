#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>

namespace negotiation::sequence {

namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

void check_party(const agreement& of, party_id whose) {
    check(of);
    if (whose >= parties_of(of)) {
        throw std::invalid_argument(
            fmt::format("guarantee: party {} is not one of {}", whose, parties_of(of)));
    }
}

/// The most that a party has held in control on the way to a stage, and the most it has lost.
class losses {
public:
    losses(const exchange& of, party_id whose) : of_(of), whose_(whose) {}

    /// What it has held at most after a step is taken from a stage that was reached with `held`.
    double after(step_id step, step_set done, double held) {
        const double now = static_cast<double>(of_.halt_value(whose_, done)) * of_.grain(whose_);
        if (of_.performer(step) == whose_) {
            return std::max(held, now);
        }
        most_ = std::max(most_, held - now);
        return held;
    }

    [[nodiscard]] double most() const noexcept { return most_; }

private:
    const exchange& of_;
    party_id whose_;
    double most_ = 0;
};

/// In no order can it lose more.
[[nodiscard]] double bound_on_loss(const agreement& of, party_id whose) {
    double sum = of.breakdown[whose];
    for (const step& s : of.steps) {
        sum += std::max(0.0, -(1 - s.undone[whose]) * s.value[whose]);
    }
    return sum;
}

}  // namespace

agreement guaranteed(const agreement& of, party_id whose, double share) {
    check_party(of, whose);
    if (!(share >= 0 && share <= 1)) {
        throw std::invalid_argument(
            fmt::format("guarantee: the share made good must lie in [0, 1]; got {}", share));
    }
    agreement with = of;
    with.covered.resize(parties_of(of), 0);
    with.covered[whose] += (1 - with.covered[whose]) * share;
    return with;
}

double greatest_loss(const agreement& of, party_id whose, std::span<const step_id> order) {
    check_party(of, whose);
    const exchange made(of);
    losses seen(made, whose);
    if (!order.empty()) {
        double held = never;
        step_set done = 0;
        for (const step_id s : order) {
            held = seen.after(s, done, held);
            done |= only(s);
        }
        return seen.most();
    }
    constexpr std::size_t few = 200'000;
    const ideal_lattice lattice(made.order(), few);
    if (!lattice.complete()) {
        return bound_on_loss(of, whose);
    }
    std::vector<double> held(lattice.size(), never);
    for (ideal_id k = 0; k < lattice.size(); ++k) {
        lattice.for_each_next(k, [&](step_id s, ideal_id next) {
            held[next] = std::max(held[next], seen.after(s, lattice.at(k), held[k]));
        });
    }
    return seen.most();
}

}  // namespace negotiation::sequence
