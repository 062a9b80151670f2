#pragma once

/// @file
/// The best order where what counts is one value that only grows along an order.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "sequence/partial_order.hpp"

namespace negotiation::sequence {

/// @brief Follows all partial orders that are worth at most a threshold, level by level of the
/// lattice; those that are worth more wait. When none is left the threshold rises to the least of
/// those that wait. So the first whole order is the best one, every partial order has its final
/// rivals before it is continued, and what can ask for no more than the threshold is forgotten.
///
/// `Criterion` says what counts:
/// * `value`: of a partial order; `below(a, b)`;
/// * `raised(value, asked, runs)`: the value after a step;
/// * `allowed(party, threshold, cap)`: odds of the party that cost nothing, or nothing;
/// * `fewer_runs_matter`: whether a partial order with more runs is worse, the rest being equal;
/// * `begins_again`: whether the search may begin again at a threshold it has come to. Not where
///   runs count and do not matter: one with more would then come before one with fewer, and drop
///   it.
template <class Held, std::size_t N, class Criterion>
class bottleneck_search {
public:
    using start = partial_order<Held, N>;
    using value = typename Criterion::value;
    using cost = value;

    struct whole {
        value at;
        std::vector<step_id> order;
    };

    bottleneck_search(const continuation<Held, N>& next, const Criterion& criterion,
                      std::size_t limit)
        : next_(&next),
          criterion_(criterion),
          limit_(std::min(limit, most_bytes / sizeof(waiter))),
          states_(next.stages().lattice().size() * next.parties(), none),
          level_of_open_(next.stages().lattice().order().size() + 1) {}

    /// @param threshold what every order is worth at least
    /// @return the best order; nothing where there is none, or where the search used all it may
    [[nodiscard]] std::optional<whole> search(value threshold) {
        begin(std::move(threshold));
        for (;;) {
            if (const auto last = follow()) {
                return whole{threshold_, order_of(*last)};
            }
            if (waiting_.empty() || exhausted_) {
                return std::nullopt;
            }
            release();
        }
    }

    [[nodiscard]] bool exhausted() const noexcept { return exhausted_; }
    /// Partial orders looked at, those before a new beginning among them.
    [[nodiscard]] std::size_t labels() const noexcept { return before_ + kept(); }

private:
    using label_id = std::uint32_t;
    static constexpr label_id none = std::numeric_limits<label_id>::max();

    struct label {
        start order;
        label_id parent = none;
        label_id next = none;  ///< of the same state
    };
    struct waiter {
        value at;
        start order;
        label_id parent = none;
    };
    struct later {
        [[nodiscard]] bool operator()(const waiter& a, const waiter& b) const {
            return Criterion::below(b.at, a.at);
        }
    };

    [[nodiscard]] std::size_t kept() const noexcept { return labels_.size() + waiting_.size(); }

    void begin(value threshold) {
        threshold_ = std::move(threshold);
        before_ += kept();
        labels_.clear();
        waiting_.clear();
        std::fill(states_.begin(), states_.end(), none);
        std::for_each(level_of_open_.begin(), level_of_open_.end(),
                      [](auto& open) { open.clear(); });
        expand(next_->begin(), none, 0);
    }

    /// Continues everything that is open. @return the label of a whole order
    [[nodiscard]] std::optional<label_id> follow() {
        while (lowest_ < level_of_open_.size() && !exhausted_) {
            std::vector<label_id>& open = level_of_open_[lowest_];
            if (open.empty()) {
                ++lowest_;
                continue;
            }
            const label_id id = open.back();
            open.pop_back();
            if (lowest_ + 1 == level_of_open_.size()) {
                return id;
            }
            if (labels_[id].order.in_control != start::nobody) {
                expand(start(labels_[id].order), id, lowest_);
            }
        }
        return std::nullopt;
    }

    /// Raises the threshold to the least that waits.
    ///
    /// Labels made under a low threshold remember more than a higher one would let them: every time
    /// they have doubled, the search begins again where it stands, if it may.
    void release() {
        threshold_ = waiting_.front().at;
        if (Criterion::begins_again && kept() > again_at_) {
            again_at_ = 2 * kept();
            begin(value(threshold_));
            return;
        }
        while (!waiting_.empty() && !Criterion::below(threshold_, waiting_.front().at)) {
            std::pop_heap(waiting_.begin(), waiting_.end(), later());
            waiter w = std::move(waiting_.back());
            waiting_.pop_back();
            const std::size_t level = count_of(next_->stages().lattice().at(w.order.at));
            open(std::move(w.order), w.parent, level);
        }
    }

    void expand(const start& order, label_id parent, std::size_t level) {
        next_->stages().for_each_next(order.at, [&](step_id s, ideal_id to) {
            start longer = order;
            const auto ask = next_->extend(longer, s, to);
            if (!ask) {
                return;
            }
            const value at = criterion_.raised(threshold_, *ask, longer.runs);
            if (Criterion::below(threshold_, at)) {
                wait({at, std::move(longer), parent});
            } else {
                open(std::move(longer), parent, level + 1);
            }
        });
    }

