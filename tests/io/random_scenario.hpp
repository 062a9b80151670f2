#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include <negotiation/scenario/scenario.hpp>

/// Random sound scenarios: every section, every form of value, names that need quoting.
namespace negotiation::tests {

/// A number that decimal writing does not favour: a fraction, whole, tiny or large.
inline double any_number() {
    const int form = *rc::gen::inRange(0, 4);
    const auto whole = static_cast<double>(*rc::gen::inRange(-1000, 1001));
    if (form == 0) {
        return whole;
    }
    const double fraction = whole / *rc::gen::inRange(1, 1000);
    return form == 1 ? fraction : form == 2 ? fraction * 1e-9 : fraction * 900;
}

/// In [0, 1].
inline double any_share() { return *rc::gen::inRange(0, 1000001) / 1e6; }

inline std::string any_text() {
    static const std::vector<std::string> pieces{
        "a", "Z", "0", "_", "-", " ",  ".",  "=",  "\"", "'",  "\\",         "[",    "]",
        "{", "}", "#", ",", "*", "\t", "\n", "\r", "é",  "中", "\U0001F54A", "\x01", "\x7f"};
    std::string text;
    for (const std::size_t k : *rc::gen::container<std::vector<std::size_t>>(
             rc::gen::inRange<std::size_t>(0, pieces.size()))) {
        text += pieces[k];
    }
    return text;
}

/// A name that no other thing of its kind has.
inline std::string any_name(std::set<std::string>& taken) {
    std::string name = any_text();
    while (name.empty() || name == "*" || !taken.insert(name).second) {
        name += "x";
    }
    return name;
}

inline bool any_chance() { return *rc::gen::arbitrary<bool>(); }

inline std::vector<option_label> any_labels() {
    const auto count = *rc::gen::inRange<std::size_t>(1, 5);
    std::vector<option_label> labels;
    std::set<std::string> words;
    const bool numeric = any_chance();
    for (std::size_t k = 0; k < count; ++k) {
        if (!numeric) {
            labels.emplace_back(any_name(words));
        } else if (any_chance()) {
            labels.emplace_back(static_cast<std::int64_t>(k) * 100000 - 7);
        } else {
            labels.emplace_back(static_cast<double>(k) * 100000 + *rc::gen::inRange(0, 1000) / 8.0);
        }
    }
    return labels;
}

inline issue any_issue(std::set<std::string>& names) {
    issue of;
    of.name = any_name(names);
    of.unit = any_text();
    of.note = any_text();
    of.kind = *rc::gen::element(issue_kind::categorical, issue_kind::ordered, issue_kind::integer,
                                issue_kind::real);
    if (of.kind == issue_kind::integer || of.kind == issue_kind::real) {
        of.unit += "u";
        const double step = of.kind == issue_kind::integer ? *rc::gen::inRange(1, 20)
                                                           : 0.001 + std::abs(any_number());
        const double low =
            of.kind == issue_kind::integer ? *rc::gen::inRange(-50, 50) : any_number();
        of.range = issue_range{low, low + step * *rc::gen::inRange(0, 5), step};
        of.options = options_of(of.kind, *of.range);
    } else {
        of.options = any_labels();
        of.unit += is_number(of.options.front()) ? "u" : "";
    }
    of.status_quo = *rc::gen::inRange<std::size_t>(0, of.options.size());
    return of;
}

inline value_function any_values(const issue& of) {
    const int form = is_number(of.options.front()) ? *rc::gen::inRange(0, 5) : 0;
    const double worst = any_number();
    const double best = worst + 0.5 + std::abs(any_number());
    if (form == 1) {
        return piecewise_linear_value{{{worst, any_share()}, {best, any_share()}, {best + 1, 0}}};
    }
    if (form == 2) {
        return power_value{any_share() + 0.01, worst, best};
    }
    if (form == 3) {
        return exponential_value{any_share() * 8 - 4, best, worst};
    }
    if (form == 4) {
        return logistic_value{worst, any_share() - 2};
    }
    tabled_value table;
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        table.values.push_back(any_share());
    }
    return table;
}

