#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/talks/agenda_order.hpp>

namespace negotiation::talks {

namespace {

[[noreturn]] void refuse_order(std::string_view text, const char* what) {
    throw std::invalid_argument(
        fmt::format("agenda: order '{}': {}; expected each, package or names such as a/b+c",
                    shown(text), what));
}

/// Parts between separators, of which those inside double quotes do not count.
[[nodiscard]] std::vector<std::string_view> parts_between(std::string_view text, char separator,
                                                          std::string_view whole) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t from = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        quoted = quoted != (text[k] == '"');
        if (text[k] == separator && !quoted) {
            parts.push_back(trimmed(text.substr(from, k - from)));
            from = k + 1;
        }
    }
    if (quoted) {
        refuse_order(whole, "a quote is not closed");
    }
    parts.push_back(trimmed(text.substr(from)));
    return parts;
}

[[nodiscard]] std::string issue_name_in(std::string_view part, std::string_view whole) {
    const bool quoted = part.size() > 1 && part.front() == '"' && part.back() == '"';
    const std::string_view name = quoted ? part.substr(1, part.size() - 2) : part;
    if (name.empty()) {
        refuse_order(whole, "a name is empty");
    }
    return std::string(name);
}

}  // namespace

agenda_order read_agenda_order(std::string_view text) {
    std::string_view said = trimmed(text);
    if (said.size() > 1 && said.front() == '\'' && said.back() == '\'') {
        said = trimmed(said.substr(1, said.size() - 2));
    }
    agenda_order order;
    order.each = said == "each";
    if (order.each || said == "package") {
        return order;
    }
    for (const std::string_view stage : parts_between(said, '/', said)) {
        order.stages.emplace_back();
        for (const std::string_view part : parts_between(stage, '+', said)) {
            order.stages.back().push_back(issue_name_in(part, said));
        }
    }
    return order;
}

std::optional<std::string> fault_in(const agenda_order& order,
                                    const std::vector<std::string>& issues) {
    std::vector<std::string> seen;
    for (const std::vector<std::string>& stage : order.stages) {
        for (const std::string& name : stage) {
            if (std::find(issues.begin(), issues.end(), name) == issues.end()) {
                return fmt::format("agenda: order: no issue '{}'; {}", shown(name),
                                   nearest(name, issues));
            }
            if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
                return fmt::format("agenda: order: issue '{}' is there twice", shown(name));
            }
            seen.push_back(name);
        }
    }
    return std::nullopt;
}

std::vector<std::vector<issue_id>> stages_of(const agenda_order& order,
                                             const std::vector<std::string>& issues) {
    if (const auto fault = fault_in(order, issues)) {
        throw std::invalid_argument(*fault);
    }
    std::vector<std::vector<issue_id>> stages;
    for (issue_id k = 0; order.each && k < issues.size(); ++k) {
        stages.push_back({k});
    }
    for (const std::vector<std::string>& stage : order.stages) {
        stages.emplace_back();
        for (const std::string& name : stage) {
            stages.back().push_back(static_cast<issue_id>(
                std::find(issues.begin(), issues.end(), name) - issues.begin()));
        }
    }
    return stages;
}

}  // namespace negotiation::talks
