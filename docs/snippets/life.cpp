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
        fmt::print("{}: {:.1f} %\n", stage.name, 100 * stage.reached.share);
    }
}
