/// The way several tools of the field take: compare every outcome with every other one.

#include <vector>

#include <benchmark/benchmark.h>

#include "tables.hpp"

namespace {

bool dominates(const Eigen::MatrixXd& table, Eigen::Index a, Eigen::Index b) {
    bool above = false;
    for (Eigen::Index i = 0; i < table.cols(); ++i) {
        if (table(a, i) < table(b, i)) {
            return false;
        }
        above = above || table(b, i) < table(a, i);
    }
    return above;
}

std::vector<Eigen::Index> pairwise(const Eigen::MatrixXd& table) {
    std::vector<Eigen::Index> efficient;
    for (Eigen::Index b = 0; b < table.rows(); ++b) {
        bool dominated = false;
        for (Eigen::Index a = 0; a < table.rows() && !dominated; ++a) {
            dominated = dominates(table, a, b);
        }
        if (!dominated) {
            efficient.push_back(b);
        }
    }
    return efficient;
}

void run(benchmark::State& state, const Eigen::MatrixXd& table) {
    std::size_t efficient = 0;
    for (auto _ : state) {
        efficient = pairwise(table).size();
        benchmark::DoNotOptimize(efficient);
    }
    state.counters["efficient"] = static_cast<double>(efficient);
    state.counters["outcomes/s"] = benchmark::Counter(
        static_cast<double>(table.rows()), benchmark::Counter::kIsIterationInvariantRate);
}

void pairwise_random_outcomes(benchmark::State& state) {
    run(state, bench::random_table(state.range(0), state.range(1)));
}

void pairwise_efficient_outcomes(benchmark::State& state) {
    run(state, bench::efficient_table(state.range(0), state.range(1)));
}

}  // namespace

BENCHMARK(pairwise_random_outcomes)
    ->ArgNames({"outcomes", "parties"})
    ->Args({30000, 2})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(pairwise_efficient_outcomes)
    ->ArgNames({"outcomes", "parties"})
    ->Args({3000, 2})
    ->Unit(benchmark::kMillisecond);
