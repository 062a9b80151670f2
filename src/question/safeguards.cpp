#include "question/safeguards.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/sequence/escrow.hpp>
#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/least_trust.hpp>

namespace negotiation::question::detail {

namespace seq = negotiation::sequence;

namespace {

[[nodiscard]] seq::step_id step_called(const std::string& name, const frozen_sequence& steps) {
    const auto found = std::find(steps.steps.begin(), steps.steps.end(), name);
    if (found == steps.steps.end()) {
        throw std::invalid_argument(fmt::format("escrow: no step '{}' is to be done; {}",
                                                shown(name), nearest(name, steps.steps)));
    }
    return static_cast<seq::step_id>(found - steps.steps.begin());
}

void check_payment(const enquiry& on, const frozen_sequence& steps, const escrow_asked& what) {
    const seq::step& paid = steps.agreement.steps[step_called(what.payment, steps)];
    const std::string& payer = on.parties[paid.performer];
    const double worth = paid.value[paid.performer];
    if (!(worth < 0)) {
        throw std::invalid_argument(
            fmt::format("escrow: '{}' is no payment: it costs '{}', who performs it, nothing",
                        shown(what.payment), shown(payer)));
    }
    const double lost = -worth * (1 - paid.undone[paid.performer]);
    if (!(what.cost >= 0 && what.cost <= lost)) {
        throw std::invalid_argument(
            fmt::format("escrow: the cost of holding '{}' must lie between 0 and the {} that '{}' "
                        "would lose of it without an escrow; got {}",
                        shown(what.payment), lost, shown(payer), what.cost));
    }
}

/// Why a step cannot answer a payment; empty where it can.
[[nodiscard]] std::string no_answer(const frozen_sequence& steps, seq::step_id payment,
                                    seq::step_id answer) {
    const seq::exchange made(steps.agreement);
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
[[nodiscard]] double trust_of(const enquiry& on, const frozen_sequence& steps) {
    constexpr double none = 2;
    const seq::exchange made(steps.agreement);
    if (!steps.order.empty()) {
        const auto report = seq::walk(made, steps.order, on.asked->trusts);
        return report.feasible() ? seq::probability_of(seq::greatest(report)) : none;
    }
    constexpr std::size_t few = 20'000;
    const seq::ideal_lattice lattice(made.order(), few);
    if (!lattice.complete()) {
        throw std::invalid_argument(
            "escrow: there are too many stages to find the step that answers the payment best; "
            "name it, STEP:ANSWER");
    }
    constexpr std::size_t enough = 300'000;
    const auto found =
        seq::least_trust_order(made, lattice, steps.names, {on.asked->trusts, enough});
    return found.status == seq::search_status::found
               ? seq::probability_of(seq::greatest(found.best))
               : none;
}

/// With the answer that asks for least trust; of equals the first in the file.
[[nodiscard]] frozen_sequence held_best(const enquiry& on, const frozen_sequence& steps,
                                        const escrow_asked& what) {
    const seq::step_id payment = step_called(what.payment, steps);
    std::optional<frozen_sequence> best;
    double least = 0;
    for (seq::step_id answer = 0; answer < steps.steps.size(); ++answer) {
        if (!no_answer(steps, payment, answer).empty()) {
            continue;
        }
        frozen_sequence with = held(steps, {payment, answer, what.cost});
        const double trust = trust_of(on, with);
        if (!best || trust < least) {
            best = std::move(with);
            least = trust;
        }
    }
    if (!best) {
        throw std::invalid_argument(
            fmt::format("escrow: no step of another party can answer '{}': none comes after it",
                        shown(what.payment)));
    }
    return std::move(*best);
}

[[nodiscard]] frozen_sequence held_as_asked(const enquiry& on, const frozen_sequence& steps,
                                            const escrow_asked& what) {
    check_payment(on, steps, what);
    if (what.answer.empty()) {
        return held_best(on, steps, what);
    }
    const seq::step_id payment = step_called(what.payment, steps);
    const seq::step_id answer = step_called(what.answer, steps);
    const std::string why = no_answer(steps, payment, answer);
    if (!why.empty()) {
        throw std::invalid_argument(fmt::format("escrow: '{}' cannot answer '{}': {}",
                                                shown(what.answer), shown(what.payment), why));
    }
    return held(steps, {payment, answer, what.cost});
}

void guarantee(const enquiry& on, frozen_sequence& steps) {
    for (const auto& [party, share] : on.asked->guarantees) {
        const auto found = std::find(on.parties.begin(), on.parties.end(), party);
        if (found == on.parties.end()) {
            throw std::invalid_argument(fmt::format("guarantee: no party '{}' at the table; {}",
                                                    shown(party), nearest(party, on.parties)));
        }
        if (!(share >= 0 && share <= 1)) {
            throw std::invalid_argument(
                fmt::format("guarantee: the share of the losses of '{}' that is made good must lie "
                            "in [0, 1]; got {}",
                            shown(party), share));
        }
        steps.agreement = seq::guaranteed(steps.agreement,
                                          static_cast<party_id>(found - on.parties.begin()), share);
    }
}

}  // namespace

frozen_sequence safeguarded(const enquiry& on, frozen_sequence steps) {
    guarantee(on, steps);
    for (const escrow_asked& what : on.asked->escrows) {
        steps = held_as_asked(on, steps, what);
    }
    return steps;
}

std::vector<escrow_view> held_of(const enquiry& on, const frozen_sequence& with) {
    std::vector<escrow_view> all;
    const std::size_t first = with.steps.size() - on.asked->escrows.size();
    for (std::size_t k = 0; k < on.asked->escrows.size(); ++k) {
        const seq::step& release = with.agreement.steps[first + k];
        all.push_back({with.steps[release.after[0]], with.steps[release.after[1]],
                       with.steps[first + k], on.asked->escrows[k].cost});
    }
    return all;
}

}  // namespace negotiation::question::detail
