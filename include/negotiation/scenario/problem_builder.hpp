#pragma once

/// @file
/// A bargaining problem without a file: options by number, utilities from any function.

#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/scenario/detail/freeze_party.hpp>
#include <negotiation/scenario/problem.hpp>

namespace negotiation {

/// @brief Builds a problem step by step; every step returns the builder.
///
/// A party's utility is either any function of the outcome, written down once for every deal (so
/// that the engines table and stream can use it, up to `maximum_deals`), or a sum of one-issue
/// values, on which elimination works at any size. Utilities are raw: any finite numbers.
///
/// @code
/// const auto toy = problem_builder{}
///     .issue("price", 0, 100)
///     .party("buyer", [](auto o) { return 100 - o[0]; }, 20)
///     .party("seller", [](auto o) { return o[0]; }, 30)
///     .build();
/// @endcode
/// @thread one builder, one owner
/// @test tests/scenario/problem_builder.cpp "a price between two walk-away points"
class problem_builder {
public:
    /// @brief A deal as the utility functions see it: the level of every issue, or the place of
    /// the option for issues without levels.
    using levels = std::span<const double>;

    /// @brief The most deals over which a function is written down.
    static constexpr std::size_t maximum_deals = std::size_t{1} << 24;

    /// @brief An issue of whole numbers low..high.
    /// @param name of the issue, for messages
    /// @param low  first level
    /// @param high last level @range{[low, inf)}
    /// @return this builder
    /// @throws std::invalid_argument high below low, or more than `maximum_options` levels
    /// @complexity{O(levels)}
    /// @test tests/scenario/problem_builder.cpp "a price between two walk-away points"
    problem_builder& issue(std::string name, int low, int high) {
        if (high < low ||
            static_cast<long long>(high) - low >= static_cast<long long>(maximum_options)) {
            throw std::invalid_argument(fmt::format(
                "problem_builder::issue: '{}' needs low <= high and at most {} levels; got {}..{}",
                name, maximum_options, low, high));
        }
        std::vector<double> at;
        for (int level = low; level <= high; ++level) {
            at.push_back(level);
        }
        return add_issue(std::move(name), std::move(at));
    }

    /// @brief An issue of so many options, at levels 0, 1, ….
    /// @param name    of the issue, for messages
    /// @param options how many @range{[1, maximum_options]}
    /// @return this builder
    /// @throws std::invalid_argument no option, or more than `maximum_options`
    /// @complexity{O(options)}
    /// @test tests/scenario/problem_builder.cpp "functions see levels and places"
    problem_builder& issue(std::string name, std::size_t options) {
        if (options > maximum_options) {
            throw std::invalid_argument(
                fmt::format("problem_builder::issue: '{}' has at most {} options; got {}", name,
                            maximum_options, options));
        }
        std::vector<double> at;
        for (std::size_t k = 0; k < options; ++k) {
            at.push_back(static_cast<double>(k));
        }
        return add_issue(std::move(name), std::move(at));
    }

    /// @brief A party that values deals by any function of their levels.
    /// @tparam Utility callable as double(levels)
    /// @param name        of the party, for messages
    /// @param utility     called with `levels`, once a deal and by `build` only; must return a
    /// finite number
    /// @param reservation value of no deal
    /// @return this builder
    /// @complexity{O(1)}; see `build`
    /// @test tests/scenario/problem_builder.cpp "functions see levels and places"
    template <class Utility>
    requires std::is_invocable_r_v<double, const Utility&, levels> problem_builder& party(
        std::string name, Utility utility, double reservation) {
        agents_.push_back({std::move(name), std::move(utility), {}, reservation});
        return *this;
    }

    /// @brief A party whose utility is a sum of one-issue values.
    /// @param name        of the party, for messages
    /// @param values      for every issue, a value for every option @shape{issues, options};
    /// `build` checks it
    /// @param reservation value of no deal
    /// @return this builder
    /// @complexity{O(1)}; see `build`
    /// @test tests/scenario/problem_builder.cpp "a function and the sum that it is are one problem"
    problem_builder& party(std::string name, std::vector<std::vector<double>> values,
                           double reservation) {
        agents_.push_back({std::move(name), {}, std::move(values), reservation});
        return *this;
    }

