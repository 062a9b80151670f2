#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/results_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

json rows_of(const std::vector<laboratory::standing>& strategies) {
    json list = json::array();
    for (const laboratory::standing& row : strategies) {
        list.push_back({{"name", row.name},
                        {"rank", row.rank},
                        {"advantage", number_of(row.mean_advantage)},
                        {"advantage_low", number_of(row.advantage_low)},
                        {"advantage_high", number_of(row.advantage_high)},
                        {"agreement_rate", number_of(row.agreement_rate)},
                        {"mean_rounds", number_of(row.mean_rounds)},
                        {"mean_offers", number_of(row.mean_offers)},
                        {"results", row.results},
                        {"faults", row.faults}});
    }
    return list;
}

}  // namespace

std::string to_json(const question::results_answer& answer) {
    json list = json::array();
    for (std::size_t k = 0; k < answer.experiments.size(); ++k) {
        const laboratory::stored_experiment& e = answer.experiments[k];
        list.push_back({{"experiment", e.what.key},
                        {"version", e.what.version},
                        {"seed", count_of(outcome_count{e.what.seed})},
                        {"rounds_limit", e.what.rounds},
                        {"clock", std::string(to_string(e.what.clock))},
                        {"rotate", e.what.rotate},
                        {"breakdown", e.what.breakdown},
                        {"scenarios", e.what.stages},
                        {"mediators", e.what.mediations},
                        {"strategies", e.what.contestants},
                        {"pairings", e.what.pairings.size()},
                        {"negotiations", e.matches},
                        {"standings", k < answer.strategies.size() ? rows_of(answer.strategies[k])
                                                                   : json(nullptr)}});
    }
    return written({{"file", answer.file}, {"experiments", std::move(list)}});
}

}  // namespace negotiation::io
