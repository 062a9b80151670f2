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

#include <cstddef>
#include <utility>

namespace negotiation::deal {

namespace detail {

inline std::optional<bridge> better_of(std::optional<bridge> best, std::optional<bridge> other) {
    if (!other || (best && !(best->nash.objective < other->nash.objective))) {
        return best;
    }
    return other;
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
                best =
                    detail::better_of(std::move(best), detail::try_option(all, id, option, limits));
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
