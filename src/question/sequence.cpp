#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/sequence/beam.hpp>
#include <negotiation/sequence/mend.hpp>
#include <negotiation/sequence/order_count.hpp>

#include "question/enquiry.hpp"
#include "question/order_views.hpp"
#include "question/safeguards.hpp"
#include "question/sequence_sweep.hpp"

namespace negotiation::question {

namespace detail {
namespace {

namespace seq = negotiation::sequence;

[[nodiscard]] std::vector<mend_view> mends_of(const enquiry& on, const order_namer& names,
                                              const seq::order_report& report) {
    std::vector<mend_view> all;
    const auto found = seq::mends_of(names.steps().agreement, names.made(), report.order,
                                     on.beliefs, on.asked->trusts);
    for (const seq::mend& m : found) {
        mend_view view;
        view.party = on.parties[m.party];
        view.failing_step = names.steps().steps[report.order[m.worst.hand_over - 1]];
        view.belief = on.beliefs[m.party];
        view.needed = seq::probability_of(m.worst.needed);
        view.guarantee = m.guarantee;
        view.completion = m.completion;
        for (const seq::snapback& s : m.undone) {
            view.undone.push_back({names.steps().steps[s.at],
                                   names.steps().agreement.steps[s.at].undone[m.party], s.undone});
        }
        all.push_back(std::move(view));
    }
    return all;
}

[[nodiscard]] double shortfall_of(const enquiry& on, const seq::order_report& report) {
    double most = 0;
    for (party_id i = 0; i < on.beliefs.size(); ++i) {
        most = std::max(most, seq::probability_of(report.by_party[i]) - on.beliefs[i]);
    }
    return most;
}

[[nodiscard]] self_enforcing_view judged(const enquiry& on, const order_namer& names,
                                         const seq::order_report& report) {
    self_enforcing_view view;
    view.beliefs = on.beliefs;
    view.shortfall = shortfall_of(on, report);
    view.feasible = report.feasible() && view.shortfall <= 0;
    view.best = names.view(report);
    if (report.feasible()) {
        view.mends = mends_of(on, names, report);
    }
    return view;
}

/// Adds that a search beside the main one used all it may.
void not_known(sequence_variant& into, const std::string& what) {
    into.refused +=
        (into.refused.empty() ? "Searches used all they may; not known: " : ", ") + what;
}

void search(const enquiry& on, const frozen_sequence& steps, const order_namer& names,
            const seq::ideal_lattice& lattice, sequence_variant& into) {
    seq::search_options how{on.asked->trusts, on.asked->maximum_labels};
    const auto best = seq::least_trust_order(names.made(), lattice, steps.names, how);
    into.status = best.status;
    into.ties_broken = best.ties_broken;
    if (best.status != seq::search_status::found) {
        into.refused = best.status == seq::search_status::exhausted
                           ? "The search for the order that needs least trust used all it may"
                           : "";
        return;
    }
    into.least_trust = names.view(best.best);
    // what follows is beside the order itself: it may take less, so that the answer is not withheld
    constexpr std::size_t beside = 300'000;
    how.maximum_labels = std::min(how.maximum_labels, beside);
    const auto frontier = seq::least_trust_frontier(names.made(), lattice, steps.names, how);
    for (const seq::order_report& point : frontier.points) {
        into.pareto.push_back(names.view(point));
    }
    if (frontier.status == seq::search_status::exhausted) {
        not_known(into, "who must trust how much");
    }
    if (!frontier.ties_broken) {
        not_known(into, "which of equal orders comes first for each of who must trust how much");
    }
    how.trusts = {seq::reading::peak_exposure, false};
    const auto peak = seq::least_trust_order(names.made(), lattice, steps.names, how);
    if (peak.status == seq::search_status::found) {
        into.peak = names.view(peak.best);
    } else {
        not_known(into, "the least peak exposure");
    }
    if (!on.beliefs.empty()) {
        how.trusts = on.asked->trusts;
        const auto least = seq::least_shortfall_order(names.made(), lattice, on.beliefs, how);
        if (least.status == seq::search_status::found) {
            // the order that is shown already, where beliefs are enough for it
            const bool enough = shortfall_of(on, best.best) <= 0;
            into.self_enforcing = judged(on, names, enough ? best.best : least.best);
        } else {
            not_known(into, "whether beliefs are enough");
        }
    }
}

void keep_to(const enquiry& on, const frozen_sequence& steps, const order_namer& names,
             sequence_variant& into) {
    check_order(names, steps.order, into.name);
    const seq::order_report report = seq::walk(names.made(), steps.order, on.asked->trusts);
    into.fixed = true;
    into.status = report.feasible() ? seq::search_status::found : seq::search_status::infeasible;
    into.least_trust = names.view(report);
    if (!report.feasible()) {
        return;
    }
    into.pareto.push_back(into.least_trust);
    into.peak =
        names.view(seq::walk(names.made(), steps.order, {seq::reading::peak_exposure, false}));
    if (!on.beliefs.empty()) {
        into.self_enforcing = judged(on, names, report);
    }
}

/// The best that can be said where there are too many stages to search them all.
void follow_beam(const enquiry& on, const frozen_sequence& steps, const order_namer& names,
                 sequence_variant& into) {
    into.status = seq::search_status::exhausted;
    into.refused = fmt::format(
        "There are more than {} stages that carrying out can pass through (as many as {} "
        "steps can be open at once): too many to search them all",
        on.asked->maximum_ideals, seq::width_of(names.made().order()));
    if (on.asked->trusts.learning) {
        return;
    }
    seq::beam_options how;
    how.how = on.asked->trusts.how;
    const seq::beam_result found = seq::beam_order(names.made(), steps.names, how);
    into.lower_bound = seq::probability_of(found.lower_bound);
    if (!found.best) {
        return;
    }
    into.least_trust = names.view(*found.best);
    if (!on.beliefs.empty() && shortfall_of(on, *found.best) <= 0) {
        into.self_enforcing = judged(on, names, *found.best);
    }
}

[[nodiscard]] std::vector<honesty_view> honesty_of(const enquiry& on, const frozen_sequence& steps,
                                                   const order_view& order) {
    std::vector<seq::step_id> places;
    for (const std::string& name : order.steps) {
        const auto found = std::find(steps.steps.begin(), steps.steps.end(), name);
        places.push_back(static_cast<seq::step_id>(found - steps.steps.begin()));
    }
    return honesty_views(on, steps, places);
}

[[nodiscard]] std::vector<std::string> notes_of(const scenario& world,
                                                const frozen_sequence& steps) {
    std::vector<std::string> notes;
    for (const std::string& name : steps.steps) {
        notes.emplace_back();  // a release has none
        for (const seq::written_step& s : world.sequence->steps) {
            if (s.name == name) {
                notes.back() = s.note;
            }
        }
    }
    return notes;
}

[[nodiscard]] sequence_variant answer_of(const enquiry& on, const std::string& name) {
    const frozen_sequence steps = steps_of(on, name);
    const order_namer names(steps, on.parties, on.beliefs, on.discounts, on.asked->trusts);
    sequence_variant one;
    one.name = name;
    one.note = note_of(*on.at.world, name);
    one.steps = steps.steps;
    one.notes = notes_of(*on.at.world, steps);
    const frozen_sequence alone = steps_alone(on, name);
    one.escrows = held_of(alone, steps);
    one.sureties = sureties_of(on, alone);
    one.teaches = std::any_of(steps.agreement.steps.begin(), steps.agreement.steps.end(),
                              [](const seq::step& s) { return s.defection > 0; });
    for (party_id i = 0; i < on.parties.size(); ++i) {
        one.whole.push_back(static_cast<double>(names.made().total(i)) * names.made().grain(i));
        if (one.whole.back() < 0 && one.refused_by.empty()) {
            one.refused_by = on.parties[i];
            one.refused_by_worth = -one.whole.back();
        }
    }
    const seq::ideal_lattice lattice(names.made().order(), on.asked->maximum_ideals);
    if (lattice.complete()) {
        one.ideals = fmt::format("{}", lattice.size());
        one.orders = seq::count_orders(lattice).str();
    }
    if (!steps.order.empty()) {
        keep_to(on, steps, names, one);
    } else if (!lattice.complete()) {
        follow_beam(on, steps, names, one);
    } else {
        search(on, steps, names, lattice, one);
    }
    if (!one.least_trust.steps.empty()) {
        one.detection = honesty_of(on, steps, one.least_trust);
    }
    return one;
}

/// Fifteen more searches, so only where one takes moments.
void sweep_variant(const enquiry& on, const std::string& name, sequence_variant& into) {
    constexpr std::size_t few = 20'000;
    const frozen_sequence steps = steps_of(on, name);
    const seq::ideal_lattice lattice(seq::exchange(steps.agreement).order(), few);
    if (lattice.complete() && into.status != seq::search_status::exhausted &&
        !steps.steps.empty()) {
        into.sweep = sweep_of(steps, on.beliefs, {on.asked->trusts, on.asked->maximum_labels});
    }
}

[[nodiscard]] order_view order_asked(const enquiry& on, const std::string& name) {
    frozen_sequence plain = freeze_sequence(
        *on.at.world, on.at.frozen, on.parties,
        is_variant(*on.at.world, on.asked->variant) ? on.asked->variant : std::string(), on.deal);
    plain.order =
        order_asked_for(on, {plain, on.parties, on.beliefs, on.discounts, on.asked->trusts}, name);
    const frozen_sequence steps = safeguarded(on, plain);
    const order_namer names(steps, on.parties, on.beliefs, on.discounts, on.asked->trusts);
    order_view view = names.view(seq::walk(names.made(), steps.order, on.asked->trusts));
    view.name = name;
    return view;
}

}  // namespace
}  // namespace detail

sequence_answer sequence(const scenario& world, const sequence_options& options) {
    const detail::enquiry on = detail::enquire(world, options);
    sequence_answer answer;
    answer.scenario = world.title;
    answer.parties = on.parties;
    answer.deal = on.deal_name;
    if (on.deal) {
        answer.outcome = draft_of(on.at, *on.deal);
    }
    answer.trusts = options.trusts;
    answer.guarantees = options.guarantees;
    std::vector<std::string> looked_at = options.compare;
    looked_at.push_back(options.variant);
    answer.assumed_numbers = detail::assumed_numbers_of_carrying_out(on, looked_at);
    answer.unsourced_numbers = unsourced_numbers(world);
    answer.variants.push_back(detail::answer_of(on, options.variant));
    detail::sweep_variant(on, options.variant, answer.variants.front());
    std::vector<std::string> seen{options.variant};
    for (const std::string& name : options.compare) {
        if (std::find(seen.begin(), seen.end(), name) == seen.end()) {
            seen.push_back(name);
            answer.variants.push_back(detail::answer_of(on, name));
        }
    }
    const std::string order = options.order.empty() ? detail::order_agreed(on) : options.order;
    if (!order.empty()) {
        answer.order = detail::order_asked(on, order);
    }
    return answer;
}

std::string sequence_graph(const scenario& world, const sequence_options& options,
                           const sequence_answer& answer) {
    const detail::enquiry on = detail::enquire(world, options);
    const frozen_sequence steps = detail::steps_of(on, options.variant);
    const detail::order_namer names(steps, on.parties, on.beliefs, on.discounts, options.trusts);
    std::vector<std::size_t> places(steps.steps.size(), 0);
    const std::vector<std::string>& order = answer.variants.front().least_trust.steps;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const auto at = std::find(steps.steps.begin(), steps.steps.end(), order[k]);
        places[static_cast<std::size_t>(at - steps.steps.begin())] = k + 1;
    }
    return names.graph(places);
}

}  // namespace negotiation::question
