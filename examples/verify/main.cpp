// How good must inspection be, and what is an alarm worth? Every step of a deal that can be faked,
// and every inspector's word.
#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/verify.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    const auto answer = ng::question::verify(world);
    for (const auto& step : answer.steps) {
        fmt::print("{}: needs {:.3f}, has {:.3f}\n", step.kept.step, step.kept.needed.value_or(1),
                   step.kept.detection);
    }
    for (const auto& inspector : answer.watching) {
        fmt::print("{}: inspections for {}\n", inspector.said.name, inspector.cost);
        for (const auto& belief : inspector.beliefs) {
            fmt::print("  an alarm takes {} from {:.3f} to {:.3f}\n", belief.believer,
                       belief.before, belief.reports.front().after);
        }
    }
}
