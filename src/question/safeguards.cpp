#include "question/safeguards.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/safeguard.hpp>
#include <negotiation/scenario/secured_sequence.hpp>
#include <negotiation/talks/surety.hpp>

#include "question/surety_text.hpp"

namespace negotiation::question::detail {

namespace seq = negotiation::sequence;

namespace {

/// Mediators of the file that stand for the carrying out.
[[nodiscard]] std::vector<std::pair<std::string, talks::surety>> standing(const enquiry& on) {
    std::vector<std::pair<std::string, talks::surety>> all;
    if (!on.asked->sureties || !on.at.world->protocol) {
        return all;
    }
    for (const talks::mediator_entry& m : on.at.world->protocol->mediators) {
        if (auto stands = talks::surety_of(m.role)) {
            all.emplace_back(m.name, std::move(*stands));
        }
    }
    return all;
}

[[nodiscard]] secured_sequence with_mediators(const enquiry& on, frozen_sequence steps) {
    std::vector<talks::surety> by;
    for (auto& [name, what] : standing(on)) {
        by.push_back(std::move(what));
    }
    return secured(*on.at.world, on.deal.value_or(on.at.frozen.status_quo), std::move(steps),
                   on.parties, by, on.asked->trusts);
}

}  // namespace

frozen_sequence safeguarded(const enquiry& on, frozen_sequence steps) {
    steps = with_mediators(on, std::move(steps)).steps;
    for (const auto& [party, share] : on.asked->guarantees) {
        if (party.empty()) {  // to a mediator it stands for everybody, to a question for nobody
            throw std::invalid_argument("guarantee: no party ''; " + nearest(party, on.parties));
        }
        steps = guaranteed(steps, on.parties, party, share);
    }
    for (const escrow_terms& what : on.asked->escrows) {
        steps = in_escrow(steps, on.parties, what, on.asked->trusts);
    }
    return steps;
}

std::vector<standing_view> sureties_of(const enquiry& on, const frozen_sequence& alone) {
    const std::vector<surety_effect> effects = with_mediators(on, alone).effects;
    std::vector<standing_view> all;
    for (const auto& [name, what] : standing(on)) {
        const surety_effect& effect = effects[all.size()];
        all.push_back(
            {name, surety_text(what) + share_text(what, effect), effect.idle, effect.share});
    }
    return all;
}

std::vector<escrow_view> held_of(const frozen_sequence& alone, const frozen_sequence& with) {
    std::vector<escrow_view> all;
    for (std::size_t k = alone.steps.size(); k < with.steps.size(); ++k) {
        const std::vector<seq::step_id>& after = with.agreement.steps[k].after;
        const seq::step& deposit = with.agreement.steps[after[0]];
        all.push_back({with.steps[after[0]], with.steps[after[1]], with.steps[k],
                       0 - deposit.value[deposit.performer]});
    }
    return all;
}

}  // namespace negotiation::question::detail
