#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/compliance/evidence.hpp>
#include <negotiation/compliance/inspection_game.hpp>
#include <negotiation/question/verify.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/sequence/detection.hpp>
#include <negotiation/sequence/inspection_plan.hpp>
#include <negotiation/sequence/least_order.hpp>

#include "question/enquiry.hpp"
#include "question/order_views.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using compliance::observation;

/// An order to look at, and what is said of it.
struct order_looked_at {
    std::string name;
    std::vector<sequence::step_id> steps;
    std::string refused;
};

/// The order that needs least trust, or the best that can be found.
[[nodiscard]] order_looked_at least_trust_of(const enquiry& on, const order_namer& names) {
    const auto found = sequence::find_least_order(
        names.made(), names.steps().names,
        {on.asked->trusts, on.asked->maximum_ideals, on.asked->maximum_labels});
    if (found.best) {
        return {"", found.best->order,
                found.proven ? ""
                             : "There are too many stages to search them all: another order may "
                               "need less trust"};
    }
    return {"",
            {},
            found.proven ? "No order is carried out, however much the parties trust one another"
                         : "The search for the order that needs least trust used all it may"};
}

[[nodiscard]] order_looked_at order_to_verify(const enquiry& on, const order_namer& names) {
    const std::string agreed = on.asked->order.empty() ? order_agreed(on) : on.asked->order;
    if (!agreed.empty()) {
        order_looked_at found{agreed, order_asked_for(on, names, agreed), ""};
        return found;
    }
    if (!names.steps().order.empty()) {
        check_order(names, names.steps().order, on.asked->variant);
        return {on.asked->variant, names.steps().order, ""};
    }
    return least_trust_of(on, names);
}

/// @brief One inspector at one order.
class inspector_at_work {
public:
    inspector_at_work(const enquiry& on, const order_namer& names,
                      const sequence::order_report& walked,
                      const compliance::written_inspector& said)
        : on_(on),
          names_(names),
          walked_(walked),
          said_(said) {}

    [[nodiscard]] inspector_view view() const {
        inspector_view view;
        view.said = said_;
        const std::vector<sequence::honesty> watched = steps_at_its_delay();
        const std::vector<sequence::inspection> visits(watched.size(),
                                                       {said_.detection, said_.cost});
        const auto plan = sequence::cheapest_inspections(watched, visits, said_.budget);
        for (std::size_t k = 0; k < watched.size(); ++k) {
            view.steps.push_back(watched_view(watched[k], plan.steps[k]));
        }
        view.cost = plan.cost;
        view.spent = plan.spent;
        view.short_of = plan.short_of;
        view.beliefs = beliefs_moved(watched);
        return view;
    }

private:
    [[nodiscard]] bool watches(sequence::step_id s) const {
        return said_.steps.empty() || std::find(said_.steps.begin(), said_.steps.end(),
                                                names_.steps().steps[s]) != said_.steps.end();
    }

    /// What keeps each step honest where it is this inspector that finds out, after its delay;
    /// the dearer of with and without the price of waiting.
    [[nodiscard]] std::vector<sequence::honesty> steps_at_its_delay() const {
        sequence::agreement by = names_.steps().agreement;
        for (sequence::step& s : by.steps) {
            if (s.pretence) {
                s.pretence->detection = said_.detection;
                s.pretence->window_days = said_.days;
            }
        }
        std::vector<sequence::honesty> all = sequence::honesty_along(by, walked_.order);
        if (!on_.discounts.empty()) {
            const auto waiting = sequence::honesty_along(by, walked_.order, on_.discounts);
            for (std::size_t k = 0; k < all.size(); ++k) {
                const bool dearer =
                    all[k].needed && (!waiting[k].needed || *waiting[k].needed > *all[k].needed);
                all[k] = dearer ? waiting[k] : all[k];
            }
        }
        all.erase(std::remove_if(all.begin(), all.end(),
                                 [&](const auto& h) { return !watches(h.which); }),
                  all.end());
        return all;
    }

    [[nodiscard]] watched_step watched_view(const sequence::honesty& of,
                                            const sequence::inspected_step& planned) const {
        watched_step step;
        step.step = names_.steps().steps[of.which];
        step.needed = of.needed;
        step.visits = planned.visits;
        step.cost = planned.cost;
        step.kept_honest = planned.kept_honest;
        if (!of.needed) {
            return step;
        }
        compliance::inspection_game game;
        game.gain = of.saves;
        game.penalty = std::max(0.0, of.at_stake - of.saves);
        game.detection = said_.detection;
        game.costs = compliance::inspection_costs::added;
        step.rate = compliance::rate_needed(game);
        if (step.rate && said_.loss) {
            game.cost = said_.cost / *said_.loss;
            const auto announced = compliance::leadership_of(game);
            const auto silent = compliance::equilibrium_of(game);
            if (announced.violate <= 0) {  // else no inspection is worth its cost
                step.game = inspection_view{announced.inspect, silent.violate,
                                            -announced.inspector * *said_.loss,
                                            -silent.inspector * *said_.loss};
            }
        }
        return step;
    }

