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

namespace detail {

/// A party's deals, with their variables in some turn.
struct laid_out {
    reduced_problem problem;
    std::vector<variable_id> variable_of;  ///< of each issue; `closed` without a choice
    static constexpr variable_id closed = ~variable_id{0};

    laid_out(const bargaining& alone, const std::vector<issue_id>& turn)
        : problem(reduce(alone, turn)),
          variable_of(alone.space.sizes.size(), closed) {
        for (std::size_t v = 0; v < problem.variables(); ++v) {
            variable_of[problem.issues[v]] = static_cast<variable_id>(v);
        }
    }
};

}  // namespace detail

struct trade_off_search::prepared {
    bargaining table;                       ///< the party alone
    detail::laid_out deals;                 ///< in enumeration order
    std::optional<detail::laid_out> quick;  ///< as they are found soonest, where that differs
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
    return {trade_off{whole_deal(p, best->options), best->own, best->other, visits, engine::table},
            {}};
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

/// @param quick where to look for the best sums
/// @param deals where to look for the first deal that has them
/// @throws budget_passed
[[nodiscard]] trading_off by_branching(const laid_out& quick, const laid_out& deals,
                                       const std::vector<option_id>& sizes,
                                       const std::vector<utility_term>& others, grains least,
                                       std::uint64_t most) {
    branch_and_bound search(quick.problem, quick.variable_of, sizes, others, least, most);
    const auto best = search.best();
    if (!best) {
        return {};
    }
    const auto told = [&](branch_and_bound& first, std::uint64_t before) {
        const auto found = first.first_like(*best);
        return trading_off{trade_off{whole_deal(deals.problem, found->options), found->own,
                                     found->other, before + first.visits(), engine::stream},
                           {}};
    };
    if (&quick == &deals) {
        return told(search, 0);
    }
    branch_and_bound first(deals.problem, deals.variable_of, sizes, others, least, most);
    return told(first, search.visits());
}

}  // namespace
}  // namespace detail

trade_off_search::trade_off_search(const outcome_space& space, const bargaining::seat& who) {
    bargaining alone{space, {who}};
    detail::laid_out deals(alone, detail::in_their_order(alone));
    std::optional<detail::laid_out> quick;
    if (detail::is_tangled(alone)) {
        quick.emplace(alone, detail::tangled_first(alone));
    }
    prepared_ = std::make_shared<const prepared>(
        prepared{std::move(alone), std::move(deals), std::move(quick)});
}

trading_off trade_off_search::best(grains least, const std::vector<utility_term>& others,
                                   engine method, const budget& limits) const {
    const detail::reduced_problem& p = prepared_->deals.problem;
    if (method == engine::table) {
        return detail::by_table(detail::with_other(prepared_->table, others), least, limits);
    }
    if (method != engine::eliminate) {
        if (p.empty) {
            return {};
        }
        const bool last_resort = method == engine::stream || !p.derived.empty();
        const std::uint64_t most =
            last_resort ? limits.visits : std::min(limits.visits, std::uint64_t{1} << 20U);
        try {
            return detail::by_branching(prepared_->quick ? *prepared_->quick : prepared_->deals,
                                        prepared_->deals, prepared_->table.space.sizes, others,
                                        least, most);
        } catch (const detail::budget_passed& passed) {
            if (last_resort) {
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
