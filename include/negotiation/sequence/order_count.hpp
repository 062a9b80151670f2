#pragma once

/// @file
/// How many orders of execution a poset has. Compiled in the library negotiation::negotiation
/// (src/sequence/order_count.cpp).

#include <boost/multiprecision/cpp_int.hpp>

#include <negotiation/sequence/ideal_lattice.hpp>

namespace negotiation::sequence {

/// @brief A whole number of any size.
using big_count = boost::multiprecision::cpp_int;

/// @brief How many orders of execution there are: the linear extensions of the poset, exactly.
/// @param of a complete lattice
/// @return their number
/// @throws std::invalid_argument the lattice is not complete
/// @complexity{O(ideals * width) additions}; thread-safe
/// @source{brightwell1991, Brightwell and Winkler 1991\, Order 8}: counting them is \#P-complete
/// @test tests/sequence/order_count.cpp "orders are counted as the textbooks count them"
[[nodiscard]] big_count count_orders(const ideal_lattice& of);

}  // namespace negotiation::sequence
