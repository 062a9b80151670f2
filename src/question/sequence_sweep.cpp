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

/// By how much an order falls short of beliefs.
[[nodiscard]] double short_of(const sequence::order_report& report,
                              const std::vector<double>& beliefs) {
    double most = 0;
    for (std::size_t i = 0; i < beliefs.size(); ++i) {
        most = std::max(most, sequence::probability_of(report.by_party[i]) - beliefs[i]);
    }
    return most;
}

[[nodiscard]] belief_row believing(double factor, std::vector<double> beliefs,
                                   const sequence::exchange& made,
                                   const sequence::ideal_lattice& lattice,
                                   const frozen_sequence& steps,
                                   const sequence::search_options& how) {
    belief_row row{factor, {}, true};
    for (double& p : beliefs) {
        p = std::min(1.0, factor * p);
    }
    if (!steps.order.empty()) {
        const auto report = sequence::walk(made, steps.order, how.trusts);
        if (report.feasible()) {
            row.shortfall = short_of(report, beliefs);
        }
        return row;
    }
    const auto found = sequence::least_shortfall_order(made, lattice, beliefs, how);
    row.known = found.status != sequence::search_status::exhausted;
    if (found.status == sequence::search_status::found) {
        row.shortfall = short_of(found.best, beliefs);
    }
    return row;
}

}  // namespace

sweep_view sweep_of(const frozen_sequence& steps, const std::vector<double>& beliefs,
                    const sequence::search_options& how) {
    sweep_view all;
    const sequence::exchange made(steps.agreement);
    const sequence::ideal_lattice lattice(made.order());
    for (const double factor : {0.0, 0.5, 1.0, 1.5, 2.0}) {
        if (!beliefs.empty()) {
            all.beliefs.push_back(believing(factor, beliefs, made, lattice, steps, how));
        }
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
