#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <boost/random/sobol.hpp>
#include <fmt/format.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/study/sobol_indices.hpp>

namespace negotiation::study {

namespace {

constexpr std::uint32_t purpose_of_rows = 1U << 22U;
constexpr std::uint32_t purpose_of_shifts = purpose_of_rows + 1;
constexpr std::uint32_t purpose_of_resamples = purpose_of_rows + 2;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

using coordinate_groups = std::vector<std::vector<std::size_t>>;

void check_design(std::size_t dimensions, const coordinate_groups& groups,
                  const sobol_options& options) {
    constexpr std::size_t most_rows = 10'000'000;
    constexpr std::size_t most_resamples = 100'000;
    constexpr std::size_t most_quasi = 1'800;  // half of the directions there are
    if (options.rows < 2 || options.rows > most_rows || options.resamples < 20 ||
        options.resamples > most_resamples) {
        throw std::invalid_argument(
            fmt::format("sobol_indices: from 2 to {} rows and from 20 to {} resamples; got {} and "
                        "{}",
                        most_rows, most_resamples, options.rows, options.resamples));
    }
    if (options.points == sampling::quasi && dimensions > most_quasi) {
        throw std::invalid_argument(
            fmt::format("sobol_indices: a quasi-random sample has {} dimensions at most; got {}",
                        most_quasi, dimensions));
    }
    std::vector<bool> taken(dimensions, false);
    for (const std::vector<std::size_t>& group : groups) {
        if (group.empty()) {
            throw std::invalid_argument("sobol_indices: a group without coordinates");
        }
        for (const std::size_t k : group) {
            if (k >= dimensions || taken[k]) {
                throw std::invalid_argument(
                    fmt::format("sobol_indices: coordinate {} of {} is {}", k, dimensions,
                                k >= dimensions ? "outside the cube" : "in two groups"));
            }
            taken[k] = true;
        }
    }
}

/// Both points of every row, one after the other.
class row_points {
public:
    row_points(std::size_t dimensions, const sobol_options& options)
        : width_(2 * dimensions),
          seed_(options.seed) {
        if (options.points == sampling::quasi && dimensions > 0) {
            make_quasi(options.rows);
        }
    }

    void fill(std::size_t row, std::vector<double>& into) const {
        into.resize(width_);
        if (!quasi_.empty()) {
            const auto begin = quasi_.begin() + static_cast<std::ptrdiff_t>(row * width_);
            std::copy_n(begin, width_, into.begin());
            return;
        }
        random_stream bits(seed_, row, purpose_of_rows);
        for (double& x : into) {
            x = draw_share(bits);
        }
    }

private:
    /// Every coordinate of the sequence has its bits flipped by a mask of its own.
    void make_quasi(std::size_t rows) {
        boost::random::sobol sequence(width_);
        random_stream bits(seed_, 0, purpose_of_shifts);
        std::vector<std::uint64_t> shifts(width_);
        for (std::uint64_t& shift : shifts) {
            const std::uint64_t high = bits();
            shift = high << 32U | bits();
        }
        quasi_.reserve(rows * width_);
        constexpr unsigned dropped = 11;  // what a double does not hold
        for (std::size_t n = 0; n < rows * width_; ++n) {
            const std::uint64_t word = sequence() ^ shifts[n % width_];
            quasi_.push_back(static_cast<double>(word >> dropped) * 0x1p-53);
        }
    }

    std::size_t width_;
    std::uint64_t seed_;
    std::vector<double> quasi_;
};

class row_player {
public:
    row_player(std::size_t dimensions, const coordinate_groups& groups, const point_function& f,
               const row_points& points, std::vector<double>& into)
        : dimensions_(dimensions),
          groups_(groups),
          f_(f),
          points_(points),
          into_(into) {}

    void operator()(std::size_t row) {
        points_.fill(row, both_);
        const std::span<double> a(both_.data(), dimensions_);
        const std::span<const double> b(both_.data() + dimensions_, dimensions_);
        double* const out = into_.data() + row * (groups_.size() + 2);
        out[0] = f_(a).value_or(unknown);
        out[1] = f_(b).value_or(unknown);
        if (std::isnan(out[0]) || std::isnan(out[1])) {
            return;  // the row is of no use
        }
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            kept_.clear();
            for (const std::size_t k : groups_[g]) {
                kept_.push_back(std::exchange(a[k], b[k]));
            }
            out[g + 2] = f_(a).value_or(unknown);
            for (std::size_t n = 0; n < kept_.size(); ++n) {
                a[groups_[g][n]] = kept_[n];
            }
        }
    }

private:
    std::size_t dimensions_;
    const coordinate_groups& groups_;
    const point_function& f_;
    const row_points& points_;
    std::vector<double>& into_;
    std::vector<double> both_;
    std::vector<double> kept_;
};

[[nodiscard]] bool has_gap(std::span<const double> row) {
    return std::any_of(row.begin(), row.end(), [](double x) { return std::isnan(x); });
}

/// Numbers at both points of every row, where there is one: they are independent draws of those
/// points at which the function has a number.
void take_values(const std::vector<double>& all, std::size_t width, sobol_result& into) {
    for (std::size_t row = 0; row < all.size(); row += width) {
        const std::span<const double> points(all.data() + row, width);
        into.used += has_gap(points) ? 0U : 1U;
        for (const double x : points.first(2)) {
            if (!std::isnan(x)) {
                into.values.push_back(x);
            }
        }
    }
}

struct sample_moments {
    double mean = 0;
    double variance = 0;
};

[[nodiscard]] sample_moments moments_of(const std::vector<double>& values) {
    sample_moments of;
    if (values.size() < 2) {
        of.mean = values.empty() ? 0 : values.front();
        return of;
    }
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double x : values) {
        sum += x;
    }
    of.mean = sum / n;
    double squares = 0;
    for (const double x : values) {
        squares += (x - of.mean) * (x - of.mean);
    }
    of.variance = squares / (n - 1);
    return of;
}

