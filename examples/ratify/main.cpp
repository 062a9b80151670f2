// Can either leader bring this home? Chambers, and what a treaty instead would need.
#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/ratify.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    for (const char* const rule : {"", "treaty"}) {
        ng::question::ratify_options asked;
        asked.scope = "nuclear";
        asked.deals = {"nash"};
        asked.alternative = rule;
        const auto answer = ng::question::ratify(world, asked);
        const auto& deal = answer.deals.front();
        fmt::print("{}: {:.4f} in both capitals\n", *rule == 0 ? "agreement" : rule,
                   deal.joint.probability);
        for (const auto& chamber : deal.chambers) {
            fmt::print("  {}: {:.4f}, with public red lines {:.4f}\n", chamber.name,
                       chamber.chance.probability, chamber.chance.red_lines_on);
        }
    }
}
