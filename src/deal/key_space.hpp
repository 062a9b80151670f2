#pragma once

/// @file
/// Partial deals as bit strings that sort like the deals.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "deal/reduced_problem.hpp"

namespace negotiation::deal::detail {

/// Lays the variables' options out in a row of 64-bit words, the first variable foremost. Keys of
/// partial deals over different variables are joined by OR, and words compare like enumeration
/// indices, however large the space: so the tie rule survives elimination.
class key_space {
public:
    explicit key_space(const reduced_problem& p) {
        for (std::size_t v = 0; v < p.variables(); ++v) {
            const auto bits = static_cast<unsigned>(std::bit_width(p.size(v) - 1));
            if (used_ + bits > 64) {
                ++words_;
                used_ = 0;
            }
            used_ += bits;
            fields_.push_back({words_ - 1, 64 - used_, (std::uint64_t{1} << bits) - 1});
        }
    }

    /// Words in a key, at least one.
    [[nodiscard]] std::size_t words() const noexcept { return words_; }

    /// Writes option o of variable v into a key.
    void put(std::uint64_t* key, std::size_t v, std::size_t o) const noexcept {
        key[fields_[v].word] |= static_cast<std::uint64_t>(o) << fields_[v].shift;
    }

    /// The option of variable v in a key.
    [[nodiscard]] std::size_t get(const std::uint64_t* key, std::size_t v) const noexcept {
        return static_cast<std::size_t>((key[fields_[v].word] >> fields_[v].shift) &
                                        fields_[v].mask);
    }

private:
    struct field {
        std::size_t word = 0;
        unsigned shift = 0;
        std::uint64_t mask = 0;
    };
    std::vector<field> fields_;
    std::size_t words_ = 1;
    unsigned used_ = 0;
};

/// True when the first of two keys belongs to the earlier deal.
[[nodiscard]] inline bool earlier(const std::uint64_t* a, const std::uint64_t* b,
                                  std::size_t words) noexcept {
    for (std::size_t w = 0; w < words; ++w) {
        if (a[w] != b[w]) {
            return a[w] < b[w];
        }
    }
    return false;
}

}  // namespace negotiation::deal::detail
