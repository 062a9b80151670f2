#pragma once

#include <array>

#include <negotiation/deal/frontier.hpp>

namespace negotiation::tests {

/// The three ways to find a frontier, which must agree.
inline constexpr std::array engines{deal::engine::table, deal::engine::stream,
                                    deal::engine::eliminate};

/// Equal to the last bit, whoever found them.
[[nodiscard]] inline bool same_points(const deal::frontier& a, const deal::frontier& b) {
    return a.sums == b.sums && a.options == b.options && a.counts == b.counts &&
           a.utilities == b.utilities && a.refused.has_value() == b.refused.has_value();
}

}  // namespace negotiation::tests
