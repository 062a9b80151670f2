#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/check_answer.hpp>
#include <negotiation/question/list_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

json discount_of(const std::optional<discount>& patience) {
    if (!patience) {
        return nullptr;
    }
    return {{"factor", patience->factor}, {"per", period_of(patience->period)}};
}

json agent_of(const question::listed_agent& who) {
    json lines = json::array();
    for (const question::listed_line& line : who.red_lines) {
        lines.push_back(
            {{"issue", line.issue}, {"allow", options_of(line.allow)}, {"public", line.is_public}});
    }
    return {{"name", who.name},
            {"reservation", who.reservation},
            {"assumed", who.reservation_assumed},
            {"red_lines", std::move(lines)},
            {"discount", discount_of(who.patience)}};
}

json agents_of(const std::vector<question::listed_agent>& agents) {
    json list = json::array();
    for (const question::listed_agent& who : agents) {
        list.push_back(agent_of(who));
    }
    return list;
}

json issues_of(const std::vector<question::listed_issue>& issues) {
    json list = json::array();
    for (const question::listed_issue& of : issues) {
        list.push_back({{"name", of.name},
                        {"kind", of.kind},
                        {"unit", name_of(of.unit)},
                        {"options", options_of(of.options)},
                        {"status_quo", of.status_quo ? option_of(*of.status_quo) : json(nullptr)}});
    }
    return list;
}

json agreement_of(const talks::section& said) {
    if (said.more_than_quota) {
        return "majority";
    }
    return said.quota < 1 ? json(said.quota) : json("unanimity");
}

json protocol_of(const std::optional<talks::section>& said) {
    if (!said) {
        return nullptr;
    }
    json votes = json::object();
    for (const auto& [name, number] : said->votes) {
        votes[name] = number;
    }
    json strategies = json::object();
    for (const auto& [name, spec] : said->strategies) {
        strategies[name] = spec;
    }
    return {{"kind", said->protocol},
            {"rounds", said->rounds},
            {"clock", to_string(said->clock)},
            {"days_per_round", said->days_per_round},
            {"breakdown", said->breakdown},
            {"agreement", agreement_of(*said)},
            {"votes", std::move(votes)},
            {"veto", said->veto},
            {"discounting", to_string(said->discount)},
            {"discount_no_deal", said->discount_no_deal},
            {"strategies", std::move(strategies)}};
}

json channel_of(const std::optional<talks::section>& said) {
    if (!said) {
        return nullptr;
    }
    return {{"leak_rate", said->leak_rate}, {"audience_cost", said->audience_cost}};
}

json mediators_of(const std::optional<talks::section>& said) {
    json list = json::array();
    for (std::size_t k = 0; said && k < said->mediators.size(); ++k) {
        const talks::mediator_entry& m = said->mediators[k];
        list.push_back({{"name", m.name},
                        {"role", m.role},
                        {"chair", m.chair},
                        {"bias", m.bias},
                        {"toward", name_of(m.toward)},
                        {"reservation", m.reservation ? json(*m.reservation) : json(nullptr)}});
    }
    return list;
}

json rule_of(const ratification::written_rule& rule) {
    return {{"rule", to_string(rule.kind)},
            {"quota", rule.quota > 0 ? json(rule.quota) : json(nullptr)}};
}

json factions_of(const ratification::section& said, const std::string& chamber) {
    json list = json::array();
    for (const ratification::written_faction& f : said.factions) {
        if (f.chamber == chamber) {
            list.push_back({{"name", f.name},
                            {"size", f.size},
                            {"threshold", number_of(f.threshold)},
                            {"public_red_lines", f.public_lines}});
        }
    }
    return list;
}

json chambers_of(const ratification::section& said) {
    json list = json::array();
    for (const ratification::written_chamber& c : said.chambers) {
        json one = {{"name", c.name}, {"party", c.party}, {"rule", nullptr}, {"quota", nullptr}};
        if (c.follows.empty()) {
            one.update(rule_of(c.decides));
        }
        one["follows"] = name_of(c.follows);
        one["days"] = c.days;
        one["factions"] = factions_of(said, c.name);
        one["alternatives"] = json::array();
        for (const ratification::alternative& other : c.alternatives) {
            json named = {{"name", other.name}};
            named.update(rule_of(other.decides));
            one["alternatives"].push_back(std::move(named));
        }
        list.push_back(std::move(one));
    }
    return list;
}

/// A number for all parties, an object by party, or null.
json by_party_of(const sequence::by_party& of) {
    if (of.all) {
        return *of.all;
    }
    if (of.named.empty()) {
        return nullptr;
    }
    json named = json::object();
    for (const auto& [name, number] : of.named) {
        named[name] = number;
    }
    return named;
}

json sequence_of(const std::optional<sequence::section>& said) {
    if (!said) {
        return nullptr;
    }
    return {{"completion", by_party_of(said->completion)},
            {"breakdown", by_party_of(said->breakdown)},
            {"trust", by_party_of(said->trust)}};
}

