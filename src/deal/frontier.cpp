#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/deal/frontier.hpp>

#include "deal/bounded_walk.hpp"
#include "deal/eliminate.hpp"
#include "deal/size_text.hpp"
#include "deal/stream.hpp"
#include "deal/table.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

/// What to search for, as the caller asked.
struct search {
    const bargaining& table;
    const reduced_problem& problem;
    const elimination_order& order;
    region within;
    const budget& limits;
};

/// Points with the options of the scenario and the utilities of the parties.
template <std::size_t P>
frontier write_down(const point_list<P>& points, const search& s, const key_space& layout) {
    const reduced_problem& p = s.problem;
    frontier found;
    found.sums.reserve(points.size() * p.parties);
    found.utilities.reserve(points.size() * p.parties);
    for (std::size_t i = 0; i < p.parties; ++i) {
        for (const auto& sums : points.sums) {
            found.sums.push_back(sums[i]);
            found.utilities.push_back(utility_of(s.table.parties[i].utility.scale, sums[i]));
        }
    }
    found.options.reserve(points.size() * p.settled.size());
    for (std::size_t k = 0; k < points.size(); ++k) {
        const std::uint64_t* key = points.key(k, layout.words());
        outcome deal = p.settled;
        for (std::size_t v = 0; v < p.variables(); ++v) {
            deal[p.issues[v]] = p.options[v][layout.get(key, v)];
        }
        found.options.insert(found.options.end(), deal.begin(), deal.end());
    }
    found.counts = points.counts;
    return found;
}

/// Bounds the tables of classes that elimination may need by the options themselves.
double elimination_cells(const reduced_problem& p, const elimination_order& order) {
    double most = 1;
    for (const variable_id v : order.variables) {
        most = std::max(most, static_cast<double>(p.size(v)));
    }
    double cells = 1;
    for (std::size_t k = 0; k < order.width; ++k) {
        cells *= most;
    }
    return cells;
}

/// The engines worth trying, the best first.
std::vector<engine> candidates(const search& s, engine asked) {
    if (asked != engine::automatic) {
        return {asked};
    }
    constexpr double small = 4096;
    constexpr double few_cells = 1 << 17;
    const double deals = combinations(s.problem);
    if (deals <= small) {
        return {engine::table};
    }
    if (!s.problem.derived.empty()) {
        return {engine::stream};
    }
    const bool dense = elimination_cells(s.problem, s.order) > few_cells;
    const engine enumerate =
        deals <= static_cast<double>(s.limits.table_rows) ? engine::table : engine::stream;
    return dense ? std::vector<engine>{enumerate, engine::eliminate}
                 : std::vector<engine>{engine::eliminate, enumerate};
}

std::optional<refusal> refuse_size(const search& s, engine method) {
    const double deals = combinations(s.problem);
    if (method == engine::table && deals > static_cast<double>(s.limits.table_rows)) {
        return refusal{
            fmt::format("a table would hold {} deals, more than its budget of {}", size_text(deals),
                        size_text(static_cast<double>(s.limits.table_rows))),
            s.order.width, deals};
    }
    const bool derived = !s.problem.derived.empty();
    if (method == engine::eliminate && derived) {
        return refusal{"elimination cannot carry a value that only whole deals have", s.order.width,
                       deals};
    }
    if (method == engine::stream && !derived && deals > static_cast<double>(s.limits.visits)) {
        return refusal{
            fmt::format("a stream would visit {} deals, more than its budget of {}",
                        size_text(deals), size_text(static_cast<double>(s.limits.visits))),
            s.order.width, deals};
    }
    return std::nullopt;
}

/// The walk may decide issues in any turn: keys are laid out in enumeration order all the same.
template <std::size_t P>
point_list<P> frontier_with_derived(const search& s, const key_space& layout) {
    const reduced_problem quick = reduce(s.table, telling_first(s.table));
    std::vector<std::size_t> places;
    for (const issue_id k : quick.issues) {
        const auto& issues = s.problem.issues;
        places.push_back(
            static_cast<std::size_t>(std::find(issues.begin(), issues.end(), k) - issues.begin()));
    }
    return frontier_by_walk<P>(quick, layout, places, s.within, s.limits);
}

template <std::size_t P>
frontier run_engine(const search& s, engine method) {
    const key_space layout(s.problem);
    try {
        if (method == engine::table) {
            return write_down(frontier_by_table<P>(s.problem, layout, s.within), s, layout);
        }
        if (method == engine::stream) {
            return write_down(s.problem.derived.empty()
                                  ? frontier_by_stream<P>(s.problem, layout, s.within, s.limits)
                                  : frontier_with_derived<P>(s, layout),
                              s, layout);
        }
        elimination<P> engine(s.problem, layout, s.within, s.limits);
        return write_down(engine.run(s.order), s, layout);
    } catch (const budget_passed& passed) {
        frontier none;
        none.refused =
            refusal{fmt::format("{} would come to {} {}, more than its budget of {}",
                                method == engine::eliminate
                                    ? fmt::format("elimination (width {})", s.order.width)
                                    : fmt::format("a {}", to_string(method)),
                                size_text(passed.size), passed.what,
                                size_text(static_cast<double>(passed.allowed))),
                    s.order.width, passed.size};
        return none;
    }
}

template <std::size_t P>
frontier try_engines(const search& s, engine asked) {
    frontier found;
    std::string reasons;
    for (const engine method : candidates(s, asked)) {
        const auto too_large = refuse_size(s, method);
        found = too_large ? frontier{} : run_engine<P>(s, method);
        found.method = method;
        if (too_large) {
            found.refused = too_large;
        }
        if (!found.refused) {
            return found;
        }
        reasons += (reasons.empty() ? "" : "; ") + found.refused->reason;
        found.refused->reason = reasons;
    }
    return found;
}

}  // namespace

frontier pareto_frontier(const bargaining& table, const frontier_options& options) {
    const reduced_problem problem = reduce(table);
    const elimination_order order = min_fill_order(make_interaction_graph(problem));
    const search s{table, problem, order, options.within, options.limits};
    frontier found;
    const bool fits = with_width(
        table.parties.size(), [&]<std::size_t P>() { found = try_engines<P>(s, options.method); });
    if (!fits || table.parties.empty()) {
        throw std::invalid_argument(
            fmt::format("pareto_frontier: needs 1 to 128 parties; got {}", table.parties.size()));
    }
    found.parties = table.parties.size();
    found.issues = table.space.sizes.size();
    return found;
}

}  // namespace negotiation::deal
