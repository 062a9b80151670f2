#include <string>

#include <negotiation/io/json.hpp>
#include <negotiation/question/deals_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

/// @param objective what the solution calls the number it maximised
json solution_of(const question::solution_view& s, const char* objective) {
    json one;
    one["utilities"] = s.utilities;
    one["outcome"] = outcome_of(s.outcome);
    one[objective] = s.objective;
    one["gains"] = s.gains;
    one["count"] = count_of(s.count);
    one["onlookers"] = onlookers_of(s.onlookers);
    one["reported"] = reported_of(s.reported);
    if (!s.carried_out.empty()) {
        one["carried_out"] = s.carried_out;
    }
    return one;
}

json solution_of(const question::lottery_view& s, const char* objective) {
    json one;
    one["utilities"] = s.utilities;
    one["deals"] = json::array();
    for (std::size_t k = 0; k < s.deals.size(); ++k) {
        one["deals"].push_back({{"chance", s.chances[k]}, {"outcome", outcome_of(s.deals[k])}});
    }
    one[objective] = s.objective;
    one["gap"] = s.gap;
    return one;
}

template <class View>
json four_of(const question::four_solutions<View>& four) {
    const auto one = [](const std::optional<View>& view, const char* objective) {
        return view ? solution_of(*view, objective) : json(nullptr);
    };
    json all;
    all["nash"] = one(four.nash, "product");
    all["kalai_smorodinsky"] = one(four.kalai_smorodinsky, "gain");
    all["egalitarian"] = one(four.egalitarian, "gain");
    all["utilitarian"] = one(four.utilitarian, "sum");
    return all;
}

json frontier_of(const question::deals_answer& answer) {
    json points = json::array();
    for (std::size_t k = 0; k < answer.frontier.size(); ++k) {
        json point;
        point["utilities"] = answer.frontier.row(k);
        point["count"] = count_of(answer.frontier.counts[k]);
        point["outcome"] = outcome_of(question::point_of(answer, k));
        points.push_back(std::move(point));
    }
    return points;
}

json conflicts_of(const question::deals_answer& answer) {
    json sets = json::array();
    for (const auto& set : answer.conflicts) {
        json lines = json::array();
        for (const question::named_line& line : set) {
            lines.push_back(line_of(line));
        }
        sets.push_back(std::move(lines));
    }
    return sets;
}

json bridge_of(const std::optional<question::bridge_view>& found) {
    if (!found) {
        return nullptr;
    }
    json bridge;
    bridge["party"] = found->line.party;
    bridge["issue"] = found->line.issue;
    bridge["option"] = option_of(found->option);
    bridge["zone"] = count_of(found->zone);
    bridge["nash"] = solution_of(found->nash, "product");
    return bridge;
}

json engine_of(const std::optional<deal::engine>& method) {
    return method ? json(deal::to_string(*method)) : json(nullptr);
}

json zone_of(const question::zone_view& zone) {
    return {{"zone", count_of(zone.count)},
            {"empty", zone.empty ? json(*zone.empty) : json(nullptr)}};
}

/// What the documented keys leave out and a reader may want all the same.
void add_further(const question::deals_answer& answer, json& all) {
    all["in_back_channel"] = zone_of(answer.in_back_channel);
    all["empty_without_red_lines"] = answer.empty_without_red_lines;
    all["conflicts_complete"] = answer.conflicts_complete;
    json reservations = json::object();
    json status_quo = json::array();
    for (const question::party_view& who : answer.parties) {
        reservations[who.name] = {{"value", who.no_deal.value},
                                  {"assumed", who.no_deal.assumed},
                                  {"utility", who.no_deal.utility}};
        status_quo.push_back(who.status_quo);
    }
    all["reservations"] = std::move(reservations);
    all["status_quo"] = {{"utilities", std::move(status_quo)},
                         {"onlookers", onlookers_of(answer.onlookers)},
                         {"reported", reported_of(answer.reported)}};
    json powers = json::object();
    for (const auto& [name, power] : answer.powers) {
        powers[name] = power;
    }
    all["powers"] = answer.powers.empty() ? json(nullptr) : std::move(powers);
    all["lotteries"] = answer.lotteries ? four_of(*answer.lotteries) : json(nullptr);
    all["refused"] = name_of(answer.refused);
    if (answer.expects) {
        all["expectation"] = expectation_of(*answer.expects);
    }
}

}  // namespace

std::string to_json(const question::deals_answer& answer) {
    json all;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["red_lines"] = binding_of(answer.red_lines);
    json parties = json::array();
    json margins = json::object();
    for (const question::party_view& who : answer.parties) {
        parties.push_back(who.name);
        margins[who.name] = number_of(who.margin);
    }
    all["parties"] = std::move(parties);
    all["assumed_numbers"] = answer.assumed_numbers;
    all["outcomes"] = {{"raw", count_of(answer.raw)},
                       {"feasible", count_of(answer.feasible)},
                       {"zone", count_of(answer.zone.count)},
                       {"method", engine_of(answer.method)},
                       {"frontier_method", engine_of(answer.frontier_method)}};
    all["frontier"] = frontier_of(answer);
    all["solutions"] = four_of(answer.solutions);
    all["in_public"] = zone_of(answer.in_public);
    all["red_line_conflicts"] = conflicts_of(answer);
    all["bridge"] = bridge_of(answer.bridge);
    all["margins"] = std::move(margins);
    add_further(answer, all);
    return written(all);
}

}  // namespace negotiation::io
