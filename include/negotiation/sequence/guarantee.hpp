#pragma once

/// @file
/// What makes up for too little trust: a guarantee, or more to gain by completion. What takes an
/// agreement is compiled in the library negotiation::negotiation (src/sequence/guarantee.cpp).

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <stdexcept>

#include <negotiation/sequence/agreement.hpp>

namespace negotiation::sequence {

/// @brief What a party loses if the others stop, and what completion adds.
struct stake {
    double loss = 0;  ///< L @unit{utility} @range{[0, 1e100]}
    double gain = 0;  ///< G @unit{utility} @range{[0, 1e100]}

    bool operator==(const stake&) const = default;
};

namespace detail {

inline void check_stake(const stake& of, double belief) {
    constexpr double most = 1e100;
    if (!(of.loss >= 0 && of.loss <= most && of.gain >= 0 && of.gain <= most)) {
        throw std::invalid_argument("guarantee: loss and gain must lie in [0, 10^100]");
    }
    if (!(belief >= 0 && belief <= 1)) {
        throw std::invalid_argument("guarantee: the belief must lie in [0, 1]");
    }
}

}  // namespace detail

/// @brief Coleman's rule: the least belief at which a stake is worth placing, L / (L + G).
/// @param of the stake
/// @return a probability; 0 where nothing can be lost
/// @throws std::invalid_argument a stake outside its range
/// @complexity{O(1)}; thread-safe
/// @source{coleman1990, Coleman 1990\, Foundations of Social Theory\, ch. 5}
/// @test tests/sequence/guarantee.cpp "trust is placed where odds are above loss over gain"
[[nodiscard]] inline double belief_needed(const stake& of) {
    detail::check_stake(of, 0);
    return of.loss > 0 ? 1 / (1 + of.gain / of.loss) : 0;
}

/// @brief The least share of the loss that somebody else has to make good, so that a belief is
/// enough: 1 - p G / ((1 - p) L).
///
/// The guarantor pays only if the others stop; who that is, and whether it is believed, is not
/// asked here.
/// @param of     the stake
/// @param belief p @range{[0, 1]}
/// @return a share of the loss @range{[0, 1]}
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/guarantee.cpp "a guarantee of 47 percent mends a belief of 0.15"
[[nodiscard]] inline double guarantee_needed(const stake& of, double belief) {
    detail::check_stake(of, belief);
    if (belief >= 1 || of.loss <= 0) {
        return 0;
    }
    if (belief <= 0) {
        return 1;
    }
    return std::max(0.0, 1 - belief / (1 - belief) * (of.gain / of.loss));
}

/// @brief The least further value of completion with which a belief is enough: L (1 - p) / p - G.
///
/// A future of dealings beyond the exchange is such a value.
/// @param of     the stake
/// @param belief p @range{[0, 1]}
/// @return the value to add to the gain; nothing where none is enough @unit{utility}
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @source{telser1980, Telser 1980\, Journal of Business 53}
/// @test tests/sequence/guarantee.cpp "a guarantee of 47 percent mends a belief of 0.15"
[[nodiscard]] inline std::optional<double> completion_needed(const stake& of, double belief) {
    detail::check_stake(of, belief);
    if (of.loss <= 0) {
        return 0;
    }
    const double odds_against = belief > 0 ? (1 - belief) / belief : 1;
    const double needed = of.loss * odds_against - of.gain;
    constexpr double most = std::numeric_limits<double>::max();
    return belief > 0 && needed <= most ? std::optional(std::max(0.0, needed)) : std::nullopt;
}

/// @brief The agreement with a guarantor: if the others stop, it makes good a share g of what a
/// party has lost since it was in control with most in hand: the loss that the trust is about.
///
/// A trust L / (L + G) of that party becomes L (1 - g) / (L (1 - g) + G), at every moment and in
/// every order. Nothing is paid where the party stops itself, so that nobody is tempted more than
/// before. Guarantees of several guarantors each cover what the ones before leave. Whether the
/// guarantor can pay, and is believed, is not asked here.
/// @param of    the agreement
/// @param whose the party
/// @param share g @range{[0, 1]}
/// @return the agreement
/// @throws std::invalid_argument what `check` throws of the agreement, a party that is not there, a
/// share outside its range
/// @complexity{O(steps * (parties + prerequisites))}; thread-safe
/// @test tests/sequence/guarantee.cpp "a guarantee of a share g leaves 1 - g of every loss"
/// @test tests/sequence/guarantee.cpp "the least trust of a guaranteed agreement is that of its
/// orders"
[[nodiscard]] agreement guaranteed(const agreement& of, party_id whose, double share);

/// @brief The most that a party can lose by others stopping: from a moment in control to a later
/// one at which another acts, over all orders or along one.
///
/// Of more stages than are listed within moments it is a bound instead: all that its costs leave
/// undone, and what a collapse takes besides.
/// @param of    the agreement
/// @param whose the party
/// @param order the order that is kept to; empty: any
/// @return the loss, guarantees aside @unit{utility}
/// @throws std::invalid_argument what `check` throws of the agreement, a party that is not there
/// @complexity{O(ideals * width), 200,000 ideals at most; along an order O(steps)}; thread-safe
/// @test tests/sequence/guarantee.cpp "the greatest loss is that of the worst order"
[[nodiscard]] double greatest_loss(const agreement& of, party_id whose,
                                   std::span<const step_id> order = {});

}  // namespace negotiation::sequence
