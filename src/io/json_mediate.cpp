#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/mediate_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json share_of(const proportion& of) {
    return {{"share", of.share}, {"low", of.low}, {"high", of.high}};
}

[[nodiscard]] std::vector<std::string> names_of_parties(const question::mediate_answer& answer) {
    std::vector<std::string> names;
    for (const question::player& one : answer.parties) {
        names.push_back(one.name);
    }
    return names;
}

/// Numbers by party, or null where nothing was played.
[[nodiscard]] json by_party(const std::vector<std::string>& names,
                            const std::vector<double>& numbers) {
    return numbers.size() == names.size() ? keyed(names, numbers) : json(nullptr);
}

/// For whom it is better than direct talks, or null where that cannot be said.
[[nodiscard]] json better_of(const std::vector<std::string>& names,
                             const question::way_of_talking& way) {
    json better = nullptr;
    for (std::size_t i = 0; i < way.better.size(); ++i) {
        better[names[i]] = static_cast<bool>(way.better[i]);
    }
    return better;
}

[[nodiscard]] json ways_of(const question::mediate_answer& answer) {
    const std::vector<std::string> names = names_of_parties(answer);
    json list = json::array();
    for (const question::way_of_talking& way : answer.ways) {
        const auto measured = [&](json value) { return way.runs > 0 ? std::move(value) : json(); };
        list.push_back({{"mediators", way.mediators},
                        {"runs", way.runs},
                        {"agreed", measured(share_of(way.agreed))},
                        {"leaked", measured(share_of(way.leaked))},
                        {"utilities", by_party(names, way.utilities)},
                        {"discounted", by_party(names, way.discounted)},
                        {"better", better_of(names, way)},
                        {"rounds", measured(way.rounds)},
                        {"days", measured(way.days)},
                        {"lost", measured(way.lost)},
                        {"noises", way.noises},
                        {"turned_round", way.turned_round},
                        {"arrival", way.arrival},
                        {"belief_after_yes", way.belief_after_yes}});
    }
    return list;
}

[[nodiscard]] json mediators_of_answer(const question::mediate_answer& answer) {
    json list = json::array();
    for (const question::mediator_credibility& m : answer.mediators) {
        json believed = json::object();
        json leaning = json::object();
        for (std::size_t i = 0; i < answer.parties.size(); ++i) {
            leaning[answer.parties[i].name] = m.leaning[i];
            believed[answer.parties[i].name] = static_cast<bool>(m.believed[i]);
        }
        list.push_back({{"name", m.name},
                        {"role", m.role},
                        {"bias", m.bias},
                        {"toward", name_of(m.toward)},
                        {"leaning", std::move(leaning)},
                        {"believed", std::move(believed)}});
    }
    return list;
}

[[nodiscard]] json counsel_of(const question::mediate_answer& answer) {
    json biases = nullptr;
    if (answer.biases) {
        biases = {{"least", answer.biases->least}, {"most", number_of(answer.biases->most)}};
    }
    const theory::counsel& c = answer.counsel;
    return {{"strong_cost", c.strong_cost},        {"weak_cost", c.weak_cost},
            {"proposer_cost", c.proposer_cost},    {"mediator_cost", c.mediator_cost},
            {"weak_if_weak", c.weak_if_weak},      {"weak_if_strong", c.weak_if_strong},
            {"assumed", answer.counsel_assumed},   {"risk_threshold", answer.risk_threshold},
            {"credible_biases", std::move(biases)}};
}

[[nodiscard]] json dispute_of(const question::mediate_answer& answer) {
    return {
        {"strong", answer.dispute.strong},         {"victory", answer.dispute.victory},
        {"left_over", answer.dispute.left_over},   {"assumed", answer.dispute_assumed},
        {"peace_mediated", answer.peace_mediated}, {"peace_unmediated", answer.peace_unmediated}};
}

/// For each party the mediators of the way it does best with; none: directly. Null after a stop.
[[nodiscard]] json best_of(const question::mediate_answer& answer) {
    json best = answer.complete ? json::object() : json(nullptr);
    for (std::size_t i = 0; i < answer.best.size(); ++i) {
        best[answer.parties[i].name] = answer.ways[answer.best[i]].mediators;
    }
    return best;
}

}  // namespace

std::string to_json(const question::mediate_answer& answer) {
    json all;
    all["ways"] = ways_of(answer);
    all["best"] = best_of(answer);
    all["mediators"] = mediators_of_answer(answer);
    all["prior"] = answer.prior;
    all["counsel"] = counsel_of(answer);
    all["dispute"] = dispute_of(answer);
    json strategies = json::object();
    json no_deal = json::object();
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        strategies[answer.parties[i].name] = answer.parties[i].strategy;
        no_deal[answer.parties[i].name] = answer.no_deal[i].utility;
    }
    all["strategies"] = std::move(strategies);
    all["no_deal"] = std::move(no_deal);
    all["talks"] = talks_of(answer.talks);
    all["rounds"] = answer.rounds_limit;
    all["runs"] = answer.runs;
    all["seed"] = answer.seed;
    all["complete"] = answer.complete;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["assumed_numbers"] = answer.assumed_numbers;
    return written(all);
}

}  // namespace negotiation::io
