#include <algorithm>

#include <negotiation/theory/outside_option.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

option_division division_of(const outside_option& of) {
    require_impatience("outside option: the first side's discount factor", of.first_discount);
    require_impatience("outside option: the responder's discount factor", of.responder_discount);
    require_probability("outside option: the alternative", of.alternative);
    const double threshold = of.responder_discount * (1 - of.first_discount) /
                             (1 - of.first_discount * of.responder_discount);
    const double responder = std::max(threshold, of.alternative);
    return {1 - responder, responder, threshold, of.alternative > threshold};
}

}  // namespace negotiation::theory
