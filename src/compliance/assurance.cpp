#include <negotiation/compliance/assurance.hpp>

#include "model/argument.hpp"

namespace negotiation::compliance {

mutual_assurance assured(const assurance_game& first, const assurance_game& second,
                         double first_believes, double second_believes) {
    require_probability("assurance: what the first believes", first_believes);
    require_probability("assurance: what the second believes", second_believes);
    constexpr double rounding = 1e-12;
    mutual_assurance found{{assurance_threshold(first), assurance_threshold(second)},
                           {first_believes, second_believes}};
    found.holds = first_believes >= found.needed[0] * (1 - rounding) &&
                  second_believes >= found.needed[1] * (1 - rounding);
    return found;
}

bool places_trust(double belief, double gain, double loss) {
    require_probability("trust: the belief", belief);
    require_amount("trust: the gain", gain);
    require_amount("trust: the loss", loss);
    return belief * gain > (1 - belief) * loss;
}

}  // namespace negotiation::compliance
