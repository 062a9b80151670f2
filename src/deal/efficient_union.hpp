#pragma once

/// @file
/// What is efficient among many efficient lists, each moved by a constant: the inner loop of
/// elimination.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <negotiation/model/utility_function.hpp>

#include "deal/keep_efficient.hpp"
#include "deal/record.hpp"

namespace negotiation::deal::detail {

/// A list of efficient vectors, sorted by `precedes`, to which a constant is added.
template <std::size_t P>
struct moved_list {
    const std::array<grains, P>* data = nullptr;
    std::uint32_t begin = 0;  ///< first place that counts
    std::uint32_t end = 0;    ///< one past the last
    std::array<grains, P> shift{};

    [[nodiscard]] std::array<grains, P> at(std::uint32_t k) const noexcept {
        std::array<grains, P> u = data[k];
        for (std::size_t i = 0; i < P; ++i) {
            u[i] += shift[i];
        }
        return u;
    }
};

/// Two parties: the lists are staircases, so one sweep over a heap of them finds the union's
/// staircase. A list that falls below it gallops ahead to where it could rise above again;
/// dominated stretches are never looked at.
class staircase_union {
public:
    explicit staircase_union(std::vector<moved_list<2>> lists) : lists_(std::move(lists)) {}

    /// Marks of a result: place in the list, number of the list.
    [[nodiscard]] records<grains, 2> run() {
        for (std::uint32_t l = 0; l < lists_.size(); ++l) {
            if (lists_[l].begin < lists_[l].end) {
                heap_.push_back({lists_[l].at(lists_[l].begin), lists_[l].begin, l});
            }
        }
        std::make_heap(heap_.begin(), heap_.end(), later);
        while (!heap_.empty()) {
            std::pop_heap(heap_.begin(), heap_.end(), later);
            record<grains, 2>& head = heap_.back();
            if (kept_.empty() || head.u[1] > kept_.back().u[1] ||
                same_utilities(head, kept_.back())) {
                kept_.push_back(head);
            }
            ++head.a;
            if (advance(head)) {
                std::push_heap(heap_.begin(), heap_.end(), later);
            } else {
                heap_.pop_back();
            }
        }
        return std::move(kept_);
    }

private:
    static bool later(const record<grains, 2>& x, const record<grains, 2>& y) noexcept {
        return precedes(y, x);
    }

    /// Moves a head to the first place from its own on that is no lower than the staircase.
    [[nodiscard]] bool advance(record<grains, 2>& head) const {
        const moved_list<2>& list = lists_[head.b];
        const grains least = kept_.back().u[1] - list.shift[1];
        std::uint32_t low = head.a;
        if (low < list.end && list.data[low][1] < least) {
            std::uint32_t step = 1;
            while (list.end - low > step && list.data[low + step][1] < least) {
                low += step;
                step *= 2;
            }
            const auto* first = list.data + low + 1;
            const auto* last =
                list.data + std::min<std::size_t>(low + std::size_t{step} + 1, list.end);
            low = static_cast<std::uint32_t>(
                std::partition_point(first, last, [least](const auto& u) { return u[1] < least; }) -
                list.data);
        }
        if (low >= list.end) {
            return false;
        }
        head.a = low;
        head.u = list.at(low);
        return true;
    }

    std::vector<moved_list<2>> lists_;
    records<grains, 2> heap_;
    records<grains, 2> kept_;
};

/// Calls `visit` with the vectors of all lists in the order of `precedes`, marked with place (a)
/// and list (b). A heap of heads: nothing is copied but the head itself.
template <std::size_t P, class Visit>
void for_each_in_order(const std::vector<moved_list<P>>& lists, Visit visit) {
    records<grains, P> heads;
    const auto later = [](const auto& x, const auto& y) { return precedes(y, x); };
    for (std::uint32_t l = 0; l < lists.size(); ++l) {
        if (lists[l].begin < lists[l].end) {
            heads.push_back({lists[l].at(lists[l].begin), lists[l].begin, l});
        }
    }
    std::make_heap(heads.begin(), heads.end(), later);
    while (!heads.empty()) {
        visit(heads.front());
        record<grains, P> next = heads.front();
        if (++next.a == lists[next.b].end) {
            std::pop_heap(heads.begin(), heads.end(), later);
            heads.pop_back();
            continue;
        }
        next.u = lists[next.b].at(next.a);
        std::size_t hole = 0;
        for (std::size_t child = 1; child < heads.size(); child = 2 * hole + 1) {
            child += child + 1 < heads.size() && precedes(heads[child + 1], heads[child]) ? 1U : 0U;
            if (!precedes(heads[child], next)) {
                break;
            }
            heads[hole] = heads[child];
            hole = child;
        }
        heads[hole] = next;
    }
}

/// The efficient vectors of all lists together, sorted by `precedes`, equal ones side by side and
/// marked with their place (a) and list (b).
/// @param hopeless vectors to leave out; for two parties the lists' ends already leave them out
template <std::size_t P, class Hopeless>
records<grains, P> efficient_union(const std::vector<moved_list<P>>& lists, std::size_t dimensions,
                                   Hopeless hopeless) {
    if constexpr (P == 2) {
        return staircase_union(lists).run();
    } else {
        records<grains, P> kept;
        [[maybe_unused]] staircase<grains> seen;
        for_each_in_order(lists, [&](const record<grains, P>& r) {
            if (hopeless(r.u)) {
                return;
            }
            if constexpr (P == 3) {
                const bool equal = !kept.empty() && same_utilities(r, kept.back());
                if (!equal && seen.covers(r.u[1], r.u[2])) {
                    return;
                }
                if (!equal) {
                    seen.insert(r.u[1], r.u[2]);
                }
            }
            kept.push_back(r);
        });
        if constexpr (P > 3) {
            keep_efficient(kept, dimensions);
        }
        return kept;
    }
}

}  // namespace negotiation::deal::detail
