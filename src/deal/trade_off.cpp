#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/core.h>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/trade_off.hpp>

#include "deal/branch_and_bound.hpp"
#include "deal/budget_passed.hpp"
#include "deal/reduced_problem.hpp"
#include "deal/size_text.hpp"
#include "deal/table.hpp"

namespace negotiation::deal {

struct trade_off_search::prepared {
    bargaining table;                              ///< the party alone
    detail::reduced_problem problem;               ///< its deals
    std::vector<detail::variable_id> variable_of;  ///< of each issue; `closed` without a choice
    static constexpr detail::variable_id closed = ~detail::variable_id{0};
};

namespace detail {
namespace {

/// The party's problem with the other side as a second party.
[[nodiscard]] bargaining with_other(const bargaining& alone,
                                    const std::vector<utility_term>& others) {
    bargaining two = alone;
    bargaining::seat other;
    other.utility.terms = others;
    two.parties.push_back(std::move(other));
    return two;
}

/// What the search knows of a deal, greatest first: the other's sum, one's own, and earliest.
struct found_deal {
    grains other;
    grains own;
    std::vector<option_id> options;
};

[[nodiscard]] outcome whole(const reduced_problem& p, const std::vector<option_id>& options) {
    outcome deal = p.settled;
    for (std::size_t v = 0; v < options.size(); ++v) {
        deal[p.issues[v]] = p.options[v][options[v]];
    }
    return deal;
}

[[nodiscard]] trading_off by_table(const bargaining& two, grains least, const budget& limits) {
    const reduced_problem p = reduce(two);
    if (combinations(p) > static_cast<double>(limits.table_rows)) {
        return {{},
                refusal{fmt::format("a table would hold {} deals, more than its budget of {}",
                                    size_text(combinations(p)),
                                    size_text(static_cast<double>(limits.table_rows))),
                        0, combinations(p)}};
    }
    std::optional<found_deal> best;
    std::uint64_t visits = 0;
    if (!p.empty) {
        enumeration all(p, 0, p.variables());
        all.run(
            p.base, [&](const std::vector<option_id>& options, const std::vector<grains>& sums) {
                ++visits;
                if (sums[0] >= least &&
                    (!best || std::pair(best->other, best->own) < std::pair(sums[1], sums[0]))) {
                    best = found_deal{sums[1], sums[0], options};
                }
            });
    }
    if (!best) {
        return {};
    }
    return {trade_off{whole(p, best->options), best->own, best->other, visits, engine::table}, {}};
}

[[nodiscard]] trading_off by_frontier(const bargaining& two, grains least, const budget& limits) {
    bargaining ranked = two;
    ranked.parties[0].threshold = least;
    ranked.parties[1].threshold = std::numeric_limits<grains>::min();
    const frontier points = pareto_frontier(ranked, {engine::eliminate, region::zone, limits});
    if (points.refused || points.size() == 0) {
        return {{}, points.refused};
    }
    // Points fall in one's own sum, so the other's rises: the last one is best for the other.
    const std::size_t last = points.size() - 1;
    return {trade_off{points.deal(last), points.sum(last, 0), points.sum(last, 1), points.size(),
                      engine::eliminate},
            {}};
}

}  // namespace
}  // namespace detail

trade_off_search::trade_off_search(const outcome_space& space, const bargaining::seat& who) {
    auto made = std::make_shared<prepared>();
    made->table = {space, {who}};
    made->problem = detail::reduce(made->table);
    made->variable_of.assign(space.sizes.size(), prepared::closed);
    for (std::size_t v = 0; v < made->problem.variables(); ++v) {
        made->variable_of[made->problem.issues[v]] = static_cast<detail::variable_id>(v);
    }
    prepared_ = std::move(made);
}

trading_off trade_off_search::best(grains least, const std::vector<utility_term>& others,
                                   engine method, const budget& limits) const {
    const detail::reduced_problem& p = prepared_->problem;
    if (method == engine::table) {
        return detail::by_table(detail::with_other(prepared_->table, others), least, limits);
    }
    if (method != engine::eliminate) {
        if (p.empty) {
            return {};
        }
        const std::uint64_t most = method == engine::stream
                                       ? limits.visits
                                       : std::min(limits.visits, std::uint64_t{1} << 20U);
        try {
            detail::branch_and_bound search(p, prepared_->variable_of, prepared_->table.space.sizes,
                                            others, least, most);
            const auto found = search.run();
            if (!found) {
                return {};
            }
            return {trade_off{detail::whole(p, found->options), found->own, found->other,
                              search.visits(), engine::stream},
                    {}};
        } catch (const detail::budget_passed& passed) {
            if (method == engine::stream) {
                return {{},
                        refusal{fmt::format("the search would look at more than {} {}",
                                            detail::size_text(static_cast<double>(passed.allowed)),
                                            passed.what),
                                0, passed.size}};
            }
        }
    }
    return detail::by_frontier(detail::with_other(prepared_->table, others), least, limits);
}

}  // namespace negotiation::deal
