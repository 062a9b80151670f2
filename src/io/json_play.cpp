#include <negotiation/io/json.hpp>
#include <negotiation/question/play_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

std::string to_json(const question::play_answer& answer) {
    using namespace json_parts;
    std::vector<std::string> names;
    for (const question::player& one : answer.talks.parties) {
        names.push_back(one.name);
    }
    json points = json::array();
    for (const question::efficient_deal& point : answer.frontier) {
        points.push_back(
            {{"utilities", keyed(names, point.utilities)}, {"outcome", outcome_of(point.outcome)}});
    }
    return written({{"as", names[answer.seat]},
                    {"frontier", std::move(points)},
                    {"input_ended", answer.input_ended},
                    {"refused", name_of(answer.refused)},
                    {"run", json::parse(to_json(answer.talks, true))}});
}

}  // namespace negotiation::io