    void open(start&& order, label_id parent, std::size_t level) {
        next_->forget_harmless(
            order, [&](party_id i) { return criterion_.allowed(i, threshold_, next_->cap(i)); });
        label_id& first = states_[std::size_t{order.at} * next_->parties() + order.in_control];
        for (label_id id = first; id != none; id = labels_[id].next) {
            if (no_worse(labels_[id].order, order)) {
                return;
            }
        }
        drop_worse(first, order);
        const auto id = static_cast<label_id>(labels_.size());
        labels_.push_back({std::move(order), parent, first});
        first = id;
        level_of_open_[level].push_back(id);
        lowest_ = std::min(lowest_, level);
        exhausted_ = exhausted_ || kept() >= limit_;
    }

    /// Takes those that are nowhere better out of a state's list; they are not continued, but stay
    /// as parents of what they have led to.
    void drop_worse(label_id& first, const start& order) {
        for (label_id* link = &first; *link != none;) {
            label& known = labels_[*link];
            if (no_worse(order, known.order)) {
                known.order.in_control = start::nobody;
                *link = known.next;
            } else {
                link = &known.next;
            }
        }
    }

    void wait(waiter&& w) {
        waiting_.push_back(std::move(w));
        std::push_heap(waiting_.begin(), waiting_.end(), later());
        exhausted_ = exhausted_ || kept() >= limit_;
    }

    [[nodiscard]] static bool no_worse(const start& a, const start& b) {
        return (!Criterion::fewer_runs_matter || a.runs <= b.runs) && start::no_worse(a, b);
    }

    [[nodiscard]] std::vector<step_id> order_of(label_id id) const {
        std::vector<step_id> steps;
        for (; id != none; id = labels_[id].parent) {
            steps.push_back(labels_[id].order.last_step);
        }
        std::reverse(steps.begin(), steps.end());
        return steps;
    }

    const continuation<Held, N>* next_;
    Criterion criterion_;
    std::size_t limit_;
    value threshold_{};
    std::deque<label> labels_;      ///< never moved: growing would double the memory
    std::vector<label_id> states_;  ///< by ideal and party in control: its last label
    std::vector<std::vector<label_id>> level_of_open_;
    std::size_t lowest_ = 0;
    std::vector<waiter> waiting_;  ///< a heap
    std::size_t again_at_ = 20'000;
    std::size_t before_ = 0;  ///< labels of earlier beginnings
    bool exhausted_ = false;
};

/// @brief What counts is the greatest trust of anybody.
template <class Held>
struct greatest_trust {
    using odds = typename Held::odds;
    using value = odds;
    static constexpr bool fewer_runs_matter = false;
    static constexpr bool begins_again = true;
    [[nodiscard]] static bool below(const value& a, const value& b) { return Held::below(a, b); }
    template <class Asked>
    [[nodiscard]] value raised(const value& so_far, const Asked& asked,
                               std::size_t /*runs*/) const {
        return asked.how_much && below(so_far, *asked.how_much) ? *asked.how_much : so_far;
    }
    [[nodiscard]] std::optional<odds> allowed(party_id /*i*/, const value& threshold,
                                              const std::optional<odds>& /*cap*/) const {
        return threshold;
    }
};

/// @brief What counts is the trust of one party, within bounds on the others' and on runs.
template <class Held>
struct trust_of_one {
    using odds = typename Held::odds;
    using value = odds;
    static constexpr bool fewer_runs_matter = true;
    static constexpr bool begins_again = true;
    party_id whose = 0;
    [[nodiscard]] static bool below(const value& a, const value& b) { return Held::below(a, b); }
    template <class Asked>
    [[nodiscard]] value raised(const value& so_far, const Asked& asked,
                               std::size_t /*runs*/) const {
        const bool more = asked.how_much && asked.of == whose && below(so_far, *asked.how_much);
        return more ? *asked.how_much : so_far;
    }
    [[nodiscard]] std::optional<odds> allowed(party_id i, const value& threshold,
                                              const std::optional<odds>& cap) const {
        return i == whose ? std::optional<odds>(threshold) : cap;
    }
};

/// @brief Only runs count; trust is bounded by caps.
template <class Held>
struct fewest_runs {
    using odds = typename Held::odds;
    using value = std::size_t;
    static constexpr bool fewer_runs_matter = false;  // those with more wait
    static constexpr bool begins_again = false;
    [[nodiscard]] static bool below(value a, value b) { return a < b; }
    template <class Asked>
    [[nodiscard]] value raised(value so_far, const Asked& /*asked*/, std::size_t runs) const {
        return std::max(so_far, runs);
    }
    [[nodiscard]] std::optional<odds> allowed(party_id /*i*/, value /*threshold*/,
                                              const std::optional<odds>& cap) const {
        return cap;
    }
};

/// @brief What counts is by how much somebody believes too little.
template <class Held, std::size_t N>
struct greatest_shortfall {
    using odds = typename Held::odds;
    using value = double;
    static constexpr bool fewer_runs_matter = false;
    static constexpr bool begins_again = true;
    std::array<double, N> beliefs = {};
    [[nodiscard]] static bool below(double a, double b) { return a < b; }
    template <class Asked>
    [[nodiscard]] double raised(double so_far, const Asked& asked, std::size_t /*runs*/) const {
        return asked.how_much
                   ? std::max(so_far, Held::probability(*asked.how_much) - beliefs[asked.of])
                   : so_far;
    }
    /// Nothing: odds that make just so much of a shortfall are not known exactly.
    [[nodiscard]] std::optional<odds> allowed(party_id /*i*/, double /*threshold*/,
                                              const std::optional<odds>& /*cap*/) const {
        return std::nullopt;
    }
};

}  // namespace negotiation::sequence
