#pragma once

/// @file
/// Counting the zone, deal by deal or by halves, and the feasible deals by elimination.

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "deal/blocks.hpp"
#include "deal/bucket.hpp"
#include "deal/budget_passed.hpp"
#include "deal/dominance_count.hpp"
#include "deal/elimination_order.hpp"
#include "deal/table.hpp"

namespace negotiation::deal::detail {

[[nodiscard]] inline outcome_count count_by_table(const reduced_problem& p) {
    outcome_count n = 0;
    if (!p.empty) {
        enumeration(p, 0, p.variables())
            .run(p.base, [&](const std::vector<option_id>&, const std::vector<grains>& sums) {
                n += accepted(sums, p.thresholds) ? 1U : 0U;
            });
    }
    return n;
}

/// Half deals of the second half, bans aside.
[[nodiscard]] inline double second_half(const reduced_problem& p) {
    double deals = 1;
    for (std::size_t v = middle_cut(p); v < p.variables(); ++v) {
        deals *= static_cast<double>(p.size(v));
    }
    return deals;
}

/// Half deals that the larger half may have.
[[nodiscard]] inline double larger_half(const reduced_problem& p) {
    const double second = second_half(p);
    return std::max(combinations(p) / second, second);
}

/// What a half deal costs the counting, in visits: dominance counting takes a logarithm more for
/// every party.
[[nodiscard]] inline double cost_of_half_deal(std::size_t parties) {
    return parties <= 2 ? 64 : parties == 3 ? 256 : 1024;
}

/// Half deals of the first variables whose signature is the same, as what they leave to ask for.
struct prefix_group {
    std::vector<option_id> representative;
    vectors needs;
};

/// Meet in the middle (Horowitz and Sahni 1974): the zone is the pairs of half deals in which the
/// second gives everybody what the first leaves to ask for. Bans across the cut sort the first half
/// into groups, each with a second half of its own.
/// @throws budget_passed the groups are too many
[[nodiscard]] inline outcome_count count_by_halves(const reduced_problem& p, const budget& limits) {
    if (p.empty) {
        return 0;
    }
    if (p.parties == 0) {
        return count_by_table(p);
    }
    const cut_space cut(p, middle_cut(p));
    const double cost_of_group = second_half(p) * cost_of_half_deal(p.parties);
    std::map<signature, prefix_group> groups;
    cut.for_each_prefix([&](const std::vector<option_id>& prefix, const std::vector<grains>& sums) {
        const auto [place, added] = groups.try_emplace(cut.signature_of(prefix));
        prefix_group& group = place->second;
        if (added) {
            const double work = static_cast<double>(groups.size()) * cost_of_group;
            if (work > static_cast<double>(limits.visits)) {
                throw budget_passed{work, "visits' worth of work", limits.visits};
            }
            group.representative = prefix;
            group.needs.dimensions = p.parties;
        }
        for (std::size_t i = 0; i < p.parties; ++i) {
            group.needs.values.push_back(p.thresholds[i] - sums[i]);
        }
    });
    outcome_count n = 0;
    for (auto& [key, group] : groups) {
        vectors offers{p.parties, cut.make_block(group.representative).sums};
        n = saturating_add(n, dominance_count(group.needs, offers).run());
    }
    return n;
}

/// Deals that no ban forbids: variables summed out of a product of bans.
/// @return nothing when a table of classes would pass the budget
[[nodiscard]] inline std::optional<outcome_count> count_by_elimination(const reduced_problem& p,
                                                                       const budget& limits) {
    if (p.empty) {
        return 0;
    }
    outcome_count total = 1;
    double cells = 0;
    bucket_store<outcome_count> store(p);
    std::vector<option_id> options(p.variables(), 0);
    for (const variable_id v : min_fill_order(make_interaction_graph(p)).variables) {
        const bucket<outcome_count> b = store.take(v);
        cells += b.cells();
        if (cells > static_cast<double>(limits.points)) {
            return std::nullopt;
        }
        message<outcome_count> sent{b.around, b.classes, {}};
        b.for_each_surrounding(options, [&] {
            outcome_count sum = 0;
            for (std::size_t own = 0; own < b.own.size(); ++own) {
                options[v] = b.own.members(own).front();
                outcome_count product = b.banned(p, options) ? 0 : b.own.members(own).size();
                for (const message<outcome_count>& m : b.messages) {
                    product = saturating_multiply(product, m.cells[m.place(options)]);
                }
                sum = saturating_add(sum, product);
            }
            sent.cells.push_back(sum);
        });
        if (sent.variables.empty()) {
            total = saturating_multiply(total, sent.cells.front());
        } else {
            store.send(std::move(sent));
        }
    }
    return total;
}

}  // namespace negotiation::deal::detail
