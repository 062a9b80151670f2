#pragma once

/// @file
/// The one order that needs least trust, by the rules for ties, from searches of either kind.

#include <algorithm>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include <negotiation/sequence/least_trust.hpp>

#include "sequence/searches.hpp"

namespace negotiation::sequence {

/// @brief The least trust, and among the orders with it fewest runs, least sum of trusts, first by
/// names.
template <class Searches>
class one_order {
public:
    one_order(Searches& with, const ground& on) : with_(&with), on_(&on) {}

    [[nodiscard]] least_trust find() {
        least_trust answer;
        const auto least = with_->least();
        answer.labels = with_->labels();
        if (!least) {
            answer.status =
                with_->exhausted() ? search_status::exhausted : search_status::infeasible;
            return answer;
        }
        answer.status = search_status::found;
        const std::vector<step_id> order = among_equals(least->trust);
        answer.ties_broken = !with_->exhausted();
        answer.labels = with_->labels();
        answer.best = walk(*on_->of, order.empty() ? least->order : order, on_->trusts);
        return answer;
    }

private:
    using holdings = typename Searches::holdings;
    using odds = typename Searches::odds;
    using trusts = typename Searches::trusts;
    using fraction = boost::multiprecision::cpp_rational;

    /// Labels for telling equals of three and more parties apart: each looks at all trusts.
    static constexpr std::size_t ties_limit = 400'000;

    [[nodiscard]] std::vector<step_id> among_equals(const odds& least) {
        typename Searches::limits within;
        within.caps.fill(least);
        const auto shortest = with_->least_runs(within);
        if (!shortest) {
            return {};
        }
        within.runs = shortest->runs;
        std::vector<step_id> first;
        for (const trusts& asked : least_sums(candidates(within, least, shortest->order))) {
            std::vector<step_id> order = with_->named(asked, within.runs);
            if (!order.empty() && (first.empty() || comes_first(order, first))) {
                first = std::move(order);
            }
        }
        return first;
    }

    /// Trusts by party, among them those with the least sum, where nobody is asked for more than
    /// `least` and somebody always for just as much.
    [[nodiscard]] std::vector<trusts> candidates(typename Searches::limits within,
                                                 const odds& least,
                                                 std::span<const step_id> known) {
        std::vector<trusts> all;
        if constexpr (std::tuple_size_v<trusts> == 2) {
            // one of the two is asked for the least: the other's is what counts
            auto most = lesser_trust(known);
            for (const party_id other : {0U, 1U}) {
                within.caps = {least, least};
                within.caps[other] = most;
                if (const auto trust = with_->least_of_one(other, within)) {
                    all.emplace_back();
                    all.back()[other] = *trust;
                    all.back()[1 - other] = least;
                    most = *trust;
                }
            }
        } else {
            for (const auto& point :
                 with_->template efficient<true>(within, std::min(on_->limit, ties_limit))) {
                all.push_back(point.at.values);
            }
        }
        return all;
    }

    /// Of an order the trust of whoever is asked for less, as odds not below it.
    [[nodiscard]] odds lesser_trust(std::span<const step_id> order) const {
        const order_report report = walk(*on_->of, order, on_->trusts);
        const auto asked = [&](std::size_t i) {
            return i < report.by_party.size() ? holdings::odds_of(report.by_party[i]) : odds{};
        };
        const odds lesser = holdings::below(asked(0), asked(1)) ? asked(0) : asked(1);
        if constexpr (holdings::learns) {
            return lesser * (1 + 1e-9);  // a bound only: long sums of log-odds may round
        } else {
            return lesser;
        }
    }

    /// Those of some trusts by party whose sum is least.
    [[nodiscard]] static std::vector<trusts> least_sums(const std::vector<trusts>& all) {
        std::vector<trusts> best;
        for (const trusts& asked : all) {
            const auto sum = sum_of(asked);
            if (!best.empty()) {
                const auto known = sum_of(best[0]);
                if (known < sum) {
                    continue;
                }
                if (sum < known) {
                    best.clear();
                }
            }
            best.push_back(asked);
        }
        return best;
    }

    /// A sum of trusts, exact where they are fractions.
    [[nodiscard]] static auto sum_of(const trusts& asked) {
        if constexpr (holdings::learns) {
            double sum = 0;
            for (const odds& one : asked) {
                sum += holdings::probability(one);
            }
            return sum;
        } else {
            fraction sum = 0;
            for (const odds& one : asked) {
                if (one.loss > 0) {
                    sum += fraction(one.loss, boost::multiprecision::cpp_int(one.loss) + one.gain);
                }
            }
            return sum;
        }
    }

    [[nodiscard]] bool comes_first(const std::vector<step_id>& a,
                                   const std::vector<step_id>& b) const {
        return std::lexicographical_compare(
            a.begin(), a.end(), b.begin(), b.end(),
            [&](step_id x, step_id y) { return on_->names[x] < on_->names[y]; });
    }

    Searches* with_;
    const ground* on_;
};

}  // namespace negotiation::sequence
