#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/safeguard.hpp>
#include <negotiation/scenario/secured_sequence.hpp>

namespace negotiation {

namespace {

namespace seq = negotiation::sequence;

[[nodiscard]] const seq::written_step* written_step_called(const scenario& world,
                                                           const std::string& name) {
    const auto& steps = world.sequence->steps;
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const seq::written_step& s) { return s.name == name; });
    return found == steps.end() ? nullptr : &*found;
}

/// Whether one step has to wait for another, by the file.
[[nodiscard]] bool waits_for(const scenario& world, const std::string& later,
                             const std::string& earlier) {
    std::vector<std::string> open{later};
    std::vector<std::string> seen;
    while (!open.empty()) {
        const std::string name = std::move(open.back());
        open.pop_back();
        const seq::written_step* step = written_step_called(world, name);
        if (step == nullptr || std::find(seen.begin(), seen.end(), name) != seen.end()) {
            continue;
        }
        seen.push_back(name);
        for (const std::string& before : step->after) {
            if (before == earlier) {
                return true;
            }
            open.push_back(before);
        }
    }
    return false;
}

[[nodiscard]] const issue* issue_carried_out(const scenario& world, const seq::written_step& by) {
    if (!by.implements) {
        return nullptr;
    }
    const auto found = std::find_if(world.issues.begin(), world.issues.end(),
                                    [&](const issue& i) { return i.name == by.implements->issue; });
    return found == world.issues.end() ? nullptr : &*found;
}

/// Whether its options are numbers, so that they can be set against a capacity.
[[nodiscard]] bool can_be_measured(const issue& of) {
    return std::all_of(of.options.begin(), of.options.end(), is_number);
}

[[nodiscard]] std::string no_such_step(const scenario& world, const std::string& name) {
    return fmt::format("escrow: no step '{}'; {}", shown(name),
                       nearest(name, detail::names_of(world.sequence->steps)));
}