json implements_of(const std::optional<sequence::implementation>& part) {
    return part ? json{{"issue", part->issue}, {"share", part->share}} : json(nullptr);
}

json steps_of(const std::optional<sequence::section>& said) {
    json list = json::array();
    for (std::size_t k = 0; said && k < said->steps.size(); ++k) {
        const sequence::written_step& s = said->steps[k];
        list.push_back({{"name", s.name},
                        {"party", s.party},
                        {"value", by_party_of(s.value)},
                        {"implements", implements_of(s.implements)},
                        {"undone", by_party_of(s.undone)},
                        {"after", s.after},
                        {"days", s.days}});
    }
    return list;
}

json orders_of(const std::optional<sequence::section>& said) {
    json list = json::array();
    for (std::size_t k = 0; said && k < said->orders.size(); ++k) {
        list.push_back({{"name", said->orders[k].name}, {"steps", said->orders[k].steps}});
    }
    return list;
}

json variants_of(const std::optional<sequence::section>& said) {
    json list = json::array();
    for (std::size_t k = 0; said && k < said->variants.size(); ++k) {
        const sequence::variant& v = said->variants[k];
        json after = json::object();
        for (const auto& [step, before] : v.after) {
            after[step] = before;
        }
        list.push_back({{"name", v.name},
                        {"after", std::move(after)},
                        {"undone", v.undone ? json(*v.undone) : json(nullptr)},
                        {"completion", by_party_of(v.completion)},
                        {"order", name_of(v.order)}});
    }
    return list;
}

}  // namespace

std::string to_json(const question::check_answer& answer) {
    json all;
    all["scenario"] = answer.scenario;
    all["issues"] = answer.issues;
    all["outcomes"] = {{"raw", count_of(answer.raw)}, {"feasible", count_of(answer.feasible)}};
    all["parties"] = answer.parties;
    all["onlookers"] = answer.onlookers;
    all["scopes"] = answer.scopes;
    all["deals"] = answer.deals;
    all["numbers"] = answer.numbers;
    all["assumed_numbers"] = answer.assumed;
    all["unsourced_numbers"] = answer.unsourced;
    all["unsourced"] = answer.unsourced_places;
    return written(all);
}

std::string to_json(const question::list_answer& answer) {
    json all;
    all["scenario"] = answer.scenario;
    all["talks"] = talks_of(answer.talks);
    all["issues"] = issues_of(answer.issues);
    all["parties"] = agents_of(answer.parties);
    all["onlookers"] = agents_of(answer.onlookers);
    json scopes = json::array();
    for (const question::listed_scope& of : answer.scopes) {
        scopes.push_back({{"name", of.name}, {"issues", of.issues}});
    }
    all["scopes"] = std::move(scopes);
    json deals = json::array();
    for (const question::listed_deal& of : answer.deals) {
        deals.push_back({{"name", of.name}, {"outcome", outcome_of(of.clauses)}});
    }
    all["deals"] = std::move(deals);
    all["constraints"] = answer.constraints;
    all["reported"] = answer.reported;
    all["protocol"] = protocol_of(answer.protocol);
    all["channel"] = channel_of(answer.protocol);
    all["mediators"] = mediators_of(answer.protocol);
    all["sequence"] = sequence_of(answer.sequence);
    all["steps"] = steps_of(answer.sequence);
    all["orders"] = orders_of(answer.sequence);
    all["variants"] = variants_of(answer.sequence);
    all["tranches"] = answer.sequence && answer.sequence->tranches
                          ? tranches_of(*answer.sequence->tranches)
                          : json(nullptr);
    all["chambers"] = chambers_of(answer.ratification);
    all["note"] = name_of(answer.note);
    json sources = json::array();
    for (const source& s : answer.sources) {
        sources.push_back(
            {{"id", s.id}, {"cite", s.cite}, {"note", name_of(s.note)}, {"covers", s.covers}});
    }
    all["sources"] = std::move(sources);
    json assumptions = json::array();
    for (const assumption& a : answer.assumptions) {
        assumptions.push_back({{"what", a.what}, {"why", name_of(a.why)}});
    }
    all["assumptions"] = std::move(assumptions);
    return written(all);
}

std::string to_json(const std::vector<question::listed_file>& files) {
    json list = json::array();
    for (const question::listed_file& file : files) {
        list.push_back({{"name", file.name},
                        {"title", name_of(file.title)},
                        {"problem", name_of(file.problem)}});
    }
    json all;
    all["scenarios"] = std::move(list);
    return written(all);
}

std::string to_json(const std::vector<std::pair<std::string, std::vector<std::string>>>& lists) {
    json all;
    for (const auto& [key, texts] : lists) {
        all[key] = texts;
    }
    return written(all);
}

std::string to_json(std::string_view key, std::string_view text) {
    json all;
    all[std::string(key)] = text;
    return written(all);
}

}  // namespace negotiation::io
