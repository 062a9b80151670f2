#pragma once

/// @file
/// Fair deals by name.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question::detail {

/// Whether the name stands for a fair deal; a deal of the scenario that has it comes first.
[[nodiscard]] inline bool is_fair_name(const scenario& world, const std::string& name) {
    const bool taken = std::any_of(world.deals.begin(), world.deals.end(),
                                   [&](const named_deal& d) { return d.name == name; });
    const std::vector<std::string> fair{"nash", "kalai-smorodinsky", "egalitarian", "utilitarian"};
    return !taken && std::find(fair.begin(), fair.end(), name) != fair.end();
}

/// The fair deal of that name.
[[nodiscard]] inline std::optional<deal::fair_deal> fair_deal_named(const deal::fair_deals& all,
                                                                    const std::string& name) {
    return name == "nash"                ? all.nash
           : name == "kalai-smorodinsky" ? all.kalai_smorodinsky
           : name == "egalitarian"       ? all.egalitarian
                                         : all.utilitarian;
}

}  // namespace negotiation::question::detail