[[nodiscard]] std::optional<std::string> fault_in(const scenario& world, const talks::custody& of) {
    const seq::written_step* paid = written_step_called(world, of.payment);
    if (paid == nullptr) {
        return no_such_step(world, of.payment);
    }
    if (of.capacity) {
        const issue* about = issue_carried_out(world, *paid);
        if (about == nullptr || !can_be_measured(*about)) {
            return fmt::format("escrow: a capacity, {}, needs a payment of an amount; '{}' {}",
                               *of.capacity, shown(of.payment),
                               about == nullptr ? "carries out no issue"
                                                : fmt::format("carries out '{}', whose options are "
                                                              "not numbers",
                                                              shown(about->name)));
        }
    }
    if (of.answer.empty()) {
        return std::nullopt;
    }
    const seq::written_step* answer = written_step_called(world, of.answer);
    if (answer == nullptr) {
        return no_such_step(world, of.answer);
    }
    if (answer->party == paid->party || waits_for(world, of.payment, of.answer)) {
        return fmt::format("escrow: '{}' cannot answer '{}': {}", shown(of.answer),
                           shown(of.payment),
                           answer->party == paid->party ? "the same party performs both"
                                                        : "it comes before the payment");
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<std::string> fault_in(const scenario& world, const talks::cover& of) {
    if (of.party.empty()) {
        return std::nullopt;
    }
    std::vector<std::string> names = detail::names_of(world.parties);
    for (const party& who : world.onlookers) {
        names.push_back(who.name);
    }
    return std::find(names.begin(), names.end(), of.party) != names.end()
               ? std::nullopt
               : std::optional(fmt::format("guarantor: no party '{}'; {}", shown(of.party),
                                           nearest(of.party, names)));
}

/// What the payment amounts to, in units of its issue; nothing where that has no numbers.
[[nodiscard]] std::optional<double> amount_of(const scenario& world, const outcome& deal,
                                              const std::string& payment) {
    const seq::written_step* paid = written_step_called(world, payment);
    const issue* about = paid == nullptr ? nullptr : issue_carried_out(world, *paid);
    if (about == nullptr) {
        return std::nullopt;
    }
    const auto k = static_cast<std::size_t>(about - world.issues.data());
    const option_label& agreed = about->options[deal[k]];
    const option_label& today = about->options[about->status_quo];
    if (!is_number(agreed) || !is_number(today)) {
        return std::nullopt;
    }
    return paid->implements->share * std::abs(number_or(agreed, 0) - number_or(today, 0));
}

/// Why a payment is not held; empty where it can be.
[[nodiscard]] std::string not_held(const scenario& world, const outcome& deal,
                                   const frozen_sequence& steps, seq::step_id paid,
                                   const talks::custody& by) {
    const auto amount = amount_of(world, deal, by.payment);
    if (by.capacity && amount && *amount > *by.capacity) {
        return fmt::format("{:.6g} is more than it can hold", *amount);
    }
    const double stake = at_stake(steps.agreement.steps[paid]);
    if (!(stake > 0)) {
        return fmt::format("a collapse takes nothing of '{}' from whoever pays it", by.payment);
    }
    if (by.cost > stake) {
        return fmt::format("holding it would cost more than the {:.4g} it could save", stake);
    }
    const std::vector<seq::step_id> answers = answers_to(steps, paid);
    const bool named = !by.answer.empty();
    const auto answered = [&](seq::step_id s) { return !named || steps.steps[s] == by.answer; };
    return std::any_of(answers.begin(), answers.end(), answered) ? ""
           : named ? fmt::format("'{}' does not come after '{}' here", by.answer, by.payment)
                   : fmt::format("no step of another party comes after '{}'", by.payment);
}

[[nodiscard]] surety_effect secure(const scenario& world, const outcome& deal,
                                   const std::vector<std::string>& parties,
                                   const talks::custody& by, const seq::trust_options& trusts,
                                   frozen_sequence& steps) {
    const auto found = std::find(steps.steps.begin(), steps.steps.end(), by.payment);
    if (found == steps.steps.end()) {
        return {fmt::format("the deal does not ask for '{}'", by.payment), 0};
    }
    const auto paid = static_cast<seq::step_id>(found - steps.steps.begin());
    surety_effect effect{not_held(world, deal, steps, paid, by), 0};
    if (effect.idle.empty()) {
        steps = in_escrow(steps, parties, {by.payment, by.answer, by.cost}, trusts);
    }
    return effect;
}

[[nodiscard]] surety_effect secure(const scenario&, const outcome&,
                                   const std::vector<std::string>& parties, const talks::cover& by,
                                   const seq::trust_options&, frozen_sequence& steps) {
    if (!by.party.empty() && std::find(parties.begin(), parties.end(), by.party) == parties.end()) {
        return {fmt::format("'{}' does not sit at the table", by.party), 0};
    }
    const double share = affordable_share(steps, parties, by);
    if (!(share > 0)) {
        return {"nobody can lose anything by others stopping", 0};
    }
    steps = guaranteed(steps, parties, by.party, share);
    return {"", share};
}

}  // namespace

std::optional<std::string> fault_in_surety(const scenario& world, const talks::surety& of) {
    if (!world.sequence || world.sequence->steps.empty()) {
        return std::holds_alternative<talks::cover>(of)
                   ? "a guarantor stands for the carrying out; the scenario has no steps"
                   : "an escrow stands for the carrying out; the scenario has no steps";
    }
    return std::visit([&](const auto& one) { return fault_in(world, one); }, of);
}

secured_sequence secured(const scenario& world, const outcome& deal, frozen_sequence steps,
                         const std::vector<std::string>& parties, std::span<const talks::surety> by,
                         const seq::trust_options& trusts) {
    secured_sequence all{std::move(steps), {}};
    for (const talks::surety& one : by) {
        all.effects.push_back(std::visit(
            [&](const auto& s) { return secure(world, deal, parties, s, trusts, all.steps); },
            one));
    }
    return all;
}

}  // namespace negotiation
