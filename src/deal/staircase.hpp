#pragma once

/// @file
/// The efficient points of the plane seen so far, for sweeps over a third coordinate.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace negotiation::deal::detail {

/// Points none of which is below and left of another, x rising and y falling, in blocks of a few
/// hundred: a query costs two binary searches, an insertion moves one block, and adversarial
/// orders cost O(sqrt(n)) instead of O(n).
template <class T>
class staircase {
public:
    /// True when a point at least as far right and up was inserted.
    [[nodiscard]] bool covers(T x, T y) const noexcept {
        const std::size_t k = block_of(x);
        if (k == blocks_.size()) {
            return false;
        }
        const auto& block = blocks_[k];
        return !(std::lower_bound(block.begin(), block.end(), x, left_of)->second < y);
    }

    /// Adds a point that is not covered and drops those it covers.
    void insert(T x, T y) {
        if (blocks_.empty()) {
            blocks_.push_back({{x, y}});
            last_x_.push_back(x);
            return;
        }
        const std::size_t k = std::min(block_of(x), blocks_.size() - 1);
        auto& block = blocks_[k];
        // What the point covers lies just left of its place, and at it where x is equal.
        auto end = std::lower_bound(block.begin(), block.end(), x, left_of);
        auto begin = end;
        while (begin != block.begin() && !(y < std::prev(begin)->second)) {
            --begin;
        }
        if (end != block.end() && !(x < end->first)) {
            ++end;
        }
        const bool reached_front = begin == block.begin();
        if (begin != end) {
            *begin = {x, y};
            block.erase(begin + 1, end);
        } else {
            block.insert(begin, {x, y});
        }
        last_x_[k] = block.back().first;
        settle(reached_front ? drop_covered_before(k, y) : k);
    }

private:
    using point = std::pair<T, T>;
    static constexpr std::size_t largest_block = 512;

    static bool left_of(const point& p, T x) noexcept { return p.first < x; }

    /// The first block whose last point is not left of x.
    [[nodiscard]] std::size_t block_of(T x) const noexcept {
        return static_cast<std::size_t>(std::lower_bound(last_x_.begin(), last_x_.end(), x) -
                                        last_x_.begin());
    }

    /// Drops what height y covers in the blocks before k. @return where block k is then
    std::size_t drop_covered_before(std::size_t k, T y) {
        std::size_t first = k;
        while (first > 0 && !(y < blocks_[first - 1].front().second)) {
            --first;
        }
        if (first > 0) {
            auto& block = blocks_[first - 1];
            while (!(y < block.back().second)) {
                block.pop_back();
            }
            last_x_[first - 1] = block.back().first;
        }
        const auto from = static_cast<std::ptrdiff_t>(first);
        const auto to = static_cast<std::ptrdiff_t>(k);
        blocks_.erase(blocks_.begin() + from, blocks_.begin() + to);
        last_x_.erase(last_x_.begin() + from, last_x_.begin() + to);
        return first;
    }

    /// Splits a block that has grown too large.
    void settle(std::size_t k) {
        auto& block = blocks_[k];
        if (block.size() <= largest_block) {
            return;
        }
        const auto middle = block.begin() + static_cast<std::ptrdiff_t>(block.size() / 2);
        std::vector<point> upper(middle, block.end());
        block.erase(middle, block.end());
        last_x_[k] = block.back().first;
        const auto next = static_cast<std::ptrdiff_t>(k) + 1;
        last_x_.insert(last_x_.begin() + next, upper.back().first);
        blocks_.insert(blocks_.begin() + next, std::move(upper));
    }

    std::vector<std::vector<point>> blocks_;
    std::vector<T> last_x_;  ///< of each block, for the search
};

}  // namespace negotiation::deal::detail
