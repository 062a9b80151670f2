#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/model/discount.hpp>
#include <negotiation/question/tranches_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

[[nodiscard]] json fixed_trust_of(const question::fixed_trust_view& view) {
    return {{"share", view.share},
            {"count", number_of(view.count)},
            {"survival", number_of(view.survival)}};
}

[[nodiscard]] json equal_tranches_of(const question::equal_tranches_view& view) {
    json best = nullptr;
    if (view.best) {
        best = {{"count", view.best->count},
                {"value", view.best->value},
                {"survival", view.best->survival}};
    }
    return {{"to_start", number_of(view.to_start)},
            {"first", number_of(view.first)},
            {"last", view.last},
            {"best", std::move(best)}};
}

[[nodiscard]] json sweep_of(const question::tranches_answer& answer) {
    json list = json::array();
    for (const question::tranche_row& row : answer.sweep) {
        list.push_back({{"trust", row.trust},
                        {"first", number_of(row.first)},
                        {"count", number_of(row.count)},
                        {"survival", number_of(row.survival)}});
    }
    return list;
}

}  // namespace

std::string to_json(const question::tranches_answer& answer) {
    const bool planned = !answer.sizes.empty();
    json all;
    all["trust"] = answer.said.trust;
    all["target"] = answer.said.target;
    all["first"] = planned ? json(answer.sizes.front()) : json(nullptr);
    all["sizes"] = planned ? json(answer.sizes) : json(nullptr);
    all["count"] = planned ? json(answer.sizes.size()) : json(nullptr);
    all["survival"] = number_of(answer.survival);
    all["beliefs"] = planned ? json(answer.beliefs) : json(nullptr);
    all["reading"] = std::string(to_string(answer.how));
    all["readings_agree"] = answer.readings_agree;
    all["learning"] = answer.said.defection > 0;
    all["fixed"] = fixed_trust_of(answer.fixed);
    all["equal"] = equal_tranches_of(answer.equal);
    all["sweep"] = sweep_of(answer);
    all["limit"] = answer.limit;
    all["scenario"] = answer.scenario;
    all["said"] = tranches_of(answer.said);
    all["assumed_numbers"] = answer.assumed_numbers;
    return written(all);
}

}  // namespace negotiation::io