/// Rows that were looked at, one after the other: a stop leaves others out.
[[nodiscard]] std::vector<double> rows_without_gaps(const std::vector<double>& all,
                                                    std::size_t width) {
    std::vector<double> kept;
    for (std::size_t row = 0; row < all.size(); row += width) {
        const std::span<const double> points(all.data() + row, width);
        if (!has_gap(points)) {
            kept.insert(kept.end(), points.begin(), points.end());
        }
    }
    return kept;
}

/// Both indices of every group, from rows by their places.
class jansen {
public:
    jansen(const std::vector<double>& rows, std::size_t width)
        : rows_(rows),
          width_(width),
          first_(width - 2),
          total_(width - 2) {}

    void estimate_from(std::span<const std::size_t> places) {
        std::fill(first_.begin(), first_.end(), 0.0);
        std::fill(total_.begin(), total_.end(), 0.0);
        take_variance(places);
        for (const std::size_t row : places) {
            const double* const y = rows_.data() + row * width_;
            for (std::size_t g = 0; g < first_.size(); ++g) {
                const double from_b = y[1] - y[g + 2];
                const double from_a = y[0] - y[g + 2];
                first_[g] += from_b * from_b;
                total_[g] += from_a * from_a;
            }
        }
        const double scale = 2 * static_cast<double>(places.size()) * variance_;
        for (std::size_t g = 0; g < first_.size(); ++g) {
            first_[g] = scale > 0 ? 1 - first_[g] / scale : 0;
            total_[g] = scale > 0 ? total_[g] / scale : 0;
        }
    }

    [[nodiscard]] const std::vector<double>& first() const noexcept { return first_; }
    [[nodiscard]] const std::vector<double>& total() const noexcept { return total_; }

private:
    void take_variance(std::span<const std::size_t> places) {
        const double n = 2 * static_cast<double>(places.size());
        double sum = 0;
        for (const std::size_t row : places) {
            sum += rows_[row * width_] + rows_[row * width_ + 1];
        }
        const double mean = sum / n;
        double squares = 0;
        for (const std::size_t row : places) {
            const double a = rows_[row * width_] - mean;
            const double b = rows_[row * width_ + 1] - mean;
            squares += a * a + b * b;
        }
        variance_ = squares / (n - 1);
    }

    const std::vector<double>& rows_;
    std::size_t width_;
    double variance_ = 0;
    std::vector<double> first_;
    std::vector<double> total_;
};

/// The middle 95 % of numbers.
void set_interval(std::vector<double>& numbers, estimate& into) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t beyond = numbers.size() / 40;
    into.low = std::min(numbers[beyond], into.value);
    into.high = std::max(numbers[numbers.size() - 1 - beyond], into.value);
}

void set_intervals(const std::vector<double>& rows, std::size_t width, const sobol_options& options,
                   std::vector<sobol_index>& into) {
    const std::size_t n = rows.size() / width;
    jansen again(rows, width);
    std::vector<std::vector<double>> first(into.size());
    std::vector<std::vector<double>> total(into.size());
    std::vector<std::size_t> places(n);
    for (std::size_t k = 0; k < options.resamples; ++k) {
        random_stream bits(options.seed, k, purpose_of_resamples);
        for (std::size_t& place : places) {
            place = draw_place(bits, n);
        }
        again.estimate_from(places);
        for (std::size_t g = 0; g < into.size(); ++g) {
            first[g].push_back(again.first()[g]);
            total[g].push_back(again.total()[g]);
        }
    }
    for (std::size_t g = 0; g < into.size(); ++g) {
        set_interval(first[g], into[g].first);
        set_interval(total[g], into[g].total);
    }
}

void estimate_indices(const std::vector<double>& rows, std::size_t width,
                      const sobol_options& options, sobol_result& into) {
    const bool same = std::all_of(rows.begin(), rows.end(), [&](double x) {
        return !(x < rows.front()) && !(x > rows.front());
    });
    if (same) {
        into.variance = 0;
        return;  // nothing varies, so nothing has a share in it
    }
    if (!(into.variance > 0)) {
        return;
    }
    std::vector<std::size_t> places(into.used);
    std::iota(places.begin(), places.end(), std::size_t{0});
    jansen once(rows, width);
    once.estimate_from(places);
    for (std::size_t g = 0; g + 2 < width; ++g) {
        into.indices.push_back({{once.first()[g], 0, 0}, {once.total()[g], 0, 0}});
    }
    set_intervals(rows, width, options, into.indices);
}

}  // namespace

sobol_result sobol_indices(std::size_t dimensions, const coordinate_groups& groups,
                           const point_function& f, const sobol_options& options) {
    check_design(dimensions, groups, options);
    const std::size_t width = groups.size() + 2;
    const row_points points(dimensions, options);
    std::vector<double> all(options.rows * width, unknown);
    const run_report report = run_parallel(options.rows, options.parallel, [&]() -> run_worker {
        auto player = std::make_shared<row_player>(dimensions, groups, f, points, all);
        return [player](std::size_t row) { (*player)(row); };
    });
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
    sobol_result result;
    result.rows = report.done;
    take_values(all, width, result);
    const sample_moments of = moments_of(result.values);
    result.mean = of.mean;
    result.variance = of.variance;
    // Rows without a gap are no sample of independent inputs: one point decides whether another one
    // of its row is looked at.
    result.gaps = result.used < result.rows;
    if (!result.gaps && result.used >= 2) {
        estimate_indices(rows_without_gaps(all, width), width, options, result);
    }
    return result;
}

}  // namespace negotiation::study