    /// @brief Forbids deals in which every listed issue takes one of the listed options.
    /// @param combination place of an issue, places of its options, all from 0; `build` checks them
    /// @return this builder
    /// @complexity{O(options listed)}
    /// @test tests/scenario/problem_builder.cpp "forbidden options need all of their issues"
    problem_builder& forbid(
        const std::vector<std::pair<std::size_t, std::vector<std::size_t>>>& combination) {
        forbidden_.push_back(combination);
        return *this;
    }

    /// @brief Adds to the last party a term over two issues.
    /// @param first,second places of the issues, from 0
    /// @param values       second fastest @shape{first's options times second's}; `build` checks it
    /// @return this builder
    /// @throws std::invalid_argument there is no party yet
    /// @complexity{O(1)}
    /// @test tests/scenario/problem_builder.cpp "what cannot be built is refused"
    problem_builder& interaction(std::size_t first, std::size_t second,
                                 std::vector<double> values) {
        if (agents_.empty()) {
            throw std::invalid_argument(
                "problem_builder::interaction: a party must come first; got none");
        }
        agents_.back().together.push_back({first, second, std::move(values)});
        return *this;
    }

    /// @brief The frozen problem; its status quo is the first option of every issue.
    /// @return the problem
    /// @throws std::invalid_argument no issue or party, a table of the wrong shape, an unknown
    /// issue or option, utilities that are not finite, or a function over too many deals
    /// @throws scenario_error utilities too large for exact sums
    /// @complexity{linear in the values given; a function is called once a deal}
    /// @test tests/scenario/problem_builder.cpp "what cannot be built is refused"
    [[nodiscard]] problem build() const;

private:
    struct pair_term {
        std::size_t first = 0;
        std::size_t second = 0;
        std::vector<double> values;
    };
    struct agent {
        std::string name;
        std::function<double(levels)> function;
        std::vector<std::vector<double>> values;
        double reservation = 0;
        std::vector<pair_term> together = {};
    };

    problem_builder& add_issue(std::string name, std::vector<double> at) {
        if (at.empty()) {
            throw std::invalid_argument(
                fmt::format("problem_builder::issue: '{}' needs an option; got none", name));
        }
        names_.push_back(std::move(name));
        levels_.push_back(std::move(at));
        return *this;
    }

    [[nodiscard]] units checked(const agent& who, double value) const {
        if (!std::isfinite(value)) {
            throw std::invalid_argument(fmt::format(
                "problem_builder: utilities of '{}' must be finite; got {}", who.name, value));
        }
        return to_units(value);
    }

    [[nodiscard]] std::vector<std::size_t> sizes() const {
        std::vector<std::size_t> sizes;
        for (const auto& at : levels_) {
            sizes.push_back(at.size());
        }
        return sizes;
    }

    [[nodiscard]] detail::unit_term tabled(const agent& who) const;
    [[nodiscard]] std::vector<detail::unit_term> summed(const agent& who) const;
    [[nodiscard]] forbidden_combination frozen(
        const std::vector<std::pair<std::size_t, std::vector<std::size_t>>>& combination) const;

