#pragma once

/// @file
/// What the matches of one pairing came to.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/laboratory/match.hpp>

namespace negotiation::laboratory {

/// @brief A pairing and its matches, added up: all that standings and stages are made of, in much
/// less memory than the matches.
///
/// Divide by `results` for means. Sums in floating point hang on the order of what is added, in the
/// last bits; a tournament adds in an order of its own, the same for any number of threads.
/// @test tests/laboratory/pairing_result.cpp "a pairing adds up the matches that count"
struct pairing_result {
    pairing who;                     ///< stage, mediation, contestants by seat
    std::size_t played = 0;          ///< its matches, broken ones included
    std::size_t results = 0;         ///< of them, those that count: what follows are their sums
    std::size_t agreements = 0;      ///< how many ended in a deal
    std::int64_t rounds = 0;         ///< in which they ended, deal or not
    std::int64_t offers = 0;         ///< made in them
    std::vector<double> utilities;   ///< by seat; empty without results @shape{seats}
    std::vector<double> advantages;  ///< likewise, see `advantage` @shape{seats}
    double products = 0;             ///< of the advantages of all seats, 0 where one lost
    distances to;                    ///< @unit{utility}

    /// @brief Adds a match of this pairing.
    /// @param m its match; nothing is added where it was not played, and only to `played` where it
    /// was broken
    /// @complexity{O(seats)}
    /// @test tests/laboratory/pairing_result.cpp "a pairing adds up the matches that count"
    void add(const match& m);

    /// @brief Adds other matches of this pairing.
    /// @param more their sums
    /// @complexity{O(seats)}
    /// @test tests/laboratory/pairing_result.cpp "sums of sums are sums"
    void add(const pairing_result& more);

    bool operator==(const pairing_result&) const = default;
};

}  // namespace negotiation::laboratory

// ------------------------------------------------------------------------------------------------

namespace negotiation::laboratory {

namespace detail {

inline void add(std::vector<double>& into, const std::vector<double>& values) {
    into.resize(values.size(), 0);
    for (std::size_t k = 0; k < values.size(); ++k) {
        into[k] += values[k];
    }
}

/// What a stage has no deal for is absent from all of its matches.
inline void add(distances& into, const distances& values) {
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (values[k]) {
            into[k] = into[k].value_or(0) + *values[k];
        }
    }
}

}  // namespace detail

inline void pairing_result::add(const match& m) {
    played += m.played ? 1U : 0U;
    if (!m.counts()) {
        return;
    }
    ++results;
    agreements += m.end.status == talks::talks_status::agreement ? 1U : 0U;
    rounds += m.end.round;
    offers += m.end.offers;
    detail::add(utilities, m.end.utilities);
    detail::add(advantages, m.advantages);
    double product = 1;
    for (const double share : m.advantages) {
        product *= share > 0 ? share : 0;
    }
    products += product;
    detail::add(to, m.to);
}

inline void pairing_result::add(const pairing_result& more) {
    played += more.played;
    if (more.results == 0) {
        return;
    }
    results += more.results;
    agreements += more.agreements;
    rounds += more.rounds;
    offers += more.offers;
    detail::add(utilities, more.utilities);
    detail::add(advantages, more.advantages);
    products += more.products;
    detail::add(to, more.to);
}

}  // namespace negotiation::laboratory
