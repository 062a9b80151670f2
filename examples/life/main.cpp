// Does the deal of a scenario live? The share of worlds that reach each stage, and what ends most.
#include <algorithm>

#include <fmt/core.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/life.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    ng::question::life_options asked;
    asked.scope = "comprehensive";
    asked.runs = 10'000;
    asked.played = 50;
    const auto answer = ng::question::life(world, asked);
    for (const auto& stage : answer.stages) {
        fmt::print("{:>12} {:5.1f} %\n", stage.name, 100 * stage.reached.share);
    }
    const auto worst =
        std::max_element(answer.causes.begin(), answer.causes.end(),
                         [](const auto& a, const auto& b) { return a.share < b.share; });
    fmt::print("most end during {}: {}\n", worst->stage, worst->cause);
}
