#pragma once

/// @file
/// The unit of work of every engine: a vector of utilities and where it came from.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace negotiation::deal::detail {

/// A vector of P numbers (unused places hold 0, which changes no comparison) and two marks of its
/// owner's choosing, usually the two partial deals it was summed from.
template <class T, std::size_t P>
struct record {
    std::array<T, P> u;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

template <class T, std::size_t P>
using records = std::vector<record<T, P>>;

/// Greater vectors first, lexicographically.
template <class T, std::size_t P>
[[nodiscard]] bool precedes(const record<T, P>& x, const record<T, P>& y) noexcept {
    for (std::size_t i = 0; i < P; ++i) {
        if (x.u[i] < y.u[i] || y.u[i] < x.u[i]) {
            return y.u[i] < x.u[i];
        }
    }
    return false;
}

template <class T, std::size_t P>
[[nodiscard]] bool same_utilities(const record<T, P>& x, const record<T, P>& y) noexcept {
    return !precedes(x, y) && !precedes(y, x);
}

/// Calls `body.template operator()<P>()` with the least supported width that holds so many
/// parties. @return false when there are more parties than any width
template <class Body>
bool with_width(std::size_t parties, Body&& body) {
    if (parties <= 2) {
        body.template operator()<2>();
    } else if (parties == 3) {
        body.template operator()<3>();
    } else if (parties <= 8) {
        body.template operator()<8>();
    } else if (parties <= 128) {
        body.template operator()<128>();
    } else {
        return false;
    }
    return true;
}

}  // namespace negotiation::deal::detail
