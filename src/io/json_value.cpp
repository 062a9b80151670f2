#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/value_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

json better_of(const question::value_answer& answer, const question::valued_deal& d) {
    if (!d.dominated_by) {
        return nullptr;
    }
    json better;
    better["outcome"] = outcome_of(d.dominated_by->outcome);
    better["utilities"] = keyed(answer.parties, d.dominated_by->utilities);
    better["improvement"] = keyed(answer.parties, d.dominated_by->improvement);
    return better;
}

json clauses_of(const question::value_answer& answer, const question::valued_deal& d) {
    json list = json::array();
    for (const question::clause_worth& part : d.clauses) {
        list.push_back({{"issue", part.issue},
                        {"worth", keyed(answer.parties, part.worth)},
                        {"severable", part.severable}});
    }
    return list;
}

/// For each party that the deal does not suit: how far it falls short and the red lines crossed.
json reasons_of(const question::valued_deal& d) {
    json all = json::object();
    for (const question::party_worth& worth : d.parties) {
        if (worth.accepts && worth.crossed.empty()) {
            continue;
        }
        json lines = json::array();
        for (const question::named_line& line : worth.crossed) {
            lines.push_back(
                {{"issue", line.issue}, {"public", line.is_public}, {"binds", line.binds}});
        }
        all[worth.name] = {{"short_by", worth.short_by}, {"red_lines", std::move(lines)}};
    }
    return all;
}

json trade_of(const question::value_answer& answer, const question::valued_deal& d) {
    if (!d.trade) {
        return nullptr;
    }
    const question::trade_view& t = *d.trade;
    json weights = json::object();
    for (const question::weight_ratio& w : t.weights) {
        weights[w.party] = {w.first, w.second};
    }
    json changes = json::array();
    changes.push_back(
        {{"issue", t.first}, {"from", option_of(t.first_from)}, {"to", option_of(t.first_to)}});
    changes.push_back(
        {{"issue", t.second}, {"from", option_of(t.second_from)}, {"to", option_of(t.second_to)}});
    changes[0]["alone"] = keyed(answer.parties, t.first_alone);
    changes[1]["alone"] = keyed(answer.parties, t.second_alone);
    return {{"changes", std::move(changes)},
            {"gains", keyed(answer.parties, t.gains)},
            {"weights", std::move(weights)}};
}

json orders_of(const question::value_answer& answer, const question::valued_deal& d) {
    json list = json::array();
    for (const question::order_worth& in : d.orders) {
        list.push_back({{"order", option_of(in.order)},
                        {"chosen", in.chosen},
                        {"utilities", keyed(answer.parties, in.utilities)},
                        {"acceptable", in.acceptable}});
    }
    return list;
}

json deal_of(const question::value_answer& answer, const question::valued_deal& d) {
    json one;
    one["name"] = d.name;
    one["outcome"] = outcome_of(d.outcome);
    json utilities = json::object();
    json surplus = json::object();
    json rejected_by = json::array();
    for (const question::party_worth& worth : d.parties) {
        utilities[worth.name] = worth.utility;
        surplus[worth.name] = worth.surplus;
        if (!worth.accepts) {
            rejected_by.push_back(worth.name);
        }
    }
    for (const question::onlooker_view& view : d.onlookers) {
        utilities[view.name] = view.utility;
    }
    one["utilities"] = std::move(utilities);
    one["surplus"] = std::move(surplus);
    one["acceptable"] = d.acceptable;
    one["rejected_by"] = std::move(rejected_by);
    one["efficient"] = d.efficient ? json(*d.efficient) : json(nullptr);
    one["dominated_by"] = better_of(answer, d);
    one["clauses"] = clauses_of(answer, d);
    one["reported"] = reported_of(d.reported);
    one["feasible"] = d.feasible;
    one["violated"] = d.violated;
    one["reasons"] = reasons_of(d);
    one["trade"] = trade_of(answer, d);
    one["onlookers"] = onlookers_of(d.onlookers);
    one["refused"] = name_of(d.refused);
    if (!d.orders.empty()) {
        one["carried_out"] = keyed(answer.parties, d.carried_out);
        one["orders"] = orders_of(answer, d);
    }
    return one;
}

}  // namespace

std::string to_json(const question::value_answer& answer) {
    json all;
    all["deals"] = json::array();
    for (const question::valued_deal& d : answer.deals) {
        all["deals"].push_back(deal_of(answer, d));
    }
    json ranking = json::object();
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        json names = json::array();
        for (const std::size_t place : answer.ranking[i]) {
            names.push_back(answer.deals[place].name);
        }
        ranking[answer.parties[i]] = std::move(names);
    }
    all["ranking"] = std::move(ranking);
    json ranks = json::object();
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        ranks[answer.parties[i]] = answer.ranks[i];
    }
    all["by_product"] = json::array();
    for (const auto& [place, product] : answer.by_product) {
        all["by_product"].push_back({{"name", answer.deals[place].name}, {"product", product}});
    }
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["red_lines"] = binding_of(answer.red_lines);
    all["parties"] = answer.parties;
    all["assumed_numbers"] = answer.assumed_numbers;
    all["ranks"] = std::move(ranks);
    if (answer.expects) {
        all["expectation"] = expectation_of(*answer.expects);
    }
    return written(all);
}

}  // namespace negotiation::io
