// Which mediator serves whom, and would it be believed?
#include <fmt/format.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/mediate.hpp>

namespace ng = negotiation;

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/direct-vs-mediated.toml");
    ng::question::mediate_options options;
    options.scope = "nuclear";
    options.runs = 20;
    const auto answer = ng::question::mediate(world, options);
    for (const auto& way : answer.ways) {
        fmt::print(
            "{:<40} agreed in {:3.0f} % of the runs\n",
            way.mediators.empty() ? "direct" : fmt::format("{}", fmt::join(way.mediators, ", ")),
            100 * way.agreed.share);
    }
    for (const auto& m : answer.mediators) {
        for (std::size_t i = 0; i < answer.parties.size(); ++i) {
            fmt::print("{} {} believe {} when it counsels restraint\n", answer.parties[i].name,
                       m.believed[i] ? "would" : "would not", m.name);
        }
    }
}
