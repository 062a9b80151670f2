#include <algorithm>
#include <numeric>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/sequence/poset.hpp>

#include "scenario/freeze_constraint.hpp"
#include "scenario/step_worth.hpp"

namespace negotiation {

namespace {

using sequence::step_id;

template <class Named>
[[nodiscard]] const Named& find_named(const std::vector<Named>& list, const std::string& name,
                                      const char* kind) {
    std::vector<std::string> known;
    for (const Named& entry : list) {
        if (entry.name == name) {
            return entry;
        }
        known.push_back(entry.name);
    }
    throw std::invalid_argument(
        known.empty() ? fmt::format("no {} '{}': this scenario has none", kind, shown(name))
                      : fmt::format("no {} '{}'; {}", kind, shown(name), nearest(name, known)));
}

[[nodiscard]] std::size_t place_of_step(const sequence::section& said, const std::string& name) {
    const auto found = std::find_if(said.steps.begin(), said.steps.end(),
                                    [&](const auto& s) { return s.name == name; });
    return static_cast<std::size_t>(found - said.steps.begin());
}

[[nodiscard]] sequence::poset order_of(const sequence::section& said,
                                       const sequence::variant& changed) {
    sequence::poset::relations before;
    const auto add = [&](const std::string& step, const std::vector<std::string>& after) {
        for (const std::string& first : after) {
            before.emplace_back(place_of_step(said, first), place_of_step(said, step));
        }
    };
    for (const sequence::written_step& s : said.steps) {
        add(s.name, s.after);
    }
    for (const auto& [step, after] : changed.after) {
        add(step, after);
    }
    return {said.steps.size(), before};
}

/// Everything that freezing one section looks at.
struct workbench {
    const scenario* world;
    const sequence::section* said;
    const problem* frozen;
    const std::vector<std::string>* parties;
    sequence::variant changed;
    const std::optional<outcome>* deal;

