// Is there a deal in a scenario file, and which would be fair?
#include <fmt/format.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    ng::freeze_options narrow;
    narrow.scope = "nuclear";
    const auto problem = ng::freeze(world, narrow);

    const auto zone = ng::deal::zone(problem);
    fmt::print("{} of {} feasible deals suit both.\n", ng::to_string(zone.count),
               ng::to_string(zone.feasible));

    const auto fair = ng::deal::nash(problem);
    if (!fair) {
        fmt::print("So none is fair.\n");
        return 0;
    }
    fmt::print("The Nash deal is worth {:.4f} and {:.4f}:\n", fair->utilities[0],
               fair->utilities[1]);
    for (const ng::issue_id k : problem.in_scope) {
        const ng::issue& of = world.issues[k];
        fmt::print("  {:<18} {}\n", of.name, ng::to_string(of.options[fair->deal[k]]));
    }
}
