#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/reach.hpp>
#include <negotiation/talks/arena.hpp>

namespace negotiation::talks {

namespace {

[[nodiscard]] bool binds_anything(const bargaining::seat& who) {
    return std::any_of(who.red_lines.begin(), who.red_lines.end(),
                       [](const bargaining::line& line) { return line.binds; });
}

[[nodiscard]] bool inside(const bargaining::seat& who, std::span<const option_id> deal) {
    return std::all_of(who.red_lines.begin(), who.red_lines.end(), [&](const auto& line) {
        return !line.binds || line.allowed[deal[line.issue]];
    });
}

/// Worst and best of the deals by two searches.
void find_range(const outcome_space& space, const bargaining::seat& who, own_view& into) {
    const deal::reach found = deal::reach_of(space, who);
    if (found.refused) {
        throw std::invalid_argument("arena: a party's best and worst deals are not known: " +
                                    found.refused->reason);
    }
    into.any = found.sums.has_value();
    if (into.any) {
        into.greatest_sum = found.sums->greatest;
        into.least_sum = found.sums->least;
    }
}

/// The same from the table, with the order over the deals.
void rank(const bargaining::seat& who, const deal::outcome_table& deals, party_id i,
          own_view& into) {
    const auto utilities = deals.column(i);
    std::vector<deal::row_id> rows;
    std::vector<grains> sums;
    std::vector<double> worth;
    if (binds_anything(who)) {
        into.excluded.assign(deals.rows(), false);
    }
    for (deal::row_id row = 0; row < deals.rows(); ++row) {
        if (!into.excluded.empty() && !inside(who, deals.deal(row))) {
            into.excluded[row] = true;
            continue;
        }
        const grains sum = deals.sum(row, i);
        into.least_sum = rows.empty() ? sum : std::min(into.least_sum, sum);
        into.greatest_sum = rows.empty() ? sum : std::max(into.greatest_sum, sum);
        into.acceptable += sum >= who.threshold ? 1 : 0;
        rows.push_back(row);
        sums.push_back(sum);
        worth.push_back(utilities[row]);
    }
    into.any = !rows.empty();
    into.order.emplace(rows, sums, worth);
}

[[nodiscard]] own_view view_of(const bargaining& table, party_id i,
                               const std::optional<deal::outcome_table>& deals) {
    const bargaining::seat& who = table.parties[i];
    own_view view{deal::trade_off_search(table.space, who)};
    view.reservation = disagreement_utility(who);
    view.threshold = who.threshold;
    view.least_sum = view.greatest_sum = who.threshold;
    if (deals) {
        view.utilities = deals->column(i);
        view.sums = std::span(deals->sums).subspan(i * deals->rows(), deals->rows());
        rank(who, *deals, i, view);
    } else {
        find_range(table.space, who, view);
    }
    view.least = view.greatest = view.reservation;
    if (view.any) {
        view.least = utility_of(who.utility.scale, view.least_sum);
        view.greatest = utility_of(who.utility.scale, view.greatest_sum);
    }
    view.floor = std::max(view.reservation, view.least);
    return view;
}

}  // namespace

arena::arena(const bargaining& table, const arena_options& options)
    : table_(table),
      deals_(deal::write_down(table, options.maximum_rows)) {
    if (parties() > maximum_parties) {
        throw std::invalid_argument(
            fmt::format("arena: at most {} parties; got {}", maximum_parties, parties()));
    }
    for (party_id i = 0; i < parties(); ++i) {
        views_.push_back(view_of(table_, i, deals_));
    }
    const bargaining in_public = with_red_lines(
        table_, [](party_id, const auto& line) { return line.binds || line.is_public; });
    if (options.leaks_bind && !(in_public == table_)) {
        for (party_id i = 0; i < parties(); ++i) {
            views_.push_back(view_of(in_public, i, deals_));
        }
    }
}

grains arena::least_sum(party_id i, double utility) const {
    const bargaining::seat& who = table_.parties[i];
    const utility_scale& scale = who.utility.scale;
    const double target = utility - views_[i].rounding();
    grains low = views_[i].least_sum;
    grains high = views_[i].greatest_sum;
    if (is_plain_sum(scale)) {
        const double sum = std::ceil(target * (units_per_one / static_cast<double>(scale.grain)));
        if (!(sum > static_cast<double>(low))) {
            return low;
        }
        return sum > static_cast<double>(high) ? high + 1 : static_cast<grains>(sum);
    }
    while (low < high) {
        const grains middle = low + (high - low) / 2;
        if (utility_of(scale, middle) < target) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return utility_of(scale, low) < target ? low + 1 : low;
}

}  // namespace negotiation::talks
