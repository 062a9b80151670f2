#include "question/sequence_sweep.hpp"

#include <algorithm>

#include <negotiation/sequence/ideal_lattice.hpp>
#include <negotiation/sequence/least_trust.hpp>

namespace negotiation::question::detail {

namespace {

[[nodiscard]] sweep_row row_of(double factor, const sequence::agreement& of,
                               const frozen_sequence& steps, const sequence::search_options& how) {
    sweep_row row{factor, {}, true};
    const sequence::exchange made(of);
    if (!steps.order.empty()) {
        const auto report = sequence::walk(made, steps.order, how.trusts);
        if (report.feasible()) {
            row.trust = sequence::probability_of(sequence::greatest(report));
        }
        return row;
    }
    const sequence::ideal_lattice lattice(made.order());
    const auto found = sequence::least_trust_order(made, lattice, steps.names, how);
    row.known = found.status != sequence::search_status::exhausted;
    if (found.status == sequence::search_status::found) {
        row.trust = sequence::probability_of(sequence::greatest(found.best));
    }
    return row;
}

}  // namespace

sweep_view sweep_of(const frozen_sequence& steps, const sequence::search_options& how) {
    sweep_view all;
    for (const double factor : {0.0, 0.5, 1.0, 1.5, 2.0}) {
        sequence::agreement worth = steps.agreement;
        for (std::size_t i = 0; i < worth.completion.size(); ++i) {
            worth.completion[i] += (factor - 1) * steps.completion[i];
        }
        all.completion.push_back(row_of(factor, worth, steps, how));
        sequence::agreement undone = steps.agreement;
        for (sequence::step& s : undone.steps) {
            for (double& share : s.undone) {
                share = std::min(1.0, factor * share);
            }
        }
        all.undone.push_back(row_of(factor, undone, steps, how));
    }
    return all;
}

}  // namespace negotiation::question::detail
