#pragma once

/// @file
/// A number for each combination of whole numbers met so far.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/model/utility_function.hpp>

namespace negotiation::ratification::detail {

/// Open addressing; keys of one length stand one after the other.
class combination_memory {
public:
    explicit combination_memory(std::size_t length) : length_(length), places_(1024, 0) {}

    [[nodiscard]] std::size_t size() const { return values_.size(); }

    /// The number of a combination, from `work_out()` where it is new.
    template <class WorkOut>
    double get(const grains* key, WorkOut work_out) {
        const std::size_t mask = places_.size() - 1;
        std::size_t at = hash(key) & mask;
        for (; places_[at] != 0; at = (at + 1) & mask) {
            const std::size_t known = places_[at] - 1;
            if (std::equal(key, key + length_, keys_.data() + known * length_)) {
                return values_[known];
            }
        }
        keys_.insert(keys_.end(), key, key + length_);
        values_.push_back(work_out());
        places_[at] = static_cast<std::uint32_t>(values_.size());
        const double value = values_.back();
        if (2 * values_.size() > places_.size()) {
            grow();
        }
        return value;
    }

private:
    [[nodiscard]] std::size_t hash(const grains* key) const {
        std::uint64_t h = 0x9e3779b97f4a7c15U;
        for (std::size_t k = 0; k < length_; ++k) {
            h ^= static_cast<std::uint64_t>(key[k]);
            h *= 0xbf58476d1ce4e5b9U;  // splitmix64's
            h ^= h >> 29U;
        }
        return static_cast<std::size_t>(h);
    }

    void grow() {
        places_.assign(2 * places_.size(), 0);
        const std::size_t mask = places_.size() - 1;
        for (std::size_t k = 0; k < values_.size(); ++k) {
            std::size_t at = hash(keys_.data() + k * length_) & mask;
            while (places_[at] != 0) {
                at = (at + 1) & mask;
            }
            places_[at] = static_cast<std::uint32_t>(k + 1);
        }
    }

    std::size_t length_;
    std::vector<std::uint32_t> places_;  ///< of values, from 1; 0 is free
    std::vector<grains> keys_;
    std::vector<double> values_;
};

}  // namespace negotiation::ratification::detail
