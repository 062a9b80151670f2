#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/safeguard.hpp>
#include <negotiation/sequence/escrow.hpp>
#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>
#include <negotiation/sequence/least_trust.hpp>

namespace negotiation {

namespace {

namespace seq = negotiation::sequence;

[[nodiscard]] seq::step_id step_called(const std::string& name, const frozen_sequence& steps) {
    const auto found = std::find(steps.steps.begin(), steps.steps.end(), name);
    if (found == steps.steps.end()) {
        throw std::invalid_argument(fmt::format("escrow: no step '{}' is to be done; {}",
                                                shown(name), nearest(name, steps.steps)));
    }
    return static_cast<seq::step_id>(found - steps.steps.begin());
}

void check_payment(const frozen_sequence& steps, const std::vector<std::string>& parties,
                   const escrow_terms& what) {
    const seq::step& paid = steps.agreement.steps[step_called(what.payment, steps)];
    const std::string& payer = parties[paid.performer];
    if (!(paid.value[paid.performer] < 0)) {
        throw std::invalid_argument(
            fmt::format("escrow: '{}' is no payment: it costs '{}', who performs it, nothing",
                        shown(what.payment), shown(payer)));
    }
    if (!(what.cost >= 0 && what.cost <= at_stake(paid))) {
        throw std::invalid_argument(
            fmt::format("escrow: the cost of holding '{}' must lie between 0 and the {} that '{}' "
                        "would lose of it without an escrow; got {}",
                        shown(what.payment), at_stake(paid), shown(payer), what.cost));
    }
}

/// Why a step cannot answer a payment; empty where it can.
[[nodiscard]] std::string no_answer(const frozen_sequence& steps, const seq::exchange& made,
                                    seq::step_id payment, seq::step_id answer) {
    if (made.performer(answer) == made.performer(payment)) {
        return "the same party performs both";
    }
    const auto place = [&](seq::step_id s) {
        return std::find(steps.order.begin(), steps.order.end(), s) - steps.order.begin();
    };
    const bool waits = seq::has(made.order().before(payment), answer);
    const bool earlier = !steps.order.empty() && place(answer) < place(payment);
    return waits || earlier ? "it comes before the payment" : "";
}

/// In a fixed order the release comes as soon as it can.
[[nodiscard]] frozen_sequence held(const frozen_sequence& steps, const seq::escrow& what) {
    frozen_sequence with = steps;
    with.agreement = seq::in_escrow(steps.agreement, what);
    with.steps.push_back("release of " + steps.steps[what.payment]);
    with.names.assign(with.steps.size(), 0);
    std::vector<std::size_t> sorted(with.steps.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return with.steps[a] < with.steps[b]; });
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        with.names[sorted[k]] = k;
    }
    if (!with.order.empty()) {
        const auto answer = std::find(with.order.begin(), with.order.end(), what.answer);
        with.order.insert(answer + 1, static_cast<seq::step_id>(steps.steps.size()));
    }
    return with;
}

/// The least trust of steps, of their order where that is fixed; above 1 where there is none.
[[nodiscard]] double trust_of(const frozen_sequence& steps, const seq::trust_options& trusts) {
    constexpr double none = 2;
    const seq::exchange made(steps.agreement);
    if (!steps.order.empty()) {
        const auto report = seq::walk(made, steps.order, trusts);
        return report.feasible() ? seq::probability_of(seq::greatest(report)) : none;
    }
    constexpr std::size_t few = 20'000;
    const seq::ideal_lattice lattice(made.order(), few);
    if (!lattice.complete()) {
        throw std::invalid_argument(
            "escrow: there are too many stages to find the step that answers the payment best; "
            "name it");
    }
    constexpr std::size_t enough = 300'000;
    const auto found = seq::least_trust_order(made, lattice, steps.names, {trusts, enough});
    return found.status == seq::search_status::found
               ? seq::probability_of(seq::greatest(found.best))
               : none;
}

