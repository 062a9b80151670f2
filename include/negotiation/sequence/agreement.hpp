#pragma once

/// @file
/// An agreement to be carried out: steps, what completion adds, what a breakdown costs. Compiled in
/// the library negotiation::negotiation (src/sequence/agreement.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/sequence/step.hpp>

namespace negotiation::sequence {

/// @brief Steps with prerequisites, and what the parties get at the end or on the way.
///
/// Dense numbers and ids, no names; every value is measured from never starting.
/// Nearest prior art: safe exchange, where goods and payments are cut so that going on always pays
/// @source{sandholm1995, Sandholm and Lesser 1995\, IJCAI}.
struct agreement {
    std::vector<step> steps;           ///< at most 128
    std::vector<double> completion;    ///< F: value of completion beyond the steps
                                       ///< @unit{utility} @shape{parties}
    std::vector<double> breakdown;     ///< kappa: cost of a collapse once something has been done
                                       ///< @unit{utility} @range{[0, inf)} @shape{parties}
    std::vector<double> covered = {};  ///< share of every loss that a guarantor makes good if the
                                       ///< others stop; empty: none @range{[0, 1]} @shape{parties}

    bool operator==(const agreement&) const = default;
};

/// @brief Number of parties.
/// @param of an agreement
/// @return that of its completion values
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/agreement.cpp "what is wrong with an agreement is said"
[[nodiscard]] inline std::size_t parties_of(const agreement& of) { return of.completion.size(); }

/// @brief Throws where the numbers of an agreement are not in their ranges. Cycles are for `poset`
/// to find.
/// @param of an agreement
/// @throws std::invalid_argument no party or too many, more than 128 steps, a performer or a
/// prerequisite that is not there, a list of another length than the parties, a number outside its
/// range; the message names the step by its place
/// @complexity{O(steps * (parties + prerequisites))}; thread-safe
/// @test tests/sequence/agreement.cpp "what is wrong with an agreement is said"
void check(const agreement& of);

}  // namespace negotiation::sequence
