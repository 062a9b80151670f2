#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/ratify_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

json coalition_of(const std::optional<question::coalition_view>& found) {
    if (!found) {
        return nullptr;
    }
    json votes = json::array();
    for (const question::vote_price& v : found->votes) {
        votes.push_back({{"faction", v.faction}, {"votes", v.votes}, {"price", v.price}});
    }
    return {{"price", found->price}, {"votes", std::move(votes)}};
}

json chamber_of(const question::chamber_view& c) {
    using ratification::rule_kind;
    const bool leads = c.follows.empty();
    const bool counts =
        leads && (c.decides.kind == rule_kind::quota || c.decides.kind == rule_kind::disapproval);
    return {{"party", c.party},
            {"rule", leads ? json(to_string(c.decides.kind)) : json("follows")},
            {"probability", c.chance.probability},
            {"probability_independent", c.chance.independent},
            {"probability_red_lines_on", c.chance.red_lines_on},
            {"chamber", c.name},
            {"quota", counts ? json(c.decides.votes) : json(nullptr)},
            {"votes", leads ? json(c.votes) : json(nullptr)},
            {"supporters_needed", leads ? json(c.supporters) : json(nullptr)},
            {"expected_supporters", leads ? json(c.expected) : json(nullptr)},
            {"follows", name_of(c.follows)},
            {"days", c.days},
            {"cheapest_coalition", coalition_of(c.coalition)}};
}

json homes_of(const question::ratify_answer& answer, const question::ratified_deal& d) {
    json list = json::array();
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        list.push_back({{"party", answer.parties[i]},
                        {"probability", d.homes[i].probability},
                        {"probability_independent", d.homes[i].independent},
                        {"probability_red_lines_on", d.homes[i].red_lines_on}});
    }
    return list;
}

json synergies_of(const question::ratify_answer& answer, const question::ratified_deal& d) {
    json list = json::array();
    for (const question::synergy_view& s : d.synergies) {
        json refused = json::array();
        for (const question::refusal_view& r : s.refusals) {
            refused.push_back(r.party);
        }
        list.push_back({{"issue", s.issue},
                        {"option", option_of(s.to)},
                        {"changes", keyed(answer.parties, s.changes)},
                        {"kind", to_string(s.kind)},
                        {"against_no_deal", keyed(answer.parties, s.gains)},
                        {"refused_by", std::move(refused)}});
    }
    return list;
}

json spoilers_of(const question::ratified_deal& d) {
    json list = json::array();
    for (const question::spoiler_view& s : d.spoilers) {
        list.push_back({{"name", s.name},
                        {"utility", s.utility},
                        {"hazard_per_month", s.hazard_per_month},
                        {"survival_12_months", s.survival_12_months},
                        {"hazard", s.hazard},
                        {"reservation", s.reservation}});
    }
    return list;
}

json ratified_of(const question::ratify_answer& answer, const question::ratified_deal& d) {
    json one;
    one["name"] = d.name;
    one["outcome"] = outcome_of(d.outcome);
    one["utilities"] = d.utilities;
    one["chambers"] = json::array();
    for (const question::chamber_view& c : d.chambers) {
        one["chambers"].push_back(chamber_of(c));
    }
    one["joint"] = d.joint.probability;
    one["spoilers"] = spoilers_of(d);
    one["joint_independent"] = d.joint.independent;
    one["joint_red_lines_on"] = d.joint.red_lines_on;
    one["homes"] = homes_of(answer, d);
    one["bottleneck"] = d.bottleneck ? json(d.chambers[*d.bottleneck].name) : json(nullptr);
    one["synergies"] = synergies_of(answer, d);
    one["feasible"] = d.feasible;
    one["acceptable"] = d.acceptable;
    one["error"] = d.error;
    return one;
}

json win_sets_of(const question::ratify_answer& answer) {
    json list = json::array();
    for (const question::win_set_view& w : answer.win_sets) {
        json by_home = json::object();
        for (std::size_t i = 0; i < answer.parties.size(); ++i) {
            by_home[answer.parties[i]] = w.by_home[i];
        }
        list.push_back({{"range", w.range},
                        {"red_lines_on", w.red_lines_on},
                        {"deals", w.deals},
                        {"by_home", std::move(by_home)},
                        {"joint", w.joint}});
    }
    return list;
}

json surge_of(const std::optional<question::surge_view>& s) {
    if (!s) {
        return nullptr;
    }
    json axes = json::array();
    for (const question::surge_axis& of : s->axes) {
        axes.push_back({{"faction", of.faction},
                        {"chamber", of.chamber},
                        {"party", of.party},
                        {"votes", of.votes},
                        {"shares", of.shares},
                        {"today", of.shares[of.today]}});
    }
    return {{"factions", std::move(axes)},
            {"range", s->range},
            {"deals", s->deals},
            {"joint", s->joint},
            {"joint_red_lines_on", s->red_lines_on}};
}

}  // namespace

std::string to_json(const question::ratify_answer& answer) {
    json all;
    all["deals"] = json::array();
    for (const question::ratified_deal& d : answer.deals) {
        all["deals"].push_back(ratified_of(answer, d));
    }
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["parties"] = answer.parties;
    all["alternative"] = name_of(answer.alternative);
    all["level"] = answer.level;
    all["win_sets"] = win_sets_of(answer);
    all["surge"] = surge_of(answer.surge);
    all["refused"] = name_of(answer.refused);
    all["assumed_numbers"] = answer.assumed_numbers;
    return written(all);
}

}  // namespace negotiation::io
