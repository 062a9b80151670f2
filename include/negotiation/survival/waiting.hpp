#pragma once

/// @file
/// Now or later: what calm, a later deadline and a framework are worth, and when to move. Compiled
/// in the library negotiation::negotiation (src/survival/waiting.cpp).

#include <cstddef>
#include <optional>
#include <span>

#include <negotiation/survival/race.hpp>

namespace negotiation::survival {

/// @brief What some time of calm is worth: during it nothing collapses, after it the race is what
/// it was.
/// @param of       the race without calm
/// @param worth    of a settlement when it comes @unit{utility}
/// @param interest r @unit{1/time} @range{[0, 10^100]}
/// @param duration of the calm @unit{time} @range{[0, 10^100]}
/// @return expected and discounted, beyond the race without calm; at interest 0 and worth 1 what
/// calm adds to the chance to settle
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/waiting.cpp "a month of calm adds what the integral says"
[[nodiscard]] double worth_of_calm(const race& of, double worth, double interest, double duration);

/// @brief What a truce that expires is worth more when it expires later: talks end with it.
/// @param of        the race under the truce
/// @param worth     of a settlement when it comes @unit{utility}
/// @param interest  r @unit{1/time} @range{[0, 10^100]}
/// @param expires   time left @unit{time} @range{[0, 10^100]}
/// @param extension by how much longer @unit{time} @range{[0, 10^100]}
/// @return expected and discounted
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/waiting.cpp "an extension is worth the settlements that fall into it"
[[nodiscard]] double worth_of_extension(const race& of, double worth, double interest,
                                        double expires, double extension);

/// @brief A moment to move.
struct moment {
    double time = 0;   ///< @unit{time}
    double value = 0;  ///< of moving then, seen from now @unit{utility}
    /// Value of waiting for it: beyond what moving at once is worth @unit{utility}.
    double option = 0;

    bool operator==(const moment&) const = default;
};

/// @brief When to sign what gets better with time, by so much a period, while it may be lost: the
/// greatest (now + growth t) exp(-decay t) for t up to a last day.
/// @param now    worth of signing today @unit{utility} @range{[0, 10^100]}
/// @param growth of the worth @unit{utility/time} @range{[-10^100, 10^100]}
/// @param decay  hazard and interest together, lambda + r @unit{1/time} @range{[0, 10^100]}
/// @param last   after which nothing can be signed @unit{time} @range{[0, 10^100]}
/// @return t = 1 / decay - now / growth, kept within [0, last]; today where growth is none
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/waiting.cpp "a text that grows is signed when growth no longer pays"
[[nodiscard]] moment best_time(double now, double growth, double decay, double last);

/// @brief When to sign what gets better ever more slowly: the greatest most (1 - exp(-pace t))
/// exp(-decay t).
/// @param most  what it comes to in the end @unit{utility} @range{[0, 10^100]}
/// @param pace  how fast @unit{1/time} @range{(0, 10^100]}
/// @param decay lambda + r @unit{1/time} @range{(0, 10^100]}
/// @return t = ln(1 + pace / decay) / pace; moving at once is worth nothing
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/waiting.cpp "what ripens slowly is picked at the logarithm"
[[nodiscard]] moment best_time_of_ripening(double most, double pace, double decay);

/// @brief When to sign, of any dates and worths: the greatest worth times exp(-decay date), the
/// earliest of several.
/// @param dates  @unit{time} @range{[0, 10^100]} @shape{dates}
/// @param worths of signing then @unit{utility} @shape{dates}
/// @param decay  lambda + r @unit{1/time} @range{[0, 10^100]}
/// @return the moment; its option is against the first of the dates; nothing without dates
/// @throws std::invalid_argument a number outside its range, lists of different lengths
/// @complexity{O(dates)}; thread-safe
/// @test tests/survival/waiting.cpp "the best of some dates is the best of all tried"
[[nodiscard]] std::optional<moment> best_of(std::span<const double> dates,
                                            std::span<const double> worths, double decay);

/// @brief A framework signed now, and details settled later under it.
struct framework {
    double worth = 0;  ///< of the framework itself, at once @unit{utility}
    race after;        ///< details against collapse, once it is signed

    bool operator==(const framework&) const = default;
};

/// @brief What a framework adds to waiting for the whole deal: f + mu' S' / (mu' + lambda' + r) -
/// mu S / (mu + lambda + r).
/// @param of       the framework
/// @param rest     S', worth of the details when they are settled @unit{utility}
/// @param waiting  the race for the whole deal
/// @param whole    S, worth of the whole deal when it is settled @unit{utility}
/// @param interest r @unit{1/time} @range{[0, 10^100]}
/// @return the difference; below 0 where it is better to wait
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/waiting.cpp "a framework pays where it calms"
[[nodiscard]] double worth_of_framework(const framework& of, double rest, const race& waiting,
                                        double whole, double interest);

/// @brief How often things may still collapse under a framework that is worth no less than waiting.
/// @param of       the framework; its rate of collapse is not looked at
/// @param rest     S', worth of the details when they are settled @unit{utility}
/// @param waiting  the race for the whole deal
/// @param whole    S, worth of the whole deal when it is settled @unit{utility}
/// @param interest r @unit{1/time} @range{[0, 10^100]}
/// @return the greatest rate; infinite where the framework alone is worth waiting, nothing where
/// even calm does not make it so
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/survival/waiting.cpp "a framework pays where it calms"
[[nodiscard]] std::optional<double> greatest_collapse(const framework& of, double rest,
                                                      const race& waiting, double whole,
                                                      double interest);

}  // namespace negotiation::survival
