#include <negotiation/theory/relay_noise.hpp>

#include "theory/argument.hpp"

namespace negotiation::theory {

double chain_noise(const std::vector<double>& noises) {
    double straight = 1;
    for (const double noise : noises) {
        require_probability("relay: the noise", noise);
        straight *= 1 - 2 * noise;
    }
    return (1 - straight) / 2;
}

double chance_of_arrival(const std::vector<double>& noises) {
    double arrives = 1;
    for (const double noise : noises) {
        require_probability("relay: the noise", noise);
        arrives *= 1 - noise;
    }
    return arrives;
}

double belief_after_yes(double prior, double noise) {
    require_probability("relay: the prior", prior);
    require_probability("relay: the noise", noise);
    const double meant = prior * (1 - noise);
    const double either = meant + (1 - prior) * noise;
    return either > 0 ? meant / either : prior;
}

}  // namespace negotiation::theory
