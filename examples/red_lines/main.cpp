// What was said aloud leaves no deal: which red lines clash, and which one option would mend it?
#include <fmt/format.h>

#include <negotiation/deal/bridge.hpp>
#include <negotiation/deal/conflict.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    ng::freeze_options aloud;
    aloud.talks = ng::publicity::open;
    const auto problem = ng::freeze(world, aloud);

    for (const auto& clash : ng::deal::minimal_conflicts(problem).minimal) {
        fmt::print("No deal respects all of these:\n");
        for (const auto& [party, line] : clash) {
            const ng::red_line& said = world.parties[party].red_lines[line];
            fmt::print("  {} on {}\n", world.parties[party].name, said.issue);
        }
    }
    if (const auto bridge = ng::deal::find_bridge(problem).best) {
        const ng::issue& of = world.issues[bridge->issue];
        fmt::print(
            "{} deals come back if {} allows {} = {};\nthe Nash deal among them is worth "
            "{:.4f} and {:.4f}.\n",
            ng::to_string(bridge->zone.count), world.parties[bridge->line.party].name, of.name,
            ng::to_string(of.options[bridge->option]), bridge->nash.utilities[0],
            bridge->nash.utilities[1]);
    }
}
