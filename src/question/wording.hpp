#pragma once

/// @file
/// How answers say numbers and names: one place, so that all of them say them alike.

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/count.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/views.hpp>

namespace negotiation::question::detail {

/// Four decimals; raw utilities too large for them in six digits.
[[nodiscard]] inline std::string number(double value) {
    if (std::abs(value) >= 1e7) {
        return fmt::format("{:.6g}", value);
    }
    const std::string text = fmt::format("{:.4f}", value);
    return text == "-0.0000" ? "0.0000" : text;
}

/// Six digits; more where they would say 1 of what falls short of it.
[[nodiscard]] inline std::string below_one(double value) {
    const std::string text = fmt::format("{:.6g}", value);
    return text == "1" && value < 1 ? fmt::format("{}", value) : text;
}

/// With its sign, for changes.
[[nodiscard]] inline std::string change(double value) {
    const std::string text = number(value);
    return text.front() == '-' || text == "0.0000" ? text : "+" + text;
}

/// "0.6470, 0.7050": utilities side by side.
[[nodiscard]] inline std::string numbers_text(const std::vector<double>& values) {
    std::string text;
    for (const double value : values) {
        text += (text.empty() ? "" : ", ") + number(value);
    }
    return text;
}

/// Digits in groups of three.
[[nodiscard]] inline std::string grouped_digits(std::string digits) {
    for (std::size_t k = digits.size(); k > 3; k -= 3) {
        digits.insert(k - 3, ",");
    }
    return digits;
}

[[nodiscard]] inline std::string grouped(outcome_count n) {
    return is_saturated(n) ? to_string(n) : grouped_digits(to_string(n));
}

/// The same of a number that may not have been counted.
[[nodiscard]] inline std::string grouped(const std::optional<outcome_count>& n) {
    return n ? grouped(*n) : "uncounted";
}

/// "a", "a and b", "a, b and c".
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        text += (k == 0 ? "" : k + 1 == parts.size() ? " and " : ", ") + parts[k];
    }
    return text;
}

[[nodiscard]] inline std::string counted(std::size_t n, const std::string& one,
                                         const std::string& many) {
    return grouped(n) + " " + (n == 1 ? one : many);
}

/// "Stopped after 12 of 4,000 runs", or before any.
[[nodiscard]] inline std::string stopped_text(std::size_t played, std::size_t planned) {
    return played == 0 ? "Stopped before any of " + counted(planned, "run", "runs") + " was played"
                       : fmt::format("Stopped after {} of {}", grouped(played),
                                     counted(planned, "run", "runs"));
}

/// What an answer rests on: "66 assumed numbers", and how many numbers of the file nobody answers
/// for, so that a file that says nothing of them does not look like one that knows.
[[nodiscard]] inline std::string basis_text(std::size_t assumed, std::size_t unsourced) {
    if (assumed == 0 && unsourced == 0) {
        return "no number that is marked as assumed; all have a source";
    }
    return counted(assumed, "assumed number", "assumed numbers") +
           (unsourced == 0
                ? ""
                : fmt::format(" and {} of the file without a source", grouped(unsourced)));
}

/// "both parties", "all 3 parties".
[[nodiscard]] inline std::string everybody(std::size_t parties) {
    return parties == 1   ? "the one party"
           : parties == 2 ? "both parties"
                          : fmt::format("all {} parties", parties);
}

[[nodiscard]] inline std::string line_text(const named_line& line) {
    return fmt::format("{} on {} ({})", line.party, line.issue,
                       line.is_public ? "public" : "private");
}

[[nodiscard]] inline std::string reported_text(const std::optional<double>& value) {
    return value ? fmt::format("{:.1f}", *value) : "none";
}

/// "United States 0.5800 (assumed)", with the utility beside it where that is another number.
[[nodiscard]] inline std::string no_deal_text(const std::string& name, const no_deal_view& view) {
    const bool curved = number(view.utility) != number(view.value);
    const std::string notes = std::string(view.assumed ? "assumed" : "") +
                              (view.assumed && curved ? "; " : "") +
                              (curved ? "utility " + number(view.utility) : std::string());
    return name + " " + number(view.value) + (notes.empty() ? "" : " (" + notes + ")");
}

/// What utilities mean where who goes first is on the table.
[[nodiscard]] inline std::string expectation_text(const expectation& of) {
    std::vector<std::string> beliefs;
    for (const auto& [name, belief] : of.beliefs) {
        beliefs.push_back(name + " " + number(belief));
    }
    if (beliefs.empty()) {
        return fmt::format(
            "Who goes first is on the table ({}), and every party gives the orders "
            "values of its own.",
            of.issue);
    }
    return fmt::format(
        "Who goes first is on the table ({}), so a deal is worth what may be expected of it: the "
        "deal carried out, with the probability that the others carry on, else what the worst "
        "hand-over of the order leaves. {} {}.",
        of.issue, beliefs.size() == 1 ? "The belief:" : "The beliefs:", joined(beliefs));
}

/// "nuclear", or what stands for every issue.
[[nodiscard]] inline std::string scope_text(const std::string& scope) {
    return scope.empty() ? "every issue" : "scope " + scope;
}

}  // namespace negotiation::question::detail
