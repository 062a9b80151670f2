/// The way several tools of the field take: virtual agents, every offer found by going through all
/// outcomes, utilities computed issue by issue.

#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>

#include "problems.hpp"

namespace {

using namespace negotiation;

struct scanning_agent {
    virtual ~scanning_agent() = default;
    [[nodiscard]] virtual bool accepts(const outcome& offer, double time) const = 0;
    [[nodiscard]] virtual outcome proposes(double time) const = 0;
};

class scanning_boulware : public scanning_agent {
public:
    scanning_boulware(const bargaining& table, party_id me, const std::vector<outcome>& all)
        : table_(table),
          me_(me),
          all_(all) {
        for (const outcome& deal : all) {
            least_ = std::min(least_, utility_of(table, me, deal));
            greatest_ = std::max(greatest_, utility_of(table, me, deal));
        }
    }
    [[nodiscard]] bool accepts(const outcome& offer, double time) const override {
        return utility_of(table_, me_, offer) >= target(time);
    }
    [[nodiscard]] outcome proposes(double time) const override {
        const double aim = target(time);
        const outcome* best = nullptr;
        double worth = 0;
        for (const outcome& deal : all_) {
            const double utility = utility_of(table_, me_, deal);
            if (utility >= aim && (best == nullptr || utility < worth)) {
                best = &deal;
                worth = utility;
            }
        }
        return *best;
    }

private:
    [[nodiscard]] double target(double time) const {
        return least_ + (greatest_ - least_) * (1 - std::pow(time, 4)) - 1e-9;
    }
    const bargaining& table_;
    party_id me_;
    const std::vector<outcome>& all_;
    double least_ = 1e300;
    double greatest_ = -1e300;
};

void scanning_boulware_against_boulware(benchmark::State& state) {
    const problem p = bench::problem({15, 10, 20}, 2, bench::interests::opposed);
    std::vector<outcome> all;
    for (option_id a = 0; a < 15; ++a) {
        for (option_id b = 0; b < 10; ++b) {
            for (option_id c = 0; c < 20; ++c) {
                all.push_back({a, b, c});
            }
        }
    }
    std::vector<std::unique_ptr<scanning_agent>> agents;
    for (party_id i = 0; i < 2; ++i) {
        agents.push_back(std::make_unique<scanning_boulware>(p.table, i, all));
    }
    std::int64_t offers = 0;
    std::int64_t round = 0;
    for (auto _ : state) {
        outcome standing;
        bool over = false;
        for (round = 1; round <= 1000 && !over; ++round) {
            const double time = static_cast<double>(round - 1) / 1000;
            for (std::size_t i = 0; i < 2 && !over; ++i) {
                over = !standing.empty() && agents[i]->accepts(standing, time);
                if (!over) {
                    standing = agents[i]->proposes(time);
                    ++offers;
                }
            }
        }
    }
    state.counters["round"] = static_cast<double>(round - 1);
    state.counters["offers/s"] =
        benchmark::Counter(static_cast<double>(offers), benchmark::Counter::kIsRate);
}

}  // namespace

BENCHMARK(scanning_boulware_against_boulware)->Unit(benchmark::kMillisecond);
