#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <negotiation/scenario/validate.hpp>
#include <negotiation/study/sweep.hpp>

namespace negotiation::study {

namespace {

[[noreturn]] void refuse_grid(const std::vector<axis>& axes) {
    std::string sizes;
    for (const axis& of : axes) {
        sizes += (sizes.empty() ? "" : " x ") + std::to_string(of.points);
    }
    throw std::invalid_argument(
        fmt::format("sweep: a grid has at most {} points; got {}", maximum_points, sizes));
}

/// Points of the grid. @throws std::invalid_argument it cannot be gone through
[[nodiscard]] std::size_t grid_size(const std::vector<axis>& axes) {
    if (axes.empty()) {
        throw std::invalid_argument("sweep: needs a number to vary; got none");
    }
    std::size_t all = 1;
    for (std::size_t k = 0; k < axes.size(); ++k) {
        const axis& of = axes[k];
        if (of.points == 0 || of.points > maximum_points || !(of.low <= of.high)) {
            throw std::invalid_argument(fmt::format("sweep: {} from {} to {} in {} points",
                                                    to_string(of.place), of.low, of.high,
                                                    of.points));
        }
        for (std::size_t j = 0; j < k; ++j) {
            if (axes[j].place == of.place) {
                throw std::invalid_argument(
                    fmt::format("sweep: {} is varied twice", to_string(of.place)));
            }
        }
        all *= of.points;
        if (all > maximum_points) {
            refuse_grid(axes);
        }
    }
    return all;
}

[[nodiscard]] std::vector<double> levels_at(const std::vector<axis>& axes, std::size_t point) {
    std::vector<double> levels(axes.size());
    for (std::size_t k = axes.size(); k-- > 0;) {
        levels[k] = level_of(axes[k], point % axes[k].points);
        point /= axes[k].points;
    }
    return levels;
}

/// Everything found where there is no world to look at.
[[nodiscard]] std::vector<finding> nothing_found(std::size_t quantities, const std::string& why) {
    return {quantities, finding{std::nullopt, why}};
}

[[nodiscard]] std::vector<finding> look_at(const scenario& world, const std::vector<axis>& axes,
                                           const std::vector<double>& levels,
                                           const std::vector<quantity>& of, other_weights others) {
    std::vector<number_change> changes;
    for (std::size_t k = 0; k < axes.size(); ++k) {
        changes.push_back({axes[k].place, levels[k]});
    }
    scenario changed;
    try {
        changed = with_numbers(world, changes, others);
    } catch (const std::invalid_argument& wrong) {
        return nothing_found(of.size(), wrong.what());
    }
    if (const auto wrong = validate(changed); !wrong.empty()) {
        return nothing_found(of.size(), wrong.front().path + ": " + wrong.front().message);
    }
    std::vector<finding> found;
    for (const quantity& one : of) {
        found.push_back(ask(one, changed));
    }
    return found;
}

}  // namespace

sweep_result sweep(const scenario& world, const std::vector<axis>& axes,
                   const std::vector<quantity>& of, const sweep_options& options) {
    if (of.empty()) {
        throw std::invalid_argument("sweep: needs something to ask; got nothing");
    }
    sweep_result result;
    result.axes = axes;
    result.points.resize(grid_size(axes));
    for (std::size_t k = 0; k < result.points.size(); ++k) {
        result.points[k].levels = levels_at(axes, k);
    }
    // A place that is not there would be the reason of every row.
    for (const axis& one : axes) {
        static_cast<void>(number_named(world, to_string(one.place)));
    }
    const run_report report = run_parallel(result.points.size(), options.parallel, [&] {
        return [&](std::size_t k) {
            sweep_point& point = result.points[k];
            point.found = look_at(world, axes, point.levels, of, options.others);
            point.looked_at = true;
        };
    });
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
    result.done = report.done;
    return result;
}

}  // namespace negotiation::study