inline risk_attitude any_risk() {
    switch (*rc::gen::inRange(0, 5)) {
        case 0:
            return cara{any_share() * 6e-3 - 3e-3};
        case 1:
            return crra{any_share() * 0.99};
        case 2:
            return prospect{0.5 + any_share() / 2, 1 + any_share(), any_share()};
        case 3:
            return prospect{};
        default:
            return risk_neutral{};
    }
}

/// Some of the options of an issue, at least one.
inline std::vector<option_label> any_options(const issue& of) {
    std::vector<option_label> some;
    for (const option_label& label : of.options) {
        if (any_chance()) {
            some.push_back(label);
        }
    }
    if (some.empty()) {
        some.push_back(of.options.front());
    }
    return some;
}

inline void give_weights(const scenario& world, party& who) {
    who.combine = any_chance() ? aggregation::additive : aggregation::multiplicative;
    const auto count = static_cast<double>(world.issues.size());
    for (const issue& of : world.issues) {
        who.weights.emplace_back(of.name, 1 / count);
        who.values.emplace_back(of.name, any_values(of));
    }
    if (who.combine == aggregation::additive && world.issues.size() > 1) {
        interaction term{{world.issues[1].name, world.issues[0].name}, 0.125, {}};
        const std::size_t entries = world.issues[0].options.size() * world.issues[1].options.size();
        for (std::size_t k = 0; k < entries; ++k) {
            term.table.push_back(any_number());
        }
        if (any_chance()) {
            term.table.clear();
        }
        who.interactions = {term};
        who.weights.front().second -= 0.125;
        std::reverse(who.weights.begin(), who.weights.end());
    }
}

inline party any_agent(const scenario& world, std::set<std::string>& names) {
    party who;
    who.name = any_name(names);
    who.reservation = any_share();
    give_weights(world, who);
    who.risk = any_risk();
    who.note = any_text();
    if (any_chance()) {
        who.patience = discount{0.01 + 0.99 * any_share(),
                                *rc::gen::element(1.0, 7.0, 30.4375, 365.25, 12.0, 0.1)};
    }
    for (const issue& of : world.issues) {
        if (any_chance()) {
            who.red_lines.push_back({of.name, any_options(of), any_chance()});
        }
    }
    return who;
}

inline breakout any_breakout(const scenario& world, std::set<std::string>& names) {
    const issue& of = world.issues.front();
    breakout quantity;
    quantity.name = any_name(names);
    quantity.enrichment_issue = of.name;
    quantity.stock_issue = of.name;
    quantity.machines_issue = world.issues.back().name;
    quantity.terms.quantity = 1 + any_share();
    for (const option_label& label : of.options) {
        quantity.levels.push_back({label, any_share() * 99});
        quantity.holdings.push_back({label, {any_share(), 0.1 + any_share() * 90, any_chance()}});
    }
    return quantity;
}

/// What refers to issues: scopes, deals, constraints (over two issues, true of today).
inline void add_references(scenario& world) {
    std::set<std::string> names;
    scope all{any_name(names), {}};
    named_deal deal{any_name(names), {}, "", any_text()};
    for (auto of = world.issues.rbegin(); of != world.issues.rend(); ++of) {
        all.issues.push_back(of->name);
        deal.outcome.emplace_back(of->name, of->options[of->status_quo]);
    }
    world.scopes = {all};
    world.deals = {deal};
    const issue& first = world.issues.front();
    const issue& last = world.issues.back();
    if (world.issues.size() > 1) {
        std::vector<option_label> allowed = any_options(last);
        allowed.push_back(last.options[last.status_quo]);
        world.constraints.push_back(
            {any_name(names), {{first.name, any_options(first)}}, {{last.name, allowed}}});
    }
    if (first.options.size() > 1) {
        const std::size_t other = first.status_quo == 0 ? 1 : 0;
        world.constraints.push_back(
            {any_name(names),
             {{last.name, any_options(last)}, {first.name, {first.options[other]}}},
             {},
             any_chance() ? world.sources.front().id : ""});
    }
    if (world.issues.size() == 1) {
        world.constraints.clear();
    }
}

