#include <vector>

#include <fmt/core.h>

#include <negotiation/compliance/assurance.hpp>
#include <negotiation/compliance/dresher.hpp>
#include <negotiation/compliance/evidence.hpp>
#include <negotiation/compliance/good_faith.hpp>
#include <negotiation/compliance/inspection_game.hpp>
#include <negotiation/compliance/sampling.hpp>

namespace nc = negotiation::compliance;

int main() {
    // what a violator gains, what being caught costs it, what an inspection costs
    const nc::inspection_game game{1, 3, 0.1, 0.4};
    fmt::print("decided at once: inspected with {:.3f}, violated with {:.3f}\n",
               nc::equilibrium_of(game).inspect, nc::equilibrium_of(game).violate);
    fmt::print("announced: the loss falls from {:.3f} to {:.3f}\n",
               -nc::equilibrium_of(game).inspector, -nc::leadership_of(game).inspector);
    fmt::print("three inspections in ten periods are worth {:.6f}\n", nc::dresher_value({10, 3}));

    const nc::stratum store{100, 5};  // 5 of 100 items falsified
    fmt::print("found with 90 %: plan {} samples, {} are enough\n",
               nc::planned_samples(store, nc::high_detection),
               nc::samples_needed(store, nc::high_detection));

    // an attack on a ship: the party's two times in five laid to it, one in ten of anybody else's
    // too
    const nc::monitor watch{0.9, 0.02, 0.4, 0.1};
    const nc::suspects suspects{0.3, 0.5};
    for (const auto seen : {nc::observation::act, nc::observation::accusation}) {
        const auto weighed = nc::weigh(seen, watch, suspects, 0.5, 1.0 / 3);
        fmt::print("{}: from {} to {:.3f}, the talks {}\n", to_string(seen), weighed.before,
                   weighed.after, weighed.talks_go_on ? "go on" : "end");
    }

    // offers that are worth 0.2 to us, and again 0.2
    const auto types = nc::usual_concessions(0.2, 0.8, 0.25);
    std::vector<nc::offer_received> record;
    for (const double time : {0.0, 0.2, 0.4, 0.6, 0.8}) {
        record.push_back({time, 0.2});
        fmt::print("stalling at {:.1f}: {:.3f}\n", time, nc::judged(record, types, 0.1).stalling);
    }
}
