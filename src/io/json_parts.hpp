#pragma once

/// What the JSON of several answers shares.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include <negotiation/laboratory/yardstick.hpp>
#include <negotiation/model/count.hpp>
#include <negotiation/model/discount.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io::json_parts {

using json = nlohmann::ordered_json;

/// One line; bytes that are not UTF-8 are replaced, never an exception.
[[nodiscard]] inline std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A number while a double holds it exactly, else its digits.
[[nodiscard]] inline json count_of(outcome_count n) {
    constexpr outcome_count exact = outcome_count{1} << 53;
    return n <= exact ? json(static_cast<std::uint64_t>(n)) : json(to_string(n));
}

[[nodiscard]] inline json count_of(const std::optional<outcome_count>& n) {
    return n ? count_of(*n) : json(nullptr);
}

/// A number, or null for what does not exist.
[[nodiscard]] inline json number_of(const std::optional<double>& value) {
    return value ? json(*value) : json(nullptr);
}

[[nodiscard]] inline json number_of(const std::optional<std::size_t>& count) {
    return count ? json(*count) : json(nullptr);
}

/// A period as a file writes it: a word, or days.
[[nodiscard]] inline json period_of(double days) {
    const auto word = period_named(days);
    return word ? json(*word) : json(days);
}

/// What a file says of tranches.
[[nodiscard]] inline json tranches_of(const sequence::written_tranches& said) {
    json hazard = nullptr;
    if (said.hazard) {
        hazard = {{"rate", said.hazard->rate}, {"per", period_of(said.hazard->period)}};
    }
    return {{"what", said.what.empty() ? json(nullptr) : json(said.what)},
            {"cost", said.cost},
            {"worth", said.worth},
            {"defection", said.defection},
            {"trust", said.trust},
            {"target", said.target},
            {"days", said.days},
            {"hazard", std::move(hazard)}};
}

/// What utilities mean, where who goes first is on the table.
[[nodiscard]] inline json expectation_of(const question::expectation& of) {
    json beliefs = json::object();
    for (const auto& [name, belief] : of.beliefs) {
        beliefs[name] = belief;
    }
    return {{"issue", of.issue}, {"beliefs", std::move(beliefs)}};
}

/// A name, or null for none.
[[nodiscard]] inline json name_of(const std::string& name) {
    return name.empty() ? json(nullptr) : json(name);
}

/// An option in the type it has in the file.
[[nodiscard]] inline json option_of(const option_label& label) {
    return std::visit([](const auto& value) { return json(value); }, label);
}

[[nodiscard]] inline json options_of(const std::vector<option_label>& labels) {
    json list = json::array();
    for (const option_label& label : labels) {
        list.push_back(option_of(label));
    }
    return list;
}

/// Issue by issue, in the scenario's order.
[[nodiscard]] inline json outcome_of(const question::draft& clauses) {
    json outcome = json::object();
    for (const question::clause& part : clauses) {
        outcome[part.issue] = option_of(part.option);
    }
    return outcome;
}

[[nodiscard]] inline json line_of(const question::named_line& line) {
    return {{"party", line.party}, {"issue", line.issue}};
}

/// The red lines that bind.
[[nodiscard]] inline json binding_of(const std::vector<question::named_line>& lines) {
    json list = json::array();
    for (const question::named_line& line : lines) {
        if (line.binds) {
            list.push_back(line_of(line));
        }
    }
    return list;
}

[[nodiscard]] inline json onlookers_of(const std::vector<question::onlooker_view>& views) {
    json all = json::object();
    for (const question::onlooker_view& view : views) {
        all[view.name] = {
            {"utility", view.utility}, {"threshold", view.threshold}, {"content", view.content}};
    }
    return all;
}

[[nodiscard]] inline json reported_of(const std::vector<question::reported_value>& values) {
    json all = json::object();
    for (const question::reported_value& quantity : values) {
        all[quantity.name] = number_of(quantity.value);
    }
    return all;
}

[[nodiscard]] inline json talks_of(publicity talks) {
    return talks == publicity::secret ? "secret" : "public";
}

/// A number for each name.
[[nodiscard]] inline json keyed(const std::vector<std::string>& names,
                                const std::vector<double>& numbers) {
    json all = json::object();
    for (std::size_t k = 0; k < names.size(); ++k) {
        all[names[k]] = numbers[k];
    }
    return all;
}

/// How far from what is efficient and fair, by name.
[[nodiscard]] inline json distances_of(const laboratory::distances& to) {
    json all = json::object();
    for (const laboratory::mark m : laboratory::marks) {
        all[laboratory::to_string(m)] = number_of(to[static_cast<std::size_t>(m)]);
    }
    return all;
}

}  // namespace negotiation::io::json_parts
