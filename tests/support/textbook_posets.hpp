#pragma once

#include <cstddef>

#include <negotiation/sequence/poset.hpp>

/// Partial orders whose ideals and orders the textbooks count.
namespace negotiation::tests {

inline sequence::poset chain(std::size_t n) {
    sequence::poset::relations before;
    for (sequence::step_id k = 1; k < n; ++k) {
        before.emplace_back(k - 1, k);
    }
    return {n, before};
}

inline sequence::poset antichain(std::size_t n) { return {n, {}}; }

inline sequence::poset two_chains(std::size_t a, std::size_t b) {
    sequence::poset::relations before;
    for (sequence::step_id k = 1; k < a + b; ++k) {
        if (k != a) {
            before.emplace_back(k - 1, k);
        }
    }
    return {a + b, before};
}

inline sequence::poset product_of_chains(std::size_t rows, std::size_t columns) {
    sequence::poset::relations before;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const auto here = static_cast<sequence::step_id>(r * columns + c);
            if (c > 0) {
                before.emplace_back(here - 1, here);
            }
            if (r > 0) {
                before.emplace_back(here - static_cast<sequence::step_id>(columns), here);
            }
        }
    }
    return {rows * columns, before};
}

/// a < b > c < d ...
inline sequence::poset fence(std::size_t n) {
    sequence::poset::relations before;
    for (sequence::step_id k = 1; k < n; ++k) {
        if (k % 2 == 1) {
            before.emplace_back(k - 1, k);
        } else {
            before.emplace_back(k, k - 1);
        }
    }
    return {n, before};
}

/// The subsets of n things, by inclusion.
inline sequence::poset boolean_lattice(std::size_t n) {
    sequence::poset::relations before;
    const auto size = static_cast<sequence::step_id>(std::size_t{1} << n);
    for (sequence::step_id a = 0; a < size; ++a) {
        for (sequence::step_id b = 0; b < size; ++b) {
            if (a != b && (a & ~b) == 0) {
                before.emplace_back(a, b);
            }
        }
    }
    return {size, before};
}

}  // namespace negotiation::tests
