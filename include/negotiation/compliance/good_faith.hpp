#pragma once

/// @file
/// Whether somebody negotiates or plays for time, told from what it has conceded. Compiled in the
/// library negotiation::negotiation (src/compliance/good_faith.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace negotiation::compliance {

/// @brief A way of conceding: what its offers are worth to us, from + (to - from) t^(1/e).
struct concession {
    double from = 0;      ///< at the start @unit{our value}
    double to = 1;        ///< at the deadline @unit{our value}
    double exponent = 1;  ///< e: below 1 late, above 1 early @range{(0, 1e100]}
    bool stalls = false;  ///< whoever concedes so does not want a deal
    double prior = 1;  ///< how likely it is held to be, relative to the others @range{[0, 1e100]}

    bool operator==(const concession&) const = default;
};

/// @brief An offer of the other party.
struct offer_received {
    double time = 0;   ///< as a share of the time there is @range{[0, 1]}
    double value = 0;  ///< what it is worth to us @unit{our value}

    bool operator==(const offer_received&) const = default;
};

/// @brief What a record of offers says.
struct good_faith {
    std::vector<double> types;  ///< probability of each way of conceding, as given @shape{types}
    double stalling = 0;        ///< probability of those that stall @range{[0, 1]}

    bool operator==(const good_faith&) const = default;
};

/// @brief The value that a way of conceding offers at a time.
/// @param of   the way
/// @param time as a share of the time there is @range{[0, 1]}
/// @return what its offer is worth to us
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{faratin1998, Faratin\, Sierra and Jennings 1998\, eq. 2}
/// @test tests/compliance/good_faith.cpp "a staller is found out by what it does not concede"
[[nodiscard]] double value_offered(const concession& of, double time);

/// @brief Parties who negotiate in good faith, late (e = 0.2), evenly (1) and early (5), from a
/// first offer to one that we would sign, equally likely; and one who stays where it began.
/// @param first     value of the first offer @unit{our value}
/// @param agreeable value at which there would be a deal @unit{our value}
/// @param stalling  how likely it is held to be that it plays for time @range{[0, 1]}
/// @return four ways, the staller last
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/compliance/good_faith.cpp "a staller is found out by what it does not concede"
[[nodiscard]] std::vector<concession> usual_concessions(double first, double agreeable,
                                                        double stalling);

/// @brief Which way of conceding a party follows, by Bayes' rule, offers being off its curve by a
/// normal error.
///
/// After Hindriks and Tykhonov, who learn an opponent's preferences so; here what offers are worth
/// to us is known, and the way of conceding is what is learned. A party that concedes late looks
/// like a staller until late: with curves that hardly differ, `evidence_between` tells how little
/// there is to learn.
/// @param offers in any order
/// @param types  a way at least, one of them with a prior above 0
/// @param noise  standard deviation of an offer @unit{our value} @range{(0, 1e100]}
/// @return posteriors
/// @throws std::invalid_argument a number outside its range, no types, or none that is possible
/// @complexity{O(offers * types)}; thread-safe
/// @source{hindriks2008, Hindriks and Tykhonov 2008\, AAMAS}
/// @test tests/compliance/good_faith.cpp "a staller is found out by what it does not concede"
/// @test tests/compliance/good_faith.cpp "the posterior is Bayes' rule offer by offer"
[[nodiscard]] good_faith judged(std::span<const offer_received> offers,
                                std::span<const concession> types, double noise);

/// @brief The log-odds by which offers are expected to tell a way of conceding that is followed
/// from another: the sum of squared distances over 2 noise^2.
/// @param one   a way
/// @param other another
/// @param times of offers, as shares of the time there is @range{[0, 1]}
/// @param noise standard deviation of an offer @unit{our value} @range{(0, 1e100]}
/// @return log-odds @range{[0, inf]}
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(times)}; thread-safe
/// @test tests/compliance/good_faith.cpp "the evidence expected is what records show on average"
[[nodiscard]] double evidence_between(const concession& one, const concession& other,
                                      std::span<const double> times, double noise);

/// @brief How many of some offers it takes until a party who follows one way rather than another is
/// expected to be told from it.
/// @param one    the way that is followed
/// @param other  another
/// @param times  of offers, in the order in which they come @range{[0, 1]}
/// @param noise  standard deviation of an offer @unit{our value} @range{(0, 1e100]}
/// @param before belief that it follows the first way, the other being the only alternative
///               @range{[0, 1]}
/// @param after  belief to reach @range{[0, 1]}
/// @return offers; nothing where all of them are not enough
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(times)}; thread-safe
/// @test tests/compliance/good_faith.cpp "who concedes late is told from a staller late"
[[nodiscard]] std::optional<std::size_t> offers_needed(const concession& one,
                                                       const concession& other,
                                                       std::span<const double> times, double noise,
                                                       double before, double after);

}  // namespace negotiation::compliance
