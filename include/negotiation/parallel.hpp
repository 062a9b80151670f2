#pragma once

/// @file
/// Many runs on several threads, with results that do not depend on how many. Compiled in the
/// library negotiation::negotiation (src/parallel.cpp).

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>

namespace negotiation {

/// @brief How many threads work, who may stop them, who is told how far they are.
struct parallel_options {
    std::size_t threads = 0;    ///< 0 takes every core; 1 stays on the caller's thread
    std::stop_token stop = {};  ///< asked before each run; a run that has begun is finished
    /// Called with (runs done, runs in all), one call at a time and never with a smaller number
    /// than before, from whichever thread has finished a chunk.
    std::function<void(std::size_t, std::size_t)> progress = {};
};

/// @brief An exception, with the run that it came from.
struct run_fault {
    std::size_t run = 0;      ///< its number
    std::exception_ptr what;  ///< never empty
};

/// @brief How far many runs came.
struct run_report {
    std::size_t done = 0;            ///< runs that were finished
    bool complete = false;           ///< all of them were
    std::optional<run_fault> fault;  ///< the exception of the least run that threw one
};

/// @brief Plays one run after another, whatever their numbers.
using run_worker = std::function<void(std::size_t run)>;

/// @brief How many runs a thread takes at once: a 256th of them, at least 1 and at most 4,096. It
/// depends on the work alone, so figures that are added up chunk by chunk do not depend on threads.
/// @param runs in all
/// @return runs in a chunk; run k belongs to chunk k / chunk_size(runs)
/// @complexity{O(1)}; thread-safe
/// @test tests/threads/parallel.cpp "chunks depend on the work alone"
[[nodiscard]] std::size_t chunk_size(std::size_t runs) noexcept;

/// @brief Runs 0, 1, …, runs - 1, each once. Threads take chunks of runs in order; the runs of a
/// chunk follow one another on one thread.
///
/// Nothing is shared between runs but what the caller shares, and where every run writes only its
/// own results the numbers are the same for any number of threads. An exception ends the work:
/// chunks that have begun are finished first, so the one reported is that of the least run.
/// @param runs        how many
/// @param options     threads, stop, progress
/// @param make_worker called once on each thread that works, where its scratch memory comes from
/// @return how far it came; `fault` is for the caller to throw again or to tell
/// @complexity{that of the runs; a chunk costs one atomic increment}; thread-safe
/// @test tests/threads/parallel.cpp "every run is made once on any number of threads"
[[nodiscard]] run_report run_parallel(std::size_t runs, const parallel_options& options,
                                      const std::function<run_worker()>& make_worker);

}  // namespace negotiation
