#pragma once

/// @file
/// Visits every number of a scenario with its path.

#include <functional>

#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::detail {

/// Is shown where a number stands, the number, and where the scenario holds it as it is: nothing
/// for one that is kept in another form. The path is good during the call.
using number_visit = std::function<void(const path&, double, const double*)>;

/// Shows every number of a scenario, in the order of the file's sections. Visitors are called by
/// way of std::function: the walk is long to compile, and its paths cost more than the calls.
void for_each_number(const scenario& world, const number_visit& visit);

/// Shows the place of every choice that may bring numbers or be as good as one: the protocol, the
/// rule of agreement, how everybody plays, an order of steps. An assumption about a choice without
/// any numbers says something.
void for_each_choice(const scenario& world, const std::function<void(const path&)>& visit);

}  // namespace negotiation::detail
