#pragma once

/// @file
/// The engine for enumerable spaces: visit every deal block by block, store none.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "deal/blocks.hpp"
#include "deal/budget_passed.hpp"
#include "deal/point_list.hpp"

namespace negotiation::deal::detail {

/// Gathers candidates and strikes out the dominated ones whenever many have come together, so
/// that memory stays bounded by what is efficient.
template <std::size_t P>
class running_frontier {
public:
    running_frontier(std::size_t parties, std::size_t words, std::uint64_t most)
        : parties_(parties),
          words_(words),
          most_(most) {}

    /// Room for one candidate. @return its zeroed key @throws budget_passed
    std::uint64_t* add(const std::array<grains, P>& sums, outcome_count count) {
        if (sums_.size() >= limit_) {
            reduce();
            limit_ = std::max(limit_, 2 * sums_.size());
        }
        sums_.push_back(sums);
        counts_.push_back(count);
        keys_.resize(keys_.size() + words_, 0);
        return keys_.data() + keys_.size() - words_;
    }

    /// The frontier of everything added.
    [[nodiscard]] point_list<P> take() {
        reduce();
        return {std::move(sums_), std::move(keys_), std::move(counts_)};
    }

private:
    void reduce() {
        records<grains, P> all;
        all.reserve(sums_.size());
        for (std::uint32_t k = 0; k < sums_.size(); ++k) {
            all.push_back({sums_[k], k, 0});
        }
        std::sort(all.begin(), all.end(),
                  [](const auto& x, const auto& y) { return precedes(x, y); });
        keep_efficient(all, parties_);
        auto points = collapse<P>(
            all, words_,
            [&](const auto& r, std::uint64_t* key) {
                std::copy_n(keys_.data() + r.a * words_, words_, key);
            },
            [&](const auto& r) { return counts_[r.a]; });
        sums_ = std::move(points.sums);
        keys_ = std::move(points.keys);
        counts_ = std::move(points.counts);
        if (sums_.size() > most_) {
            throw budget_passed{static_cast<double>(sums_.size()), "efficient deals", most_};
        }
    }

    std::size_t parties_;
    std::size_t words_;
    std::uint64_t most_;  ///< efficient deals it may hold
    std::size_t limit_ = std::size_t{1} << 18;
    std::vector<std::array<grains, P>> sums_;
    std::vector<std::uint64_t> keys_;
    std::vector<outcome_count> counts_;
};

/// A block less the rows that other rows of it dominate: adding the same constants to all rows
/// changes no comparison between them.
template <std::size_t P>
point_list<P> efficient_block(const reduced_problem& p, const key_space& layout,
                              const cut_space& cut, const std::vector<option_id>& prefix,
                              std::uint64_t most) {
    const block rows = cut.make_block(prefix);
    const std::size_t width = p.variables() - cut.at();
    running_frontier<P> best(p.parties, layout.words(), most);
    for (std::size_t k = 0; k < rows.rows(p.parties); ++k) {
        std::array<grains, P> sums{};
        std::copy_n(rows.sums.begin() + static_cast<std::ptrdiff_t>(k * p.parties), p.parties,
                    sums.begin());
        std::uint64_t* key = best.add(sums, 1);
        for (std::size_t v = 0; v < width; ++v) {
            layout.put(key, cut.at() + v, rows.options[k * width + v]);
        }
    }
    return best.take();
}

/// The frontier by visiting every choice of the first variables beside the efficient rows of its
/// block. @throws budget_passed
template <std::size_t P>
point_list<P> frontier_by_stream(const reduced_problem& p, const key_space& layout, region within,
                                 const budget& limits) {
    constexpr double block_rows = 4096;
    constexpr std::size_t most_blocks = 256;
    running_frontier<P> best(p.parties, layout.words(), limits.points);
    if (p.empty) {
        return best.take();
    }
    const cut_space cut(p, cut_for_blocks(p, block_rows));
    std::map<signature, point_list<P>> blocks;
    std::vector<std::uint64_t> prefix_key(layout.words());
    cut.for_each_prefix([&](const std::vector<option_id>& prefix, const std::vector<grains>& base) {
        if (blocks.size() >= most_blocks) {
            blocks.clear();
        }
        const auto [place, added] = blocks.try_emplace(cut.signature_of(prefix));
        if (added) {
            place->second = efficient_block<P>(p, layout, cut, prefix, limits.points);
        }
        const point_list<P>& rows = place->second;
        std::fill(prefix_key.begin(), prefix_key.end(), 0);
        for (std::size_t v = 0; v < cut.at(); ++v) {
            layout.put(prefix_key.data(), v, prefix[v]);
        }
        for (std::size_t k = 0; k < rows.size(); ++k) {
            std::array<grains, P> sums = rows.sums[k];
            bool inside = true;
            for (std::size_t i = 0; i < p.parties; ++i) {
                sums[i] += base[i];
                inside = inside && (within == region::feasible || sums[i] >= p.thresholds[i]);
            }
            if (inside) {
                std::uint64_t* key = best.add(sums, rows.counts[k]);
                for (std::size_t w = 0; w < layout.words(); ++w) {
                    key[w] = prefix_key[w] | rows.key(k, layout.words())[w];
                }
            }
        }
    });
    return best.take();
}

}  // namespace negotiation::deal::detail
