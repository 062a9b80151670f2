#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/robust_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json conclusions_in(const question::robust_answer& answer) {
    json list = json::array();
    for (const question::conclusion_view& one : answer.conclusions) {
        const bool judged = one.share.judged > 0;
        list.push_back({{"about", question::topic_name(one.topic)},
                        {"text", one.text},
                        {"share", judged ? json(one.share.share.share) : json(nullptr)},
                        {"low", judged ? json(one.share.share.low) : json(nullptr)},
                        {"high", judged ? json(one.share.share.high) : json(nullptr)},
                        {"judged", one.share.judged}});
    }
    return list;
}

[[nodiscard]] json estimate_of(const study::estimate& of) {
    return {{"value", of.value}, {"low", of.low}, {"high", of.high}};
}

[[nodiscard]] json index_of(const study::sobol_index& of) {
    return {{"first", estimate_of(of.first)}, {"total", estimate_of(of.total)}};
}

[[nodiscard]] json screened_number(const study::influence& one) {
    if (one.effect.count == 0) {
        return nullptr;
    }
    return {
        {"mean", one.effect.mean}, {"size", one.effect.size}, {"deviation", one.effect.deviation}};
}

[[nodiscard]] json tornado_of(const question::robust_answer& answer) {
    json list = json::array();
    for (const study::influence& one : answer.causes.top) {
        json entry = {{"path", to_string(one.place)}};
        entry.update(index_of(one.index));
        entry["effect"] = screened_number(one);
        list.push_back(std::move(entry));
    }
    return list;
}

[[nodiscard]] json quantity_asked(const question::robust_answer& answer) {
    const study::sensitivities& causes = answer.causes;
    const bool worlds = causes.values.size() >= 2;
    return {{"name", answer.of.name},
            {"what", answer.of.what},
            {"as_written", number_of(answer.as_written.value)},
            {"reason", name_of(answer.as_written.reason)},
            {"mean", worlds ? json(causes.mean) : json(nullptr)},
            {"variance", worlds ? json(causes.variance) : json(nullptr)},
            {"low", number_of(answer.low)},
            {"high", number_of(answer.high)}};
}

}  // namespace

std::string to_json(const question::robust_answer& answer) {
    const study::sensitivities& causes = answer.causes;
    json all;
    all["worlds"] = answer.worlds;
    all["planned"] = answer.planned;
    all["spread"] = answer.spread;
    all["seed"] = answer.seed;
    all["conclusions"] = conclusions_in(answer);
    all["of"] = quantity_asked(answer);
    all["tornado"] = tornado_of(answer);
    all["others"] = causes.others;
    all["rest"] = causes.rest ? index_of(*causes.rest) : json(nullptr);
    all["drawn"] = causes.drawn;
    all["moved"] = causes.moved;
    all["rows"] = causes.rows;
    all["rows_planned"] = causes.planned;
    all["rows_used"] = causes.used;
    all["evaluations"] = causes.evaluations;
    all["complete"] = answer.complete;
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["assumed_numbers"] = answer.assumed_numbers;
    all["missing"] = causes.missing;
    return written(all);
}

}  // namespace negotiation::io
