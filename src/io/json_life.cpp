#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/life_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json stages_of(const question::life_answer& answer) {
    json list = json::array();
    for (const question::stage_view& one : answer.stages) {
        list.push_back({{"name", one.name},
                        {"share", one.reached.share},
                        {"low", one.reached.low},
                        {"high", one.reached.high}});
    }
    return list;
}

[[nodiscard]] json causes_of(const question::life_answer& answer) {
    json list = json::array();
    for (const question::cause_view& one : answer.causes) {
        list.push_back({{"stage", one.stage},
                        {"cause", one.cause},
                        {"share", one.share},
                        {"kind", one.kind},
                        {"which", name_of(one.which)}});
    }
    return list;
}

[[nodiscard]] json times_of(const question::life_answer& answer) {
    json all = json::object();
    for (const question::stage_view& one : answer.stages) {
        all[one.name] = one.times ? json({{"mean", one.times->mean},
                                          {"median", one.times->median},
                                          {"p90", one.times->p90}})
                                  : json(nullptr);
    }
    return all;
}

[[nodiscard]] json values_of(const question::life_answer& answer) {
    json all = json::object();
    for (const question::value_view& one : answer.values) {
        all[one.party] = {{"mean", one.value.mean},
                          {"low", one.value.low},
                          {"high", one.value.high},
                          {"no_talks", one.value.no_talks}};
    }
    return all;
}

[[nodiscard]] json spread_of(const question::spread_view& of) {
    return {{"mean", of.mean}, {"low", of.low}, {"high", of.high}};
}

[[nodiscard]] json sampled_of(const question::life_answer& answer) {
    if (!answer.sampled) {
        return nullptr;
    }
    json stages = nullptr;  // like the next, where no draw was lived
    for (std::size_t k = 0; k < answer.sampled->stages.size(); ++k) {
        stages[answer.stages[k].name] = spread_of(answer.sampled->stages[k]);
    }
    json worth = nullptr;
    for (std::size_t i = 0; i < answer.sampled->talks_worth.size(); ++i) {
        worth[answer.values[i].party] = spread_of(answer.sampled->talks_worth[i]);
    }
    return {{"planned", answer.sampled->planned}, {"samples", answer.sampled->samples},
            {"runs", answer.sampled->runs},       {"spread", answer.sampled->spread},
            {"stages", std::move(stages)},        {"talks_worth", std::move(worth)}};
}

/// By stage, as `stages`; null where nobody votes.
[[nodiscard]] json without_lines_of(const question::life_answer& answer) {
    if (!answer.without_lines) {
        return nullptr;
    }
    json list = json::array();
    for (std::size_t k = 0; k < answer.stages.size(); ++k) {
        const proportion& p = (*answer.without_lines)[k];
        list.push_back({{"name", answer.stages[k].name},
                        {"share", p.share},
                        {"low", p.low},
                        {"high", p.high}});
    }
    return list;
}

[[nodiscard]] json sureties_of(const question::life_answer& answer) {
    json list = json::array();
    for (const question::surety_view& one : answer.sureties) {
        list.push_back({{"mediator", one.mediator},
                        {"what", one.what},
                        {"deals", one.in_force},
                        {"idle", one.idle.empty() ? json(nullptr) : json(one.idle)}});
    }
    return list;
}

[[nodiscard]] json story_of(const question::story& told) {
    json lines = json::array();
    for (const question::story_line& line : told.lines) {
        lines.push_back({{"day", line.days}, {"text", line.text}});
    }
    return {{"life", told.number}, {"why", told.why_this}, {"lines", std::move(lines)}};
}

}  // namespace

std::string to_json(const question::life_answer& answer) {
    json all;
    all["runs"] = answer.runs;
    all["seed"] = answer.seed;
    all["stages"] = stages_of(answer);
    all["causes"] = causes_of(answer);
    all["time"] = times_of(answer);
    all["value"] = values_of(answer);
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["planned"] = answer.planned;
    all["each"] = answer.each;
    all["played_in_secret"] = answer.played_in_secret;
    all["played_in_public"] = answer.played_in_public;
    all["agreed_in_secret"] = answer.agreed_in_secret;
    all["agreed_in_public"] = answer.agreed_in_public;
    all["deals"] = answer.deals;
    all["sureties"] = sureties_of(answer);
    all["cautious"] = answer.cautious;
    all["leaked"] = answer.leaked;
    all["horizon_days"] = answer.horizon;
    all["outlasts_horizon"] = answer.outlasts_horizon;
    all["without_red_lines_at_home"] = without_lines_of(answer);
    all["sampled"] = sampled_of(answer);
    all["story"] = answer.told ? story_of(*answer.told) : json(nullptr);
    all["proven_orders"] = answer.proven_orders;
    all["left_out"] = answer.left_out;
    all["assumed_numbers"] = answer.assumed_numbers;
    return written(all);
}

}  // namespace negotiation::io
