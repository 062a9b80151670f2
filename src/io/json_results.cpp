#include <negotiation/io/json.hpp>
#include <negotiation/question/results_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

std::string to_json(const question::results_answer& answer) {
    using namespace json_parts;
    json list = json::array();
    for (const laboratory::stored_experiment& e : answer.experiments) {
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
                        {"negotiations", e.matches}});
    }
    return written({{"file", answer.file}, {"experiments", std::move(list)}});
}

}  // namespace negotiation::io
