#pragma once

/// @file
/// Whether one way of doing things is better than another beyond chance, from runs of the same
/// seeds.

#include <cmath>
#include <cstddef>

#include <boost/math/distributions/students_t.hpp>

namespace negotiation::question::detail {

/// Differences run by run, summed up in their order.
class paired_difference {
public:
    void add(double difference) {
        ++count_;
        const double off = difference - mean_;
        mean_ += off / static_cast<double>(count_);
        squares_ += off * (difference - mean_);
    }

    /// Whether Student's 95 % interval of the mean lies above 0. Of several comparisons at once
    /// each takes its share of the 5 % (Bonferroni), so that the best of many is not praised for
    /// luck. False of fewer than 30 runs: differences are not normal, and what seldom goes wrong is
    /// not seen in so few.
    [[nodiscard]] bool above_chance(std::size_t comparisons) const {
        if (count_ < least_runs) {
            return false;
        }
        const auto n = static_cast<double>(count_);
        const double beyond = 0.025 / static_cast<double>(comparisons);
        const double t =
            boost::math::quantile(boost::math::complement(boost::math::students_t(n - 1), beyond));
        return mean_ - t * std::sqrt(squares_ / (n - 1) / n) > rounding;
    }

private:
    static constexpr std::size_t least_runs = 30;
    static constexpr double rounding = 1e-12;  ///< of sums of utilities

    std::size_t count_ = 0;
    double mean_ = 0;
    double squares_ = 0;  ///< of deviations from the mean
};

}  // namespace negotiation::question::detail
