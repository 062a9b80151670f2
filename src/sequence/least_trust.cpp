#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>
#include <fmt/core.h>

#include <negotiation/sequence/least_trust.hpp>

#include "sequence/first_by_names.hpp"
#include "sequence/label_search.hpp"

namespace negotiation::sequence {

namespace {

/// A problem laid out for searches.
struct ground {
    const stage_values* stages;
    trust_options trusts;
    std::vector<std::size_t> names;
    std::size_t limit;
};

[[nodiscard]] std::vector<std::size_t> names_of(const exchange& of,
                                                std::span<const std::size_t> names) {
    if (!names.empty() && names.size() != of.size()) {
        throw std::invalid_argument(
            fmt::format("least trust: {} names for {} steps", names.size(), of.size()));
    }
    std::vector<std::size_t> all(names.begin(), names.end());
    if (all.empty()) {
        all.resize(of.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
    }
    return all;
}

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

/// The searches for one kind of memory and one number of parties.
template <class Held, std::size_t N>
class searches {
public:
    using odds = typename Held::odds;
    using limits = bounds<Held, N>;

    explicit searches(const ground& on) : on_(&on) {}

    [[nodiscard]] std::size_t labels() const { return labels_; }
    [[nodiscard]] bool exhausted() const { return exhausted_; }

    /// The least greatest trust of all orders, and one that asks for no more; nothing where none is
    /// feasible.
    struct best {
        odds trust{};
        std::vector<step_id> order;
    };
    [[nodiscard]] std::optional<best> least() {
        std::array<odds, 1> from{};
        if (on_->trusts.how == reading::drawdown) {
            // no order asks for less under drawdown than under next turn
            const auto lower = least_under(reading::next_turn, from);
            if (!lower) {
                return std::nullopt;
            }
            from[0] = lower->trust;
        }
        return least_under(on_->trusts.how, from);
    }

    [[nodiscard]] std::optional<std::size_t> least_runs(const limits& within) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        label_search<Held, N, fewest_runs<Held, N>> search(next, {}, on_->limit);
        const auto wholes = run(search, true, {});
        return wholes.empty() ? std::nullopt : std::optional<std::size_t>(wholes[0].at.runs);
    }

    /// The efficient trusts by party, within bounds.
    template <bool Runs>
    [[nodiscard]] auto efficient(const limits& within) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        label_search<Held, N, each_trust<Held, N, Runs>> search(next, {}, on_->limit);
        return run(search, false, {});
    }

    /// The order by fewest runs, then names, that asks nobody for more than this.
    [[nodiscard]] std::vector<step_id> named(const std::array<odds, N>& trusts) {
        limits within;
        within.caps = capped(trusts);
        const auto runs = least_runs(within);
        return runs ? named(trusts, *runs) : std::vector<step_id>();
    }
    [[nodiscard]] std::vector<step_id> named(const std::array<odds, N>& trusts, std::size_t runs) {
        const limits within{capped(trusts), runs};
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        first_by_names<Held, N> search(next, on_->names, on_->limit);
        std::vector<step_id> order = search.find();
        exhausted_ = exhausted_ || search.exhausted();
        return order;
    }

    [[nodiscard]] std::vector<step_id> shortest_of_beliefs(std::span<const double> beliefs) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, {});
        greatest_shortfall<Held, N> criterion;
        std::copy(beliefs.begin(), beliefs.end(), criterion.beliefs.begin());
        label_search<Held, N, greatest_shortfall<Held, N>> search(next, criterion, on_->limit);
        const auto wholes = run(search, true, {});
        return wholes.empty() ? std::vector<step_id>() : wholes[0].order;
    }

    [[nodiscard]] static std::array<std::optional<odds>, N> capped(
        const std::array<odds, N>& trusts) {
        std::array<std::optional<odds>, N> caps;
        std::copy(trusts.begin(), trusts.end(), caps.begin());
        return caps;
    }

private:
    [[nodiscard]] std::optional<best> least_under(reading how, const std::array<odds, 1>& from) {
        const continuation<Held, N> next(*on_->stages, how, {});
        label_search<Held, N, greatest_trust<Held, N>> search(next, {}, on_->limit);
        const auto wholes = run(search, true, {0, from});
        return wholes.empty() ? std::nullopt
                              : std::optional(best{wholes[0].at.values[0], wholes[0].order});
    }

    template <class Search>
    [[nodiscard]] auto run(Search& search, bool first_only, const typename Search::cost& from) {
        search.search(first_only, from);
        labels_ += search.labels();
        exhausted_ = exhausted_ || search.exhausted();
        return search.wholes();
    }

    const ground* on_;
    std::size_t labels_ = 0;
    bool exhausted_ = false;
};