    std::vector<std::string> names_;
    std::vector<std::vector<double>> levels_;
    std::vector<agent> agents_;
    std::vector<std::vector<std::pair<std::size_t, std::vector<std::size_t>>>> forbidden_;
};

// ------------------------------------------------------------------------------------------------

inline detail::unit_term problem_builder::tabled(const agent& who) const {
    double deals = 1;
    for (const auto& at : levels_) {
        deals *= static_cast<double>(at.size());
    }
    if (deals > static_cast<double>(maximum_deals)) {
        throw std::invalid_argument(
            fmt::format("problem_builder: a function of '{}' is written down over at most {} "
                        "deals; got {:.3g}; "
                        "give a value for every option of every issue instead",
                        who.name, maximum_deals, deals));
    }
    detail::unit_term term;
    for (issue_id k = 0; k < levels_.size(); ++k) {
        term.issues.push_back(k);
    }
    std::vector<double> at(levels_.size());
    detail::for_each_combination(sizes(), [&](const std::vector<std::size_t>& o, std::size_t) {
        for (std::size_t k = 0; k < o.size(); ++k) {
            at[k] = levels_[k][o[k]];
        }
        term.values.push_back(checked(who, who.function(at)));
    });
    return term;
}

inline std::vector<detail::unit_term> problem_builder::summed(const agent& who) const {
    if (who.values.size() != levels_.size()) {
        throw std::invalid_argument(
            fmt::format("problem_builder: '{}' needs values for {} issues; got {}", who.name,
                        levels_.size(), who.values.size()));
    }
    std::vector<detail::unit_term> terms;
    for (issue_id k = 0; k < levels_.size(); ++k) {
        if (who.values[k].size() != levels_[k].size()) {
            throw std::invalid_argument(
                fmt::format("problem_builder: '{}' needs {} values for issue '{}'; got {}",
                            who.name, levels_[k].size(), names_[k], who.values[k].size()));
        }
        detail::unit_term term{{k}, {}};
        for (const double value : who.values[k]) {
            term.values.push_back(checked(who, value));
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

inline forbidden_combination problem_builder::frozen(
    const std::vector<std::pair<std::size_t, std::vector<std::size_t>>>& combination) const {
    forbidden_combination result;
    for (const auto& [place, options] : combination) {
        if (place >= levels_.size()) {
            throw std::invalid_argument(
                fmt::format("problem_builder::forbid: there are {} issues; got issue {}",
                            levels_.size(), place));
        }
        option_mask mask(levels_[place].size(), false);
        for (const std::size_t option : options) {
            if (option >= mask.size()) {
                throw std::invalid_argument(
                    fmt::format("problem_builder::forbid: issue '{}' has {} options; got option {}",
                                names_[place], mask.size(), option));
            }
            mask[option] = true;
        }
        detail::restrict(result, static_cast<issue_id>(place), mask);
    }
    return result;
}

inline problem problem_builder::build() const {
    if (levels_.empty() || agents_.empty()) {
        throw std::invalid_argument(
            fmt::format("problem_builder::build: needs an issue and a party; got {} and {}",
                        levels_.size(), agents_.size()));
    }
    problem built;
    std::vector<option_id> option_counts;
    for (issue_id k = 0; k < levels_.size(); ++k) {
        option_counts.push_back(static_cast<option_id>(levels_[k].size()));
        built.in_scope.push_back(k);
    }
    built.status_quo.assign(levels_.size(), 0);
    built.table.space = make_outcome_space(std::move(option_counts));
    for (const auto& combination : forbidden_) {
        built.table.space.forbidden.push_back(frozen(combination));
    }
    for (const agent& who : agents_) {
        std::vector<detail::unit_term> terms =
            who.function ? std::vector<detail::unit_term>{tabled(who)} : summed(who);
        for (const pair_term& pair : who.together) {
            if (pair.first >= levels_.size() || pair.second >= levels_.size() ||
                pair.first == pair.second ||
                pair.values.size() != levels_[pair.first].size() * levels_[pair.second].size()) {
                throw std::invalid_argument(fmt::format(
                    "problem_builder::interaction: '{}' needs two issues and a value for each pair "
                    "of their options; got issues {} and {} and {} values",
                    who.name, pair.first, pair.second, pair.values.size()));
            }
            detail::unit_term term{
                {static_cast<issue_id>(pair.first), static_cast<issue_id>(pair.second)}, {}};
            for (const double value : pair.values) {
                term.values.push_back(checked(who, value));
            }
            terms.push_back(std::move(term));
        }
        bargaining::seat seat;
        seat.utility = detail::to_grains(terms, who.name);
        seat.utility.scale.reservation = who.reservation;
        seat.reservation = checked(who, who.reservation);
        seat.threshold = detail::freeze_threshold(seat.utility, seat.reservation);
        built.table.parties.push_back(std::move(seat));
    }
    return built;
}

}  // namespace negotiation
