/// The plain way, for scale: every order written out and walked.

#include <cstddef>
#include <vector>

#include <benchmark/benchmark.h>

#include <negotiation/sequence/order_report.hpp>

#include "agreements.hpp"

namespace {

using namespace negotiation;
using sequence::step_id;
using sequence::step_set;

struct walker {
    const sequence::exchange* made;
    std::vector<step_id> order = {};
    std::size_t count = 0;
    sequence::trust least = {1, 0, 0};

    void go(step_set done) {
        if (done == made->order().all()) {
            ++count;
            const sequence::order_report report = sequence::walk(*made, order);
            const sequence::trust most = sequence::greatest(report);
            least = report.feasible() && sequence::less(most, least) ? most : least;
            return;
        }
        sequence::for_each(made->order().available(done), [&](step_id s) {
            order.push_back(s);
            go(done | sequence::only(s));
            order.pop_back();
        });
    }
};

/// 554,400 orders of twelve steps.
void vienna_written_out(benchmark::State& state) {
    const sequence::exchange made(bench::bundled("vienna-2022"));
    std::size_t orders = 0;
    for (auto _ : state) {
        walker all{&made};
        all.go(0);
        orders = all.count;
        benchmark::DoNotOptimize(all.least);
    }
    state.counters["orders"] = static_cast<double>(orders);
}
BENCHMARK(vienna_written_out)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