inline talks::mediator_entry any_mediator(const scenario& world, std::set<std::string>& names) {
    talks::mediator_entry m;
    m.name = any_name(names);
    m.role = *rc::gen::element<std::string>("relay(noise=0.05,delay=3)", "manipulator(budget=30)");
    m.toward = any_chance() ? world.parties.back().name : "";
    m.bias = m.toward.empty() ? 0 : any_share();
    if (any_chance()) {
        m.reservation = any_share();
    }
    m.source = any_chance() ? world.sources.front().id : "";
    m.note = any_text();
    return m;
}

/// What a file may say of the talks between its parties.
inline talks::section any_talks(const scenario& world, std::set<std::string>& names) {
    talks::section said;
    said.protocol = any_chance() ? "alternating-offers" : "single-text(temperature=0.1)";
    said.rounds = *rc::gen::inRange<std::int64_t>(1, 1'000'001);
    said.clock = any_chance() ? clock::geniusweb : clock::negmas;
    said.days_per_round = 0.001 + std::abs(any_number());
    said.breakdown = any_share() / 2;
    said.more_than_quota = any_chance();
    said.quota = said.more_than_quota ? 0.5 : any_chance() ? 1 : 0.001 + 0.9 * any_share();
    said.discount = *rc::gen::element(talks::discounting::none, talks::discounting::relative,
                                      talks::discounting::calendar);
    said.discount_no_deal = any_chance();
    for (const party& who : world.parties) {
        said.votes.emplace_back(who.name, 1 + any_share());
        said.strategies.emplace_back(who.name, "boulware(e=0.3,offer=best,model=frequency)");
    }
    said.votes.emplace_back(world.onlookers.front().name, any_chance() ? 0 : any_share());
    said.strategies.resize(*rc::gen::inRange<std::size_t>(0, world.parties.size() + 1));
    if (any_chance()) {
        said.votes.clear();
        said.veto = {world.parties.back().name, world.parties.front().name};
    }
    said.leak_rate = any_chance() ? std::abs(any_number()) : 0;
    said.audience_cost = any_chance() ? any_share() : 0;
    for (int k = *rc::gen::inRange(0, 3); k > 0; --k) {
        said.mediators.push_back(any_mediator(world, names));
        said.mediators.back().chair = said.mediators.size() == 1 && any_chance();
    }
    return said;
}

/// Nothing, one number for all, or one of each party.
template <class Number>
sequence::by_party any_by_party(const scenario& world, Number number) {
    sequence::by_party of;
    const int form = *rc::gen::inRange(0, 3);
    if (form == 1) {
        of.all = number();
    }
    for (const party& who : world.parties) {
        if (form == 2) {
            of.named.emplace_back(who.name, number());
        }
    }
    return of;
}

inline sequence::written_step any_step(const scenario& world, const sequence::section& said,
                                       std::set<std::string>& names) {
    sequence::written_step s;
    s.name = any_name(names);
    s.party = (any_chance() ? world.parties.front() : world.parties.back()).name;
    s.value = any_by_party(world, any_number);
    if (!is_given(s.value)) {
        s.value.all = any_number();
    }
    s.undone = any_by_party(world, any_share);
    for (const sequence::written_step& before : said.steps) {
        if (any_chance()) {
            s.after.push_back(before.name);
        }
    }
    s.days = any_chance() ? std::abs(any_number()) : 0;
    s.defection = any_chance() ? any_share() * 0.9 : 0;
    if (any_chance()) {
        s.pretence = sequence::faking{std::abs(any_number()), any_share(), std::abs(any_number())};
    }
    if (s.pretence && any_chance()) {
        s.pretence->saves = 0;
        s.saved_share = any_share();
    }
    s.source = any_chance() ? world.sources.front().id : "";
    s.note = any_text();
    return s;
}

/// The first step implements an issue where everybody's preferences let it.
inline void implement(const scenario& world, sequence::section& said) {
    if (world.issues.size() == 1 && !said.steps.empty() &&
        std::all_of(world.parties.begin(), world.parties.end(),
                    [](const party& who) { return who.combine == aggregation::additive; })) {
        said.steps.front().value = {};
        said.steps.front().implements =
            sequence::implementation{world.issues.front().name, 0.001 + 0.9 * any_share()};
        const issue& of = world.issues.front();
        if (said.steps.back().pretence) {
            said.steps.back().detection_if =
                sequence::conditional_detection{{{of.name, any_options(of)}}, any_share()};
        }
    }
}

