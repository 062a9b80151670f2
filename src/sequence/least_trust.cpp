#include <algorithm>
#include <stdexcept>
#include <utility>

#include <negotiation/sequence/least_trust.hpp>

#include "sequence/given.hpp"
#include "sequence/next_turn_searches.hpp"
#include "sequence/one_order.hpp"
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

}  // namespace

least_trust least_trust_order(const exchange& of, const ideal_lattice& lattice,
                              std::span<const std::size_t> names, const search_options& options) {
    check_lattice(of, lattice);
    least_trust answer;
    ground on{
        &of, &lattice, nullptr, options.trusts, name_ranks(of, names), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    if (options.trusts == trust_options{reading::next_turn, false} && !of.is_covered()) {
        return least_by_sweeps(on);
    }
    const stage_values stages(of, lattice, options.trusts.learning);
    on.stages = &stages;
    with_searches(on, [&](auto with) { answer = one_order(with, on).find(); });
    return answer;
}

trust_frontier least_trust_frontier(const exchange& of, const ideal_lattice& lattice,
                                    std::span<const std::size_t> names,
                                    const search_options& options) {
    check_lattice(of, lattice);
    trust_frontier answer;
    ground on{
        &of, &lattice, nullptr, options.trusts, name_ranks(of, names), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice, options.trusts.learning);
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
    ground on{&of, &lattice, nullptr, options.trusts, name_ranks(of, {}), options.maximum_labels};
    if (is_plain(of, options.trusts, answer)) {
        return answer;
    }
    const stage_values stages(of, lattice, options.trusts.learning);
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
