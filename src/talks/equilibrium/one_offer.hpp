#pragma once

/// One offer that is answered at once.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <negotiation/talks/equilibrium/backward_induction.hpp>

#include "talks/equilibrium/best_offer.hpp"

namespace negotiation::talks::equilibrium::detail {

/// For whom no threshold is known, or who is not asked.
inline constexpr double never_asked = -std::numeric_limits<double>::infinity();

/// What a party does that is to offer, and what that leads to.
struct one_offer {
    choice made;
    std::vector<double> worth;       ///< by party
    std::vector<double> thresholds;  ///< by party
};

/// Who votes yes. @param thresholds of a state
[[nodiscard]] inline bool is_carried(const deal_set& deals, const voting_rule& rule,
                                     std::uint32_t k, std::size_t p,
                                     const std::vector<double>& thresholds, double slack) {
    const bool unanimous = is_unanimity(rule);
    acceptances yes;
    for (std::size_t j = 0; j < deals.parties; ++j) {
        const bool takes =
            j == p || (!deals.refuses(k, j) && deals.utility(k, j) >= thresholds[j] - slack);
        if (unanimous && !takes) {
            return false;
        }
        yes[j] = takes;
    }
    return unanimous || carries(rule, yes, deals.parties);
}

/// @param go_on what a refusal is worth when nobody leaves, by party
/// @param leave what no deal is worth now, by party; empty where nobody may leave
[[nodiscard]] inline one_offer solve_offer(const deal_set& deals, const voting_rule& rule,
                                           const offer_search& search, std::size_t p,
                                           const std::vector<double>& go_on,
                                           const std::vector<double>& leave) {
    const double slack = search.slack();
    bool somebody_leaves = false;
    for (std::size_t j = 0; j < leave.size(); ++j) {
        somebody_leaves = somebody_leaves || (j != p && leave[j] > go_on[j] + slack);
    }
    one_offer done;
    const std::vector<double>& failed = somebody_leaves ? leave : go_on;
    done.thresholds = failed;
    const double leaving = leave.empty() ? failed[p] : leave[p];
    done.thresholds[p] = std::max(failed[p], leaving);
    const bool decides = deals.parties == 2 && is_unanimity(rule);
    const auto found = search.best(p, decides ? failed[1 - p] : never_asked, [&](std::uint32_t k) {
        return is_carried(deals, rule, k, p, done.thresholds, slack);
    });
    if (found && deals.utility(*found, p) >= done.thresholds[p] - slack) {
        done.made = {proposal::offer, *found, 0};
        done.worth = deals.row(*found);
    } else if (failed[p] >= leaving - slack) {
        done.made = {proposal::wait, 0, somebody_leaves ? 0U : 1U};
        done.worth = failed;
    } else {
        done.made = {proposal::walk_away, 0, 0};
        done.worth = leave;
    }
    return done;
}

}  // namespace negotiation::talks::equilibrium::detail
