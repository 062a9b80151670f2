#include <algorithm>

#include <negotiation/theory/crisis_bargaining.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

bargaining_range range_of(const crisis& of) {
    require_probability("crisis: the balance", of.balance);
    require_amount("crisis: the first side's cost of war", of.first_cost);
    require_amount("crisis: the second side's cost of war", of.second_cost);
    return {std::max(0.0, of.balance - of.first_cost), std::min(1.0, of.balance + of.second_cost)};
}

screening screening_demand(double balance, double first_cost, double highest_cost) {
    require_probability("screening: the balance", balance);
    require_amount("screening: the first side's cost of war", first_cost);
    require_positive("screening: the second side's highest cost of war", highest_cost);
    // p + y is accepted by costs of at least y: concave in y, so what there is cuts it off
    const double above = std::clamp((highest_cost - first_cost) / 2, 0.0, 1 - balance);
    const double war = above / highest_cost;
    return {balance + above, war, (1 - war) * (balance + above) + war * (balance - first_cost)};
}

}  // namespace negotiation::theory
