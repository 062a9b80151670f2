#include <algorithm>

#include <negotiation/theory/preventive_war.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

preventive_motive motive_of(const declining_side& of) {
    require_impatience("preventive war: the discount factor", of.discount);
    require_probability("preventive war: the balance now", of.now);
    require_probability("preventive war: the balance later", of.later);
    require_amount("preventive war: its cost to the declining side", of.own_cost);
    require_amount("preventive war: its cost to the rival", of.rival_cost);
    return {of.now - of.discount * of.later,
            (1 - of.discount) + of.own_cost + of.discount * of.rival_cost};
}

double guarantee_against_war(const declining_side& of) {
    const preventive_motive motive = motive_of(of);
    return std::max(0.0, (motive.decline - motive.price) / of.discount);
}

}  // namespace negotiation::theory
