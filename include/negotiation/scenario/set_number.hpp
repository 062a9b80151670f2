#pragma once

/// @file
/// The same world with one number changed. Compiled in the library negotiation::negotiation
/// (src/scenario/set_number.cpp).

#include <span>
#include <string>

#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief What becomes of the other weights when one of weights that sum to 1 is changed.
enum class other_weights {
    rescaled,  ///< they keep their proportions, and the sum stays
    kept       ///< they stay, and the scenario is no longer sound
};

/// @brief The path of a number of a scenario.
/// @param world any scenario
/// @param text  what was typed
/// @return the path, one of those of `numbers`
/// @throws std::invalid_argument the text is no path, names something that is not a number, or
/// nothing at all; with what is near
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/set_number.cpp "a path that names no number says what is near"
[[nodiscard]] path number_named(const scenario& world, const std::string& text);

/// @brief Changes one number, whatever section it stands in: any of those that `numbers` lists.
///
/// Of weights that have to sum to 1 (of agents and factions, where utilities are not raw) the
/// others are rescaled unless that is not wanted; those of interactions stay, and so do all weights
/// of an agent whose values multiply, which are free. Whether the world is still sound, `validate`
/// tells: it is not looked at here.
/// @param world  a sound scenario
/// @param place  of the number
/// @param value  in the unit of its place
/// @param others what becomes of the weights beside it
/// @return the changed scenario
/// @throws std::invalid_argument no such number, a value that is not finite, a deadline that is not
/// a whole number, a range that lists no options, the level at which a condition bites (it names
/// options), or a weight that leaves less than nothing for the others, or others that are all 0
/// @complexity{O(size of the scenario)}; thread-safe
/// @test tests/scenario/set_number.cpp "every number of the bundled scenarios can be set alone"
/// @test tests/scenario/set_number.cpp "other weights make room for one that grows"
[[nodiscard]] scenario with_number(scenario world, const path& place, double value,
                                   other_weights others = other_weights::rescaled);

/// @brief A number that is to be set.
struct number_change {
    path place;        ///< of the number
    double value = 0;  ///< in the unit of its place
};

/// @brief Changes several numbers at once. Weights among them are what they are set to, and make
/// room for one another before others are rescaled.
/// @param world   a sound scenario
/// @param changes which numbers; of two at one place the later one counts
/// @param others  what becomes of the weights beside them
/// @return the changed scenario
/// @throws std::invalid_argument as `with_number`
/// @complexity{O(changes times size of the scenario)}; thread-safe
/// @test tests/scenario/set_number.cpp "two weights of one party are both what they are set to"
[[nodiscard]] scenario with_numbers(scenario world, std::span<const number_change> changes,
                                    other_weights others = other_weights::rescaled);

}  // namespace negotiation
