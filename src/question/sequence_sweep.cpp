#include "question/sequence_sweep.hpp"

#include <algorithm>

#include <negotiation/sequence/ideal_lattice.hpp>
#include <negotiation/sequence/least_trust.hpp>

namespace negotiation::question::detail {

namespace {

[[nodiscard]] std::optional<double> trust_of(const sequence::agreement& of,
                                             const frozen_sequence& steps,
                                             const sequence::search_options& how) {
    const sequence::exchange made(of);
    if (!steps.order.empty()) {
        const auto report = sequence::walk(made, steps.order, how.trusts);
        return report.feasible()
                   ? std::optional(sequence::probability_of(sequence::greatest(report)))
                   : std::nullopt;
    }
    const sequence::ideal_lattice lattice(made.order());
    const auto found = sequence::least_trust_order(made, lattice, steps.names, how);
    return found.status == sequence::search_status::found
               ? std::optional(sequence::probability_of(sequence::greatest(found.best)))
               : std::nullopt;
}

}  // namespace

sweep_view sweep_of(const frozen_sequence& steps, const sequence::search_options& how) {
    sweep_view all;
    for (const double factor : {0.0, 0.5, 1.0, 1.5, 2.0}) {
        sequence::agreement worth = steps.agreement;
        for (std::size_t i = 0; i < worth.completion.size(); ++i) {
            worth.completion[i] += (factor - 1) * steps.completion[i];
        }
        all.completion.push_back({factor, trust_of(worth, steps, how)});
        sequence::agreement undone = steps.agreement;
        for (sequence::step& s : undone.steps) {
            for (double& share : s.undone) {
                share = std::min(1.0, factor * share);
            }
        }
        all.undone.push_back({factor, trust_of(undone, steps, how)});
    }
    return all;
}

}  // namespace negotiation::question::detail
