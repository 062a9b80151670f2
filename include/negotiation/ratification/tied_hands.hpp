#pragma once

/// @file
/// Whether it helps at the table that little would pass at home: closed forms for a pie of size 1.
/// Compiled in the library negotiation::negotiation (src/ratification/tied_hands.cpp).

#include <optional>

namespace negotiation::ratification {

/// @brief What the side whose hands are tied gets of a pie of size 1.
struct tied_hands {
    double as_proposer = 0;   ///< its share when it makes the offer
    double as_responder = 0;  ///< its share when the other does

    bool operator==(const tied_hands&) const = default;
};

/// @brief Alternating offers in which nothing below a floor on one side's share would be ratified.
///
/// A floor that this side gets as responder anyway changes nothing. A higher one binds: as
/// responder it gets the floor, and as proposer it leaves the other what the other would wait for.
/// This is Schelling's conjecture, with its condition: tied hands help where the floor binds.
/// @param patience discount factor of the side with the floor @range{(0, 1)}
/// @param others   discount factor of the other @range{(0, 1)}
/// @param floor    the least share that would be ratified @range{[0, 1]}
/// @return its shares in equilibrium
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @source{rubinstein1982, Rubinstein 1982}; floors: @source{iida1993, Iida 1993},
/// @source{mo1995, Mo 1995}; the conjecture: @source{schelling1960, Schelling 1960}
/// @test tests/ratification/tied_hands.cpp "a floor helps from where it binds"
[[nodiscard]] tied_hands alternating_offers_with_floor(double patience, double others,
                                                       double floor);

/// @brief Chance that both homes ratify a division when nobody knows their floors: uniform on
/// [lowest, 1] and independent.
/// @param share  of the first side @range{[0, 1]}
/// @param first  lowest floor that its home may have @range{[0, 1)}
/// @param second lowest floor of the other's home, on the other's share @range{[0, 1)}
/// @return a probability
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @source{iida1996, Iida 1996\, Involuntary defection}
/// @test tests/ratification/tied_hands.cpp "the safest share is the Nash solution of the floors"
[[nodiscard]] double joint_passage(double share, double first, double second);

/// @brief The share at which both homes ratify most likely: the Nash solution whose disagreement
/// point is the lowest floors.
/// @param first  lowest floor that the first side's home may have @range{[0, 1)}
/// @param second lowest floor of the other's home @range{[0, 1)}
/// @return (1 + first - second) / 2; nothing where no division can pass in both
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @source{iida1996, Iida 1996\, Involuntary defection}
/// @test tests/ratification/tied_hands.cpp "the safest share is the Nash solution of the floors"
[[nodiscard]] std::optional<double> safest_share(double first, double second);

}  // namespace negotiation::ratification
