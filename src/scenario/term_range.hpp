#pragma once

/// @file
/// How little and how much the terms of a hazard can add, over everything that deals may combine.

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation::detail {

/// A sum that is added where all conditions hold.
struct masked_term {
    std::vector<std::pair<issue_id, option_mask>> given;  ///< each issue once
    double add = 0;
};

/// The least and the greatest sum.
struct term_range {
    double low = 0;
    double high = 0;
};

/// Terms that share no issue add up independently, so each group of terms that share some is looked
/// at alone; in it, options that no term tells apart count as one.
class term_range_search {
public:
    explicit term_range_search(const std::vector<masked_term>& terms) : terms_(terms) {}

    /// @param most combinations that are looked at
    /// @return nothing when there are more
    [[nodiscard]] std::optional<term_range> run(std::size_t most) {
        left_ = most;
        term_range sum;
        std::vector<bool> taken(terms_.size(), false);
        for (std::size_t k = 0; k < terms_.size(); ++k) {
            if (taken[k]) {
                continue;
            }
            const std::vector<std::size_t> group = group_of(k, taken);
            const auto range = range_of(group);
            if (!range) {
                return std::nullopt;
            }
            sum.low += range->low;
            sum.high += range->high;
        }
        return sum;
    }

private:
    /// Which terms of the group one option keeps alive.
    using signature = std::vector<bool>;

    /// The terms that hang together with one of them.
    std::vector<std::size_t> group_of(std::size_t first, std::vector<bool>& taken) const {
        std::set<issue_id> issues;
        std::vector<std::size_t> group;
        for (bool grown = true; grown;) {
            grown = false;
            for (std::size_t k = 0; k < terms_.size(); ++k) {
                if (!taken[k] && (k == first || shares(terms_[k], issues))) {
                    for (const auto& part : terms_[k].given) {
                        issues.insert(part.first);
                    }
                    taken[k] = grown = true;
                    group.push_back(k);
                }
            }
        }
        return group;
    }

    static bool shares(const masked_term& term, const std::set<issue_id>& issues) {
        return std::any_of(term.given.begin(), term.given.end(),
                           [&](const auto& part) { return issues.count(part.first) > 0; });
    }

    /// What the options of each issue do to the terms of a group, each distinct effect once.
    std::vector<std::vector<signature>> choices_in(const std::vector<std::size_t>& group) const {
        std::map<issue_id, std::vector<signature>> by_issue;
        for (std::size_t g = 0; g < group.size(); ++g) {
            for (const auto& [issue, mask] : terms_[group[g]].given) {
                auto& options = by_issue[issue];
                options.resize(mask.size(), signature(group.size(), true));
                for (std::size_t o = 0; o < mask.size(); ++o) {
                    options[o][g] = mask[o];
                }
            }
        }
        std::vector<std::vector<signature>> choices;
        for (auto& [issue, options] : by_issue) {
            std::sort(options.begin(), options.end());
            options.erase(std::unique(options.begin(), options.end()), options.end());
            choices.push_back(std::move(options));
        }
        return choices;
    }

    std::optional<term_range> range_of(const std::vector<std::size_t>& group) {
        const auto choices = choices_in(group);
        term_range found;
        bool first = true;
        std::vector<std::size_t> at(choices.size(), 0);
        do {
            if (left_ < group.size()) {
                return std::nullopt;
            }
            left_ -= group.size();
            const double sum = sum_at(group, choices, at);
            found.low = first ? sum : std::min(found.low, sum);
            found.high = first ? sum : std::max(found.high, sum);
            first = false;
        } while (advance(at, choices));
        return found;
    }

    [[nodiscard]] double sum_at(const std::vector<std::size_t>& group,
                                const std::vector<std::vector<signature>>& choices,
                                const std::vector<std::size_t>& at) const {
        double sum = 0;
        for (std::size_t g = 0; g < group.size(); ++g) {
            bool holds = true;
            for (std::size_t k = 0; k < choices.size(); ++k) {
                holds = holds && choices[k][at[k]][g];
            }
            sum += holds ? terms_[group[g]].add : 0;
        }
        return sum;
    }

    static bool advance(std::vector<std::size_t>& at,
                        const std::vector<std::vector<signature>>& choices) {
        for (std::size_t k = at.size(); k-- > 0;) {
            if (++at[k] < choices[k].size()) {
                return true;
            }
            at[k] = 0;
        }
        return false;
    }

    const std::vector<masked_term>& terms_;
    std::size_t left_ = 0;
};

}  // namespace negotiation::detail
