#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/parallel.hpp>

using namespace negotiation;

namespace {

run_report run_all(std::size_t runs, const parallel_options& options, const run_worker& worker) {
    return run_parallel(runs, options, [&] { return worker; });
}

}  // namespace

TEST_CASE("chunks depend on the work alone") {
    CHECK(chunk_size(0) == 1);
    CHECK(chunk_size(255) == 1);
    CHECK(chunk_size(640) == 2);
    CHECK(chunk_size(1'000'000) == 3906);
    CHECK(chunk_size(1'000'000'000) == 4096);
}

TEST_CASE("every run is made once on any number of threads") {
    for (const std::size_t threads : std::vector<std::size_t>{0, 1, 2, 7, 5000}) {
        for (const std::size_t runs : std::vector<std::size_t>{0, 1, 3, 1000}) {
            std::vector<int> made(runs, 0);
            std::atomic<std::size_t> workers{0};
            const run_report report = run_parallel(runs, {threads, {}, {}}, [&] {
                ++workers;
                return [&](std::size_t run) { ++made[run]; };
            });
            CHECK(report.complete);
            CHECK(report.done == runs);
            CHECK_FALSE(report.fault);
            CHECK(made == std::vector<int>(runs, 1));
            CHECK(workers <= std::max<std::size_t>(runs, 1));
            if (threads > 0) {
                CHECK(workers <= threads);
            }
        }
    }
}

TEST_CASE("the exception of the least run is reported whichever thread threw first") {
    for (int again = 0; again < 20; ++again) {
        const run_report report = run_all(1000, {4, {}, {}}, [](std::size_t run) {
            if (run >= 333) {
                throw std::runtime_error(std::to_string(run));
            }
        });
        CHECK_FALSE(report.complete);
        REQUIRE(report.fault);
        CHECK(report.fault->run == 333);
        CHECK_THROWS_WITH_AS(std::rethrow_exception(report.fault->what), "333", std::runtime_error);
    }
    const run_report unmade = run_parallel(
        3, {1, {}, {}}, []() -> run_worker { throw std::runtime_error("no memory for a worker"); });
    REQUIRE(unmade.fault);
    CHECK(unmade.fault->run == 0);
    CHECK(unmade.done == 0);
}

TEST_CASE("a stop is obeyed between runs and what was done counts") {
    std::stop_source source;
    const run_report report = run_all(10'000, {2, source.get_token(), {}}, [&](std::size_t run) {
        if (run == 50) {
            source.request_stop();
        }
        while (run > 50 && !source.stop_requested()) {
            std::this_thread::yield();
        }
    });
    CHECK_FALSE(report.complete);
    CHECK_FALSE(report.fault);
    CHECK(report.done >= 12);  // of the chunk that run 50 is in
    CHECK(report.done < 1000);
    const run_report none = run_all(10, {1, source.get_token(), {}}, [](std::size_t) {});
    CHECK(none.done == 0);
    CHECK_FALSE(none.complete);
}

TEST_CASE("progress grows to the end and its exceptions are faults") {
    std::vector<std::size_t> told;
    parallel_options options;
    options.threads = 3;
    options.progress = [&](std::size_t done, std::size_t all) {
        CHECK(all == 1000);
        told.push_back(done);
    };
    CHECK(run_all(1000, options, [](std::size_t) {}).complete);
    REQUIRE(told.size() == 334);
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.back() == 1000);

    options.threads = 1;
    options.progress = [](std::size_t, std::size_t) { throw std::runtime_error("no terminal"); };
    const run_report report = run_all(1000, options, [](std::size_t) {});
    CHECK(report.fault);
    CHECK(report.done == 3);
}
