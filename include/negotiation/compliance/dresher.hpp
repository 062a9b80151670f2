#pragma once

/// @file
/// A few inspections over many periods. Compiled in the library negotiation::negotiation
/// (src/compliance/dresher.cpp).

#include <cstddef>

namespace negotiation::compliance {

/// @brief A number of periods, in at most one of which the rules are broken, and inspections for
/// some of them (von Stengel 2016 has games with more violations). The inspector gets 1 less from a
/// violation that it misses, `caught` from one that it finds, nothing where the rules are kept; the
/// inspectee the opposite. Both see whether there was an inspection; a violation ends the game.
/// @source{vonstengel2016, von Stengel 2016\, Mathematics of Operations Research 41(3)}
struct dresher_game {
    std::size_t periods = 1;      ///< n @range{[0, 10^6]}
    std::size_t inspections = 0;  ///< m @range{[0, 10^6]}; more than periods are no use
    double caught = 1;            ///< a: to the inspector, of a violation found in the act
                                  ///< @unit{missed violations} @range{[0, 1e100]}

    bool operator==(const dresher_game&) const = default;
};

/// @brief What is best in the first of the periods, and what comes of it.
struct dresher_play {
    double value = 0;    ///< to the inspector @unit{missed violations} @range{[-1, 0]}
    double inspect = 0;  ///< probability that it inspects now @range{[0, 1]}
    double violate = 0;  ///< probability that the inspectee violates now @range{[0, 1]}

    bool operator==(const dresher_play&) const = default;
};

/// @brief The value of the game to the inspector: -C(n-1, m) / sum over i from 0 to m of
/// a^(m-i) C(n, i).
/// @param of the game
/// @return -1 with no inspections, 0 with one a period, else in between
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(inspections)}; thread-safe
/// @source{dresher1962, Dresher 1962\, RAND RM-2972}
/// @source{avenhaus2002, Avenhaus\, von Stengel and Zamir 2002\, Handbook of Game Theory 3\, ch.
/// 51}
/// @test tests/compliance/dresher.cpp "a few inspections over many periods are worth what is known"
/// @test tests/compliance/dresher.cpp "the value solves the recursion in exact fractions"
[[nodiscard]] double dresher_value(const dresher_game& of);

/// @brief Optimal play in the first period; after it, the game with a period less is played.
/// @param of the game
/// @return value and probabilities; with no period left nobody acts
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(inspections)}; thread-safe
/// @source{dresher1962, Dresher 1962\, RAND RM-2972}
/// @test tests/compliance/dresher.cpp "optimal play leaves the other indifferent"
[[nodiscard]] dresher_play dresher_play_of(const dresher_game& of);

/// @brief The least number of inspections with which the value is so high.
/// @param periods n @range{[0, 10^6]}
/// @param caught  a @unit{missed violations} @range{[0, 1e100]}
/// @param value   to reach @unit{missed violations} @range{[-1, 0]}
/// @return inspections, at most one a period
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(periods log periods)}; thread-safe
/// @source{dresher1962, Dresher 1962\, RAND RM-2972}
/// @test tests/compliance/dresher.cpp "so many inspections are needed for a value"
[[nodiscard]] std::size_t inspections_needed(std::size_t periods, double caught, double value);

}  // namespace negotiation::compliance
