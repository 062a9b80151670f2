#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <negotiation/parallel.hpp>

namespace negotiation {

namespace {

/// What the threads of one call share.
class shared_work {
public:
    shared_work(std::size_t runs, const parallel_options& options,
                const std::function<run_worker()>& make_worker)
        : runs_(runs),
          chunk_(chunk_size(runs)),
          options_(options),
          make_worker_(make_worker) {}

    [[nodiscard]] std::size_t chunks() const noexcept { return (runs_ + chunk_ - 1) / chunk_; }

    /// The life of one thread.
    void work() {
        run_worker worker;
        for (;;) {
            const std::size_t first = next_.fetch_add(1) * chunk_;
            if (first >= runs_ || first > least_failed_ || options_.stop.stop_requested()) {
                return;
            }
            std::size_t at = first;
            std::size_t untold = 0;
            try {
                if (!worker) {
                    worker = make_worker_();
                }
                const std::size_t last = std::min(first + chunk_, runs_);
                for (; at < last && !options_.stop.stop_requested(); ++at, ++untold) {
                    worker(at);
                }
                tell(std::exchange(untold, 0));
            } catch (...) {
                keep({std::min(at, runs_ - 1), std::current_exception()}, untold);
                return;
            }
        }
    }

    [[nodiscard]] run_report report() { return {done_, done_ == runs_, std::move(fault_)}; }

private:
    void tell(std::size_t more) {
        const std::lock_guard<std::mutex> one(telling_);
        done_ += more;
        if (options_.progress && more > 0) {
            options_.progress(done_, runs_);
        }
    }

    /// Chunks are taken in order, so every chunk before a failed one has been taken and will be
    /// worked on: which run is the least that failed does not depend on threads.
    void keep(run_fault fault, std::size_t more) {
        const std::lock_guard<std::mutex> one(telling_);
        done_ += more;
        if (!fault_ || fault.run < fault_->run) {
            least_failed_ = fault.run;
            fault_ = std::move(fault);
        }
    }

    std::size_t runs_;
    std::size_t chunk_;
    const parallel_options& options_;
    const std::function<run_worker()>& make_worker_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> least_failed_{std::numeric_limits<std::size_t>::max()};
    std::mutex telling_;  ///< guards what follows
    std::size_t done_ = 0;
    std::optional<run_fault> fault_;
};

[[nodiscard]] std::size_t threads_for(std::size_t chunks, std::size_t wanted) {
    constexpr std::size_t most = 1024;
    const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1U);
    return std::min({wanted == 0 ? cores : wanted, chunks, most});
}

/// Threads beside the caller's; fewer where the system has no more to give.
[[nodiscard]] std::vector<std::jthread> workers_of(shared_work& shared, std::size_t count) {
    std::vector<std::jthread> workers;
    workers.reserve(count);
    try {
        while (workers.size() < count) {
            workers.emplace_back([&shared] { shared.work(); });
        }
    } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch)
    }
    return workers;
}

}  // namespace

std::size_t chunk_size(std::size_t runs) noexcept {
    constexpr std::size_t chunks = 256;
    constexpr std::size_t largest = 4096;
    return std::clamp<std::size_t>(runs / chunks, 1, largest);
}

run_report run_parallel(std::size_t runs, const parallel_options& options,
                        const std::function<run_worker()>& make_worker) {
    shared_work shared(runs, options, make_worker);
    {
        const std::size_t threads = threads_for(shared.chunks(), options.threads);
        const auto workers = workers_of(shared, threads > 1 ? threads - 1 : 0);
        shared.work();
    }  // workers have finished
    return shared.report();
}

}  // namespace negotiation
