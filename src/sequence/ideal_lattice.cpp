#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/sequence/ideal_lattice.hpp>

namespace negotiation::sequence {

namespace {

constexpr ideal_id empty_slot = std::numeric_limits<ideal_id>::max();

/// Mixes the bits of a set (the finaliser of SplitMix64 on both halves).
[[nodiscard]] std::size_t hash_of(step_set set) noexcept {
    auto mix = [](std::uint64_t x) {
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31U);
    };
    return mix(static_cast<std::uint64_t>(set) +
               0x9e3779b97f4a7c15ULL * mix(static_cast<std::uint64_t>(set >> 64U) + 1));
}

/// The steps that could have been last: nothing in the set waits for them.
[[nodiscard]] bool is_last(const poset& of, step_set done, step_id s) {
    return (of.behind(s) & done) == 0;
}

/// Every ideal but the empty one is made once: from the ideal without the greatest step that could
/// have been last.
[[nodiscard]] bool is_made_by(const poset& of, step_set done, step_id s) {
    const step_set later = done & ~first_steps(s + 1);
    bool greatest = true;
    for_each(later, [&](step_id other) { greatest = greatest && !is_last(of, done, other); });
    return greatest;
}

}  // namespace

ideal_lattice::ideal_lattice(poset of, std::size_t limit) : order_(std::move(of)) {
    if (limit == 0 || limit >= empty_slot) {
        throw std::invalid_argument(
            fmt::format("ideal_lattice: the limit must lie in [1, 2^32 - 2]; got {}", limit));
    }
    sets_.push_back(0);
    levels_ = {0, 1};
    for (std::size_t steps = 0; steps < order_.size(); ++steps) {
        for (ideal_id k = levels_[steps]; k < levels_[steps + 1]; ++k) {
            const step_set done = sets_[k];
            bool room = true;
            for_each(order_.available(done), [&](step_id s) {
                if (room && is_made_by(order_, done | only(s), s)) {
                    sets_.push_back(done | only(s));
                    room = sets_.size() <= limit;
                }
            });
            if (!room) {
                return;
            }
        }
        levels_.push_back(static_cast<ideal_id>(sets_.size()));
    }
    fill_slots();
    join();
    complete_ = true;
}

void ideal_lattice::fill_slots() {
    std::size_t slots = 4;
    while (slots < 2 * sets_.size()) {
        slots *= 2;
    }
    slots_.assign(slots, empty_slot);
    for (std::size_t k = 0; k < sets_.size(); ++k) {
        std::size_t at = hash_of(sets_[k]) & (slots - 1);
        while (slots_[at] != empty_slot) {
            at = (at + 1) & (slots - 1);
        }
        slots_[at] = static_cast<ideal_id>(k);
    }
}

/// Finds the ways on once: searches pass them many times.
void ideal_lattice::join() {
    first_way_.reserve(sets_.size() + 1);
    for (const step_set done : sets_) {
        first_way_.push_back(static_cast<std::uint32_t>(way_to_.size()));
        for_each(order_.available(done), [&](step_id s) {
            way_step_.push_back(static_cast<std::uint8_t>(s));
            way_to_.push_back(find(done | only(s)));
        });
    }
    first_way_.push_back(static_cast<std::uint32_t>(way_to_.size()));
}

ideal_id ideal_lattice::find(step_set set) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(set) & mask;
    while (sets_[slots_[at]] != set) {
        at = (at + 1) & mask;
    }
    return slots_[at];
}

}  // namespace negotiation::sequence
