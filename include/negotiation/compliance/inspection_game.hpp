#pragma once

/// @file
/// One period of looking and cheating. Compiled in the library negotiation::negotiation
/// (src/compliance/inspection_game.cpp).

#include <cstdint>
#include <optional>

namespace negotiation::compliance {

/// @brief What the loss from a violation that was found out contains.
enum class inspection_costs : std::uint8_t {
    contained,  ///< the cost of the inspection that found it: Avenhaus, von Stengel and Zamir
    added       ///< nothing of it: costs come on top
};

/// @brief Whether to inspect, whether to violate. Nothing happens to anybody where the rules are
/// kept and nobody looks; an undetected violation costs the inspector 1.
struct inspection_game {
    double gain = 1;       ///< d: to the inspectee, of an undetected violation
                           ///< @unit{utility of the inspectee} @range{[0, 1e100]}
    double penalty = 1;    ///< b: to it, of a detected one
                           ///< @unit{utility of the inspectee} @range{[0, 1e100]}
    double cost = 0;       ///< e: of an inspection @unit{undetected violations} @range{[0, 1e100]}
    double caught = 0;     ///< a: loss to the inspector from a detected violation
                           ///< @unit{undetected violations} @range{[0, 1)}; not below `cost` where
                           ///< that is contained in it
    double detection = 1;  ///< that an inspection finds a violation @range{[0, 1]}
    inspection_costs costs = inspection_costs::contained;  ///< what `caught` contains

    bool operator==(const inspection_game&) const = default;
};

/// @brief How a period goes.
struct inspection_play {
    double inspect = 0;    ///< probability that the inspector looks @range{[0, 1]}
    double violate = 0;    ///< probability that the inspectee violates @range{[0, 1]}
    double inspector = 0;  ///< what the inspector expects @unit{undetected violations}
    double inspectee = 0;  ///< what the inspectee expects @unit{utility of the inspectee}

    bool operator==(const inspection_play&) const = default;
};

/// @brief The least rate of inspection that deters: d / ((b + d) detection).
/// @param of the game
/// @return a probability, 0 where nothing is gained; nothing where even certain inspection does not
/// deter
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{avenhaus2002, Avenhaus\, von Stengel and Zamir 2002\, Handbook of Game Theory 3\, ch.
/// 51}
/// @test tests/compliance/inspection_game.cpp "the rules are kept exactly where rate times
/// detection is enough"
[[nodiscard]] std::optional<double> rate_needed(const inspection_game& of);

/// @brief Whether a known rate of inspection deters; at the border the rules are kept.
/// @param of   the game
/// @param rate of inspection @range{[0, 1]}
/// @return true where rate times detection is d / (b + d) at least
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/inspection_game.cpp "the rules are kept exactly where rate times
/// detection is enough"
[[nodiscard]] bool deters(const inspection_game& of, double rate);

/// @brief The equilibrium where both decide at once.
///
/// Mixed where an inspection can deter and is worth its cost: inspect with d / ((b + d) detection),
/// violate with e / (1 - a + e) (perfect detection, costs contained) or e / (1 - a) (added).
/// Otherwise the inspectee violates for sure, and the inspector looks where that is worth its cost.
/// @param of the game
/// @return an equilibrium; the only one but for borderline payoffs
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{avenhaus2002, Avenhaus\, von Stengel and Zamir 2002\, Handbook of Game Theory 3\, ch.
/// 51}
/// @test tests/compliance/inspection_game.cpp "one period is mixed by both"
/// @test tests/compliance/inspection_game.cpp "nobody gains by another act in equilibrium"
[[nodiscard]] inspection_play equilibrium_of(const inspection_game& of);

/// @brief The best rate to announce and be bound by.
///
/// The same rate as in the mixed equilibrium, but the inspectee, who gains nothing by violating,
/// keeps the rules: the inspector saves the losses, not the inspections.
/// @param of the game
/// @return how the period goes, the inspectee keeping the rules where it is indifferent
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{avenhaus2002, Avenhaus\, von Stengel and Zamir 2002\, Handbook of Game Theory 3\, ch.
/// 51}
/// @test tests/compliance/inspection_game.cpp "an announced rate makes the inspectee keep the
/// rules"
/// @test tests/compliance/inspection_game.cpp "no other announced rate is better"
[[nodiscard]] inspection_play leadership_of(const inspection_game& of);

}  // namespace negotiation::compliance
