#include <fmt/core.h>

#include <negotiation/deal/zone.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/study/sensitivity.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    ng::freeze_options narrow;
    narrow.scope = "nuclear";
    const auto deals = [&](const ng::scenario& drawn) {
        const auto size = ng::deal::zone(ng::freeze(drawn, narrow));
        return ng::study::finding{static_cast<double>(size.count)};
    };
    const auto found = ng::study::sensitivity(world, deals, {.trajectories = 2, .rows = 32});
    fmt::print("{} of {} numbers move the zone, most {}\n", found.moved, found.drawn,
               ng::to_string(found.top.front().place));
}
