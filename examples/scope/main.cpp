// Narrow or broad? Two scopes side by side, by what each comes to.
#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/scope.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    ng::question::scope_options options;
    options.counts = false;  // three million deals take a while to count
    options.runs = 0;
    options.spread = 0;
    const auto answer = ng::question::scope(world, options);
    for (const auto& of : answer.scopes) {
        fmt::print("{}: Nash product {:.4f}", of.name, of.nash ? of.nash->product : 0);
        if (of.passing && of.lasting) {
            fmt::print(", passes with {:.3f}, a year on it stands with {:.3f}", of.passing->joint,
                       of.lasting->year);
        }
        fmt::print("\n");
    }
}
