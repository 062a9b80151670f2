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
    for (step_set later = done & ~first_steps(s + 1); later != 0;) {
        const step_id other = last_of(later);  // the greatest of all mostly is such a step
        if (is_last(of, done, other)) {
            return false;
        }
        later &= ~only(other);
    }
    return true;
}

/// By how much each step moves an ideal on in the product of the chains of its order, as in numbers
/// of mixed radix. @return nothing where the product has more than `most` places
[[nodiscard]] std::vector<std::uint32_t> strides_of(const poset& of, std::size_t most) {
    std::vector<std::uint32_t> strides(of.size());
    std::size_t places = 1;
    for (const std::vector<step_id>& chain : chains_of(of)) {
        for (const step_id s : chain) {
            strides[s] = static_cast<std::uint32_t>(places);
        }
        places *= chain.size() + 1;
        if (places > most) {
            return {};
        }
    }
    return strides;
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
    complete_ = true;
}

void ideal_lattice::fill_slots() {
    std::size_t slots = 4;
    while (slots < 2 * sets_.size()) {
        slots *= 2;
    }
    strides_ = strides_of(order_, std::min<std::size_t>(slots, empty_slot));
    if (!strides_.empty()) {
        places_ = {order_.size(), [&](step_id s) { return strides_[s]; }};
        slots_.assign(places_.over(order_.all()) + 1, empty_slot);
        for (std::size_t k = 0; k < sets_.size(); ++k) {
            slots_[places_.over(sets_[k])] = static_cast<ideal_id>(k);
        }
        return;
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

ideal_id ideal_lattice::find(step_set set) const noexcept {
    if (!strides_.empty()) {
        return slots_[places_.over(set)];
    }
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(set) & mask;
    while (sets_[slots_[at]] != set) {
        at = (at + 1) & mask;
    }
    return slots_[at];
}

}  // namespace negotiation::sequence
