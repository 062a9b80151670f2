#include "sequence/next_turn_least.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace negotiation::sequence {

namespace {

constexpr grains no_end = std::numeric_limits<grains>::min();
constexpr grains whole_order = std::numeric_limits<grains>::max();  // nothing is asked for
constexpr grains no_start = std::numeric_limits<grains>::max();

}  // namespace

next_turn_least::next_turn_least(const next_turn_runs& at)
    : at_(&at),
      stages_(at.lattice().size()),
      ends_(at.lattice().size() * at.parties(), no_end),
      on_(at.parties()) {
    std::iota(stages_.begin(), stages_.end(), ideal_id{0});
    std::fill(ends_.end() - at.parties(), ends_.end(), whole_order);
}

std::optional<next_turn_least::odds> next_turn_least::find() {
    const next_turn_bound whatever = attempt(next_turn_bound::any);
    if (!whatever.possible) {
        return std::nullopt;
    }
    const odds least = least_bound(whatever.most_allowed, [&](const odds& bound) {
        const next_turn_bound tried = attempt(bound);
        if (tried.possible) {
            narrow(bound);
        }
        return tried;
    });
    static_cast<void>(attempt(least));
    narrow(least);
    return least;
}

next_turn_bound next_turn_least::attempt(const odds& bound) {
    next_turn_bound tried;
    visited_ += stages_.size();
    for (std::size_t k = stages_.size() - 1; k-- > 0;) {  // the last is the whole
        tried.possible = look_back_from(stages_[k], bound, tried);
    }
    return tried;
}

/// @return whether a run can begin here
bool next_turn_least::look_back_from(ideal_id k, const odds& bound, next_turn_bound& tried) {
    std::fill(on_.begin(), on_.end(), no_end);
    at_->lattice().for_each_next(k, [&](step_id s, ideal_id to) {
        const party_id by = at_->of().performer(s);
        on_[by] = std::max(on_[by], end(to, by));
    });
    std::size_t beginners = 0;
    party_id beginner = 0;
    for (party_id i = 0; i < at_->parties(); ++i) {
        end(k, i) = no_end;
        if (on_[i] == no_end) {
            continue;
        }
        const grains held = at_->held(k, i);
        if (!at_->goes_on(i, held)) {
            continue;
        }
        end(k, i) = on_[i];
        if (tried.allow(bound, at_->asked(i, held, on_[i]))) {
            ++beginners;
            beginner = i;
        }
    }
    for (party_id i = 0; i < at_->parties(); ++i) {
        if (beginners > 1 || (beginners == 1 && beginner != i)) {
            end(k, i) = std::max(end(k, i), at_->held(k, i));
        }
    }
    return beginners > 0;
}

/// Leaves the ideals that orders within a bound pass, when its sweep is done: level by level, with
/// the least that each party can have held at the start of its run.
void next_turn_least::narrow(const odds& bound) {
    const ideal_lattice& lattice = at_->lattice();
    const std::size_t parties = at_->parties();
    starts here(parties, no_start);
    auto k = stages_.begin();
    auto kept = k;  // in place
    for (std::size_t steps = 0; k != stages_.end(); ++steps) {
        const ideal_id first = lattice.level(steps);
        const ideal_id beyond = lattice.level(steps + 1);
        const bool is_last = beyond == lattice.size();
        starts next(is_last ? 0 : (lattice.level(steps + 2) - beyond) * parties, no_start);
        for (; k != stages_.end() && *k < beyond; ++k) {
            const std::span<grains> of_k(here.data() + (*k - first) * parties, parties);
            if (*k != 0 && std::all_of(of_k.begin(), of_k.end(),
                                       [](grains start) { return start == no_start; })) {
                std::fill_n(&end(*k, 0), parties, no_end);
                continue;
            }
            begin_runs(*k, bound, of_k);
            carry_on(*k, bound, of_k, {next.data(), next.size()}, beyond);
            *kept++ = *k;
        }
        here = std::move(next);
    }
    stages_.erase(kept, stages_.end());
}

/// Adds the runs that begin where another's can end, and takes away those of whoever would stop.
void next_turn_least::begin_runs(ideal_id k, const odds& bound, std::span<grains> of_k) const {
    std::size_t enders = 0;
    party_id ender = 0;
    for (party_id i = 0; i < at_->parties(); ++i) {
        if (of_k[i] != no_start &&
            !greatest_held::below(bound, at_->asked(i, of_k[i], at_->held(k, i)))) {
            ++enders;
            ender = i;
        }
    }
    for (party_id i = 0; i < at_->parties(); ++i) {
        const grains held = at_->held(k, i);
        if (!at_->goes_on(i, held)) {
            of_k[i] = no_start;
        } else if (k == 0 || enders > 1 || (enders == 1 && ender != i)) {
            of_k[i] = std::min(of_k[i], held);
        }
    }
}

/// Continues the runs through an ideal to those of the next level that they can end behind.
void next_turn_least::carry_on(ideal_id k, const odds& bound, std::span<const grains> of_k,
                               std::span<grains> next, ideal_id first) const {
    at_->lattice().for_each_next(k, [&](step_id s, ideal_id to) {
        const party_id by = at_->of().performer(s);
        const grains at_end = ends_[to * at_->parties() + by];
        if (of_k[by] != no_start && at_end != no_end &&
            !greatest_held::below(bound, at_->asked(by, of_k[by], at_end))) {
            grains& start = next[(to - first) * at_->parties() + by];
            start = std::min(start, of_k[by]);
        }
    });
}

}  // namespace negotiation::sequence
