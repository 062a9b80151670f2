#include <algorithm>
#include <stdexcept>

#include <negotiation/deal/outcome_table.hpp>

#include "deal/reduced_problem.hpp"
#include "deal/table.hpp"

namespace negotiation::deal {

std::optional<row_id> outcome_table::find(std::span<const option_id> deal) const {
    std::size_t first = 0;
    std::size_t last = rows();
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        const auto row = this->deal(static_cast<row_id>(middle));
        if (std::lexicographical_compare(row.begin(), row.end(), deal.begin(), deal.end())) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    const bool found =
        first < rows() &&
        std::equal(deal.begin(), deal.end(),
                   options.begin() + static_cast<std::ptrdiff_t>(first * issues),
                   options.begin() + static_cast<std::ptrdiff_t>((first + 1) * issues));
    return found ? std::optional(static_cast<row_id>(first)) : std::nullopt;
}

std::optional<outcome_table> write_down(const bargaining& table, std::uint64_t maximum_rows) {
    if (table.parties.empty()) {
        throw std::invalid_argument("write_down: needs a party; got none");
    }
    const detail::reduced_problem p = detail::reduce(table, false);
    if (detail::combinations(p) > static_cast<double>(maximum_rows)) {
        return std::nullopt;
    }
    outcome_table written;
    written.parties = p.parties;
    written.issues = table.space.sizes.size();
    std::vector<grains> by_row;
    if (!p.empty) {
        outcome whole = p.settled;
        detail::enumeration all(p, 0, p.variables());
        all.run(p.base,
                [&](const std::vector<option_id>& options, const std::vector<grains>& sums) {
                    for (std::size_t v = 0; v < options.size(); ++v) {
                        whole[p.issues[v]] = p.options[v][options[v]];
                    }
                    written.options.insert(written.options.end(), whole.begin(), whole.end());
                    by_row.insert(by_row.end(), sums.begin(), sums.end());
                });
    }
    const std::size_t rows = by_row.size() / p.parties;
    written.sums.resize(by_row.size());
    written.utilities.resize(by_row.size());
    for (std::size_t i = 0; i < p.parties; ++i) {
        const utility_scale& scale = table.parties[i].utility.scale;
        for (std::size_t row = 0; row < rows; ++row) {
            const grains sum = by_row[row * p.parties + i];
            written.sums[i * rows + row] = sum;
            written.utilities[i * rows + row] = utility_of(scale, sum);
        }
    }
    return written;
}

}  // namespace negotiation::deal