    [[nodiscard]] std::vector<watched_belief> beliefs_moved(
        const std::vector<sequence::honesty>& watched) const {
        std::vector<watched_belief> all;
        for (party_id about = 0; about < on_.parties.size(); ++about) {
            const bool seen = std::any_of(watched.begin(), watched.end(),
                                          [&](const auto& h) { return h.party == about; });
            for (party_id believer = 0; seen && believer < on_.beliefs.size(); ++believer) {
                if (believer != about) {
                    all.push_back(belief_moved(believer, about));
                }
            }
        }
        return all;
    }

    [[nodiscard]] watched_belief belief_moved(party_id believer, party_id about) const {
        watched_belief moved;
        moved.believer = on_.parties[believer];
        moved.about = on_.parties[about];
        moved.before = on_.beliefs[believer];
        if (walked_.feasible()) {
            moved.needed = sequence::probability_of(walked_.by_party[believer]);
        }
        const compliance::monitor by{said_.detection, said_.false_alarm, said_.attribution,
                                     said_.misattribution};
        const compliance::suspects among{1, said_.others};
        for (const observation seen :
             {observation::accusation, observation::act, observation::silence}) {
            const likelihoods how = compliance::likelihoods_of(seen, by, among);
            if (how.trustworthy <= 0 && how.untrustworthy <= 0) {
                continue;  // it never says so
            }
            const auto weighed =
                compliance::weigh(seen, by, among, moved.before, moved.needed.value_or(0));
            believed_report report{seen, weighed.after, {}, {}, {}};
            if (moved.needed) {
                report.enough = weighed.talks_go_on;
                report.others_needed = weighed.others_needed;
                report.most = weighed.most;
            }
            moved.reports.push_back(std::move(report));
        }
        return moved;
    }

    const enquiry& on_;
    const order_namer& names_;
    const sequence::order_report& walked_;
    const compliance::written_inspector& said_;
};

[[nodiscard]] sequence_options as_asked(const verify_options& options) {
    sequence_options asked;
    asked.scope = options.scope;
    asked.deal = options.deal;
    asked.variant = options.variant;
    asked.order = options.order;
    asked.maximum_ideals = options.maximum_ideals;
    asked.maximum_labels = options.maximum_labels;
    return asked;
}

[[nodiscard]] std::vector<verified_step> steps_that_can_be_faked(
    const enquiry& on, const frozen_sequence& steps, const std::vector<sequence::step_id>& order) {
    const std::vector<honesty_view> kept = honesty_views(on, steps, order);
    const auto faked = sequence::honesty_along(steps.agreement, order);
    std::vector<verified_step> all;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        all.push_back(
            {kept[k], kept[k].honest, steps.agreement.steps[faked[k].which].pretence->window_days});
    }
    return all;
}

void look_at(const enquiry& on, const order_namer& names, verify_answer& into) {
    const order_looked_at looked = order_to_verify(on, names);
    into.order_name = looked.name;
    into.refused = looked.refused;
    if (looked.steps.empty()) {
        return;
    }
    const auto walked = sequence::walk(names.made(), looked.steps, on.asked->trusts);
    into.feasible = walked.feasible();
    for (const sequence::step_id s : looked.steps) {
        into.order.push_back(names.steps().steps[s]);
    }
    into.steps = steps_that_can_be_faked(on, names.steps(), looked.steps);
    for (const auto& said : on.at.world->compliance.inspectors) {
        into.watching.push_back(inspector_at_work(on, names, walked, said).view());
    }
}

}  // namespace
}  // namespace detail

verify_answer verify(const scenario& world, const verify_options& options) {
    const sequence_options asked = detail::as_asked(options);
    const detail::enquiry on = detail::enquire(world, asked);
    verify_answer answer;
    answer.scenario = world.title;
    answer.parties = on.parties;
    answer.deal = on.deal_name;
    if (on.deal) {
        answer.outcome = draft_of(on.at, *on.deal);
    }
    answer.assumed_numbers = detail::assumed_numbers_of_carrying_out(on, {options.variant}) +
                             assumed_numbers_of_compliance(world);
    answer.unsourced_numbers = unsourced_numbers(world);
    const frozen_sequence steps = detail::steps_of(on, options.variant);
    const detail::order_namer names(steps, on.parties, on.beliefs, on.discounts, asked.trusts);
    if (steps.steps.empty()) {
        answer.refused = "Nothing is to be done: the deal leaves every issue with a step as it is";
        return answer;
    }
    detail::look_at(on, names, answer);
    return answer;
}

}  // namespace negotiation::question