inline sequence::written_tranches any_tranches(const scenario& world) {
    sequence::written_tranches said;
    said.what = any_text();
    said.cost = std::abs(any_number());
    said.worth = std::abs(any_number());
    said.defection = any_chance() ? any_share() * 0.9 : 0;
    said.trust = 0.001 + 0.9 * any_share();
    said.target = any_chance() ? 1 : 0.001 + 0.9 * any_share();
    if (any_chance()) {
        said.days = 1 + std::abs(any_number());
        said.hazard = sequence::written_hazard{std::abs(any_number()),
                                               any_chance() ? 30.4375 : 1 + std::abs(any_number())};
    }
    said.source = any_chance() ? world.sources.front().id : "";
    said.note = any_text();
    return said;
}

/// What a file may say of carrying out.
inline sequence::section any_sequence(const scenario& world) {
    sequence::section said;
    std::set<std::string> names;
    said.completion = any_by_party(world, any_number);
    said.breakdown = any_by_party(world, [] { return std::abs(any_number()); });
    said.trust = any_by_party(world, [] { return 0.001 + 0.9 * any_share(); });
    sequence::named_order order{any_name(names), {}, "", any_text()};
    std::set<std::string> step_names;
    for (int k = *rc::gen::inRange(0, 4); k > 0; --k) {
        said.steps.push_back(any_step(world, said, step_names));
        order.steps.push_back(said.steps.back().name);
    }
    implement(world, said);
    order.source = any_chance() ? world.sources.front().id : "";
    said.orders = {order};
    for (int k = *rc::gen::inRange(0, 3); k > 0; --k) {
        sequence::variant v;
        v.name = any_name(names);
        if (said.steps.size() > 1) {
            v.after = {{order.steps.back(), {order.steps.front()}}};
        }
        if (any_chance()) {
            v.undone = any_share();
        }
        v.completion = any_by_party(world, any_number);
        v.order = any_chance() ? order.name : "";
        v.note = any_text();
        said.variants.push_back(v);
    }
    if (any_chance()) {
        said.tranches = any_tranches(world);
    }
    return said;
}

/// Factions of one chamber of the first party, another that follows it, and a leader.
inline ratification::section any_chambers(const scenario& world) {
    ratification::section said;
    std::set<std::string> names;
    const party& owner = world.parties.front();
    said.chambers.resize(2);
    for (ratification::written_chamber& c : said.chambers) {
        c.name = any_name(names);
        c.party = owner.name;
        c.note = any_text();
    }
    said.chambers[1].follows = said.chambers[0].name;
    said.chambers[1].source = any_chance() ? world.sources.front().id : "";
    double votes = 0;
    for (int k = *rc::gen::inRange(1, 4); k > 0; --k) {
        ratification::written_faction f;
        f.name = any_name(names);
        f.chamber = said.chambers[0].name;
        f.size = *rc::gen::inRange(1, 300);
        votes += f.size;
        if (owner.combine == aggregation::multiplicative || any_chance()) {
            f.weights = {{owner.weights.front().first, 1}};
        }
        if (any_chance()) {
            f.threshold = any_share();
        }
        f.noise = any_share();
        f.shock = any_chance() ? any_share() : 0;
        f.public_lines = any_chance();
        f.red_lines = owner.red_lines;
        f.note = any_text();
        if (world.onlookers.front().combine == aggregation::additive && any_chance()) {
            f.friend_abroad = ratification::ally{world.onlookers.front().name, any_share()};
        }
        said.factions.push_back(f);
    }
    said.chambers[0].decides = {ratification::rule_kind::disapproval, votes};
    if (any_chance()) {
        said.chambers[0].alternatives = {
            {any_name(names), {ratification::rule_kind::quota, 1}},
            {any_name(names), {ratification::rule_kind::unanimity, 0}}};
    }
    return said;
}

