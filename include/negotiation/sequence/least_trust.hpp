#pragma once

/// @file
/// The order that needs least trust, and who must trust how much. Compiled in the library
/// negotiation::negotiation (src/sequence/least_trust.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <negotiation/sequence/ideal_lattice.hpp>
#include <negotiation/sequence/order_report.hpp>

namespace negotiation::sequence {

/// @brief How the search reads trust, and what it may use.
struct search_options {
    trust_options trusts = {};                ///< the reading
    std::size_t maximum_labels = 40'000'000;  ///< partial orders kept at once, some 60 bytes each
                                              ///< for two parties; no more than 3 GB in any case.
                                              ///< Next turn without learning keeps none, except to
                                              ///< tell equals of three and more parties apart
};

/// @brief How a search ended.
enum class search_status {
    found,       ///< the answer is proven
    infeasible,  ///< proven: in every order somebody is better off stopping
    exhausted    ///< the search used all it may: nothing is known
};

/// @brief The order that needs least trust.
struct least_trust {
    search_status status = search_status::infeasible;  ///< whether it is known
    order_report best;                                 ///< the order, where found
    bool ties_broken = true;  ///< among equals it is the one promised; false where the search for
                              ///< that used all it may
    std::size_t labels = 0;  ///< partial orders looked at; under next turn without learning ideals,
                             ///< once for each sweep
};

/// @brief Finds the order whose greatest trust is least, exactly.
///
/// Ties go to the fewest runs, then to the least sum of trusts, then to the order whose steps come
/// first by `names`: one order. It follows partial orders through the lattice of ideals, least
/// trust first; two that have reached the same steps with the same party in control are compared by
/// trust so far and by the most each party has held in control, and the one that is nowhere better
/// is dropped. What a party held is forgotten once it can ask for no more trust than is asked for
/// already. Peak exposure of one party alone is NP-complete (sequencing to minimise the greatest
/// cumulative cost), so no bound on time is promised.
///
/// Under next turn without learning nothing of what came before a run matters to it. There sweeps
/// over the lattice, each under a bound on trust, take the place of labels: some tens of sweeps,
/// the later ones over what lies on orders within the bound, with 8 bytes an ideal and party and
/// some ten an ideal beside the lattice, more where most ideals lie on such orders.
/// @param of      the exchange
/// @param lattice of its order, complete
/// @param names   place of each step among the steps sorted by name; empty: the steps' own order
///                @shape{steps}
/// @param options the reading, and limits
/// @return the order
/// @throws std::invalid_argument a lattice that is not complete or of another order, or names of
/// another length
/// @complexity{O(labels * width) expected, labels at least the ideals in the worst case; under next
/// turn without learning O(sweeps * ideals * width * runs)}; thread-safe
/// @source{garey1979, Garey and Johnson 1979\, Computers and Intractability\, problem SS7}
/// @test tests/sequence/least_trust.cpp "the least trust order is the one that brute force finds"
[[nodiscard]] least_trust least_trust_order(const exchange& of, const ideal_lattice& lattice,
                                            std::span<const std::size_t> names = {},
                                            const search_options& options = {});

/// @brief Who must trust how much.
struct trust_frontier {
    search_status status = search_status::infeasible;  ///< whether it is known
    std::vector<order_report> points;  ///< an order for each efficient point, the first party's
                                       ///< trust rising; each the one with the fewest runs, then
                                       ///< first by names
    bool ties_broken = true;           ///< see `least_trust`
    std::size_t labels = 0;            ///< partial orders looked at
};

/// @brief The trusts of all parties such that none can be lowered without raising another's, with
/// an order for each.
/// @param of      the exchange
/// @param lattice of its order, complete
/// @param names   as in `least_trust_order`
/// @param options the reading, and limits
/// @return the points
/// @throws std::invalid_argument as `least_trust_order`
/// @complexity{as `least_trust_order`, with a trust for each party in a label}; thread-safe
/// @test tests/sequence/least_trust.cpp "the trust frontier is the one that brute force finds"
[[nodiscard]] trust_frontier least_trust_frontier(const exchange& of, const ideal_lattice& lattice,
                                                  std::span<const std::size_t> names = {},
                                                  const search_options& options = {});

/// @brief The order that given beliefs fall least short of.
struct least_shortfall {
    search_status status = search_status::infeasible;  ///< whether it is known
    order_report best;                                 ///< the order
    double shortfall = 0;    ///< greatest of (trust - belief), 0 where beliefs are enough
    std::size_t labels = 0;  ///< partial orders looked at
};

/// @brief Whether some order can be carried out at these beliefs; if none, the one that misses by
/// least.
/// @param of      the exchange
/// @param lattice of its order, complete
/// @param beliefs of each party, that all others complete @range{[0, 1]} @shape{parties}
/// @param options the reading, and limits
/// @return the order and what it misses
/// @throws std::invalid_argument as `least_trust_order`, or a belief missing or not in [0, 1]
/// @complexity{as `least_trust_order`}; thread-safe
/// @test tests/sequence/least_trust.cpp "the least shortfall is the one that brute force finds"
[[nodiscard]] least_shortfall least_shortfall_order(const exchange& of,
                                                    const ideal_lattice& lattice,
                                                    std::span<const double> beliefs,
                                                    const search_options& options = {});

}  // namespace negotiation::sequence
