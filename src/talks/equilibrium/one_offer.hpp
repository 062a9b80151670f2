#pragma once

/// One offer that is answered at once.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
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

/// Whether a deal has the votes that it needs. @param thresholds of a state
[[nodiscard]] inline bool is_carried(const deal_set& deals, const voting_rule& rule,
                                     std::uint32_t k, std::size_t p,
                                     const std::vector<double>& thresholds,
                                     const std::vector<double>& slack) {
    const bool unanimous = is_unanimity(rule);
    acceptances yes;
    for (std::size_t j = 0; j < deals.parties; ++j) {
        const bool takes =
            j == p || (!deals.refuses(k, j) && deals.utility(k, j) >= thresholds[j] - slack[j]);
        if (unanimous && !takes) {
            return false;
        }
        yes[j] = takes;
    }
    return unanimous || carries(rule, yes, deals.parties);
}

/// A deal that a party can say and that falls: its best one, else any if it has to be.
/// @param thresholds of a state
[[nodiscard]] inline std::optional<std::uint32_t> falling_deal(
    const deal_set& deals, const voting_rule& rule, const offer_search& search, std::size_t p,
    const std::vector<double>& thresholds, bool any) {
    const auto falls = [&](std::uint32_t k) {
        return !deals.refuses(k, p) && !is_carried(deals, rule, k, p, thresholds, search.slacks());
    };
    const auto best = search.best(p, never_asked, [](std::uint32_t) { return true; });
    if (best && falls(*best)) {
        return best;
    }
    for (std::uint32_t k = 0; any && k < deals.size(); ++k) {
        if (falls(k)) {
            return k;
        }
    }
    return std::nullopt;
}

/// @param go_on  what a refusal is worth when nobody leaves, by party
/// @param leave  what no deal is worth now, by party; empty where nobody may leave
/// @param closed who votes cannot leave, and whoever offers has to say something or to leave
[[nodiscard]] inline one_offer solve_offer(const deal_set& deals, const voting_rule& rule,
                                           const offer_search& search, std::size_t p,
                                           const std::vector<double>& go_on,
                                           const std::vector<double>& leave, bool closed = false) {
    const std::vector<double>& slack = search.slacks();
    bool somebody_leaves = false;
    for (std::size_t j = 0; j < leave.size() && !closed; ++j) {
        somebody_leaves = somebody_leaves || (j != p && leave[j] > go_on[j] + slack[j]);
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
    bool offers = found && deals.utility(*found, p) >= done.thresholds[p] - slack[p];
    bool waits = !offers && failed[p] >= leaving - slack[p];
    std::uint32_t said = 0;
    if (waits && closed) {
        const bool gains = failed[p] > leaving + slack[p];
        const auto falls = falling_deal(deals, rule, search, p, done.thresholds, gains);
        waits = falls.has_value() || (!found && leave.empty());
        said = falls.value_or(nothing_said);
        offers =
            !waits && found && (leave.empty() || deals.utility(*found, p) >= leave[p] - slack[p]);
    }
    if (offers) {
        done.made = {proposal::offer, *found, 0};
        done.worth = deals.row(*found);
    } else if (waits) {
        done.made = {proposal::wait, said, somebody_leaves ? 0U : 1U};
        done.worth = failed;
    } else {
        done.made = {proposal::walk_away, 0, 0};
        done.worth = leave;
    }
    return done;
}

}  // namespace negotiation::talks::equilibrium::detail
