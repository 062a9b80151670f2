#pragma once

/// @file
/// Talks of a scenario played many times, and what is left of each.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/parallel.hpp>
#include <negotiation/talks/ending.hpp>

#include "question/prepared_talks.hpp"
#include "question/repeated_talks.hpp"

namespace negotiation::question::detail {

/// What is kept of a run.
struct played_run {
    talks::ending end;
    std::size_t lost = 0;  ///< messages that noise swallowed
};

/// The most runs that a question plays.
inline constexpr std::size_t most_runs = 1'000'000;

inline void check_runs(std::size_t runs) {
    if (runs < 1 || runs > most_runs) {
        throw std::invalid_argument(
            fmt::format("runs must lie in [1, {}]; got {}", most_runs, runs));
    }
}

/// Plays episodes 0, 1, … of a seed; the same on any number of threads. Those that cannot differ
/// each thread plays once.
/// @param keep told of each run while all that was said is still there: its number, how it ended,
/// its proceedings; from several threads at once
/// @return one entry a run, nothing for those that a stop has kept from being played
template <class Keep>
[[nodiscard]] std::vector<std::optional<played_run>> play_runs(const prepared_talks& prepared,
                                                               std::uint64_t seed, std::size_t runs,
                                                               const parallel_options& parallel,
                                                               const Keep& keep) {
    std::vector<std::optional<played_run>> all(runs);
    const run_report report = run_parallel(runs, parallel, [&] {
        return [&, talk = std::make_shared<repeated_talks>(prepared)](std::size_t run) {
            played_run one;
            one.end = talk->play(seed, run);
            const std::vector<talks::event>& history = talk->said().history;
            one.lost = static_cast<std::size_t>(std::count_if(
                history.begin(), history.end(), [](const talks::event& e) { return !e.arrived; }));
            keep(run, one.end, talk->said());
            all[run] = std::move(one);
        };
    });
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
    return all;
}

[[nodiscard]] inline std::vector<std::optional<played_run>> play_runs(
    const prepared_talks& prepared, std::uint64_t seed, std::size_t runs,
    const parallel_options& parallel) {
    return play_runs(prepared, seed, runs, parallel,
                     [](std::size_t, const talks::ending&, const talks::proceedings&) {});
}

/// Options for one of several rounds of runs, which tell progress over all of them.
[[nodiscard]] inline parallel_options part_of(const parallel_options& whole, std::size_t round,
                                              std::size_t rounds) {
    parallel_options part = whole;
    if (whole.progress) {
        part.progress = [told = whole.progress, round, rounds](std::size_t done, std::size_t runs) {
            told(round * runs + done, rounds * runs);
        };
    }
    return part;
}

}  // namespace negotiation::question::detail
