#pragma once

/// @file
/// The most that a term over several variables can come to, while they are decided one by one.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <negotiation/model/utility_function.hpp>

#include "deal/reduced_problem.hpp"

namespace negotiation::deal::detail {

/// A term counted from the least that it can add, with the most that it still can for every choice
/// of its first variables: a box that the deal has already left adds nothing, and a search that
/// knows so leaves many branches.
class term_bound {
public:
    /// @param variables ascending
    /// @param values    by combination of their options left, last fastest
    term_bound(const reduced_problem& p, std::vector<variable_id> variables,
               std::vector<grains> values)
        : variables_(std::move(variables)),
          most_(variables_.size() + 1) {
        least_ = *std::min_element(values.begin(), values.end());
        for (grains& value : values) {
            value -= least_;
        }
        most_.back() = std::move(values);
        for (std::size_t j = variables_.size(); j-- > 0;) {
            const std::size_t size = p.size(variables_[j]);
            for (auto row = most_[j + 1].begin(); row != most_[j + 1].end();
                 row += static_cast<std::ptrdiff_t>(size)) {
                most_[j].push_back(*std::max_element(row, row + static_cast<std::ptrdiff_t>(size)));
            }
        }
    }

    [[nodiscard]] const std::vector<variable_id>& variables() const noexcept { return variables_; }
    [[nodiscard]] grains least() const noexcept { return least_; }
    /// Above the least, with nothing decided.
    [[nodiscard]] grains most() const noexcept { return most_.front().front(); }

    /// Above the least, once the first `decided` variables have their options in `at`.
    [[nodiscard]] grains most(const reduced_problem& p, std::size_t decided,
                              const std::vector<option_id>& at) const {
        return most_[decided][place(p, decided, at)];
    }

    /// The same for every option of the variable that follows them.
    [[nodiscard]] const grains* most_by_option(const reduced_problem& p, std::size_t decided,
                                               const std::vector<option_id>& at) const {
        return most_[decided + 1].data() + place(p, decided, at) * p.size(variables_[decided]);
    }

private:
    [[nodiscard]] std::size_t place(const reduced_problem& p, std::size_t decided,
                                    const std::vector<option_id>& at) const {
        std::size_t n = 0;
        for (std::size_t j = 0; j < decided; ++j) {
            n = n * p.size(variables_[j]) + at[variables_[j]];
        }
        return n;
    }

    std::vector<variable_id> variables_;
    grains least_ = 0;
    std::vector<std::vector<grains>> most_;  ///< by number of variables decided and their options
};

/// A term over issues, as one over the variables among them; empty where none of them has a choice.
/// @param variables of the term's issues that have a choice, ascending
/// @param deal      options of the issues without a choice
[[nodiscard]] inline term_bound bound_of(const reduced_problem& p, const utility_term& term,
                                         std::vector<variable_id> variables,
                                         const std::vector<option_id>& sizes, outcome deal) {
    std::size_t n = 1;
    for (const variable_id v : variables) {
        n *= p.size(v);
    }
    std::vector<grains> values;
    values.reserve(n);
    std::vector<std::size_t> place(variables.size(), 0);
    while (values.size() < n) {
        for (std::size_t k = 0; k < variables.size(); ++k) {
            deal[p.issues[variables[k]]] = p.options[variables[k]][place[k]];
        }
        values.push_back(value_of(term, sizes, deal));
        for (std::size_t k = variables.size(); k-- > 0 && ++place[k] == p.size(variables[k]);) {
            place[k] = 0;
        }
    }
    return {p, std::move(variables), std::move(values)};
}

}  // namespace negotiation::deal::detail
