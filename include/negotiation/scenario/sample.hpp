#pragma once

/// @file
/// The same world with other assumptions. Compiled in the library negotiation::negotiation
/// (src/scenario/sample.cpp).

#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief Draws assumed numbers anew, each by itself, within a share of what it is: a first look at
/// how much an answer hangs on numbers that nobody knows.
///
/// Drawn are reservation values, weights (then brought back to their sum), what waiting costs,
/// thresholds, noise and shock of factions, leaks and their price, beliefs (their odds), values of
/// completion, what a collapse undoes, hazards and the chances of events. What values options have
/// and what the talks are played with stay as they are, and so does every number that no assumption
/// covers.
/// @param world  a sound scenario
/// @param spread a number x becomes x (1 + spread u), u uniform in [-1, 1); shares and chances stay
///               within 0 and 1 @range{[0, 1)}
/// @param bits   where the draws come from
/// @return the changed scenario, sound too
/// @throws std::invalid_argument a spread outside its range
/// @complexity{O(numbers)}; as thread-safe as the stream: one owner
/// @test tests/scenario/sample.cpp "only assumed numbers are drawn, within their spread"
[[nodiscard]] scenario sample_assumptions(const scenario& world, double spread,
                                          random_stream& bits);

}  // namespace negotiation