/// Calls with the searches that fit the problem.
template <class Use>
auto with_searches(const ground& on, const Use& use) {
    const std::size_t parties = on.stages->of().parties();
    const auto sized = [&]<class Held>(const Held& /*kind*/) {
        if (parties <= 2) {
            return use(searches<Held, 2>(on));
        }
        if (parties <= 4) {
            return use(searches<Held, 4>(on));
        }
        return use(searches<Held, 128>(on));
    };
    return on.trusts.learning ? sized(learned_holdings{}) : sized(greatest_held{});
}

using fraction = boost::multiprecision::cpp_rational;

/// A sum of trusts, exact where they are fractions.
[[nodiscard]] fraction sum_of(const greatest_held::odds* odds, std::size_t count) {
    fraction sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (odds[i].loss > 0) {
            sum += fraction(odds[i].loss, boost::multiprecision::cpp_int(odds[i].loss) + odds[i].gain);
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

/// The points with the least sum.
template <class Wholes>
[[nodiscard]] auto least_sums(const Wholes& points) {
    auto best = points;
    best.clear();
    for (const auto& point : points) {
        const auto sum = sum_of(point.at.values.data(), point.at.values.size());
        if (!best.empty()) {
            const auto known = sum_of(best[0].at.values.data(), best[0].at.values.size());
            if (known < sum) {
                continue;
            }
            if (sum < known) {
                best.clear();
            }
        }
        best.push_back(point);
    }
    return best;
}

[[nodiscard]] bool comes_first(const std::vector<step_id>& a, const std::vector<step_id>& b,
                               const std::vector<std::size_t>& names) {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](step_id x, step_id y) { return names[x] < names[y]; });
}

/// Among the orders with the least trust: fewest runs, least sum of trusts, first by names.
template <class Held, std::size_t N>
[[nodiscard]] std::vector<step_id> one_order(searches<Held, N>& with, const ground& on,
                                             const typename Held::odds& least) {
    bounds<Held, N> within;
    within.caps.fill(least);
    const auto runs = with.least_runs(within);
    if (!runs) {
        return {};
    }
    within.runs = *runs;
    std::vector<step_id> first;
    for (const auto& point : least_sums(with.template efficient<true>(within))) {
        std::vector<step_id> order = with.named(point.at.values, *runs);
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
    ground on{nullptr, options.trusts, names_of(of, names), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice);
    on.stages = &stages;
    with_searches(on, [&](auto with) {
        const auto least = with.least();
        answer.labels = with.labels();
        if (!least) {
            answer.status =
                with.exhausted() ? search_status::exhausted : search_status::infeasible;
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
    ground on{nullptr, options.trusts, names_of(of, names), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice);
    on.stages = &stages;
    with_searches(on, [&](auto with) {
        const auto points = with.template efficient<false>({});
        answer.labels = with.labels();
        if (with.exhausted()) {
            answer.status = search_status::exhausted;
            return;
        }
        answer.status =
            points.empty() ? search_status::infeasible : search_status::found;
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
    if (beliefs.size() != of.parties()) {
        throw std::invalid_argument(fmt::format("beliefs: needs {}, one a party; got {}",
                                                of.parties(), beliefs.size()));
    }
    for (const double p : beliefs) {
        if (!(p >= 0 && p <= 1)) {
            throw std::invalid_argument(fmt::format("beliefs: must lie in [0, 1]; got {}", p));
        }
    }
    least_shortfall answer;
    ground on{nullptr, options.trusts, names_of(of, {}), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice);
    on.stages = &stages;
    with_searches(on, [&](auto with) {
        const std::vector<step_id> order = with.shortest_of_beliefs(beliefs);
        answer.labels = with.labels();
        if (order.empty()) {
            answer.status =
                with.exhausted() ? search_status::exhausted : search_status::infeasible;
            return;
        }
        answer.status = search_status::found;
        answer.best = walk(of, order, options.trusts);
        for (party_id i = 0; i < of.parties(); ++i) {
            answer.shortfall = std::max(
                answer.shortfall, probability_of(answer.best.by_party[i]) - beliefs[i]);
        }
    });
    return answer;
}

}  // namespace negotiation::sequence
