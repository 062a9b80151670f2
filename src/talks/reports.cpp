#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/deal/reach.hpp>
#include <negotiation/talks/reports.hpp>

namespace negotiation::talks {

namespace {

/// Least and greatest sum of a party over all feasible deals, red lines aside.
[[nodiscard]] std::pair<grains, grains> range_of(const arena& at, bargaining::seat who) {
    std::pair<grains, grains> range{0, 0};
    if (const auto& deals = at.deals()) {
        for (deal::row_id row = 0; row < deals->rows(); ++row) {
            const auto options = deals->deal(row);
            const grains sum =
                sum_of(who.utility, at.table().space.sizes, {options.begin(), options.end()});
            range.first = row == 0 ? sum : std::min(range.first, sum);
            range.second = row == 0 ? sum : std::max(range.second, sum);
        }
        return range;
    }
    who.red_lines.clear();
    const deal::reach found = deal::reach_of(at.table().space, who);
    return found.sums ? std::pair(found.sums->least, found.sums->greatest) : range;
}

}  // namespace

reports::reports(const arena& at) : reports(at, at.table()) {}

reports::reports(const arena& at, bargaining told) : told_(std::move(told)) {
    if (!(told_.space == at.table().space) || parties() != at.parties()) {
        throw std::invalid_argument(fmt::format(
            "reports: the deals and the {} parties must be those of the talks; got {} "
            "parties{}",
            at.parties(), parties(), told_.space == at.table().space ? "" : " and another space"));
    }
    for (const bargaining::seat& who : told_.parties) {
        const auto [least, greatest] = range_of(at, who);
        least_.push_back(utility_of(who.utility.scale, least));
        greatest_.push_back(utility_of(who.utility.scale, greatest));
    }
}

bool reports::inside(party_id i, const outcome& deal, bool is_public) const {
    const auto& lines = told_.parties[i].red_lines;
    return std::all_of(lines.begin(), lines.end(), [&](const bargaining::line& line) {
        return !(line.binds || (is_public && line.is_public)) || line.allowed[deal[line.issue]];
    });
}

}  // namespace negotiation::talks
