#pragma once

/// @file
/// Label setting over the lattice of ideals: partial orders in the order of what they cost, those
/// that are nowhere better than a known one dropped (Martins 1984).

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

#include "sequence/partial_order.hpp"

namespace negotiation::sequence {

/// @brief A search for the efficient trusts by party, and fewer runs before them where `Runs`.
template <class Held, std::size_t N, bool Runs>
class label_search {
public:
    using start = partial_order<Held, N>;
    using odds = typename Held::odds;

    /// What a partial order has asked for; it only grows.
    struct cost {
        std::uint16_t runs = 0;
        std::array<odds, N> values = {};  ///< by party
    };

    /// A whole order.
    struct whole {
        cost at;
        std::vector<step_id> order;
    };

    label_search(const continuation<Held, N>& next, std::size_t limit)
        : next_(&next),
          limit_(std::min(limit, most_bytes / sizeof(entry))),
          states_(next.stages().lattice().size() * next.parties(), none) {}

    void search() {
        expand(next_->begin(), {}, none);
        while (!open_.empty() && !exhausted_) {
            std::pop_heap(open_.begin(), open_.end(), later_);
            const entry e = std::move(open_.back());
            open_.pop_back();
            if (is_dominated(e)) {
                continue;
            }
            const label_id id = settle(e);
            if (e.order.at == next_->stages().last()) {
                wholes_.push_back(id);
                continue;
            }
            expand(e.order, e.at, id);
        }
    }

    [[nodiscard]] bool exhausted() const noexcept { return exhausted_; }
    [[nodiscard]] std::size_t labels() const noexcept { return made_; }

    /// The efficient whole orders, in the order of their costs.
    [[nodiscard]] std::vector<whole> wholes() const {
        std::vector<whole> all;
        for (const label_id id : wholes_) {
            all.push_back({settled_[id].at, order_of(id)});
        }
        return all;
    }

private:
    using label_id = std::uint32_t;
    static constexpr label_id none = std::numeric_limits<label_id>::max();

    struct entry {
        cost at;
        start order;
        label_id parent = none;
    };
    struct settled {
        cost at;
        start order;
        label_id parent = none;
        label_id next = none;  ///< of the same state
    };

    /// Whether an entry comes after another: dearer, or as dear and less far.
    struct later {
        [[nodiscard]] bool operator()(const entry& a, const entry& b) const {
            if (Runs && a.at.runs != b.at.runs) {
                return a.at.runs > b.at.runs;
            }
            for (std::size_t k = 0; k < N; ++k) {
                if (Held::below(a.at.values[k], b.at.values[k])) {
                    return false;
                }
                if (Held::below(b.at.values[k], a.at.values[k])) {
                    return true;
                }
            }
            if (a.order.at != b.order.at) {
                return a.order.at < b.order.at;
            }
            return a.order.last_step != b.order.last_step ? a.order.last_step > b.order.last_step
                                                          : a.parent > b.parent;
        }
    };

    [[nodiscard]] static bool no_dearer(const cost& a, const cost& b) {
        if (Runs && a.runs > b.runs) {
            return false;
        }
        for (std::size_t k = 0; k < N; ++k) {
            if (Held::below(b.values[k], a.values[k])) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::size_t state_of(const start& order) const {
        return std::size_t{order.at} * next_->parties() + order.in_control;
    }

    [[nodiscard]] bool is_dominated(const entry& e) const {
        for (const label_id id : wholes_) {
            if (no_dearer(settled_[id].at, e.at)) {
                return true;
            }
        }
        for (label_id id = states_[state_of(e.order)]; id != none; id = settled_[id].next) {
            const settled& known = settled_[id];
            if (no_dearer(known.at, e.at) && start::no_worse(known.order, e.order)) {
                return true;
            }
        }
        return false;
    }

    label_id settle(const entry& e) {
        const auto id = static_cast<label_id>(settled_.size());
        label_id& first = states_[state_of(e.order)];
        settled_.push_back({e.at, e.order, e.parent, first});
        first = id;
        return id;
    }

    void expand(const start& order, const cost& at, label_id parent) {
        next_->stages().for_each_next(order.at, [&](step_id s, ideal_id to) {
            entry e{at, order, parent};
            const auto ask = next_->extend(e.order, s, to);
            if (!ask) {
                return;
            }
            e.at.runs = e.order.runs;
            if (ask->how_much && Held::below(e.at.values[ask->of], *ask->how_much)) {
                e.at.values[ask->of] = *ask->how_much;
            }
            next_->forget_harmless(e.order,
                                   [&](party_id i) { return std::optional<odds>(e.at.values[i]); });
            if (!is_dominated(e)) {
                push(std::move(e));
            }
        });
    }

    void push(entry&& e) {
        ++made_;
        if (settled_.size() + open_.size() >= limit_) {
            exhausted_ = true;
            return;
        }
        open_.push_back(std::move(e));
        std::push_heap(open_.begin(), open_.end(), later_);
    }

    [[nodiscard]] std::vector<step_id> order_of(label_id id) const {
        std::vector<step_id> steps;
        for (; id != none; id = settled_[id].parent) {
            steps.push_back(settled_[id].order.last_step);
        }
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

    const continuation<Held, N>* next_;
    std::size_t limit_;
    later later_;
    std::vector<entry> open_;       ///< a heap
    std::deque<settled> settled_;   ///< never moved: growing would double the memory
    std::vector<label_id> states_;  ///< by ideal and party in control: its last label
    std::vector<label_id> wholes_;
    std::size_t made_ = 0;
    bool exhausted_ = false;
};

}  // namespace negotiation::sequence
