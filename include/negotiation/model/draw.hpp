#pragma once

/// @file
/// Numbers from random bits. Boost.Random's distributions, not the standard library's, whose
/// algorithms differ from one implementation to the next.

#include <cmath>
#include <cstddef>
#include <span>

#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <negotiation/model/random_stream.hpp>

namespace negotiation {

/// @brief A number between 0 and 1.
/// @param bits a stream
/// @return uniform @range{[0, 1)}
/// @complexity{O(1)}; as thread-safe as the stream: one owner
/// @test tests/model/draw.cpp "draws stay in their ranges and reach them"
[[nodiscard]] inline double draw_share(random_stream& bits) {
    return boost::random::uniform_01<double>{}(bits);
}

/// @brief A place among several.
/// @param bits a stream
/// @param n    how many places @range{[1, 2^32)}
/// @return uniform @range{[0, n)}
/// @complexity{O(1)} on average; as thread-safe as the stream: one owner
/// @test tests/model/draw.cpp "draws stay in their ranges and reach them"
[[nodiscard]] inline std::size_t draw_place(random_stream& bits, std::size_t n) {
    return boost::random::uniform_int_distribution<std::size_t>(0, n - 1)(bits);
}

/// @brief Whether something of a given probability happens. Nothing is drawn where it cannot, or
/// must, so that switching a chance off leaves every other draw as it was.
/// @param bits        a stream
/// @param probability @range{[0, 1]}
/// @return true with that probability
/// @complexity{O(1)}; as thread-safe as the stream: one owner
/// @test tests/model/draw.cpp "draws stay in their ranges and reach them"
[[nodiscard]] inline bool draw_chance(random_stream& bits, double probability) {
    if (probability <= 0) return false;
    if (probability >= 1) return true;
    return draw_share(bits) < probability;
}

/// @brief A place among several, in proportion to weights: which of several rates it was.
/// @param bits    a stream
/// @param weights not all 0 @range{[0, inf)}
/// @param sum     of all weights
/// @return the place; never one without weight, whatever rounding leaves behind the last
/// @complexity{O(weights)}; as thread-safe as the stream: one owner
/// @source{gillespie1977, Gillespie 1977}
/// @test tests/model/draw.cpp "places come in proportion to their weights"
[[nodiscard]] inline std::size_t draw_weighted(random_stream& bits, std::span<const double> weights,
                                               double sum) {
    double left = draw_share(bits) * sum;
    std::size_t last = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        if (weights[k] > 0) {
            last = k;
            left -= weights[k];
            if (left < 0) {
                break;
            }
        }
    }
    return last;
}

/// @brief The time until something that comes at a rate of 1; divided by a rate, until something
/// that comes at it.
/// @param bits a stream
/// @return exponential with mean 1 @range{[0, inf)}
/// @complexity{O(1)}; as thread-safe as the stream: one owner
/// @source{gillespie1977, Gillespie 1977}
/// @test tests/model/draw.cpp "waiting times are exponential"
[[nodiscard]] inline double draw_exponential(random_stream& bits) {
    return -std::log1p(-draw_share(bits));
}

}  // namespace negotiation
