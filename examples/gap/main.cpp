// Iran wants more than any deal gives it: how much money from outside closes the gap?
#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/gap.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml",
                                             {"party.Iran.reservation=0.8"});
    ng::question::gap_options options;
    options.scope = "nuclear";
    const auto answer = ng::question::gap(world, options);
    const auto& least = answer.outsider.least;
    if (!least) {
        fmt::print("No payment closes it: red lines leave no deal.\n");
        return 0;
    }
    fmt::print("{:.4f} of value is missing.\n", least->total);
    for (const auto& in : least->money) {
        if (in.total) {
            fmt::print("Priced by {}: {:.1f} {}\n", in.issue, *in.total, in.unit);
        }
    }
}
