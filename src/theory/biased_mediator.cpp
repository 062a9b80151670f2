#include <negotiation/theory/biased_mediator.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

namespace {

void check_counsel(const counsel& of) {
    require_amount("counsel: the cost of war to a strong side", of.strong_cost);
    require_amount("counsel: the cost of war to a weak side", of.weak_cost);
    require_amount("counsel: the cost of war to the side that demands", of.proposer_cost);
    require_amount("counsel: the cost of war to the mediator", of.mediator_cost);
    require_probability("counsel: weak where it looks weak", of.weak_if_weak);
    require_probability("counsel: weak where it looks strong", of.weak_if_strong);
    if (of.weak_cost < of.strong_cost) {
        throw std::invalid_argument(
            fmt::format("counsel: war must cost a weak side no less than a strong one; got {} and "
                        "{}",
                        of.weak_cost, of.strong_cost));
    }
    if (of.weak_if_weak < of.weak_if_strong) {
        throw std::invalid_argument(
            fmt::format("counsel: signs of weakness must make weakness no less likely than signs "
                        "of strength; got {} and {}",
                        of.weak_if_weak, of.weak_if_strong));
    }
}

/// What the large demand yields beyond the small one, to whoever weighs only that.
[[nodiscard]] double gain_of_boldness(const counsel& of, double weak) {
    return weak * of.weak_cost - of.strong_cost;
}

/// The bias at which war and that gain balance.
[[nodiscard]] double balance_of(const counsel& of, double weak) {
    return (1 - weak) * of.mediator_cost / gain_of_boldness(of, weak);
}

}  // namespace

double risk_threshold(const counsel& of) {
    check_counsel(of);
    const double least = of.proposer_cost + of.strong_cost;
    const double most = of.proposer_cost + of.weak_cost;
    return most > 0 ? least / most : 1;
}

std::optional<credible_range> credible_biases(const counsel& of) {
    const double threshold = risk_threshold(of);
    const bool heeded = of.weak_if_strong <= threshold && threshold <= of.weak_if_weak;
    if (!heeded || !(gain_of_boldness(of, of.weak_if_weak) > 0)) {
        return std::nullopt;
    }
    credible_range range{balance_of(of, of.weak_if_weak), std::nullopt};
    if (gain_of_boldness(of, of.weak_if_strong) > 0) {
        range.most = balance_of(of, of.weak_if_strong);
    }
    return range;
}

}  // namespace negotiation::theory
