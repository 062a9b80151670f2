#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/question/deals_answer.hpp>
#include <negotiation/question/sweep_answer.hpp>

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

std::string to_csv(const question::sweep_answer& answer) {
    std::vector<std::string> fields;
    for (const question::sweep_axis& one : answer.axes) {
        fields.push_back(to_string(one.of.place));
    }
    for (const question::headline& one : answer.of) {
        fields.push_back(one.name);
    }
    fields.emplace_back("reason");
    std::string text = row(fields);
    for (const study::sweep_point& point : answer.points) {
        if (!point.looked_at) {
            continue;
        }
        fields.clear();
        std::string reason;
        for (const double level : point.levels) {
            fields.push_back(fmt::format("{}", level));
        }
        for (const study::finding& f : point.found) {
            fields.push_back(f.value ? fmt::format("{}", *f.value) : "");
            reason = reason.empty() ? f.reason : reason;
        }
        fields.push_back(reason);
        text += row(fields);
    }
    return text;
}

}  // namespace negotiation::io
