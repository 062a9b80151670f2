#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/question/deals_answer.hpp>
#include <negotiation/question/run_answer.hpp>
#include <negotiation/question/sweep_answer.hpp>

#include "io/csv_text.hpp"

namespace negotiation::io {

std::string to_csv(const question::deals_answer& answer) {
    std::vector<std::string> fields;
    for (const question::party_view& who : answer.parties) {
        fields.push_back(who.name);
    }
    fields.emplace_back("count");
    for (const question::issue_view& of : answer.issues) {
        fields.push_back(of.name);
    }
    std::string text = csv_row(fields);
    for (std::size_t k = 0; k < answer.frontier.size(); ++k) {
        fields.clear();
        for (const double utility : answer.frontier.row(k)) {
            fields.push_back(fmt::format("{}", utility));
        }
        fields.push_back(to_string(answer.frontier.counts[k]));
        for (const question::clause& part : question::point_of(answer, k)) {
            fields.push_back(to_string(part.option));
        }
        text += csv_row(fields);
    }
    return text;
}

std::string to_csv(const question::run_answer& answer) {
    const auto with_deal =
        std::find_if(answer.events.begin(), answer.events.end(),
                     [](const question::told_event& e) { return e.outcome.has_value(); });
    std::vector<std::string> fields{"round", "party", "move"};
    std::size_t issues = 0;
    if (with_deal != answer.events.end()) {
        issues = with_deal->outcome->size();
        for (const question::clause& part : *with_deal->outcome) {
            fields.push_back(part.issue);
        }
    }
    for (const question::player& who : answer.parties) {
        fields.push_back("u:" + who.name);
    }
    const std::size_t columns = fields.size();
    std::string text = csv_row(fields);
    for (const question::told_event& e : answer.events) {
        fields = {fmt::format("{}", e.round), e.who, e.action};
        if (e.outcome) {
            for (const question::clause& part : *e.outcome) {
                fields.push_back(to_string(part.option));
            }
        }
        fields.resize(3 + issues);
        for (const double utility : e.utilities) {
            fields.push_back(fmt::format("{}", utility));
        }
        fields.resize(columns);
        text += csv_row(fields);
    }
    return text;
}

namespace {

/// Why numbers are missing; of several that were asked, each by its name.
std::string reasons_of(const question::sweep_answer& answer, const study::sweep_point& point) {
    std::string text;
    for (std::size_t q = 0; q < point.found.size(); ++q) {
        const study::finding& f = point.found[q];
        if (f.value) {
            continue;
        }
        text += text.empty() ? "" : "; ";
        text += answer.of.size() == 1 ? f.reason : answer.of[q].name + ": " + f.reason;
    }
    return text;
}

}  // namespace

std::string to_csv(const question::sweep_answer& answer) {
    std::vector<std::string> fields;
    for (const question::sweep_axis& one : answer.axes) {
        fields.push_back(to_string(one.of.place));
    }
    for (const question::headline& one : answer.of) {
        fields.push_back(one.name);
    }
    fields.emplace_back("reason");
    std::string text = csv_row(fields);
    for (const study::sweep_point& point : answer.points) {
        if (!point.looked_at) {
            continue;
        }
        fields.clear();
        for (const double level : point.levels) {
            fields.push_back(fmt::format("{}", level));
        }
        for (const study::finding& f : point.found) {
            fields.push_back(f.value ? fmt::format("{}", *f.value) : "");
        }
        fields.push_back(reasons_of(answer, point));
        text += csv_row(fields);
    }
    return text;
}

}  // namespace negotiation::io