inline survival::written_effect any_effect(const scenario& world) {
    survival::written_effect of;
    of.ends = any_chance() ? 1 : any_share();
    if (any_chance()) {
        of.reservation = {{world.parties.front().name, any_number()}};
        of.odds = {{world.onlookers.front().name, any_share() + 0.01},
                   {world.parties.back().name, any_share() + 0.01}};
    }
    of.hazards = any_chance() ? 1 : any_share();
    return of;
}

inline survival::written_hazard any_hazard(const scenario& world, std::set<std::string>& names) {
    const issue& of = world.issues.back();
    survival::written_hazard h;
    h.name = any_name(names);
    h.stated = any_chance() ? survival::measure::rate : survival::measure::probability;
    h.value = 0.1 + 0.1 * any_share();
    h.period = 0.001 + std::abs(any_number());
    for (const survival::stage one : survival::all_stages) {
        if (any_chance()) {
            h.stages.push_back(one);
        }
    }
    if (any_chance()) {
        h.terms = {{{{of.name, {of.options.front()}}}, 0.1 * (any_share() - 0.5)},
                   {{{of.name, of.options}}, -0.001}};
        h.spikes = {{"vote", 0.1 * any_share(), 1, std::abs(any_number())}};
    }
    if (any_chance()) {
        h.spoiler = survival::written_spoiler{world.onlookers.front().name, 0.1 * any_share(),
                                              std::abs(any_number())};
    }
    h.effect = any_effect(world);
    h.source = any_chance() ? world.sources.front().id : "";
    h.note = any_text();
    return h;
}

/// What a file may say of lasting.
inline survival::section any_survival(const scenario& world) {
    survival::section said;
    std::set<std::string> names;
    said.period = any_chance() ? 365.25 : 0.001 + std::abs(any_number());
    said.horizon = (0.001 + any_share()) * said.period;
    for (int k = *rc::gen::inRange(0, 3); k > 0; --k) {
        said.hazards.push_back(any_hazard(world, names));
    }
    if (any_chance()) {
        survival::written_event e;
        e.name = any_name(names);
        e.period = any_chance() ? 7 : 30.4375;
        e.days = std::abs(any_number()) / 100 * e.period;
        e.probability = any_share();
        e.unless = {{world.issues.front().name, {world.issues.front().options.front()}}};
        e.effect = any_effect(world);
        e.note = any_text();
        said.events = {e};
    }
    return said;
}

inline scenario any_scenario() {
    scenario world;
    world.title = any_text() + "t";
    world.note = any_text();
    world.talks = any_chance() ? publicity::open : publicity::secret;
    world.utilities = any_chance() ? utility_convention::unit : utility_convention::raw;
    std::set<std::string> ids;
    world.sources = {{any_name(ids), any_text() + "c", any_text()}, {any_name(ids), "d", ""}};
    world.sources.front().covers = {"party.*.reservation", "party"};
    world.assumptions = {{"party.*.weights", any_text()}, {"*", ""}};
    std::set<std::string> names;
    const auto issues = *rc::gen::inRange(1, 5);
    for (int k = 0; k < issues; ++k) {
        world.issues.push_back(any_issue(names));
    }
    world.issues.front().source = world.sources.front().id;
    std::set<std::string> agents;
    world.parties = {any_agent(world, agents), any_agent(world, agents)};
    world.onlookers = {any_agent(world, agents)};
    world.parties.back().values.clear();
    world.parties.back().values_from = world.onlookers.front().name;
    world.parties.front().source = world.sources.back().id;
    add_references(world);
    if (world.issues.size() > 1 && is_number(world.issues.back().options.front())) {
        world.issues.front().unit = "kg";
        world.issues.back().unit = "machines";
        std::set<std::string> quantities;
        world.reported = {any_breakout(world, quantities)};
    }
    if (any_chance()) {
        world.protocol = any_talks(world, agents);
    }
    if (any_chance() && !world.parties.front().weights.empty()) {
        world.ratification = any_chambers(world);
    }
    if (any_chance()) {
        world.sequence = any_sequence(world);
    }
    if (any_chance()) {
        world.survival = any_survival(world);
    }
    return world;
}

}  // namespace negotiation::tests
