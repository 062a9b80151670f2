#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <rapidcheck.h>

#include <negotiation/model/bargaining.hpp>

/// A derived value made by hand: the least of some sums over all issues, with loose bounds.
namespace negotiation::tests {

struct least_of_sums {
    using tables = std::vector<std::vector<std::int64_t>>;  ///< by issue, by option
    std::vector<tables> sums;
    std::vector<issue_id> first;  ///< what it says tells most

    [[nodiscard]] std::int64_t value(const outcome& deal) const {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const tables& one : sums) {
            std::int64_t sum = 0;
            for (std::size_t k = 0; k < deal.size(); ++k) {
                sum += one[k][deal[k]];
            }
            least = std::min(least, sum);
        }
        return least;
    }

    [[nodiscard]] std::vector<issue_id> decides_first() const { return first; }

    [[nodiscard]] auto bounds(const open_options& open, const std::vector<issue_id>& turn) const {
        return [rule = *this, open, turn](const outcome& deal, std::size_t decided) {
            return rule.range(open, turn, deal, decided);
        };
    }

    [[nodiscard]] sum_range range(const open_options& open, const std::vector<issue_id>& turn,
                                  const outcome& deal, std::size_t decided) const {
        sum_range all{std::numeric_limits<std::int64_t>::max(),
                      std::numeric_limits<std::int64_t>::max()};
        for (const tables& one : sums) {
            sum_range sum;
            for (issue_id k = 0; k < deal.size(); ++k) {
                const auto place = std::find(turn.begin(), turn.end(), k) - turn.begin();
                std::vector<option_id> options = open[k];
                if (place < static_cast<std::ptrdiff_t>(std::min(decided, turn.size()))) {
                    options = {deal[k]};
                }
                std::vector<std::int64_t> values;
                for (const option_id o : options) {
                    values.push_back(one[k][o]);
                }
                sum.least += *std::min_element(values.begin(), values.end());
                sum.greatest += *std::max_element(values.begin(), values.end());
            }
            all.least = std::min(all.least, sum.least);
            all.greatest = std::min(all.greatest, sum.greatest);
        }
        return all;
    }
};

/// One of the size of the party's own terms.
inline least_of_sums random_rule(const bargaining& table, party_id i) {
    std::int64_t size = 4;
    for (const utility_term& term : table.parties[i].utility.terms) {
        for (const grains value : term.values) {
            size = std::max<std::int64_t>(size, value < 0 ? -value : value);
        }
    }
    least_of_sums rule;
    rule.sums.resize(*rc::gen::inRange<std::size_t>(1, 4));
    for (auto& one : rule.sums) {
        for (const option_id options : table.space.sizes) {
            one.emplace_back();
            for (option_id o = 0; o < options; ++o) {
                one.back().push_back(*rc::gen::inRange(-2, 3) * (size / 4));
            }
        }
    }
    if (!table.space.sizes.empty() && *rc::gen::arbitrary<bool>()) {
        rule.first = {static_cast<issue_id>(table.space.sizes.size() - 1)};
    }
    return rule;
}

/// The same problem with values of whole deals for some parties, one at least.
inline bargaining with_derived_values(bargaining table) {
    for (party_id i = 0; i < table.parties.size(); ++i) {
        if (i == 0 || *rc::gen::arbitrary<bool>()) {
            table.parties[i].utility.derived.emplace_back(random_rule(table, i));
        }
    }
    return table;
}

/// Every deal that takes open options, feasible or not, in enumeration order.
template <class Visit>
void for_each_open_deal(const outcome_space& space, Visit visit) {
    outcome deal(space.sizes.size());
    std::vector<std::size_t> at(deal.size(), 0);
    for (const auto& options : space.domains) {
        if (options.empty()) {
            return;
        }
    }
    for (;;) {
        for (std::size_t k = 0; k < at.size(); ++k) {
            deal[k] = space.domains[k][at[k]];
        }
        visit(deal);
        std::size_t k = at.size();
        while (k > 0 && ++at[k - 1] == space.domains[k - 1].size()) {
            at[--k] = 0;
        }
        if (k == 0) {
            return;
        }
    }
}

}  // namespace negotiation::tests
