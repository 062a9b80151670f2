#include <algorithm>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/transfer.hpp>

#include "deal/bounded_walk.hpp"
#include "deal/budget_passed.hpp"
#include "deal/reduced_problem.hpp"
#include "deal/size_text.hpp"
#include "deal/table.hpp"

namespace negotiation::deal {

namespace {

using namespace detail;

using sum_row = std::vector<grains>;  ///< by party

/// What a deal leaves a party above its reservation value: exact units where its value is a sum.
template <class Number>
[[nodiscard]] Number surplus_of(const bargaining::seat& party, grains sum) {
    const utility_scale& scale = party.utility.scale;
    if (!is_multiplicative(scale)) {
        return static_cast<Number>(static_cast<units>(sum) * scale.grain - party.reservation);
    }
    const long double above =
        (static_cast<long double>(value_of(scale, sum)) - reservation_value(party)) * 1e12L;
    // Within the rounding of logarithms a deal is worth the reservation value.
    return static_cast<Number>(sum >= party.threshold ? std::max(0.0L, above) : above);
}

/// What has to be paid for sums of values. It never rises where the sums do.
template <class Number>
class price {
public:
    price(const bargaining& table, std::optional<party_id> payer) : table_(table), payer_(payer) {}

    /// What party i must get on top.
    [[nodiscard]] Number missing(std::size_t i, grains sum) const {
        return payer_ == i ? Number{0} : std::max(Number{0}, Number{0} - above(i, sum));
    }

    /// Nothing where the payer cannot pay so much.
    [[nodiscard]] std::optional<Number> total(const sum_row& sums) const {
        Number paid{0};
        for (std::size_t i = 0; i < sums.size(); ++i) {
            paid += missing(i, sums[i]);
        }
        if (payer_ && above(*payer_, sums[*payer_]) < paid) {
            return std::nullopt;
        }
        return paid;
    }

private:
    [[nodiscard]] Number above(std::size_t i, grains sum) const {
        return surplus_of<Number>(table_.parties[i], sum);
    }

    const bargaining& table_;
    std::optional<party_id> payer_;
};

/// The cheapest deals seen, less those that another of them dominates.
template <class Number>
class cheapest_deals {
public:
    struct priced {
        sum_row sums;
        outcome deal;
    };

    explicit cheapest_deals(const price<Number>& of) : price_(of) {}

    /// True when no deal of these sums or smaller ones is of use.
    [[nodiscard]] bool hopeless(const sum_row& most) const {
        const std::optional<Number> paid = price_.total(most);
        if (!paid) {
            return true;
        }
        if (!least_ || *paid < *least_) {
            return false;
        }
        return *least_ < *paid || std::any_of(ties_.begin(), ties_.end(), [&](const priced& known) {
            return known.sums != most && no_smaller(known.sums, most);
        });
    }

    void take(const sum_row& sums, outcome deal) {
        if (hopeless(sums)) {
            return;
        }
        const Number paid = *price_.total(sums);
        if (!least_ || paid < *least_) {
            least_ = paid;
            ties_.clear();
        }
        for (priced& known : ties_) {
            if (known.sums == sums) {
                known.deal = std::min(known.deal, deal);
                return;
            }
        }
        std::erase_if(ties_, [&](const priced& known) { return no_smaller(sums, known.sums); });
        ties_.push_back({sums, std::move(deal)});
    }

    /// The first in enumeration order.
    [[nodiscard]] const priced* first() const {
        const auto found =
            std::min_element(ties_.begin(), ties_.end(),
                             [](const priced& a, const priced& b) { return a.deal < b.deal; });
        return found == ties_.end() ? nullptr : &*found;
    }

private:
    [[nodiscard]] static bool no_smaller(const sum_row& a, const sum_row& b) {
        return std::equal(a.begin(), a.end(), b.begin(), std::greater_equal<>{});
    }

