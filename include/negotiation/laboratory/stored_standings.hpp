#pragma once

/// @file
/// How contestants did, from the rows of a store. Compiled in the library negotiation::negotiation
/// (src/laboratory/stored_standings.cpp).

#include <negotiation/laboratory/standing.hpp>
#include <negotiation/laboratory/store.hpp>

namespace negotiation::laboratory {

/// @brief The table of an experiment as far as it was played. Ranked by advantage: a store does not
/// keep what seats could get, so nobody knows whether utilities may be added up. Distances and what
/// subgame-perfect play gives are not kept either.
///
/// @code
/// const auto in = laboratory::store::reading("june.sqlite");
/// for (const auto& one : in.experiments()) {
///     for (const auto& row : laboratory::stand(in, one).contestants) { … }
/// }
/// @endcode
/// @param in the store
/// @param of an experiment that it has
/// @return the same as `stand` of the pairings that a tournament found, but for the last digits
/// @throws std::invalid_argument no such experiment
/// @throws std::runtime_error the file cannot be read, or a row was changed by hand
/// @complexity{O(rows of the experiment); memory for its pairings, not for its rows}; as
/// thread-safe as the store: one at a time
/// @test tests/laboratory/stored_standings.cpp "a store tells the table that was printed"
[[nodiscard]] standings stand(const store& in, const stored_experiment& of);

}  // namespace negotiation::laboratory
