#include "question/enquiry.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/deal_text.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/sequence/detection.hpp>

#include "question/fair_names.hpp"
#include "question/lookups.hpp"
#include "question/safeguards.hpp"

namespace negotiation::question::detail {

namespace seq = negotiation::sequence;

namespace {

void choose_deal(enquiry& on) {
    const std::string& asked = on.asked->deal;
    if (!steps_need_deal(*on.at.world)) {
        if (!asked.empty()) {
            throw std::invalid_argument(fmt::format(
                "deal '{}': the steps of this scenario state their values and carry out no deal",
                shown(asked)));
        }
        return;
    }
    on.deal_name = asked.empty() ? "nash" : asked;
    if (!is_fair_name(*on.at.world, on.deal_name)) {
        on.deal = parse_deal(on.at, on.deal_name);
        return;
    }
    const bargaining& table = on.at.frozen.table;
    const auto found =
        fair_deal_named(deal::solve(deal::pareto_frontier(table), table), on.deal_name);
    if (!found) {
        throw std::invalid_argument(
            fmt::format("deal '{}': there is none, no deal suits everybody; name one of the "
                        "scenario or write it out",
                        on.deal_name));
    }
    on.deal = found->deal;
}

void check_belief(const std::string& party, double belief) {
    if (!(belief > 0 && belief < 1)) {
        throw std::invalid_argument(
            fmt::format("trust of '{}' must lie in (0, 1); got {}", shown(party), belief));
    }
}

/// The scenario's beliefs, those asked about instead; none at all where one party has none.
void choose_beliefs(enquiry& on) {
    for (const auto& [party, belief] : on.asked->beliefs) {
        if (std::find(on.parties.begin(), on.parties.end(), party) == on.parties.end()) {
            throw std::invalid_argument(fmt::format("trust: no party '{}' at the table; {}",
                                                    shown(party), nearest(party, on.parties)));
        }
        check_belief(party, belief);
    }
    for (const std::string& name : on.parties) {
        double belief = seq::number_of(on.at.world->sequence->trust, name, -1);
        for (const auto& [party, instead] : on.asked->beliefs) {
            belief = party == name ? instead : belief;
        }
        if (belief < 0 && !on.asked->beliefs.empty()) {
            throw std::invalid_argument(fmt::format(
                "trust: needs a belief of every party; '{}' has none, here or in the file",
                shown(name)));
        }
        if (belief < 0) {
            on.beliefs.clear();
            return;
        }
        on.beliefs.push_back(belief);
    }
}

/// What a day's delay leaves to each party, where somebody minds.
void price_waiting(enquiry& on) {
    bool some = false;
    for (const party* who : on.at.parties) {
        on.discounts.push_back(who->patience ? discounted(*who->patience, 1) : 1);
        some = some || on.discounts.back() < 1;
    }
    if (!some) {
        on.discounts.clear();
    }
}

/// The shorter of two windows, nothing where either is nothing.
[[nodiscard]] std::optional<double> shorter(const std::optional<double>& a,
                                            const std::optional<double>& b) {
    return a && b ? std::optional(std::min(*a, *b)) : std::nullopt;
}

/// The greater of two needs, nothing where either is.
[[nodiscard]] std::optional<double> greater(const std::optional<double>& a,
                                            const std::optional<double>& b) {
    return a && b ? std::optional(std::max(*a, *b)) : std::nullopt;
}

/// What the steps that can be faked would need if each were found out a day sooner.
[[nodiscard]] std::vector<std::optional<double>> needed_a_day_sooner(
    const enquiry& on, seq::agreement agreement, std::span<const seq::step_id> order) {
    for (seq::step& s : agreement.steps) {
        if (s.pretence) {
            s.pretence->window_days = std::max(0.0, s.pretence->window_days - 1);
        }
    }
    std::vector<std::optional<double>> all;
    for (const seq::honesty& h : seq::honesty_along(agreement, order)) {
        all.push_back(h.needed);
    }
    if (!on.discounts.empty()) {
        const auto waiting = seq::honesty_along(agreement, order, on.discounts);
        for (std::size_t k = 0; k < all.size(); ++k) {
            all[k] = greater(all[k], waiting[k].needed);
        }
    }
    return all;
}

/// Says of steps that are found out exactly when it no longer deters what a day would change.
void tell_boundaries(const enquiry& on, const frozen_sequence& steps,
                     std::span<const seq::step_id> order, std::vector<honesty_view>& into) {
    constexpr double rounding_of_days = 1e-9;
    const auto faked = seq::honesty_along(steps.agreement, order);
    const auto sooner = needed_a_day_sooner(on, steps.agreement, order);
    for (std::size_t k = 0; k < into.size(); ++k) {
        const double window = steps.agreement.steps[faked[k].which].pretence->window_days;
        const auto& longest = into[k].longest_delay;
        if (!into[k].honest && longest && std::abs(window - *longest) <= rounding_of_days &&
            window > 0) {
            into[k].needed_sooner = sooner[k];
        }
    }
}

}  // namespace

enquiry enquire(const scenario& world, const sequence_options& asked) {
    enquiry on;
    on.at = set_table(world, {asked.scope, std::nullopt, {}, {}});
    if (!world.sequence || world.sequence->steps.empty()) {
        throw std::invalid_argument(
            "this scenario has no steps; a [[step]] says who does what, see the guide");
    }
    on.asked = &asked;
    on.parties = party_names(on.at);
    choose_deal(on);
    choose_beliefs(on);
    price_waiting(on);
    return on;
}

bool is_variant(const scenario& world, const std::string& name) {
    return std::any_of(world.sequence->variants.begin(), world.sequence->variants.end(),
                       [&](const seq::variant& v) { return v.name == name; });
}

frozen_sequence steps_alone(const enquiry& on, const std::string& name) {
    const scenario& world = *on.at.world;
    if (name.empty() || is_variant(world, name)) {
        return freeze_sequence(world, on.at.frozen, on.parties, name, on.deal);
    }
    frozen_sequence steps = freeze_sequence(world, on.at.frozen, on.parties, "", on.deal);
    std::vector<std::string> known;
    for (const seq::variant& v : world.sequence->variants) {
        known.push_back(v.name);
    }
    for (const seq::named_order& o : world.sequence->orders) {
        known.push_back(o.name);
        if (o.name == name) {
            steps.order = order_named(world, steps, name);
            return steps;
        }
    }
    throw std::invalid_argument(
        known.empty()
            ? fmt::format("no variant or order '{}': this scenario has none", shown(name))
            : fmt::format("no variant or order '{}'; {}", shown(name), nearest(name, known)));
}

frozen_sequence steps_of(const enquiry& on, const std::string& name) {
    return safeguarded(on, steps_alone(on, name));
}

std::string note_of(const scenario& world, const std::string& name) {
    for (const seq::variant& v : world.sequence->variants) {
        if (v.name == name) {
            return v.note;
        }
    }
    for (const seq::named_order& o : world.sequence->orders) {
        if (o.name == name) {
            return o.note;
        }
    }
    return {};
}

std::vector<seq::step_id> order_asked_for(const enquiry& on, const order_namer& names,
                                          const std::string& name) {
    if (is_variant(*on.at.world, name)) {
        throw std::invalid_argument(fmt::format(
            "no order '{}': that is a variant; ask for it with --variant", shown(name)));
    }
    auto order = order_named(*on.at.world, names.steps(), name);
    check_order(names, order, name);
    return order;
}

void check_order(const order_namer& names, const std::vector<seq::step_id>& order,
                 const std::string& name) {
    seq::step_set done = 0;
    for (const seq::step_id s : order) {
        const seq::step_set missing = names.made().order().before(s) & ~done;
        if (missing != 0) {
            throw std::invalid_argument(fmt::format(
                "order '{}': '{}' comes before '{}', which it waits for here", shown(name),
                shown(names.steps().steps[s]), shown(names.steps().steps[seq::first_of(missing)])));
        }
        done |= seq::only(s);
    }
}

std::string order_agreed(const enquiry& on) {
    const auto& order = on.at.frozen.order;
    return on.deal && order ? to_string(on.at.world->issues[*order].options[(*on.deal)[*order]])
                            : std::string();
}

std::vector<honesty_view> honesty_views(const enquiry& on, const frozen_sequence& steps,
                                        std::span<const seq::step_id> order) {
    std::vector<honesty_view> all;
    for (const seq::honesty& h : seq::honesty_along(steps.agreement, order)) {
        all.push_back({steps.steps[h.which],
                       on.parties[h.party],
                       steps.agreement.steps[h.which].pretence->detection,
                       h.needed,
                       h.honest,
                       h.longest_window,
                       h.needed,
                       {}});
    }
    if (!on.discounts.empty()) {
        const auto waiting = seq::honesty_along(steps.agreement, order, on.discounts);
        for (std::size_t k = 0; k < all.size(); ++k) {
            all[k].needed_discounted = waiting[k].needed;
            all[k].honest = all[k].honest && waiting[k].honest;
            all[k].longest_delay = shorter(all[k].longest_delay, waiting[k].longest_window);
        }
    }
    tell_boundaries(on, steps, order, all);
    return all;
}

/// Each number once: where the order is on the table the deal rests on the steps as well, and the
/// scope without it does not.
std::size_t assumed_numbers_of_carrying_out(const enquiry& on,
                                            const std::vector<std::string>& variants) {
    const scenario& world = *on.at.world;
    const std::size_t of_steps = assumed_numbers_of_steps(world, variants);
    if (!on.deal) {
        return of_steps;
    }
    scenario carried_out = world;
    for (issue& of : carried_out.issues) {
        of.kind = of.kind == issue_kind::order ? issue_kind::categorical : of.kind;
    }
    return of_steps + assumed_numbers(carried_out, on.asked->scope);
}

}  // namespace negotiation::question::detail