/// With the answer that asks for least trust, of equals the first in the file.
[[nodiscard]] frozen_sequence held_best(const frozen_sequence& steps, seq::step_id payment,
                                        double cost, const seq::trust_options& trusts) {
    std::optional<frozen_sequence> best;
    double least = 0;
    for (const seq::step_id answer : answers_to(steps, payment)) {
        frozen_sequence with = held(steps, {payment, answer, cost});
        const double trust = trust_of(with, trusts);
        if (!best || trust < least) {
            best = std::move(with);
            least = trust;
        }
    }
    if (!best) {
        throw std::invalid_argument(
            fmt::format("escrow: no step of another party can answer '{}': none comes after it",
                        shown(steps.steps[payment])));
    }
    return std::move(*best);
}

[[nodiscard]] std::vector<party_id> covered_by(const std::vector<std::string>& parties,
                                               const std::string& party, double share) {
    std::vector<party_id> whose;
    for (party_id i = 0; i < parties.size(); ++i) {
        if (party.empty() || parties[i] == party) {
            whose.push_back(i);
        }
    }
    if (whose.empty()) {
        throw std::invalid_argument(fmt::format("guarantee: no party '{}' at the table; {}",
                                                shown(party), nearest(party, parties)));
    }
    if (!(share >= 0 && share <= 1)) {
        throw std::invalid_argument(
            fmt::format("guarantee: the share of the losses of '{}' that is made good must lie in "
                        "[0, 1]; got {}",
                        shown(party), share));
    }
    return whose;
}

}  // namespace

std::vector<seq::step_id> answers_to(const frozen_sequence& steps, seq::step_id payment) {
    const seq::exchange made(steps.agreement);
    std::vector<seq::step_id> answers;
    for (seq::step_id s = 0; s < steps.steps.size(); ++s) {
        if (no_answer(steps, made, payment, s).empty()) {
            answers.push_back(s);
        }
    }
    return answers;
}

frozen_sequence in_escrow(const frozen_sequence& steps, const std::vector<std::string>& parties,
                          const escrow_terms& what, const seq::trust_options& trusts) {
    check_payment(steps, parties, what);
    const seq::step_id payment = step_called(what.payment, steps);
    if (what.answer.empty()) {
        return held_best(steps, payment, what.cost, trusts);
    }
    const seq::step_id answer = step_called(what.answer, steps);
    const std::string why = no_answer(steps, seq::exchange(steps.agreement), payment, answer);
    if (!why.empty()) {
        throw std::invalid_argument(fmt::format("escrow: '{}' cannot answer '{}': {}",
                                                shown(what.answer), shown(what.payment), why));
    }
    return held(steps, {payment, answer, what.cost});
}

double at_stake(const seq::step& paid) {
    return -paid.value[paid.performer] * (1 - paid.undone[paid.performer]);
}

double affordable_share(const frozen_sequence& steps, const std::vector<std::string>& parties,
                        const talks::cover& what) {
    const std::vector<party_id> whose = covered_by(parties, what.party, what.share);
    double due = 0;
    double least = std::numeric_limits<double>::infinity();  // of whoever stops nothing is due
    for (const party_id i : whose) {
        const double loss = seq::greatest_loss(steps.agreement, i, steps.order);
        due += loss;
        least = std::min(least, loss);
    }
    due -= whose.size() > 1 ? least : 0;
    return due <= 0 ? 0 : due > what.budget ? std::min(what.share, what.budget / due) : what.share;
}

frozen_sequence guaranteed(const frozen_sequence& steps, const std::vector<std::string>& parties,
                           const std::string& party, double share) {
    frozen_sequence with = steps;
    for (const party_id i : covered_by(parties, party, share)) {
        with.agreement = seq::guaranteed(with.agreement, i, share);
    }
    return with;
}

}  // namespace negotiation
