#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/study/elementary_effects.hpp>

namespace negotiation::study {

namespace {

constexpr std::uint32_t purpose_of_walks = (1U << 22U) + 3;
constexpr double not_seen = std::numeric_limits<double>::quiet_NaN();

/// Coordinates in an order of its own for each walk.
[[nodiscard]] std::vector<std::size_t> shuffled(std::size_t count, random_stream& bits) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t k = count; k > 1; --k) {
        std::swap(order[k - 1], order[draw_place(bits, k)]);
    }
    return order;
}

/// Changes of f along one walk, by coordinate, for the whole range of it.
void walk(std::size_t number, const screening_options& options, const point_function& f,
          std::span<double> effects) {
    constexpr std::size_t levels = 4;
    constexpr std::size_t stride = levels / 2;
    random_stream bits(options.seed, number, purpose_of_walks);
    std::vector<std::size_t> at(effects.size());
    std::vector<double> x(effects.size());
    const auto coordinate = [](std::size_t level) {
        return (static_cast<double>(level) + 0.5) / levels;
    };
    for (std::size_t k = 0; k < x.size(); ++k) {
        at[k] = draw_place(bits, levels);
        x[k] = coordinate(at[k]);
    }
    std::optional<double> before = f(x);
    for (const std::size_t k : shuffled(x.size(), bits)) {
        const std::size_t next = at[k] < stride ? at[k] + stride : at[k] - stride;
        const double change = coordinate(next) - coordinate(at[k]);
        at[k] = next;
        x[k] = coordinate(next);
        const std::optional<double> after = f(x);
        if (before && after) {
            effects[k] = (*after - *before) / change;
        }
        before = after;
    }
}

[[nodiscard]] elementary_effect effect_of(std::span<const double> all, std::size_t k,
                                          std::size_t dimensions) {
    elementary_effect effect;
    for (std::size_t n = k; n < all.size(); n += dimensions) {
        if (!std::isnan(all[n])) {
            ++effect.count;
            effect.mean += all[n];
            effect.size += std::abs(all[n]);
        }
    }
    if (effect.count == 0) {
        return effect;
    }
    const auto count = static_cast<double>(effect.count);
    effect.mean /= count;
    effect.size /= count;
    double squares = 0;
    for (std::size_t n = k; n < all.size(); n += dimensions) {
        squares += std::isnan(all[n]) ? 0 : (all[n] - effect.mean) * (all[n] - effect.mean);
    }
    effect.deviation = effect.count > 1 ? std::sqrt(squares / (count - 1)) : 0;
    return effect;
}

}  // namespace

screening elementary_effects(std::size_t dimensions, const point_function& f,
                             const screening_options& options) {
    constexpr std::size_t most = 1'000'000;
    if (options.trajectories == 0 || options.trajectories > most) {
        throw std::invalid_argument(fmt::format(
            "elementary_effects: from 1 to {} trajectories; got {}", most, options.trajectories));
    }
    std::vector<double> all(options.trajectories * dimensions, not_seen);
    const run_report report =
        run_parallel(options.trajectories, options.parallel, [&]() -> run_worker {
            return [&](std::size_t n) {
                walk(n, options, f, std::span(all).subspan(n * dimensions, dimensions));
            };
        });
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
    screening found;
    found.trajectories = report.done;
    for (std::size_t k = 0; k < dimensions; ++k) {
        found.effects.push_back(effect_of(all, k, dimensions));
    }
    return found;
}

}  // namespace negotiation::study
