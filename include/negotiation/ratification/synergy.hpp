#pragma once

/// @file
/// Which change of a deal helps at home, and in which home. Compiled in the library
/// negotiation::negotiation (src/ratification/synergy.cpp).

#include <cstdint>
#include <string_view>
#include <vector>

#include <negotiation/ratification/passage.hpp>

namespace negotiation::ratification {

/// @brief How a change of a deal divides the homes.
enum class synergy_kind : std::uint8_t {
    none,       ///< no home's chances move
    one_sided,  ///< some move, all of them the same way, but not every home's
    shared,     ///< every home's move the same way: a free lunch, or a free loss
    contested   ///< what helps in one home hurts in another
};

/// @brief The name of a kind.
/// @param kind of a change
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/ratification/synergy.cpp "kinds of change have names"
[[nodiscard]] constexpr std::string_view to_string(synergy_kind kind) noexcept {
    switch (kind) {
        case synergy_kind::none:
            return "none";
        case synergy_kind::one_sided:
            return "one-sided";
        case synergy_kind::shared:
            return "shared";
        case synergy_kind::contested:
            return "contested";
    }
    return "";
}

/// @brief One issue moved to another option, everything else as it was.
struct synergy {
    issue_id issue = 0;                      ///< the issue
    option_id option = 0;                    ///< where it is moved to
    std::vector<double> changes;             ///< of the probability to pass, by home @shape{homes}
    synergy_kind kind = synergy_kind::none;  ///< how the signs of the changes compare

    bool operator==(const synergy&) const = default;
};

/// @brief Changes smaller than this are none: the integral over the mood is not more exact.
inline constexpr double least_change = 1e-7;

/// @brief Every feasible change of a deal in one issue, with what it does in each home.
/// @param space the deals there are
/// @param homes everyone at home, by party
/// @param deal  the deal that is changed @shape{issues}
/// @param how   whether there is a mood, and whether factions stand by public red lines
/// @return the changes, issue by issue in the order of options
/// @complexity{O(options) times `passage_of` for each home}; thread-safe
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics\, p. 446}
/// @test tests/ratification/synergy.cpp "what helps in one home and hurts in the other is
/// contested"
[[nodiscard]] std::vector<synergy> synergy_table(const outcome_space& space,
                                                 const std::vector<home>& homes,
                                                 const outcome& deal, const conditions& how = {});

}  // namespace negotiation::ratification
