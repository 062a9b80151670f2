#include <cstdio>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/deals.hpp>

int main() {
    const auto world = negotiation::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    negotiation::question::deals_options options;
    options.scope = "nuclear";
    const auto answer = negotiation::question::deals(world, options);
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        std::printf("%s: %.4f\n", answer.parties[i].name.c_str(),
                    answer.solutions.nash->utilities[i]);
    }
}
