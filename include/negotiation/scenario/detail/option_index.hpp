#pragma once

/// @file
/// Options of an issue by their labels, for lists that name many of them.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include <negotiation/model/issue.hpp>

namespace negotiation::detail {

/// Where each label stands among the options of an issue; the first of two that are equal.
class option_index {
public:
    explicit option_index(const issue& of) {
        for (std::size_t k = 0; k < of.options.size(); ++k) {
            if (const auto* word = std::get_if<std::string>(&of.options[k])) {
                words_.emplace(*word, k);
            } else {
                numbers_.emplace(number_or(of.options[k], 0), k);
            }
        }
    }

    [[nodiscard]] std::optional<std::size_t> find(const option_label& label) const {
        if (const auto* word = std::get_if<std::string>(&label)) {
            const auto found = words_.find(*word);
            return found == words_.end() ? std::nullopt : std::optional(found->second);
        }
        const auto found = numbers_.find(number_or(label, 0));
        return found == numbers_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::string, std::size_t> words_;
    std::unordered_map<double, std::size_t> numbers_;
};

/// The same for all issues of a scenario, and where each issue stands; an index is made when it is
/// first needed.
class scenario_index {
public:
    explicit scenario_index(const std::vector<issue>& issues) : issues_(issues) {
        for (std::size_t k = 0; k < issues.size(); ++k) {
            places_.emplace(issues[k].name, k);
        }
        options_.resize(issues.size());
    }

    /// Where the issue of a name stands; the first of two of one name.
    [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const {
        const auto found = places_.find(name);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }

    /// Where a label stands among the options of an issue.
    [[nodiscard]] std::optional<std::size_t> find(std::size_t issue, const option_label& label) {
        if (!options_[issue]) {
            options_[issue].emplace(issues_[issue]);
        }
        return options_[issue]->find(label);
    }

    [[nodiscard]] const std::vector<issue>& issues() const { return issues_; }

private:
    const std::vector<issue>& issues_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<std::optional<option_index>> options_;
};

}  // namespace negotiation::detail
