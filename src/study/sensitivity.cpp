#include <algorithm>
#include <atomic>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <negotiation/scenario/sample.hpp>
#include <negotiation/study/sensitivity.hpp>

namespace negotiation::study {

namespace {

/// Evaluations on any number of threads, counted and told about.
class counted_worlds {
public:
    counted_worlds(const scenario& world, const quantity& of, double spread)
        : world_(world),
          of_(of),
          spread_(spread) {}

    [[nodiscard]] std::optional<double> at(std::span<const double> draws) {
        ++count_;
        const std::optional<double> value =
            ask(of_, with_assumptions(world_, spread_, draws)).value;
        missing_ += value ? 0U : 1U;
        return value;
    }

    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] std::size_t missing() const noexcept { return missing_; }

private:
    const scenario& world_;
    const quantity& of_;
    double spread_;
    std::atomic<std::size_t> count_{0};
    std::atomic<std::size_t> missing_{0};
};

/// Progress of one of two stages as that of both, in evaluations.
[[nodiscard]] parallel_options stage_of(const parallel_options& all, std::size_t before,
                                        std::size_t each, std::size_t in_all) {
    parallel_options stage{all.threads, all.stop, {}};
    if (all.progress) {
        stage.progress = [tell = all.progress, before, each, in_all](
                             std::size_t done, std::size_t) { tell(before + done * each, in_all); };
    }
    return stage;
}

/// Coordinates by their effects, the greatest first, of equals the earlier.
[[nodiscard]] std::vector<std::size_t> by_effect(const screening& found, std::size_t dimensions) {
    std::vector<std::size_t> order(dimensions);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return found.effects[a].size > found.effects[b].size;
    });
    return order;
}

/// Groups of one for the first, and one of all others.
[[nodiscard]] std::vector<std::vector<std::size_t>> groups_of(const std::vector<std::size_t>& order,
                                                              std::size_t top) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k <= top) {
            groups.emplace_back();
        }
        groups.back().push_back(order[k]);
    }
    return groups;
}

void tell_indices(sobol_result found, const std::vector<path>& places,
                  const std::vector<std::size_t>& order, std::size_t top, sensitivities& into) {
    into.rows = found.rows;
    into.used = found.used;
    into.gaps = found.gaps;
    into.mean = found.mean;
    into.variance = found.variance;
    into.values = std::move(found.values);
    if (found.indices.empty()) {
        return;
    }
    for (std::size_t k = 0; k < std::min(top, order.size()); ++k) {
        into.top.push_back(
            {places[order[k]],
             into.screened.effects.empty() ? elementary_effect{} : into.screened.effects[order[k]],
             found.indices[k]});
    }
    std::stable_sort(into.top.begin(), into.top.end(), [](const influence& a, const influence& b) {
        return a.index.total.value > b.index.total.value;
    });
    if (order.size() > top) {
        into.rest = found.indices.back();
    }
}

}  // namespace

sensitivities sensitivity(const scenario& world, const quantity& of,
                          const sensitivity_options& options) {
    if (options.top == 0) {
        throw std::invalid_argument("sensitivity: some number must have an index of its own");
    }
    const std::vector<path> places = drawn_numbers(world);
    counted_worlds worlds(world, of, options.spread);
    const point_function f = [&](std::span<const double> x) { return worlds.at(x); };
    // With one number more than get indices, the rest is that number, and needs no screening.
    const bool screens = places.size() > options.top + 1;
    const std::size_t top = screens ? options.top : places.size();
    const std::size_t width = std::min(places.size(), top) + (screens ? 3 : 2);
    const std::size_t screened = screens ? options.trajectories * (places.size() + 1) : 0;
    const std::size_t in_all = screened + options.rows * width;
    sensitivities result;
    result.drawn = places.size();
    result.moved = places.size();
    result.planned = options.rows;
    if (screens) {
        result.screened =
            elementary_effects(places.size(), f,
                               {options.trajectories, options.seed,
                                stage_of(options.parallel, 0, places.size() + 1, in_all)});
        result.moved = static_cast<std::size_t>(
            std::count_if(result.screened.effects.begin(), result.screened.effects.end(),
                          [](const elementary_effect& e) { return e.size > 0; }));
        result.complete = result.screened.trajectories == options.trajectories;
    }
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (screens) {
        order = by_effect(result.screened, places.size());
    }
    result.others = order.size() - std::min(top, order.size());
    if (result.complete) {
        tell_indices(sobol_indices(places.size(), groups_of(order, top), f,
                                   {options.rows, options.seed, options.points, options.resamples,
                                    stage_of(options.parallel, screened, width, in_all)}),
                     places, order, top, result);
        result.complete = result.rows == options.rows;
    }
    result.evaluations = worlds.count();
    result.missing = worlds.missing();
    return result;
}

}  // namespace negotiation::study
