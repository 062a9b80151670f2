#pragma once

/// @file
/// Tables of utilities to find the frontier of.

#include <cmath>
#include <cstdint>

#include <Eigen/Core>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <negotiation/model/random_stream.hpp>

namespace bench {

/// Independent uniform utilities: a handful of efficient rows.
inline Eigen::MatrixXd random_table(Eigen::Index rows, Eigen::Index parties) {
    negotiation::random_stream draw(1);
    boost::random::uniform_01<double> uniform;
    Eigen::MatrixXd table(rows, parties);
    for (Eigen::Index k = 0; k < rows; ++k) {
        for (Eigen::Index i = 0; i < parties; ++i) {
            table(k, i) = uniform(draw);
        }
    }
    return table;
}

/// Points on the positive part of the unit sphere: every row is efficient.
inline Eigen::MatrixXd efficient_table(Eigen::Index rows, Eigen::Index parties) {
    negotiation::random_stream draw(2);
    boost::random::normal_distribution<double> normal;
    Eigen::MatrixXd table(rows, parties);
    for (Eigen::Index k = 0; k < rows; ++k) {
        for (Eigen::Index i = 0; i < parties; ++i) {
            table(k, i) = std::abs(normal(draw));
        }
        table.row(k).normalize();
    }
    return table;
}

}  // namespace bench
