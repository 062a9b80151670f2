#include "sequence/stage_values.hpp"

#include <algorithm>
#include <limits>

#include "sequence/halt_values.hpp"

namespace negotiation::sequence {

stage_values::stage_values(const exchange& of, const ideal_lattice& lattice, bool learning)
    : of_(&of),
      lattice_(&lattice),
      learning_(learning) {
    join();
    const std::size_t parties = of.parties();
    const halt_values halt(of);
    held_.resize(lattice.size() * parties);
    for (ideal_id k = 0; k < lattice.size(); ++k) {
        for (party_id i = 0; i < parties; ++i) {
            held_[k * parties + i] = halt.at(i, lattice.at(k));
        }
    }
    least_ahead_.assign(lattice.size() * parties, std::numeric_limits<grains>::max());
    for (ideal_id k = last(); k-- > 0;) {
        look_back_from(k);
    }
}

void stage_values::join() {
    first_way_.reserve(lattice_->size() + 1);
    for (ideal_id k = 0; k < lattice_->size(); ++k) {
        first_way_.push_back(static_cast<std::uint32_t>(way_to_.size()));
        lattice_->for_each_next(k, [&](step_id s, ideal_id to) {
            way_step_.push_back(static_cast<std::uint8_t>(s));
            way_to_.push_back(to);
        });
    }
    first_way_.push_back(static_cast<std::uint32_t>(way_to_.size()));
}

void stage_values::look_back_from(ideal_id k) {
    const std::size_t parties = of_->parties();
    for (party_id i = 0; i < parties; ++i) {
        least_ahead_[k * parties + i] = held(k, i);
    }
    for_each_next(k, [&](step_id, ideal_id then) {
        for (party_id i = 0; i < parties; ++i) {
            grains& least = least_ahead_[k * parties + i];
            least = std::min(least, least_ahead(then, i));
        }
    });
}

double stage_values::learned(ideal_id k, party_id i) const noexcept {
    double taught = 0;
    if (learning_) {
        for_each(lattice_->at(k),
                 [&](step_id s) { taught += of_->performer(s) == i ? 0 : of_->learned(s); });
    }
    return of_->covered(i) + taught;
}

}  // namespace negotiation::sequence
