#pragma once

/// @file
/// When a chamber has ratified: how many of its votes that takes.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace negotiation::ratification {

/// @brief How a chamber decides. A conjunction of chambers is a `home`.
enum class rule_kind : std::uint8_t {
    quota,        ///< so many votes for the deal carry it
    disapproval,  ///< the deal stands unless so many votes are against it
    unanimity,    ///< every member can stop it: veto players
    leader        ///< one person decides
};

/// @brief The name that files use.
/// @param kind a kind of rule
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/ratification/rule.cpp "rules have names"
[[nodiscard]] constexpr std::string_view to_string(rule_kind kind) noexcept {
    switch (kind) {
        case rule_kind::quota:
            return "quota";
        case rule_kind::disapproval:
            return "disapproval";
        case rule_kind::unanimity:
            return "unanimity";
        case rule_kind::leader:
            return "leader";
    }
    return "";
}

/// @brief How a chamber decides, with its number of votes.
///
/// Under the Iran Nuclear Agreement Review Act of 2015 sixty senators could pass a disapproval, so
/// that forty-one supporters block it: `{rule_kind::disapproval, 60}` in a chamber of 100.
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics}
struct rule {
    rule_kind kind = rule_kind::quota;  ///< how it decides
    std::uint32_t votes = 1;  ///< for the deal, or against it under disapproval; unanimity
                              ///< and a leader have none @range{[1, votes there are]}

    bool operator==(const rule&) const = default;
};

/// @brief How many supporters carry the deal.
/// @param how  a rule
/// @param seats votes there are in all @range{[votes of the rule, inf)}
/// @return the least number of votes for the deal with which it passes
/// @complexity{O(1)}; thread-safe
/// @test tests/ratification/rule.cpp "every rule asks for so many supporters"
[[nodiscard]] constexpr std::size_t supporters_needed(const rule& how, std::size_t seats) noexcept {
    switch (how.kind) {
        case rule_kind::quota:
            return how.votes;
        case rule_kind::disapproval:
            return how.votes > seats ? 0 : seats - how.votes + 1;
        case rule_kind::unanimity:
        case rule_kind::leader:
            return seats;
    }
    return seats;
}

}  // namespace negotiation::ratification
