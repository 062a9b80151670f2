// Utilities of your own making: two neighbours share a well and a field, and what one of them gets
// from water depends on how much land there is to water.
#include <cmath>

#include <fmt/format.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/frontier.hpp>
#include <negotiation/scenario/problem_builder.hpp>

namespace ng = negotiation;

int main() {
    // Issue 0: the farmer's share of the water; issue 1: of the land; both in tenths.
    const auto farmer = [](auto o) { return std::sqrt(o[0] * o[1]); };
    const auto herder = [](auto o) { return 0.3 * (10 - o[0]) + 0.7 * (10 - o[1]); };
    ng::problem_builder shares;
    shares.issue("water", 0, 10).issue("land", 0, 10);
    shares.party("farmer", farmer, 2).party("herder", herder, 2);
    const auto valley = shares.build();

    const auto points = ng::deal::pareto_frontier(valley);
    const auto [nash, smorodinsky, egalitarian, utilitarian] = ng::deal::solve(points, valley);
    fmt::print("{} efficient ways to share. To the farmer go, in tenths:\n", points.size());
    const auto show = [&shares](const char* name, const auto& fair) {
        const auto at = shares.levels_of(fair->deal);
        fmt::print("  {:<18} water {:>2}, land {:>2}   worth {:.2f} and {:.2f}\n", name, at[0],
                   at[1], fair->utilities[0], fair->utilities[1]);
    };
    show("Nash", nash);
    show("Kalai-Smorodinsky", smorodinsky);
    show("egalitarian", egalitarian);
    show("utilitarian", utilitarian);
}
