#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/pareto.hpp>

#include "deal/keep_efficient.hpp"
#include "deal/record.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

using table_ref = Eigen::Ref<const Eigen::MatrixXd>;

void check_table(const table_ref& utilities) {
    if (utilities.cols() < 1 || utilities.cols() > 128 ||
        utilities.rows() >= std::numeric_limits<std::uint32_t>::max()) {
        throw std::invalid_argument(fmt::format(
            "efficient_rows: needs 1 to 128 columns and fewer than 4e9 rows; got {} and {}",
            utilities.cols(), utilities.rows()));
    }
    for (Eigen::Index i = 0; i < utilities.cols(); ++i) {
        // A sum of zero times each entry is zero exactly when all are finite; it vectorises.
        const auto column = utilities.col(i);
        if (!((column.array() * 0.0).sum() == 0.0)) {
            Eigen::Index row = 0;
            while (std::isfinite(column(row))) {
                ++row;
            }
            throw std::invalid_argument(
                fmt::format("efficient_rows: utilities must be finite; got {} (row {}, column {})",
                            column(row), row, i));
        }
    }
}

template <std::size_t P>
record<double, P> row_of(const table_ref& utilities, Eigen::Index row) {
    record<double, P> r{};
    for (Eigen::Index i = 0; i < utilities.cols(); ++i) {
        r.u[static_cast<std::size_t>(i)] = utilities(row, i);
    }
    r.a = static_cast<std::uint32_t>(row);
    return r;
}

/// True when x dominates y: nowhere below and somewhere above. Without branches, since on most
/// tables the answer is unpredictable coordinate by coordinate.
template <std::size_t P>
bool above(const record<double, P>& x, const record<double, P>& y) {
    bool nowhere_below = true;
    bool somewhere_above = false;
    for (std::size_t i = 0; i < P; ++i) {
        nowhere_below &= !(x.u[i] < y.u[i]);
        somewhere_above |= y.u[i] < x.u[i];
    }
    return nowhere_below && somewhere_above;
}

template <std::size_t P>
void sort_and_keep_efficient(records<double, P>& rows, std::size_t dimensions) {
    std::sort(rows.begin(), rows.end(), [](const auto& x, const auto& y) {
        return precedes(x, y) || (!precedes(y, x) && x.a < y.a);
    });
    keep_efficient(rows, dimensions);
}

/// A few efficient rows of a sample, those that dominate most of it first: on most tables they
/// dominate nearly everything.
template <std::size_t P>
records<double, P> sample_frontier(const table_ref& utilities) {
    constexpr Eigen::Index sampled = 1024;
    constexpr std::size_t most = 24;
    records<double, P> sample;
    const Eigen::Index stride = std::max<Eigen::Index>(1, utilities.rows() / sampled);
    for (Eigen::Index row = 0; row < utilities.rows(); row += stride) {
        sample.push_back(row_of<P>(utilities, row));
    }
    records<double, P> best = sample;
    sort_and_keep_efficient(best, static_cast<std::size_t>(utilities.cols()));
    for (record<double, P>& r : best) {
        r.b = static_cast<std::uint32_t>(std::count_if(
            sample.begin(), sample.end(), [&](const auto& other) { return above<P>(r, other); }));
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& x, const auto& y) { return y.b < x.b; });
    best.resize(std::min(best.size(), most));
    return best;
}

template <std::size_t P>
std::vector<Eigen::Index> efficient_rows_of(const table_ref& utilities) {
    constexpr Eigen::Index trial = 1024;
    records<double, P> sample = sample_frontier<P>(utilities);
    records<double, P> kept;
    for (Eigen::Index row = 0; row < utilities.rows(); ++row) {
        const record<double, P> r = row_of<P>(utilities, row);
        if (std::none_of(sample.begin(), sample.end(),
                         [&](const auto& s) { return above<P>(s, r); })) {
            kept.push_back(r);
        }
        if (row == trial && kept.size() > static_cast<std::size_t>(trial) / 2) {
            // Nearly everything is efficient: looking at the sample first would be wasted.
            sample.clear();
            kept.reserve(static_cast<std::size_t>(utilities.rows()));
        }
    }
    sort_and_keep_efficient(kept, static_cast<std::size_t>(utilities.cols()));
    std::vector<Eigen::Index> rows;
    rows.reserve(kept.size());
    for (const auto& r : kept) {
        rows.push_back(static_cast<Eigen::Index>(r.a));
    }
    return rows;
}

}  // namespace

std::vector<Eigen::Index> efficient_rows(const Eigen::Ref<const Eigen::MatrixXd>& utilities) {
    check_table(utilities);
    std::vector<Eigen::Index> rows;
    with_width(static_cast<std::size_t>(utilities.cols()),
               [&]<std::size_t P>() { rows = efficient_rows_of<P>(utilities); });
    return rows;
}

}  // namespace negotiation::deal
