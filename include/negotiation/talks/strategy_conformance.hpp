#pragma once

/// @file
/// What every strategy must keep to. Compiled in the library negotiation::negotiation
/// (src/talks/strategy_conformance.cpp).

#include <string>
#include <vector>

#include <negotiation/talks/strategy_catalogue.hpp>

namespace negotiation::talks {

/// @brief What `check_strategy` leaves out, for strategies that say so of themselves.
struct conformance_exemptions {
    bool complete_information = false;  ///< it reads the others' true preferences
    bool below_reservation = false;     ///< it may offer or accept what is worth less than no deal

    bool operator==(const conformance_exemptions&) const = default;
};

/// @brief Plays a strategy on small problems of two and three parties against restless opponents,
/// and looks for what no strategy may do:
///
/// - a move that is not legal;
/// - other moves from the same seed, or from a copy than from the original;
/// - moves that change when only the others' utilities do;
/// - offering or accepting what is worth less to it than no deal.
///
/// For the tests of one's own strategy; some eighty runs of a few milliseconds.
/// @param make   makes the strategy
/// @param exempt what not to ask of it
/// @return one sentence a fault; empty for a strategy that conforms
/// @complexity{some thousand calls of `act`}; thread-safe
/// @test tests/talks/strategy_conformance.cpp "every fault is found"
[[nodiscard]] std::vector<std::string> check_strategy(const strategy_maker& make,
                                                      const conformance_exemptions& exempt = {});

}  // namespace negotiation::talks
