#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/run_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] std::vector<std::string> names_of(const question::run_answer& answer) {
    std::vector<std::string> names;
    for (const question::player& one : answer.parties) {
        names.push_back(one.name);
    }
    return names;
}

[[nodiscard]] json trace_of(const question::run_answer& answer) {
    const std::vector<std::string> names = names_of(answer);
    json list = json::array();
    for (const question::told_event& e : answer.events) {
        json one;
        one["round"] = e.round;
        one["party"] = e.who;
        one["action"] = e.action;
        one["outcome"] = e.outcome ? outcome_of(*e.outcome) : json(nullptr);
        one["utilities"] = e.utilities.empty() ? json(nullptr) : keyed(names, e.utilities);
        one["arrived"] = e.arrived;
        one["amounts"] = e.amounts.empty() ? json(nullptr) : keyed(names, e.amounts);
        list.push_back(std::move(one));
    }
    return list;
}

[[nodiscard]] json players_of(const question::run_answer& answer) {
    json list = json::array();
    for (const question::player& one : answer.parties) {
        list.push_back({{"name", one.name},
                        {"strategy", one.strategy},
                        {"complete_information", one.complete_information}});
    }
    return list;
}

[[nodiscard]] json mediators_of(const question::run_answer& answer) {
    json list = json::array();
    for (const question::seated_mediator& one : answer.mediators) {
        list.push_back({{"name", one.name}, {"role", one.role}});
    }
    return list;
}

/// What subgame-perfect play is worth, and how much less each party got; or why that is not known.
[[nodiscard]] json equilibrium_of(const question::run_answer& answer) {
    const std::vector<std::string> names = names_of(answer);
    const bool known = answer.no_equilibrium.empty();
    std::vector<double> regret;
    for (std::size_t i = 0; i < answer.equilibrium.size(); ++i) {
        regret.push_back(answer.equilibrium[i] - answer.discounted[i]);
    }
    return {{"discounted", known ? keyed(names, answer.equilibrium) : json(nullptr)},
            {"regret", known ? keyed(names, regret) : json(nullptr)},
            {"not_computed", name_of(answer.no_equilibrium)}};
}

/// The rule, and who has how many votes.
[[nodiscard]] json agreement_of(const question::run_answer& answer) {
    const std::vector<std::string> names = names_of(answer);
    const talks::voting_rule& rule = answer.agreement;
    json veto = json::array();
    for (const party_id i : rule.veto) {
        veto.push_back(names[i]);
    }
    return {{"quota", rule.quota},
            {"more_than", rule.more_than},
            {"votes", rule.votes.empty() ? json(nullptr) : keyed(names, rule.votes)},
            {"veto", std::move(veto)}};
}

[[nodiscard]] json accepted_of(const question::run_answer& answer) {
    json list = json::array();
    for (std::size_t i = 0; i < answer.accepted.size(); ++i) {
        if (answer.accepted[i]) {
            list.push_back(answer.parties[i].name);
        }
    }
    return list;
}

[[nodiscard]] json models_of(const question::run_answer& answer) {
    json list = json::array();
    for (const question::model_result& one : answer.models) {
        const bool none = one.error.deals == 0;
        list.push_back(
            {{"party", one.party},
             {"model", one.model},
             {"spearman", one.error.spearman ? json(*one.error.spearman) : json(nullptr)},
             {"rmse", none ? json(nullptr) : json(one.error.rmse)},
             {"deals", one.error.deals},
             {"refused", name_of(one.refused)}});
    }
    return list;
}

}  // namespace

std::string to_json(const question::run_answer& answer, bool trace) {
    const std::vector<std::string> names = names_of(answer);
    json all;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["protocol"] = answer.protocol;
    all["clock"] = std::string(to_string(answer.convention));
    all["rounds_limit"] = answer.rounds_limit;
    all["seed"] = answer.seed;
    all["parties"] = players_of(answer);
    all["mediators"] = mediators_of(answer);
    all["status"] = to_string(answer.status);
    all["round"] = answer.round;
    all["offers"] = answer.offers;
    all["time"] = answer.time;
    all["days"] = answer.days;
    all["utilities"] = keyed(names, answer.utilities);
    all["discounted"] = keyed(names, answer.discounted);
    all["outcome"] = answer.outcome ? outcome_of(*answer.outcome) : json(nullptr);
    all["distance"] = distances_of(answer.distance);
    if (trace) {
        all["trace"] = trace_of(answer);
    }
    all["promised"] = keyed(names, answer.promised);
    all["no_deal"] = keyed(names, answer.no_deal_at_end);
    all["first_text"] = answer.first_text ? outcome_of(*answer.first_text) : json(nullptr);
    all["last_text"] = answer.last_text ? outcome_of(*answer.last_text) : json(nullptr);
    all["agreement"] = agreement_of(answer);
    all["breakdown"] = answer.breakdown;
    all["days_per_round"] = answer.days_per_round;
    all["discounting"] = std::string(to_string(answer.discounting));
    all["accepted_by"] = accepted_of(answer);
    all["talks"] = talks_of(answer.talks);
    all["leaked"] = answer.leaked;
    all["zone_is_empty"] = answer.zone_is_empty ? json(*answer.zone_is_empty) : json(nullptr);
    all["written_down"] = answer.written_down;
    all["other_runs"] = answer.other_runs;
    all["agreed_runs"] = answer.agreed_runs;
    all["same_runs"] = answer.same_runs;
    all["assumed_numbers"] = answer.assumed_numbers;
    all["refused"] = name_of(answer.refused);
    if (!answer.models.empty()) {
        all["models"] = models_of(answer);
    }
    all["equilibrium"] = equilibrium_of(answer);
    all["forfeits"] = json::array();
    for (const question::told_forfeit& one : answer.forfeits) {
        all["forfeits"].push_back(
            {{"party", one.party}, {"round", one.round}, {"message", one.what}});
    }
    if (answer.expects) {
        all["expectation"] = expectation_of(*answer.expects);
        all["carried_out"] =
            answer.carried_out.empty() ? json(nullptr) : keyed(names, answer.carried_out);
    }
    return written(all);
}

}  // namespace negotiation::io