    const price<Number>& price_;
    std::optional<Number> least_;
    std::vector<priced> ties_;
};

template <class Number>
[[nodiscard]] transfer told_transfer(const bargaining& table, const price<Number>& of,
                                     const cheapest_deals<Number>& found, engine method) {
    transfer told;
    told.method = method;
    const auto* best = found.first();
    if (best == nullptr) {
        return told;
    }
    const auto in_values = [](Number n) {
        return static_cast<double>(static_cast<long double>(n) / 1e12L);
    };
    side_payment payment{best->deal, {}, {}, in_values(*of.total(best->sums))};
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        payment.values.push_back(value_of(table.parties[i].utility.scale, best->sums[i]));
        payment.amounts.push_back(in_values(of.missing(i, best->sums[i])));
    }
    told.cheapest = std::move(payment);
    return told;
}

template <class Number>
void look_at_all(const bargaining& table, cheapest_deals<Number>& into) {
    const reduced_problem p = reduce(table);
    if (!p.empty) {
        enumeration(p, 0, p.variables())
            .run(p.base, [&](const std::vector<option_id>& options, const sum_row& sums) {
                into.take(sums, whole_deal(p, options));
            });
    }
}

/// @throws budget_passed
template <class Number>
void walk_deals(const bargaining& table, const budget& limits, cheapest_deals<Number>& into) {
    const reduced_problem p = reduce(table, telling_first(table));
    bounded_walk(p, limits.visits)
        .run([&](const sum_row& most) { return into.hopeless(most); },
             [&](const std::vector<option_id>& options, const sum_row& sums) {
                 into.take(sums, whole_deal(p, options));
             });
}

/// @return why there is no frontier
template <class Number>
[[nodiscard]] std::optional<refusal> read_frontier(const bargaining& table, const budget& limits,
                                                   cheapest_deals<Number>& into) {
    const frontier points = pareto_frontier(table, {engine::eliminate, region::feasible, limits});
    sum_row sums(points.parties);
    for (std::size_t k = 0; k < points.size(); ++k) {
        for (std::size_t i = 0; i < points.parties; ++i) {
            sums[i] = points.sum(k, i);
        }
        into.take(sums, points.deal(k));
    }
    return points.refused;
}

template <class Number>
[[nodiscard]] transfer search_by(const bargaining& table, const transfer_options& asked,
                                 engine method) {
    const price<Number> of(table, asked.payer);
    cheapest_deals<Number> found(of);
    transfer none{{}, {}, method};
    if (method == engine::table) {
        const double deals = combinations(reduce(table));
        if (deals > static_cast<double>(asked.limits.table_rows)) {
            none.refused =
                refusal{fmt::format("a table would hold {} deals, more than its budget of {}",
                                    size_text(deals),
                                    size_text(static_cast<double>(asked.limits.table_rows))),
                        0, deals};
            return none;
        }
        look_at_all(table, found);
    } else if (method == engine::stream) {
        try {
            walk_deals(table, asked.limits, found);
        } catch (const budget_passed& passed) {
            none.refused =
                refusal{fmt::format("a stream would come to {} {}, more than its budget of {}",
                                    size_text(passed.size), passed.what,
                                    size_text(static_cast<double>(passed.allowed))),
                        0, passed.size};
            return none;
        }
    } else if (auto refused = read_frontier(table, asked.limits, found)) {
        none.refused = std::move(refused);
        return none;
    }
    return told_transfer(table, of, found, method);
}

/// Ways worth trying, the best first.
[[nodiscard]] std::vector<engine> ways_to_search(const bargaining& table, engine asked) {
    if (asked != engine::automatic) {
        return {asked};
    }
    constexpr double small = 4096;
    const reduced_problem p = reduce(table);
    if (combinations(p) <= small) {
        return {engine::table};
    }
    return p.derived.empty() ? std::vector<engine>{engine::eliminate, engine::stream}
                             : std::vector<engine>{engine::stream};
}

}  // namespace

transfer least_transfer(const bargaining& table, const transfer_options& options) {
    const std::size_t parties = table.parties.size();
    if (parties == 0 || parties > 128) {
        throw std::invalid_argument(
            fmt::format("least_transfer: needs 1 to 128 parties; got {}", parties));
    }
    if (options.payer && *options.payer >= parties) {
        throw std::invalid_argument(
            fmt::format("least_transfer: the payer must be one of {} parties; got place {}",
                        parties, *options.payer));
    }
    const bool sums =
        std::none_of(table.parties.begin(), table.parties.end(),
                     [](const bargaining::seat& p) { return is_multiplicative(p.utility.scale); });
    transfer found;
    std::string reasons;
    for (const engine method : ways_to_search(table, options.method)) {
        found = sums ? search_by<units>(table, options, method)
                     : search_by<long double>(table, options, method);
        if (!found.refused) {
            return found;
        }
        reasons += (reasons.empty() ? "" : "; ") + found.refused->reason;
        found.refused->reason = reasons;
    }
    return found;
}

}  // namespace negotiation::deal
