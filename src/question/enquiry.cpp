#include "question/enquiry.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/deal_text.hpp>

#include "question/fair_names.hpp"
#include "question/lookups.hpp"

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

frozen_sequence steps_of(const enquiry& on, const std::string& name) {
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

}  // namespace negotiation::question::detail
