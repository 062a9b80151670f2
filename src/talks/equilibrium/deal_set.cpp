#include <numeric>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/deal_set.hpp>

namespace negotiation::talks::equilibrium {

namespace {

[[nodiscard]] std::vector<double> no_deal_of(const bargaining& table) {
    std::vector<double> all;
    for (const bargaining::seat& party : table.parties) {
        all.push_back(disagreement_utility(party));
    }
    return all;
}

[[nodiscard]] bool has_binding_line(const bargaining& table) {
    return std::any_of(table.parties.begin(), table.parties.end(), [](const auto& party) {
        return std::any_of(party.red_lines.begin(), party.red_lines.end(),
                           [](const bargaining::line& line) { return line.binds; });
    });
}

/// Whether to put no deal off is worth something by itself.
[[nodiscard]] bool no_deal_is_loss(const deal_set& deals) {
    return std::any_of(deals.no_deal.begin(), deals.no_deal.end(), [](double r) { return r < 0; });
}

}  // namespace

deal_set deals_of(const deal::frontier& points, const bargaining& table) {
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<outcome> described;
    for (std::size_t k = 0; k < points.size(); ++k) {
        described.push_back(points.deal(k));
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return described[a] < described[b]; });
    deal_set set;
    set.parties = table.parties.size();
    set.issues = table.space.sizes.size();
    set.no_deal = no_deal_of(table);
    for (std::size_t i = 0; i < set.parties; ++i) {
        for (const std::size_t k : order) {
            set.utilities.push_back(points.utility(k, i));
        }
    }
    for (const std::size_t k : order) {
        set.options.insert(set.options.end(), described[k].begin(), described[k].end());
    }
    return set;
}

deal_set deals_of(const arena& at) {
    deal_set set;
    set.parties = at.parties();
    set.issues = at.table().space.sizes.size();
    set.no_deal = no_deal_of(at.table());
    if (!at.deals()) {
        return set;
    }
    set.utilities = at.deals()->utilities;
    set.options = at.deals()->options;
    if (has_binding_line(at.table())) {
        for (party_id i = 0; i < at.parties(); ++i) {
            const std::vector<bool>& outside = at.view(i).excluded;
            set.refused.resize((i + std::size_t{1}) * set.size(), false);
            std::copy(outside.begin(), outside.end(),
                      set.refused.begin() + static_cast<std::ptrdiff_t>(i * set.size()));
        }
    }
    return set;
}

bargaining_set bargaining_set_of(const arena& at, bool unanimous, const deal::budget& limits) {
    bargaining_set found;
    if (!unanimous && has_binding_line(at.table())) {
        found.efficient = false;
        found.deals = deals_of(at);
        if (!at.deals()) {
            found.refused = deal::refusal{
                "the rule may bind a party to what crosses its red lines, so every deal has to be "
                "written down, and there are too many of them"};
        }
        return found;
    }
    const deal::frontier points = deal::pareto_frontier(
        at.table(), {deal::engine::automatic, deal::region::feasible, limits});
    found.deals = deals_of(points, at.table());
    found.refused = points.refused;
    if (!found.refused && at.deals() && no_deal_is_loss(found.deals)) {
        // To put a loss off one needs something to say that is refused, efficient or not.
        found.efficient = false;
        found.deals = deals_of(at);
    }
    return found;
}

deal_set cut_pie(std::size_t parts) {
    if (parts == 0) {
        throw std::invalid_argument("cut_pie: a pie is cut into one part or more; got 0");
    }
    deal_set set;
    set.parties = 2;
    set.no_deal = {0, 0};
    for (std::size_t k = 0; k <= parts; ++k) {
        set.utilities.push_back(static_cast<double>(k) / static_cast<double>(parts));
    }
    for (std::size_t k = 0; k <= parts; ++k) {
        set.utilities.push_back(static_cast<double>(parts - k) / static_cast<double>(parts));
    }
    return set;
}

}  // namespace negotiation::talks::equilibrium
