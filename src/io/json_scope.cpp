#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/scope_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json truth_of(const std::optional<bool>& known) {
    return known ? json(*known) : json(nullptr);
}

[[nodiscard]] json nash_in_scope(const std::optional<question::scope_deal>& of) {
    if (!of) {
        return nullptr;
    }
    return {{"utilities", of->utilities},
            {"outcome", outcome_of(of->outcome)},
            {"product", of->product},
            {"gains", of->gains}};
}

[[nodiscard]] json linkage_of(const std::optional<question::linked_view>& of) {
    if (!of) {
        return nullptr;
    }
    return {{"beyond", name_of(of->beyond)},
            {"issues", of->extra},
            {"zone", count_of(of->count)},
            {"empty", truth_of(of->empty)},
            {"product", number_of(of->product)}};
}

[[nodiscard]] json passing_in_scope(const std::optional<question::passing_view>& of,
                                    const std::vector<std::string>& parties) {
    if (!of) {
        return nullptr;
    }
    return {{"by_party", keyed(parties, of->by_party)},
            {"joint", of->joint},
            {"by_party_with_lines", keyed(parties, of->by_party_with_lines)},
            {"joint_with_lines", of->joint_with_lines}};
}

[[nodiscard]] json lasting_in_scope(const std::optional<question::lasting_view>& of) {
    if (!of) {
        return nullptr;
    }
    json threats = json::array();
    for (const question::threat_view& threat : of->threats) {
        threats.push_back({{"hazard", threat.name},
                           {"spoiler", name_of(threat.spoiler)},
                           {"monthly", threat.monthly}});
    }
    return {{"threats", std::move(threats)},
            {"without_spoilers_blow", number_of(of->spoilers)},
            {"year", of->year},
            {"horizon", of->horizon},
            {"horizon_days", of->horizon_days}};
}

[[nodiscard]] json talks_in_scope(const std::optional<question::scope_talks>& of) {
    if (!of) {
        return nullptr;
    }
    return {{"runs", of->runs}, {"agreed", of->agreed}, {"rounds", of->rounds}, {"days", of->days}};
}

[[nodiscard]] json scope_in(const question::scope_answer& answer, const question::scope_view& of) {
    json one;
    one["name"] = name_of(of.name);
    one["issues"] = of.issues;
    one["raw"] = count_of(of.raw);
    one["feasible"] = count_of(of.feasible);
    one["zone"] = count_of(of.zone);
    one["share"] = number_of(of.share);
    one["empty"] = truth_of(of.empty);
    one["nash"] = nash_in_scope(of.nash);
    one["mandatory"] = linkage_of(of.linked);
    one["passing"] = passing_in_scope(of.passing, answer.parties);
    one["lasting"] = lasting_in_scope(of.lasting);
    one["talks"] = talks_in_scope(of.talks);
    one["expected"] = number_of(of.expected);
    one["overall"] = number_of(of.overall);
    return one;
}

[[nodiscard]] json flips_of(const question::scope_answer& answer) {
    json list = json::array();
    for (const question::flip_view& f : answer.flips) {
        list.push_back({{"criterion", f.criterion},
                        {"path", f.path},
                        {"value", f.value},
                        {"changed", f.changed},
                        {"from", name_of(f.from)},
                        {"to", name_of(f.to)}});
    }
    return {{"spread", answer.spread},
            {"tried", answer.tried},
            {"evaluations", answer.evaluations},
            {"complete", answer.complete},
            {"found", std::move(list)}};
}

}  // namespace

std::string to_json(const question::scope_answer& answer) {
    json all;
    all["scenario"] = answer.scenario;
    all["talks"] = talks_of(answer.talks);
    all["parties"] = answer.parties;
    all["assumed_numbers"] = answer.assumed_numbers;
    all["seed"] = answer.seed;
    all["scopes"] = json::array();
    for (const question::scope_view& of : answer.scopes) {
        all["scopes"].push_back(scope_in(answer, of));
    }
    all["better"] = json::array();
    for (const question::verdict_view& v : answer.verdicts) {
        all["better"].push_back(
            {{"criterion", v.criterion}, {"scope", name_of(v.scope)}, {"tied", v.tied}});
    }
    all["flips"] = flips_of(answer);
    all["refused"] = name_of(answer.refused);
    return written(all);
}

}  // namespace negotiation::io
