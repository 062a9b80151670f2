#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/laboratory/store.hpp>
#include <negotiation/question/tournament_answer.hpp>

#include "io/json_meta_game.hpp"
#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

json standings_of(const std::vector<laboratory::standing>& rows) {
    json list = json::array();
    for (const laboratory::standing& row : rows) {
        list.push_back(
            {{"name", row.name},
             {"mean_utility", number_of(row.mean_utility)},
             {"low", number_of(row.low)},
             {"high", number_of(row.high)},
             {"advantage", number_of(row.mean_advantage)},
             {"agreement_rate", number_of(row.agreement_rate)},
             {"mean_rounds", number_of(row.mean_rounds)},
             {"rank", row.rank},
             {"results", row.results},
             {"faults", row.faults},
             {"distance", distances_of(row.mean_distances)},
             {"welfare",
              {{"sum", number_of(row.mean_sum)}, {"product", number_of(row.mean_product)}}},
             {"equilibrium_regret", number_of(row.equilibrium_regret)},
             {"mean_offers", number_of(row.mean_offers)},
             {"advantage_low", number_of(row.advantage_low)},
             {"advantage_high", number_of(row.advantage_high)}});
    }
    return list;
}

json pairs_of(const std::vector<std::vector<std::optional<double>>>& pairs) {
    json rows = json::array();
    for (const auto& row : pairs) {
        json numbers = json::array();
        for (const auto& worth : row) {
            numbers.push_back(number_of(worth));
        }
        rows.push_back(std::move(numbers));
    }
    return rows;
}

json broken_of(const std::vector<question::broken_matches>& kinds) {
    json list = json::array();
    for (const question::broken_matches& kind : kinds) {
        list.push_back({{"strategy", name_of(kind.strategy)},
                        {"scenario", kind.scenario},
                        {"message", kind.what},
                        {"count", kind.count},
                        {"first", kind.first},
                        {"strategies", kind.by_seat},
                        {"party", name_of(kind.party)},
                        {"round", kind.round},
                        {"mediator", kind.mediator},
                        {"other_messages", kind.others}});
    }
    return list;
}

json scenarios_of(const std::vector<question::tournament_scenario>& scenarios) {
    json list = json::array();
    for (const question::tournament_scenario& on : scenarios) {
        const laboratory::stage_result& r = on.result;
        list.push_back({{"title", r.name},
                        {"parties", on.parties},
                        {"talks", on.talks == publicity::secret ? "secret" : "public"},
                        {"deals", r.deals ? json(*r.deals) : json(nullptr)},
                        {"efficient", r.refused.empty() ? json(r.efficient) : json(nullptr)},
                        {"results", r.results},
                        {"agreement_rate", number_of(r.agreement_rate)},
                        {"mean_rounds", number_of(r.mean_rounds)},
                        {"mean_offers", number_of(r.mean_offers)},
                        {"mean_utilities",
                         r.results == 0 ? json(nullptr) : keyed(on.parties, r.mean_utilities)},
                        {"no_deal", keyed(on.parties, r.reservations)},
                        {"best_deal", keyed(on.parties, r.greatest)},
                        {"distance", distances_of(r.mean_distances)},
                        {"equilibrium",
                         r.equilibrium.empty() ? json(nullptr) : keyed(on.parties, r.equilibrium)},
                        {"no_equilibrium", name_of(r.no_equilibrium)},
                        {"refused", name_of(r.refused)}});
    }
    return list;
}

}  // namespace

std::string to_json(const question::tournament_answer& answer) {
    json all;
    all["seed"] = answer.seed;
    all["matches"] = answer.matches;
    all["strategies"] = standings_of(answer.strategies);
    all["mediators"] = standings_of(answer.mediators);
    all["pairs"] = pairs_of(answer.pairs);
    all["complete"] = answer.complete;
    all["planned"] = answer.planned;
    all["faults"] = answer.faults;
    all["broken"] = broken_of(answer.broken);
    all["broken_left_out"] = answer.broken_left_out;
    all["forfeited"] = answer.forfeited;
    all["forfeits"] = broken_of(answer.forfeits);
    all["forfeits_left_out"] = answer.forfeits_left_out;
    all["scenarios"] = scenarios_of(answer.scenarios);
    all["rounds_limit"] = answer.rounds_limit;
    all["clock"] = std::string(to_string(answer.clock));
    all["repeats"] = answer.repeats;
    all["rotate"] = answer.rotate;
    all["breakdown"] = answer.breakdown;
    all["scope"] = name_of(answer.scope);
    all["complete_information"] = answer.complete_information;
    all["assumed_numbers"] = answer.assumed_numbers;
    all["voters"] = answer.voters;
    all["experiment"] = answer.experiment;
    all["comparisons"] = comparisons_of(answer);
    all["groups"] = groups_of(answer);
    all["meta_game"] = meta_game_of(answer);
    all["store"] = answer.kept ? json{{"file", answer.kept->file},
                                      {"recalled", answer.kept->recalled},
                                      {"batch", laboratory::store::batch}}
                               : json(nullptr);
    all["scenarios_needed"] = answer.told_apart.stages_needed;
    all["ranked_by"] = laboratory::to_string(answer.ranked_by);
    return written(all);
}

}  // namespace negotiation::io