    [[nodiscard]] issue_id issue_of(const sequence::written_step& s) const {
        return detail::issue_place(*world, s.implements->issue);
    }
    [[nodiscard]] bool is_done(const sequence::written_step& s) const {
        return !s.implements || (**deal)[issue_of(s)] != frozen->status_quo[issue_of(s)];
    }
    /// Whether the deal takes one of the condition's options.
    [[nodiscard]] bool satisfies(const condition& part) const {
        const issue_id k = detail::issue_place(*world, part.issue);
        const option_label& taken = world->issues[k].options[(**deal)[k]];
        return std::any_of(part.options.begin(), part.options.end(),
                           [&](const option_label& label) { return same_option(label, taken); });
    }
    /// Of the deal carried out: with an order on the table what `table` has is expected.
    [[nodiscard]] const utility_function& utility(party_id i) const {
        return frozen->carried_out.empty() ? frozen->table.parties[i].utility
                                           : frozen->carried_out[i];
    }
    [[nodiscard]] units worth(party_id i, const outcome& of) const {
        return static_cast<units>(sum_of(utility(i), frozen->table.space.sizes, of)) *
               utility(i).scale.grain;
    }
};

[[nodiscard]] std::vector<double> values_of(const workbench& on, const sequence::written_step& s) {
    std::vector<double> values;
    for (party_id i = 0; i < on.parties->size(); ++i) {
        if (s.implements) {
            const issue_id k = on.issue_of(s);
            values.push_back(detail::worth_of_share(s.implements->share, on.utility(i),
                                                    on.frozen->table.space, k, (**on.deal)[k],
                                                    on.frozen->status_quo[k]));
        } else {
            values.push_back(sequence::number_of(s.value, (*on.parties)[i], 0));
        }
    }
    return values;
}

/// How the step can be faked, its cost being known.
[[nodiscard]] sequence::faking pretence_of(const workbench& on, const sequence::written_step& s,
                                           double cost) {
    sequence::faking made = *s.pretence;
    if (s.saved_share) {
        made.saves = *s.saved_share * cost;
    }
    const auto holds = [&](const condition& part) { return on.satisfies(part); };
    if (s.detection_if &&
        !std::all_of(s.detection_if->given.begin(), s.detection_if->given.end(), holds)) {
        made.detection = s.detection_if->otherwise;
    }
    return made;
}

[[nodiscard]] sequence::step step_of(const workbench& on, const sequence::written_step& s) {
    sequence::step made;
    const auto performer = std::find(on.parties->begin(), on.parties->end(), s.party);
    made.performer = static_cast<party_id>(performer - on.parties->begin());
    made.value = values_of(on, s);
    for (const std::string& name : *on.parties) {
        made.undone.push_back(on.changed.undone.value_or(sequence::number_of(s.undone, name, 0)));
    }
    made.days = s.days;
    made.defection = s.defection;
    if (s.pretence) {
        made.pretence = pretence_of(on, s, std::max(0.0, -made.value[made.performer]));
    }
    return made;
}

/// Takes the alternative that party i gives up off its own steps.
void give_up_alternative(const workbench& on, party_id i, sequence::agreement& of) {
    const bargaining::seat& seat = on.frozen->table.parties[i];
    const double given_up = from_units(seat.reservation - on.worth(i, on.frozen->status_quo));
    double cost = 0;
    std::size_t own = 0;
    for (const sequence::step& s : of.steps) {
        cost += s.performer == i ? std::max(0.0, -s.value[i]) : 0;
        own += s.performer == i ? 1U : 0U;
    }
    for (sequence::step& s : of.steps) {
        if (s.performer == i) {
            const double share =
                cost > 0 ? std::max(0.0, -s.value[i]) / cost : 1 / static_cast<double>(own);
            s.value[i] = detail::on_grid(s.value[i] - given_up * share);
        }
    }
}

/// F, or what makes the whole worth v(x) + F - r.
void complete(const workbench& on, bool priced, frozen_sequence& into) {
    sequence::agreement& of = into.agreement;
    const sequence::by_party& completion =
        sequence::is_given(on.changed.completion) ? on.changed.completion : on.said->completion;
    for (party_id i = 0; i < on.parties->size(); ++i) {
        const std::string& name = (*on.parties)[i];
        double worth = sequence::number_of(completion, name, 0);
        into.completion.push_back(worth);
        of.breakdown.push_back(sequence::number_of(on.said->breakdown, name, 0));
        if (priced) {
            worth += from_units(on.worth(i, **on.deal) - on.frozen->table.parties[i].reservation);
            for (std::size_t s = 0; s < on.said->steps.size(); ++s) {
                const sequence::written_step& written = on.said->steps[s];
                worth += written.implements ? 0 : sequence::number_of(written.value, name, 0);
            }
            give_up_alternative(on, i, of);
            for (const sequence::step& s : of.steps) {
                worth -= s.value[i];
            }
        }
        of.completion.push_back(worth);
    }
}

[[nodiscard]] std::vector<std::size_t> ranks_of(const std::vector<std::string>& names) {
    std::vector<std::size_t> sorted(names.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::sort(sorted.begin(), sorted.end(),
              [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    std::vector<std::size_t> ranks(names.size());
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        ranks[sorted[k]] = k;
    }
    return ranks;
}

/// The steps that are done, each with all that comes before it among them.
void add_steps(const workbench& on, frozen_sequence& into) {
    const sequence::poset order = order_of(*on.said, on.changed);
    std::vector<std::optional<step_id>> places;
    for (const sequence::written_step& s : on.said->steps) {
        places.emplace_back();
        if (on.is_done(s)) {
            places.back() = static_cast<step_id>(into.steps.size());
            into.steps.push_back(s.name);
            into.agreement.steps.push_back(step_of(on, s));
        }
    }
    for (step_id s = 0; s < places.size(); ++s) {
        sequence::for_each(order.before(s), [&](step_id first) {
            if (places[s] && places[first]) {
                into.agreement.steps[*places[s]].after.push_back(*places[first]);
            }
        });
    }
}

}  // namespace

bool steps_need_deal(const scenario& world) {
    return world.sequence && std::any_of(world.sequence->steps.begin(), world.sequence->steps.end(),
                                         [](const auto& s) { return s.implements.has_value(); });
}

frozen_sequence freeze_sequence(const scenario& world, const problem& frozen,
                                const std::vector<std::string>& parties, const std::string& variant,
                                const std::optional<outcome>& deal) {
    if (!world.sequence || world.sequence->steps.empty()) {
        throw std::invalid_argument("sequence: this scenario has no steps");
    }
    const bool priced = steps_need_deal(world);
    if (priced && !deal) {
        throw std::invalid_argument("sequence: its steps carry out a deal; got none");
    }
    workbench on{&world, &*world.sequence, &frozen, &parties, {}, &deal};
    if (!variant.empty()) {
        on.changed = find_named(world.sequence->variants, variant, "variant");
    }
    frozen_sequence all;
    add_steps(on, all);
    complete(on, priced, all);
    all.names = ranks_of(all.steps);
    if (!on.changed.order.empty()) {
        all.order = order_named(world, all, on.changed.order);
    }
    return all;
}

std::vector<sequence::step_id> order_named(const scenario& world, const frozen_sequence& steps,
                                           const std::string& name) {
    static const std::vector<sequence::named_order> none;
    const auto& orders = world.sequence ? world.sequence->orders : none;
    std::vector<step_id> order;
    for (const std::string& step : find_named(orders, name, "order").steps) {
        const auto found = std::find(steps.steps.begin(), steps.steps.end(), step);
        if (found != steps.steps.end()) {
            order.push_back(static_cast<step_id>(found - steps.steps.begin()));
        }
    }
    return order;
}

}  // namespace negotiation
