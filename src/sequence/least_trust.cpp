#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>
#include <fmt/core.h>

#include <negotiation/sequence/least_trust.hpp>

#include "sequence/given.hpp"
#include "sequence/searches.hpp"

namespace negotiation::sequence {

namespace {

void check_lattice(const exchange& of, const ideal_lattice& lattice) {
    if (!lattice.complete()) {
        throw std::invalid_argument("least trust: not all ideals are listed");
    }
    if (!(lattice.order() == of.order())) {
        throw std::invalid_argument("least trust: the lattice is of another partial order");
    }
}

/// Whether completion is worth less than nothing to somebody.
[[nodiscard]] bool is_refused(const exchange& of) {
    for (party_id i = 0; i < of.parties(); ++i) {
        if (of.total(i) < 0) {
            return true;
        }
    }
    return false;
}

/// What can be said without a search. @return true where that is all
template <class Answer>
[[nodiscard]] bool is_plain(const exchange& of, const trust_options& trusts, Answer& answer) {
    if (is_refused(of)) {
        return true;
    }
    if (of.size() == 0) {
        answer.status = search_status::found;
        if constexpr (requires { answer.points; }) {
            answer.points.push_back(walk(of, {}, trusts));
        } else {
            answer.best = walk(of, {}, trusts);
        }
        return true;
    }
    return false;
}

/// Labels for telling equals of three and more parties apart: each looks at all trusts.
constexpr std::size_t ties_limit = 400'000;

using fraction = boost::multiprecision::cpp_rational;

/// A sum of trusts, exact where they are fractions.
[[nodiscard]] fraction sum_of(const greatest_held::odds* odds, std::size_t count) {
    fraction sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (odds[i].loss > 0) {
            sum +=
                fraction(odds[i].loss, boost::multiprecision::cpp_int(odds[i].loss) + odds[i].gain);
        }
    }
    return sum;
}
[[nodiscard]] double sum_of(const double* odds, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += learned_holdings::probability(odds[i]);
    }
    return sum;
}

/// Those of some trusts by party whose sum is least.
template <class Trusts>
[[nodiscard]] std::vector<Trusts> least_sums(const std::vector<Trusts>& all) {
    std::vector<Trusts> best;
    for (const Trusts& trusts : all) {
        const auto sum = sum_of(trusts.data(), trusts.size());
        if (!best.empty()) {
            const auto known = sum_of(best[0].data(), best[0].size());
            if (known < sum) {
                continue;
            }
            if (sum < known) {
                best.clear();
            }
        }
        best.push_back(trusts);
    }
    return best;
}

/// Of an order the trust of whoever is asked for less, as odds not below it.
template <class Held>
[[nodiscard]] typename Held::odds lesser_trust(const exchange& of, std::span<const step_id> order,
                                               const trust_options& trusts) {
    const order_report report = walk(of, order, trusts);
    const auto odds = [&](std::size_t i) {
        return i < report.by_party.size() ? Held::odds_of(report.by_party[i])
                                          : typename Held::odds{};
    };
    const auto lesser = Held::below(odds(0), odds(1)) ? odds(0) : odds(1);
    if constexpr (Held::learns) {
        return lesser * (1 + 1e-9);  // a bound only: long sums of log-odds may round
    } else {
        return lesser;
    }
}

/// Trusts by party, among them those with the least sum, where nobody is asked for more than
/// `least` and somebody always for just as much.
template <class Held, std::size_t N>
[[nodiscard]] std::vector<std::array<typename Held::odds, N>> candidates(
    searches<Held, N>& with, const ground& on, bounds<Held, N> within,
    const typename Held::odds& least, std::span<const step_id> known) {
    std::vector<std::array<typename Held::odds, N>> all;
    if constexpr (N == 2) {  // one of the two is asked for the least: the other's is what counts
        auto most = lesser_trust<Held>(on.stages->of(), known, on.trusts);
        for (const party_id other : {0U, 1U}) {
            within.caps = {least, least};
            within.caps[other] = most;
            if (const auto trust = with.least_of_one(other, within)) {
                all.emplace_back();
                all.back()[other] = *trust;
                all.back()[1 - other] = least;
                most = *trust;
            }
        }
    } else {
        for (const auto& point :
             with.template efficient<true>(within, std::min(on.limit, ties_limit))) {
            all.push_back(point.at.values);
        }
    }
    return all;
}

