#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/ratification/coalition.hpp>
#include <negotiation/ratification/win_set.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>

namespace ng = negotiation;
namespace home = negotiation::ratification;

// N1 of the file: a consortium on Iranian soil, no stock, full relief, a treaty's guarantee.
const ng::outcome nash_deal{2, 0, 1, 3, 4, 2, 4, 3, 0, 0, 0, 0};

void tell(const char* which, const home::win_set& won) {
    fmt::print("of {} {} deals {} pass in Washington, {} in Tehran, {} in both\n", won.deals, which,
               won.by_home[0], won.by_home[1], won.joint);
}

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    ng::freeze_options nuclear;
    nuclear.scope = "nuclear";
    const ng::problem frozen = ng::freeze(world, nuclear);
    const ng::outcome_space& space = frozen.table.space;
    const std::vector<std::string> sides{"United States", "Iran"};
    for (const char* const rule : {"", "treaty"}) {
        const auto homes = ng::freeze_ratification(world, sides, rule).homes;
        const home::conditions alone{home::members::independent, false};
        const home::conditions aloud{home::members::common_shock, true};
        fmt::print("Senate{}: {:.4f}, members independent {:.4f}, red lines on {:.4f}\n",
                   *rule == 0 ? "" : " by treaty",
                   home::passage_of(homes[0], space, nash_deal).probability,
                   home::passage_of(homes[0], space, nash_deal, alone).probability,
                   home::passage_of(homes[0], space, nash_deal, aloud).probability);
    }
    const auto homes = ng::freeze_ratification(world, sides).homes;
    tell("feasible", home::find_win_set(frozen, homes, home::deal_range::feasible).value());
    tell("acceptable", home::find_win_set(frozen, homes, home::deal_range::acceptable).value());
    const auto frontier = ng::deal::pareto_frontier(frozen);
    std::vector<ng::outcome> efficient;
    for (std::size_t k = 0; k < frontier.size(); ++k) {
        efficient.push_back(frontier.deal(k));
    }
    tell("efficient", home::find_win_set(space, homes, efficient));
    const auto votes = ng::freeze_ratification(world, sides, "treaty").homes[0].chambers[0];
    const auto bought = home::cheapest_coalition(votes, space, nash_deal).value();
    fmt::print("a treaty lacks {:.4f} to each of {} senators\n",
               ng::from_units(bought.shares[1].price), bought.shares[1].votes);
}
