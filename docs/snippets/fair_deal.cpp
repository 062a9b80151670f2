#include <fmt/core.h>

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
    const auto fair = ng::deal::nash(problem);
    fmt::print("{} deals suit both; Nash gives {:.4f} and {:.4f}\n",
               ng::to_string(ng::deal::zone(problem).count), fair->utilities[0],
               fair->utilities[1]);
}
