#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/question/deals_answer.hpp>
#include <negotiation/question/run_answer.hpp>

namespace negotiation::io {

namespace {

std::string field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

std::string row(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t k = 0; k < fields.size(); ++k) {
        line += (k == 0 ? "" : ",") + field(fields[k]);
    }
    return line + "\r\n";
}

}  // namespace

std::string to_csv(const question::deals_answer& answer) {
    std::vector<std::string> fields;
    for (const question::party_view& who : answer.parties) {
        fields.push_back(who.name);
    }
    fields.emplace_back("count");
    for (const question::issue_view& of : answer.issues) {
        fields.push_back(of.name);
    }
    std::string text = row(fields);
    for (std::size_t k = 0; k < answer.frontier.size(); ++k) {
        fields.clear();
        for (const double utility : answer.frontier.row(k)) {
            fields.push_back(fmt::format("{}", utility));
        }
        fields.push_back(to_string(answer.frontier.counts[k]));
        for (const question::clause& part : question::point_of(answer, k)) {
            fields.push_back(to_string(part.option));
        }
        text += row(fields);
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
    std::string text = row(fields);
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
        text += row(fields);
    }
    return text;
}

}  // namespace negotiation::io
