#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/sweep_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json axes_of(const question::sweep_answer& answer) {
    json list = json::array();
    for (const question::sweep_axis& one : answer.axes) {
        list.push_back({{"path", to_string(one.of.place)},
                        {"low", one.of.low},
                        {"high", one.of.high},
                        {"points", one.of.points},
                        {"as_written", one.as_written},
                        {"assumed", one.assumed},
                        {"others_make_room", one.makes_room}});
    }
    return list;
}

[[nodiscard]] json quantities_asked(const question::sweep_answer& answer) {
    json list = json::array();
    for (std::size_t q = 0; q < answer.of.size(); ++q) {
        list.push_back({{"name", answer.of[q].name},
                        {"what", answer.of[q].what},
                        {"as_written", number_of(answer.as_written[q].value)},
                        {"reason", name_of(answer.as_written[q].reason)}});
    }
    return list;
}

[[nodiscard]] json grid_of(const question::sweep_answer& answer) {
    json list = json::array();
    for (const study::sweep_point& p : answer.points) {
        if (!p.looked_at) {
            continue;
        }
        json values = json::array();
        json reasons = json::array();
        for (const study::finding& f : p.found) {
            values.push_back(number_of(f.value));
            reasons.push_back(name_of(f.reason));
        }
        list.push_back(
            {{"levels", p.levels}, {"values", std::move(values)}, {"reasons", std::move(reasons)}});
    }
    return list;
}

}  // namespace

std::string to_json(const question::sweep_answer& answer) {
    json all;
    all["axes"] = axes_of(answer);
    all["quantities"] = quantities_asked(answer);
    all["points"] = grid_of(answer);
    all["planned"] = answer.points.size();
    all["done"] = answer.done;
    all["seed"] = answer.seed;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    return written(all);
}

std::string to_json(const std::vector<question::headline>& quantities) {
    json list = json::array();
    for (const question::headline& one : quantities) {
        list.push_back({{"name", one.name}, {"what", one.what}});
    }
    json all;
    all["quantities"] = std::move(list);
    return written(all);
}

}  // namespace negotiation::io
