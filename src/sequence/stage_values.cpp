#include "sequence/stage_values.hpp"

#include <algorithm>
#include <limits>

namespace negotiation::sequence {

stage_values::stage_values(const exchange& of, const ideal_lattice& lattice)
    : of_(&of),
      lattice_(&lattice) {
    const std::size_t parties = of.parties();
    held_.resize(lattice.size() * parties);
    for (ideal_id k = 0; k < lattice.size(); ++k) {
        for (party_id i = 0; i < parties; ++i) {
            held_[k * parties + i] = of.halt_value(i, lattice.at(k));
        }
    }
    least_ahead_.assign(lattice.size() * parties, std::numeric_limits<grains>::max());
    for (ideal_id k = last(); k-- > 0;) {
        look_back_from(k);
    }
}

void stage_values::look_back_from(ideal_id k) {
    const std::size_t parties = of_->parties();
    for (party_id i = 0; i < parties; ++i) {
        least_ahead_[k * parties + i] = held(k, i);
    }
    lattice_->for_each_next(k, [&](step_id, ideal_id then) {
        for (party_id i = 0; i < parties; ++i) {
            grains& least = least_ahead_[k * parties + i];
            least = std::min(least, least_ahead(then, i));
        }
    });
}

double stage_values::learned(ideal_id k, party_id i) const noexcept {
    double sum = 0;
    for_each(lattice_->at(k),
             [&](step_id s) { sum += of_->performer(s) == i ? 0 : of_->learned(s); });
    return sum;
}

}  // namespace negotiation::sequence
