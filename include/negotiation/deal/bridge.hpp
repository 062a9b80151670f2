#pragma once

/// @file
/// The one concession on a red line that brings the best deal back.

#include <optional>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>

namespace negotiation::deal {

/// @brief One option of one red line, opened.
struct bridge {
    line_id line;          ///< the red line to open
    issue_id issue = 0;    ///< what it is about
    option_id option = 0;  ///< the option its owner would have to allow
    zone_size zone;        ///< the zone it brings back
    fair_deal nash;        ///< the Nash deal of that zone
};

/// @brief With every red line binding, the single option whose opening gives the largest Nash
/// product.
///
/// @param table  the problem
/// @param limits what each search may use
/// @return nothing when the zone is not empty to begin with, or no single option opens it; ties
/// go to the first party, line and option
/// @complexity{one frontier for each option that a red line closes}
/// @test tests/deal/bridge.cpp "the consortium on Iranian soil is the bridge"
[[nodiscard]] std::optional<bridge> find_bridge(const bargaining& table, const budget& limits = {});

}  // namespace negotiation::deal

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <utility>
#include <vector>

#include <negotiation/deal/detail/gains.hpp>

namespace negotiation::deal {

namespace detail {

/// Gains of a deal over the reservation values, exact where preferences are plain sums.
inline std::vector<units> exact_gains(const bargaining& table, const outcome& deal) {
    std::vector<units> gains;
    for (const bargaining::seat& party : table.parties) {
        const grains sum = sum_of(party.utility, table.space.sizes, deal);
        gains.push_back(static_cast<units>(sum) * party.utility.scale.grain - party.reservation);
    }
    return gains;
}

/// True when the second bridge brings back a greater Nash product.
inline bool improves(const bargaining& table, const bridge& best, const bridge& other) {
    const bool plain = std::all_of(table.parties.begin(), table.parties.end(),
                                   [](const auto& p) { return is_plain_sum(p.utility.scale); });
    return plain ? compare_products(exact_gains(table, best.nash.deal),
                                    exact_gains(table, other.nash.deal)) < 0
                 : best.nash.objective < other.nash.objective;
}

/// The zone that one opened option gives, if any; the zone itself is counted for the winner only.
inline std::optional<bridge> try_option(const bargaining& table, const line_id& id,
                                        option_id option, const budget& limits) {
    bargaining opened = table;
    bargaining::line& line = opened.parties[id.party].red_lines[id.line];
    line.allowed[option] = true;
    const frontier points = pareto_frontier(opened, {engine::automatic, region::zone, limits});
    auto deal = nash(points, opened);
    if (!deal) {
        return std::nullopt;
    }
    return bridge{id, line.issue, option, {}, std::move(*deal)};
}

}  // namespace detail

inline std::optional<bridge> find_bridge(const bargaining& table, const budget& limits) {
    const bargaining all = with_red_lines(table, [](party_id, const auto&) { return true; });
    if (!detail::is_empty(all, limits)) {
        return std::nullopt;
    }
    std::optional<bridge> best;
    for (const line_id& id : detail::all_lines(all)) {
        const bargaining::line& line = all.parties[id.party].red_lines[id.line];
        for (const option_id option : all.space.domains[line.issue]) {
            if (!line.allowed[option]) {
                auto other = detail::try_option(all, id, option, limits);
                if (other && (!best || detail::improves(all, *best, *other))) {
                    best = std::move(other);
                }
            }
        }
    }
    if (best) {
        bargaining opened = all;
        opened.parties[best->line.party].red_lines[best->line.line].allowed[best->option] = true;
        best->zone = zone(opened, {engine::automatic, limits});
    }
    return best;
}

}  // namespace negotiation::deal
