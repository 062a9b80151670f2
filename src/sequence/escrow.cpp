#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/sequence/escrow.hpp>
#include <negotiation/sequence/exchange.hpp>

namespace negotiation::sequence {

namespace {

void check_escrow(const agreement& of, const escrow& what) {
    const exchange made(of);  // says what is wrong with it
    for (const step_id s : {what.payment, what.answer}) {
        if (s >= of.steps.size()) {
            throw std::invalid_argument(
                fmt::format("escrow: step {} is not one of {}", s, of.steps.size()));
        }
    }
    const step& paid = of.steps[what.payment];
    const double worth = paid.value[paid.performer];
    if (!(worth < 0)) {
        throw std::invalid_argument(fmt::format(
            "escrow: step {} is no payment: it costs its performer nothing", what.payment));
    }
    if (of.steps[what.answer].performer == paid.performer) {
        throw std::invalid_argument(
            fmt::format("escrow: step {} is the payer's own and answers nothing", what.answer));
    }
    if (has(made.order().before(what.payment), what.answer)) {
        throw std::invalid_argument(
            fmt::format("escrow: step {} comes before the payment, step {}, and cannot answer it",
                        what.answer, what.payment));
    }
    const double lost = -worth * (1 - paid.undone[paid.performer]);
    if (!(what.handling >= 0 && what.handling <= lost)) {
        throw std::invalid_argument(
            fmt::format("escrow: the handling must lie between 0 and what a collapse loses of the "
                        "payment without it, {}; got {}",
                        lost, what.handling));
    }
}

/// The release: what the payment was worth, of which the payer has lost the handling already.
[[nodiscard]] step release_of(const step& paid, party_id by, const escrow& what) {
    step release;
    release.performer = by;
    release.value = paid.value;
    release.undone = paid.undone;
    release.after = {what.payment, what.answer};
    if (what.handling > 0) {
        double& value = release.value[paid.performer];
        double& undone = release.undone[paid.performer];
        const double back = value * undone;
        value += what.handling;
        undone = value < 0 ? std::clamp(back / value, 0.0, 1.0) : 0;
    }
    return release;
}

}  // namespace

agreement in_escrow(const agreement& of, const escrow& what) {
    check_escrow(of, what);
    agreement with = of;
    with.steps.reserve(with.steps.size() + 1);  // references stay
    step& deposit = with.steps[what.payment];
    step& answer = with.steps[what.answer];
    step release = release_of(deposit, answer.performer, what);
    std::fill(deposit.value.begin(), deposit.value.end(), 0.0);
    std::fill(deposit.undone.begin(), deposit.undone.end(), 0.0);
    deposit.value[deposit.performer] = -what.handling;
    deposit.pretence.reset();  // whoever holds it has counted it
    answer.after.push_back(what.payment);
    with.steps.push_back(std::move(release));
    check(with);
    return with;
}

}  // namespace negotiation::sequence
