// Do the talks outlive the truce, and is it worth rushing?
#include <cstddef>

#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/race.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/truce-collapse.toml");
    ng::question::race_options options;
    options.scope = "nuclear";
    options.runs = 20;
    const auto answer = ng::question::race(world, options);
    for (const auto& plan : answer.plans) {
        fmt::print("{:<26} agreed before a collapse: {:4.1f} %, expected:", plan.name,
                   100 * plan.here.before_collapse);
        for (std::size_t i = 0; i < answer.parties.size(); ++i) {
            fmt::print(" {} {:.4f}", answer.parties[i], plan.here.gains[i]);
        }
        fmt::print("\n");
    }
    fmt::print("One more month of calm adds {:.1f} %.\n", 100 * answer.plans[0].here.calm);
}
