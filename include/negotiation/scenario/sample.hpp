#pragma once

/// @file
/// The same world with other assumptions. Compiled in the library negotiation::negotiation
/// (src/scenario/sample.cpp).

#include <span>
#include <vector>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief Draws assumed numbers anew, each by itself, within a share of what it is: a first look at
/// how much an answer hangs on numbers that nobody knows.
///
/// Drawn are reservation values, weights (all of an agent's are then brought back to their sum,
/// those with a source too), what waiting costs, thresholds, noise and shock of factions, leaks and
/// their price, beliefs (their odds), values of completion, what a collapse undoes, hazards and the
/// chances of events. What is 0 stays 0, shares of it being 0 too, and so does an agent's only
/// weight. What values options have and what the talks are played with stay as they are, and so
/// does every other number that no assumption covers.
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

/// @brief The numbers that `sample_assumptions` draws, in the order in which it does.
///
/// Where numbers move together there is one entry: of a hazard that with its base, whose draw also
/// scales its slope, terms and spikes. Each weight has a draw of its own, but all of an agent are
/// brought back to their sum: a draw says how much one weighs against the others.
/// @param world a sound scenario
/// @return paths, as `numbers` has them
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/sample.cpp "draws by place are the draws of a stream"
/// @test tests/scenario/sample.cpp "a channel that never leaks is not drawn"
/// @test tests/scenario/sample.cpp "what a draw cannot move is not drawn"
/// @test tests/scenario/sample.cpp "an assumed weight moves against those with a source"
[[nodiscard]] std::vector<path> drawn_numbers(const scenario& world);

/// @brief `sample_assumptions` with given draws instead of a stream's: the map from a unit cube to
/// worlds, for whoever chooses the points.
/// @param world  a sound scenario
/// @param spread as for `sample_assumptions` @range{[0, 1)}
/// @param draws  one for each of `drawn_numbers`; at 0.5 a number is what it was
///               @shape{drawn_numbers} @range{[0, 1)}
/// @return the changed scenario, sound too
/// @throws std::invalid_argument a spread outside its range, or another number of draws
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/sample.cpp "draws by place are the draws of a stream"
[[nodiscard]] scenario with_assumptions(const scenario& world, double spread,
                                        std::span<const double> draws);

}  // namespace negotiation
