#pragma once

/// @file
/// Of all orders within bounds, the one that comes first by the names of its steps.

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "sequence/partial_order.hpp"

namespace negotiation::sequence {

/// @brief Depth first, the first name first. What has failed is remembered: a start that is nowhere
/// better than one that led nowhere leads nowhere.
template <class Held, std::size_t N>
class first_by_names {
public:
    using start = partial_order<Held, N>;

    /// @param names place of each step among the steps sorted by name
    first_by_names(const continuation<Held, N>& next, std::span<const std::size_t> names,
                   std::size_t limit)
        : next_(&next),
          names_(names),
          limit_(std::min(limit, most_bytes / sizeof(start))),
          failed_(next.stages().lattice().size() * next.parties()) {}

    /// @return the order; empty where there is none, or where the search used all it may
    [[nodiscard]] std::vector<step_id> find() {
        order_.clear();
        return goes_on(next_->begin()) ? order_ : std::vector<step_id>();
    }

    [[nodiscard]] bool exhausted() const noexcept { return remembered_ >= limit_; }

private:
    [[nodiscard]] bool goes_on(const start& from) {
        if (from.at == next_->stages().last()) {
            return true;
        }
        std::vector<std::pair<step_id, ideal_id>> ways;
        next_->stages().for_each_next(from.at,
                                      [&](step_id s, ideal_id to) { ways.emplace_back(s, to); });
        std::sort(ways.begin(), ways.end(),
                  [&](const auto& a, const auto& b) { return names_[a.first] < names_[b.first]; });
        for (const auto& [s, to] : ways) {
            start order = from;
            if (!next_->extend(order, s, to)) {
                continue;
            }
            next_->forget_harmless(order, [&](party_id i) { return next_->cap(i); });
            if (is_hopeless(order)) {
                continue;
            }
            order_.push_back(s);
            if (goes_on(order)) {
                return true;
            }
            order_.pop_back();
            remember(order);
            if (exhausted()) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<start>& failed_at(const start& order) {
        return failed_[std::size_t{order.at} * next_->parties() + order.in_control];
    }

    [[nodiscard]] bool is_hopeless(const start& order) {
        const std::vector<start>& known = failed_at(order);
        return std::any_of(known.begin(), known.end(), [&](const start& f) {
            return f.runs <= order.runs && start::no_worse(f, order);
        });
    }

    void remember(const start& order) {
        ++remembered_;
        std::vector<start>& known = failed_at(order);
        std::erase_if(known, [&](const start& f) {
            return order.runs <= f.runs && start::no_worse(order, f);
        });
        known.push_back(order);
    }

    const continuation<Held, N>* next_;
    std::span<const std::size_t> names_;
    std::size_t limit_;
    std::vector<std::vector<start>> failed_;  ///< by ideal and party in control
    std::vector<step_id> order_;
    std::size_t remembered_ = 0;
};

}  // namespace negotiation::sequence
