#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include <negotiation/io/json.hpp>
#include <negotiation/question/verify_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

/// An infinite delay has no number: it is told apart by `any_delay`.
[[nodiscard]] json verified_steps_of(const question::verify_answer& answer) {
    json list = json::array();
    for (const question::verified_step& s : answer.steps) {
        const std::optional<double>& longest = s.kept.longest_delay;
        const bool any = longest && std::isinf(*longest);
        list.push_back({{"step", s.kept.step},
                        {"party", s.kept.party},
                        {"minimum_probability", number_of(s.kept.needed)},
                        {"discounted_probability", number_of(s.kept.needed_discounted)},
                        {"probability", s.kept.detection},
                        {"honest", s.honest},
                        {"delay", s.days},
                        {"maximum_delay", any ? json(nullptr) : number_of(longest)},
                        {"any_delay", any},
                        {"probability_sooner", number_of(s.kept.needed_sooner)}});
    }
    return list;
}

[[nodiscard]] json game_of(const std::optional<question::inspection_view>& game) {
    if (!game) {
        return nullptr;
    }
    return {{"announced", game->announced},
            {"violated", game->violated},
            {"expense", game->expense},
            {"exposure", game->exposure}};
}

[[nodiscard]] json watched_steps_of(const question::inspector_view& v) {
    json list = json::array();
    for (const question::watched_step& s : v.steps) {
        list.push_back({{"step", s.step},
                        {"minimum_probability", number_of(s.needed)},
                        {"rate", number_of(s.rate)},
                        {"inspections", number_of(s.visits)},
                        {"cost", s.cost},
                        {"kept_honest", s.kept_honest},
                        {"game", game_of(s.game)}});
    }
    return list;
}

[[nodiscard]] json watched_beliefs_of(const question::inspector_view& v) {
    json list = json::array();
    for (const question::watched_belief& b : v.beliefs) {
        json reports = json::array();
        for (const question::believed_report& r : b.reports) {
            reports.push_back({{"report", std::string(to_string(r.seen))},
                               {"after", r.after},
                               {"enough", r.enough ? json(*r.enough) : json(nullptr)},
                               {"others_needed", number_of(r.others_needed)},
                               {"most", number_of(r.most)}});
        }
        list.push_back({{"believer", b.believer},
                        {"about", b.about},
                        {"before", b.before},
                        {"needed", number_of(b.needed)},
                        {"reports", std::move(reports)}});
    }
    return list;
}

[[nodiscard]] json inspectors_of(const question::verify_answer& answer) {
    json list = json::array();
    for (const question::inspector_view& v : answer.watching) {
        list.push_back({{"name", v.said.name},
                        {"detection", v.said.detection},
                        {"false_alarm", v.said.false_alarm},
                        {"attribution", v.said.attribution},
                        {"misattribution", v.said.misattribution},
                        {"others", v.said.others},
                        {"days", v.said.days},
                        {"steps", watched_steps_of(v)},
                        {"cost", v.cost},
                        {"budget", number_of(v.said.budget)},
                        {"spent", v.spent},
                        {"short_of", v.short_of},
                        {"beliefs", watched_beliefs_of(v)}});
    }
    return list;
}

[[nodiscard]] json text_or_null(const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
}

}  // namespace

std::string to_json(const question::verify_answer& answer) {
    json all;
    all["order"] = answer.order.empty() ? json(nullptr) : json(answer.order);
    all["order_name"] = text_or_null(answer.order_name);
    all["feasible"] = answer.feasible;
    all["steps"] = verified_steps_of(answer);
    all["inspectors"] = inspectors_of(answer);
    all["refused"] = text_or_null(answer.refused);
    all["scenario"] = answer.scenario;
    all["parties"] = answer.parties;
    all["deal"] = text_or_null(answer.deal);
    all["outcome"] = answer.deal.empty() ? json(nullptr) : outcome_of(answer.outcome);
    all["assumed_numbers"] = answer.assumed_numbers;
    return written(all);
}

}  // namespace negotiation::io
