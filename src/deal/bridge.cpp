#include <algorithm>
#include <utility>
#include <vector>

#include <negotiation/deal/bridge.hpp>

#include "deal/gains.hpp"
#include "deal/red_lines.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

/// Gains of a deal over the reservation values, exact where preferences are plain sums.
std::vector<units> exact_gains(const bargaining& table, const outcome& deal) {
    std::vector<units> gains;
    for (const bargaining::seat& party : table.parties) {
        const grains sum = sum_of(party.utility, table.space.sizes, deal);
        gains.push_back(static_cast<units>(sum) * party.utility.scale.grain - party.reservation);
    }
    return gains;
}

/// True when the second bridge brings back a greater Nash product.
bool improves(const bargaining& table, const bridge& best, const bridge& other) {
    const bool plain = std::all_of(table.parties.begin(), table.parties.end(),
                                   [](const auto& p) { return is_plain_sum(p.utility.scale); });
    return plain ? compare_products(exact_gains(table, best.nash.deal),
                                    exact_gains(table, other.nash.deal)) < 0
                 : best.nash.objective < other.nash.objective;
}

bargaining with_opened(bargaining table, const line_id& id, option_id option) {
    table.parties[id.party].red_lines[id.line].allowed[option] = true;
    return table;
}

/// The zone that one opened option gives, if any; the zone itself is counted for the winner only.
std::optional<bridge> try_option(const bargaining& table, const line_id& id, option_id option,
                                 const budget& limits, std::optional<refusal>& refused) {
    const bargaining opened = with_opened(table, id, option);
    frontier points = pareto_frontier(opened, {engine::automatic, region::zone, limits});
    auto deal = nash(points, opened);
    if (points.refused && !refused) {
        refused = std::move(points.refused);
    }
    if (!deal) {
        return std::nullopt;
    }
    const issue_id issue = table.parties[id.party].red_lines[id.line].issue;
    return bridge{id, issue, option, {}, std::move(*deal)};
}

}  // namespace

bridging find_bridge(const bargaining& table, const budget& limits) {
    const bargaining all = with_red_lines(table, [](party_id, const auto&) { return true; });
    bridging found;
    if (is_empty(all, limits, found.refused) != true) {
        return found;
    }
    std::optional<bridge>& best = found.best;
    for (const line_id& id : all_lines(all)) {
        const bargaining::line& line = all.parties[id.party].red_lines[id.line];
        for (const option_id option : all.space.domains[line.issue]) {
            if (!line.allowed[option]) {
                auto other = try_option(all, id, option, limits, found.refused);
                if (other && (!best || improves(all, *best, *other))) {
                    best = std::move(other);
                }
            }
        }
    }
    if (best) {
        best->zone = zone(with_opened(all, best->line, best->option), {engine::automatic, limits});
    }
    return found;
}

}  // namespace negotiation::deal
