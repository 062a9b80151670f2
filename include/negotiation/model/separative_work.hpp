#pragma once

/// @file
/// How much work uranium enrichment takes: the one piece of physics every text of this field uses.

namespace negotiation {

/// @brief The value function V(x) = (2x - 1) ln(x / (1 - x)) of separative work.
/// @param x share of U-235 @unit{1} @range{(0, 1)}
/// @return V(x) >= 0
/// @throws std::invalid_argument x outside its range
/// @complexity{O(1)}; thread-safe
/// @source{cohen1951, Cohen 1951\, The Theory of Isotope Separation}
/// @test tests/model/separative_work.cpp "the value function of separative work"
[[nodiscard]] double separation_potential(double x);

/// @brief Work and feed needed for some product.
struct enrichment_task {
    double work = 0;   ///< @unit{kg SWU}
    double feed = 0;   ///< @unit{kg uranium}
    double tails = 0;  ///< @unit{kg uranium}
};

/// @brief What an ideal cascade needs to make `product` kg at share `x_product` out of feed at
/// `x_feed`, leaving tails at `x_tails`. A lower bound: real cascades need more.
///
/// @param product   kilograms of uranium in the product @unit{kg} @range{[0, inf)}
/// @param x_product share of U-235 in the product @range{(x_feed, 1)}
/// @param x_feed    share in the feed @range{(x_tails, 1)}
/// @param x_tails   share in the tails @range{(0, 1)}
/// @return work, feed and tails for that product
/// @throws std::invalid_argument unless 0 < x_tails < x_feed < x_product < 1 and product >= 0
/// @complexity{O(1)}; thread-safe
/// @source{cohen1951, Cohen 1951\, The Theory of Isotope Separation}
/// @test tests/model/separative_work.cpp "25 kg at ninety per cent from natural uranium"
[[nodiscard]] enrichment_task separative_work(double product, double x_product, double x_feed,
                                              double x_tails);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <cmath>
#include <stdexcept>

#include <fmt/core.h>

namespace negotiation {

inline double separation_potential(double x) {
    if (!(x > 0 && x < 1)) {
        throw std::invalid_argument(
            fmt::format("separation_potential: a share of U-235 lies in (0, 1); got {}", x));
    }
    return (2 * x - 1) * std::log(x / (1 - x));
}

inline enrichment_task separative_work(double product, double x_product, double x_feed,
                                       double x_tails) {
    if (!(x_tails < x_feed && x_feed < x_product) || !(product >= 0)) {
        throw std::invalid_argument(fmt::format(
            "separative_work: needs tails < feed < product in U-235 and a product of 0 kg or more; "
            "got {}, {}, {} and {} kg",
            x_tails, x_feed, x_product, product));
    }
    enrichment_task task;
    task.feed = product * (x_product - x_tails) / (x_feed - x_tails);
    task.tails = task.feed - product;
    task.work = product * separation_potential(x_product) +
                task.tails * separation_potential(x_tails) -
                task.feed * separation_potential(x_feed);
    return task;
}

}  // namespace negotiation
