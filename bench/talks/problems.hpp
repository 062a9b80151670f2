#pragma once

/// @file
/// What is bargained over in the benchmarks: sums of one value an issue, drawn at random.

#include <cstddef>
#include <string>
#include <vector>

#include <negotiation/model/draw.hpp>
#include <negotiation/scenario/problem_builder.hpp>

namespace bench {

/// How alike the parties' wishes are.
enum class interests {
    independent,  ///< every value is drawn by itself, as in most domains of the competitions
    opposed       ///< what is better for one party is mostly worse for the next
};

/// Parties with weights from 0.5 to 1.5 and no reservation value to speak of.
inline negotiation::problem problem(const std::vector<std::size_t>& sizes, std::size_t parties,
                                    interests how, std::uint64_t seed = 1) {
    negotiation::random_stream draws(seed);
    negotiation::problem_builder builder;
    for (std::size_t k = 0; k < sizes.size(); ++k) {
        builder.issue("issue " + std::to_string(k), sizes[k]);
    }
    for (std::size_t i = 0; i < parties; ++i) {
        std::vector<std::vector<double>> values;
        for (const std::size_t size : sizes) {
            const double weight = 0.5 + negotiation::draw_share(draws);
            std::vector<double> row;
            for (std::size_t o = 0; o < size; ++o) {
                const double chance = negotiation::draw_share(draws);
                const double rank = static_cast<double>(o) / static_cast<double>(size - 1);
                const double slope = i % 2 == 0 ? rank : 1 - rank;
                row.push_back(weight *
                              (how == interests::opposed ? 0.7 * slope + 0.3 * chance : chance));
            }
            values.push_back(std::move(row));
        }
        builder.party("party " + std::to_string(i), values, 0);
    }
    return builder.build();
}

}  // namespace bench
