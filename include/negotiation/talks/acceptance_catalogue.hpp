#pragma once

/// @file
/// Acceptance conditions by name, and lists of them. Compiled in the library
/// negotiation::negotiation (src/talks/acceptance_catalogue.cpp).

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/specification.hpp>

namespace negotiation::talks {

class any_acceptance;

/// @brief Several acceptance conditions, of which one must hold or all.
/// @copycost a shared pointer: conditions never change
/// @test tests/talks/acceptance_catalogue.cpp "lists of conditions are and or or"
class acceptance_list {
public:
    /// @brief A list.
    /// @param parts the conditions, at least one
    /// @param all   whether all must hold; else one is enough
    acceptance_list(std::vector<any_acceptance> parts, bool all);

    /// @brief Decides. @param t the turn @param mine its plan @return whether one holds, or all
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const;

private:
    struct content;
    std::shared_ptr<const content> content_;
};

/// @brief Any acceptance condition of the catalogue. It keeps nothing from turn to turn: what it
/// needs of the past it looks up in the history, so that runs cannot disturb one another.
/// @copycost three words
/// @test tests/talks/acceptance_catalogue.cpp "lists of conditions are and or or"
class any_acceptance {
public:
    /// @brief What it may be.
    using choice =
        std::variant<accept_target, accept_next, accept_previous, accept_gap, accept_constant,
                     accept_time, accept_combi, accept_never, acceptance_list>;

    /// @brief Holds a condition. @param rule any of them
    any_acceptance(choice rule) : rule_(std::move(rule)) {}  // NOLINT(*-explicit-*)

    /// @brief Decides. @param t the turn @param mine its plan @return what the condition says
    [[nodiscard]] bool accepts(const turn& t, const intention& mine) const {
        return std::visit([&](const auto& one) { return one.accepts(t, mine); }, rule_);
    }

private:
    choice rule_;
};

/// @brief The acceptance conditions that the parameter `accept` of a strategy takes; beside them
/// `any(…)` and `all(…)` of several.
/// @return one entry a name
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/acceptance_catalogue.cpp "conditions are read by name"
[[nodiscard]] const std::vector<catalogue_entry>& acceptance_catalogue();

/// @brief Reads an acceptance condition.
/// @param text e.g. `next(a=1,b=0)`, or `any(next,all(time(from=0.9),gap(gap=0.2)))`
/// @return the condition
/// @throws std::invalid_argument an unknown name or parameter, which lists what exists, a value out
/// of range, an empty list, or lists nested deeper than eight
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/acceptance_catalogue.cpp "conditions are read by name"
[[nodiscard]] any_acceptance read_acceptance(const std::string& text);

}  // namespace negotiation::talks
