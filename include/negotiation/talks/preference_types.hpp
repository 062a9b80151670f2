#pragma once

/// @file
/// The preferences that somebody may have: a finite set of types with a prior. Compiled in the
/// library negotiation::negotiation (src/talks/preference_types.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/talks/arena.hpp>

namespace negotiation::talks {

/// @brief Types of preferences, each a sum over issues between 0 and 1, with how likely they are.
/// @invariant every type has a number for every option of every issue; priors sum to 1
struct preference_types {
    std::vector<std::size_t> first;          ///< place of each issue's first option in `worth`
    std::vector<std::vector<double>> worth;  ///< by type: weight times value of every option
    std::vector<double> prior;               ///< by type

    /// @brief Number of types. @return how many
    [[nodiscard]] std::size_t size() const noexcept { return worth.size(); }

    bool operator==(const preference_types&) const = default;
};

/// @brief Regular preferences, equally likely: issues weighted by rank, n + 1 - rank over the sum,
/// in every order; values of an issue highest at one of its open options and falling evenly on both
/// sides to 0 at the end farther away, with every option as the peak: uphill and downhill are those
/// with a peak at an end.
///
/// Where there are more such types than wanted, that many are drawn, always the same ones. Issues
/// without a choice weigh nothing.
/// @param space the deals there are
/// @param most  the most types @range{[1, 1e5]}
/// @return the types
/// @throws std::invalid_argument most out of range
/// @complexity{O(types * options)}; thread-safe
/// @source{hindriks2008, Hindriks and Tykhonov 2008\, AAMAS}
/// @test tests/talks/preference_types.cpp "regular types are every order and every peak"
[[nodiscard]] preference_types regular_types(const outcome_space& space, std::size_t most);

/// @brief Types who want the opposite of a party, issue by issue, and differ in what weighs most.
/// @param at      what is bargained over
/// @param me      the party whose opposite they want
/// @param weights a row a type, a number an issue; empty: for every issue with a choice one type
///                to whom it weighs as much as all others together @range{[0, inf), some above 0}
/// @param prior   a number a type; empty: equally likely @range{[0, inf), some above 0}
/// @return the types, weights and priors over their sums
/// @throws std::invalid_argument shapes differ, or a number out of range
/// @complexity{O(types * options)}; thread-safe
/// @test tests/talks/preference_types.cpp "opposed types differ in their weights"
[[nodiscard]] preference_types opposed_types(const arena& at, party_id me,
                                             const std::vector<std::vector<double>>& weights = {},
                                             const std::vector<double>& prior = {});

/// @brief Types whose utilities are given as terms over single issues: true types with a prior.
/// @param space the deals there are
/// @param terms by type, each over one issue @range{some type has a choice it cares about}
/// @param prior a number a type; empty: equally likely @range{[0, inf), some above 0}
/// @return the types, each between 0 at its worst options and 1 at its best
/// @throws std::invalid_argument shapes differ, a term over several issues, or a prior out of range
/// @complexity{O(types * options)}; thread-safe
/// @test tests/talks/preference_types.cpp "true types are read from their terms"
[[nodiscard]] preference_types given_types(const outcome_space& space,
                                           const std::vector<std::vector<utility_term>>& terms,
                                           const std::vector<double>& prior = {});

}  // namespace negotiation::talks
