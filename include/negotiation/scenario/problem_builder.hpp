#pragma once

/// @file
/// A bargaining problem without a file: options by number, utilities from any function. Compiled in
/// the library negotiation::negotiation (src/scenario/problem_builder.cpp).

#include <concepts>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <negotiation/scenario/problem.hpp>

namespace negotiation {

/// @brief Builds a problem step by step; every step returns the builder.
///
/// A party's utility is either any function of the outcome, written down once for every deal (so
/// that the engines table and stream can use it, up to `maximum_deals`), or a sum of one-issue
/// values, on which elimination works at any size. Utilities are raw: any numbers within 1e13 of
/// zero.
///
/// Functions see the *levels* of a deal, here a price; an `outcome` holds the *places* of its
/// options, from 0. `levels_of` turns the second into the first.
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
    problem_builder& issue(std::string name, int low, int high);

    /// @brief Not whole numbers: list the levels instead, which says where the grid lies.
    template <class Low, class High>
    requires std::floating_point<Low> || std::floating_point<High> problem_builder& issue(
        std::string, Low, High) = delete;

    /// @brief An issue at levels of one's own.
    /// @param name of the issue, for messages
    /// @param at   a level for every option, distinct or not @range{finite} @shape{options}
    /// @return this builder
    /// @throws std::invalid_argument no level, more than `maximum_options`, or one that is not
    /// finite
    /// @complexity{O(levels)}
    /// @test tests/scenario/problem_builder.cpp "levels of one's own"
    problem_builder& issue(std::string name, std::vector<double> at);

    /// @brief An issue of so many options, at levels 0, 1, ….
    /// @param name    of the issue, for messages
    /// @param options how many @range{[1, maximum_options]}
    /// @return this builder
    /// @throws std::invalid_argument no option, or more than `maximum_options`
    /// @complexity{O(options)}
    /// @test tests/scenario/problem_builder.cpp "functions see levels and places"
    problem_builder& issue(std::string name, std::size_t options);

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
        agents_.push_back({std::move(name), std::move(utility), {}, reservation, {}, {}});
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
        agents_.push_back({std::move(name), {}, std::move(values), reservation, {}, {}});
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
    problem_builder& interaction(std::size_t first, std::size_t second, std::vector<double> values);

    /// @brief Gives the last party a red line: the options of one issue that it would sign.
    /// @param issue     place of the issue, from 0
    /// @param allowed   places of the options, from 0; `build` checks both
    /// @param is_public said aloud: it still binds, until `with_red_lines` says otherwise
    /// @return this builder
    /// @throws std::invalid_argument there is no party yet
    /// @complexity{O(options listed)}
    /// @test tests/scenario/problem_builder.cpp "a red line closes options for its owner"
    problem_builder& red_line(std::size_t issue, std::vector<std::size_t> allowed,
                              bool is_public = false);

    /// @brief Says how things are today; without it every issue is at its first option.
    /// @param places of an option for every issue, from 0; `build` checks them @shape{issues}
    /// @return this builder
    /// @complexity{O(1)}
    /// @test tests/scenario/problem_builder.cpp "the status quo is the first option or what is
    /// said"
    problem_builder& status_quo(std::vector<std::size_t> places);

    /// @brief The levels of a deal, as the utility functions see them.
    /// @param deal an option for every issue
    /// @return a level for every issue @shape{issues}
    /// @throws std::invalid_argument another number of issues, or an unknown option
    /// @complexity{O(issues)}
    /// @test tests/scenario/problem_builder.cpp "a price between two walk-away points"
    [[nodiscard]] std::vector<double> levels_of(const outcome& deal) const;

    /// @brief The frozen problem.
    /// @return the problem
    /// @throws std::invalid_argument no issue or party, a table of the wrong shape, an unknown
    /// issue or option, utilities not within 1e13 of zero, or a function over too many deals
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
    struct line {
        std::size_t issue = 0;
        std::vector<std::size_t> allowed;
        bool is_public = false;
    };
    struct agent {
        std::string name;
        std::function<double(levels)> function;
        std::vector<std::vector<double>> values;
        double reservation = 0;
        std::vector<pair_term> together = {};
        std::vector<line> lines = {};
    };
    struct freezer;  ///< from what was said to dense arrays

    agent& last_agent(const char* step);

    std::vector<std::string> names_;
    std::vector<std::vector<double>> levels_;
    std::vector<agent> agents_;
    std::vector<std::vector<std::pair<std::size_t, std::vector<std::size_t>>>> forbidden_;
    std::vector<std::size_t> status_quo_;
};

}  // namespace negotiation
