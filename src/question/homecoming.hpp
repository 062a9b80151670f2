#pragma once

/// @file
/// What every part of an answer about ratification shares: the table, the homes, the frontier.

#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/question/ratify.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/ratification/passage.hpp>
#include <negotiation/ratification/win_set.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>
#include <negotiation/scenario/freeze_survival.hpp>

namespace negotiation::question::detail {

struct homecoming {
    seating at;
    std::vector<std::string> parties;
    frozen_ratification home;
    frozen_survival shocks;
    deal::frontier points;
    const ratify_options* asked = nullptr;

    [[nodiscard]] bool in_public() const { return at.talks == publicity::open; }

    /// A mood of the day, and public red lines as the talks have them.
    [[nodiscard]] ratification::conditions usual() const {
        return {ratification::members::common_shock, in_public()};
    }
    [[nodiscard]] static ratification::conditions aloud() {
        return {ratification::members::common_shock, true};
    }

    /// Whether all deals of the space are looked at, not only efficient ones.
    [[nodiscard]] bool lists_all() const {
        const outcome_count raw = raw_count(at.frozen.table.space);
        return raw <= asked->few || (asked->win_sets && raw <= ratification::most_deals_surveyed);
    }

    [[nodiscard]] std::vector<outcome> efficient() const {
        std::vector<outcome> deals;
        for (std::size_t k = 0; k < points.size(); ++k) {
            deals.push_back(points.deal(k));
        }
        return deals;
    }
};

/// How the joint win-set shrinks when factions grow.
/// @throws std::invalid_argument factions that there are not, or that cannot be varied together
[[nodiscard]] surge_view surge_of(const homecoming& on);

}  // namespace negotiation::question::detail