[[nodiscard]] bool comes_first(const std::vector<step_id>& a, const std::vector<step_id>& b,
                               const std::vector<std::size_t>& names) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [&](step_id x, step_id y) { return names[x] < names[y]; });
}

/// Among the orders with the least trust: fewest runs, least sum of trusts, first by names.
template <class Held, std::size_t N>
[[nodiscard]] std::vector<step_id> one_order(searches<Held, N>& with, const ground& on,
                                             const typename Held::odds& least) {
    bounds<Held, N> within;
    within.caps.fill(least);
    const auto shortest = with.least_runs(within);
    if (!shortest) {
        return {};
    }
    within.runs = shortest->runs;
    std::vector<step_id> first;
    for (const auto& trusts : least_sums(candidates(with, on, within, least, shortest->order))) {
        std::vector<step_id> order = with.named(trusts, within.runs);
        if (!order.empty() && (first.empty() || comes_first(order, first, on.names))) {
            first = std::move(order);
        }
    }
    return first;
}

}  // namespace

least_trust least_trust_order(const exchange& of, const ideal_lattice& lattice,
                              std::span<const std::size_t> names, const search_options& options) {
    check_lattice(of, lattice);
    least_trust answer;
    ground on{nullptr, options.trusts, name_ranks(of, names), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice);
    on.stages = &stages;
    with_searches(on, [&](auto with) {
        const auto least = with.least();
        answer.labels = with.labels();
        if (!least) {
            answer.status = with.exhausted() ? search_status::exhausted : search_status::infeasible;
            return;
        }
        answer.status = search_status::found;
        const std::vector<step_id> order = one_order(with, on, least->trust);
        answer.ties_broken = !with.exhausted();
        answer.labels = with.labels();
        answer.best = walk(of, order.empty() ? least->order : order, options.trusts);
    });
    return answer;
}

trust_frontier least_trust_frontier(const exchange& of, const ideal_lattice& lattice,
                                    std::span<const std::size_t> names,
                                    const search_options& options) {
    check_lattice(of, lattice);
    trust_frontier answer;
    ground on{nullptr, options.trusts, name_ranks(of, names), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice);
    on.stages = &stages;
    with_searches(on, [&](auto with) {
        const auto points = with.template efficient<false>({}, on.limit);
        answer.labels = with.labels();
        if (with.exhausted()) {
            answer.status = search_status::exhausted;
            return;
        }
        answer.status = points.empty() ? search_status::infeasible : search_status::found;
        for (const auto& point : points) {
            std::vector<step_id> order = with.named(point.at.values);
            answer.ties_broken = answer.ties_broken && !with.exhausted();
            answer.points.push_back(walk(of, order.empty() ? point.order : order, options.trusts));
        }
        answer.labels = with.labels();
    });
    return answer;
}

least_shortfall least_shortfall_order(const exchange& of, const ideal_lattice& lattice,
                                      std::span<const double> beliefs,
                                      const search_options& options) {
    check_lattice(of, lattice);
    check_beliefs(of, beliefs);
    least_shortfall answer;
    ground on{nullptr, options.trusts, name_ranks(of, {}), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice);
    on.stages = &stages;
    with_searches(on, [&](auto with) {
        const std::vector<step_id> order = with.least_short(beliefs);
        answer.labels = with.labels();
        if (order.empty()) {
            answer.status = with.exhausted() ? search_status::exhausted : search_status::infeasible;
            return;
        }
        answer.status = search_status::found;
        answer.best = walk(of, order, options.trusts);
        for (party_id i = 0; i < of.parties(); ++i) {
            answer.shortfall =
                std::max(answer.shortfall, probability_of(answer.best.by_party[i]) - beliefs[i]);
        }
    });
    return answer;
}

}  // namespace negotiation::sequence
