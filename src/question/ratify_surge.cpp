#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/ratification/seat_share.hpp>
#include <negotiation/ratification/win_set_grid.hpp>

#include "question/homecoming.hpp"

namespace negotiation::question::detail {

namespace {

/// A faction that is varied, and where it sits.
struct placed_faction {
    surge_axis axis;
    party_id home = 0;
    std::size_t chamber = 0;
    std::size_t place = 0;
};

[[nodiscard]] const ratification::written_faction& faction_named(const scenario& world,
                                                                 const std::string& name) {
    std::vector<std::string> known;
    for (const ratification::written_faction& f : world.ratification.factions) {
        if (f.name == name) {
            return f;
        }
        known.push_back(f.name);
    }
    throw std::invalid_argument(
        fmt::format("surge: no faction '{}'; {}", shown(name), nearest(name, known)));
}

/// None to all of the votes in tenths, and what it is today.
[[nodiscard]] std::vector<double> shares_around(double today) {
    std::vector<double> shares;
    for (int tenths = 0; tenths <= 10; ++tenths) {
        const double share = tenths / 10.0;
        if (share < today || share > today) {
            shares.push_back(share);
        }
    }
    shares.insert(std::upper_bound(shares.begin(), shares.end(), today), today);
    return shares;
}

[[nodiscard]] placed_faction place(const homecoming& on, const std::string& name) {
    const scenario& world = *on.at.world;
    const ratification::written_faction& named = faction_named(world, name);
    placed_faction found;
    for (party_id i = 0; i < on.parties.size(); ++i) {
        const std::vector<std::string>& chambers = on.home.chambers[i];
        const auto here = std::find(chambers.begin(), chambers.end(), named.chamber);
        if (here != chambers.end()) {
            found.home = i;
            found.chamber = static_cast<std::size_t>(here - chambers.begin());
        }
    }
    for (const ratification::written_faction& f : world.ratification.factions) {
        if (f.name == name) {
            break;
        }
        found.place += f.chamber == named.chamber ? 1U : 0U;
    }
    const ratification::chamber& in = on.home.homes[found.home].chambers[found.chamber];
    if (in.factions.size() < 2) {
        throw std::invalid_argument(fmt::format(
            "surge: '{}' has all of '{}', so that no other faction could lose votes to it",
            shown(name), shown(named.chamber)));
    }
    const std::size_t votes = votes_in(in);
    const double today = in.factions[found.place].votes / static_cast<double>(votes);
    found.axis = {name, named.chamber, on.parties[found.home], votes, shares_around(today), 0};
    found.axis.today = static_cast<std::size_t>(
        std::find(found.axis.shares.begin(), found.axis.shares.end(), today) -
        found.axis.shares.begin());
    return found;
}

[[nodiscard]] std::vector<placed_faction> placed(const homecoming& on) {
    std::vector<placed_faction> all;
    for (const std::string& name : on.asked->surge) {
        all.push_back(place(on, name));
    }
    std::stable_sort(all.begin(), all.end(), [](const placed_faction& a, const placed_faction& b) {
        return a.home < b.home;
    });
    for (std::size_t k = 1; k < all.size(); ++k) {
        if (all[k].home == all[k - 1].home) {
            throw std::invalid_argument(fmt::format(
                "surge: one faction of a party is varied; got '{}' and '{}' of '{}'",
                shown(all[k - 1].axis.faction), shown(all[k].axis.faction), all[k].axis.party));
        }
    }
    if (all.size() > 2) {
        throw std::invalid_argument(
            fmt::format("surge: two factions at most are varied; got {}", all.size()));
    }
    return all;
}

/// Each home as it is, or at every share of its faction.
[[nodiscard]] std::vector<std::vector<ratification::home>> variants_of(
    const homecoming& on, const std::vector<placed_faction>& varied) {
    std::vector<std::vector<ratification::home>> variants;
    for (const ratification::home& h : on.home.homes) {
        variants.push_back({h});
    }
    for (const placed_faction& f : varied) {
        const ratification::home& today = on.home.homes[f.home];
        variants[f.home].clear();
        for (const double share : f.axis.shares) {
            variants[f.home].push_back(today);
            variants[f.home].back().chambers[f.chamber] =
                with_share(today.chambers[f.chamber], f.place, share);
        }
    }
    return variants;
}

[[nodiscard]] ratification::win_set_grid grid_of(
    const homecoming& on, const std::vector<std::vector<ratification::home>>& variants,
    const ratification::conditions& how) {
    const ratification::win_set_terms terms{how, on.asked->level};
    const bargaining& table = on.at.frozen.table;
    return on.lists_all()
               ? find_win_set_grid(table, variants, ratification::deal_range::acceptable, terms)
                     .value()
               : find_win_set_grid(table.space, variants, on.efficient(), terms);
}

}  // namespace

surge_view surge_of(const homecoming& on) {
    surge_view view;
    const std::vector<placed_faction> varied = placed(on);
    for (const placed_faction& f : varied) {
        view.axes.push_back(f.axis);
    }
    const auto variants = variants_of(on, varied);
    view.range = on.lists_all() ? "acceptable" : "efficient";
    const ratification::win_set_grid aloud = grid_of(on, variants, homecoming::aloud());
    view.deals = aloud.deals;
    view.red_lines_on = aloud.joint;
    view.joint = on.in_public() ? aloud.joint : grid_of(on, variants, on.usual()).joint;
    return view;
}

}  // namespace negotiation::question::detail
