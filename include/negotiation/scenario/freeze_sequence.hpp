#pragma once

/// @file
/// From the steps that people wrote to the agreement that algorithms read. Compiled in the library
/// negotiation::negotiation (src/scenario/freeze_sequence.cpp).

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/scenario/problem.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/sequence/agreement.hpp>

namespace negotiation {

/// @brief An agreement with the names of its steps.
struct frozen_sequence {
    sequence::agreement agreement;   ///< parties as at the table
    std::vector<std::string> steps;  ///< names, in the file's order; steps that implement an issue
                                     ///< which the deal leaves alone are not there
    std::vector<std::size_t> names;  ///< place of each step among the steps sorted by name
    std::vector<double> completion;  ///< F by party: of what completion is worth, the part that is
                                     ///< neither the deal's nor the steps' @unit{utility}
    std::vector<sequence::step_id> order;  ///< the order that the variant fixes; empty: free

    bool operator==(const frozen_sequence&) const = default;
};

/// @brief Whether the steps of a scenario are priced from a deal.
/// @param world a sound scenario
/// @return true where one of them implements an issue
/// @complexity{O(steps)}; thread-safe
/// @test tests/scenario/freeze_sequence.cpp "steps that implement a deal are priced from
/// preferences"
[[nodiscard]] bool steps_need_deal(const scenario& world);

/// @brief Freezes the steps.
///
/// A step that implements share q of issue k is worth q (w v(x) - w v(status quo)) to each party.
/// Performing costly steps also gives up one's alternative: with b = r - v(status quo), every own
/// step takes b c / (sum of c) off, c its cost; with no cost anywhere b is shared equally, and with
/// no own step it counts at completion only. Completion is worth v(x) + F - r in all. What no step
/// implements is in force from signature and wholly undone by a collapse: it counts at completion.
/// A probability of being found out is the one that this deal brings.
/// @param world   a sound scenario with steps
/// @param frozen  the same, frozen
/// @param parties names at the table, in the order of `frozen`
/// @param variant name of a variant; empty: as written
/// @param deal    what is carried out; needed where a step implements an issue, else ignored
/// @return the agreement
/// @throws std::invalid_argument no steps, no such variant (with the nearest), or no deal where one
/// is needed
/// @complexity{O(steps * (steps + parties) + options of the conditions on the deal)}; thread-safe
/// @test tests/scenario/freeze_sequence.cpp "steps that implement a deal are priced from
/// preferences"
[[nodiscard]] frozen_sequence freeze_sequence(const scenario& world, const problem& frozen,
                                              const std::vector<std::string>& parties,
                                              const std::string& variant,
                                              const std::optional<outcome>& deal);

/// @brief An order with a name, as places of frozen steps; steps that are not there are left out.
/// @param world a scenario
/// @param steps its frozen steps
/// @param name  of one of its orders
/// @return the order
/// @throws std::invalid_argument no such order, with the nearest
/// @complexity{O(steps^2)}; thread-safe
/// @test tests/scenario/freeze_sequence.cpp "an order by name leaves out what is not there"
[[nodiscard]] std::vector<sequence::step_id> order_named(const scenario& world,
                                                         const frozen_sequence& steps,
                                                         const std::string& name);

}  // namespace negotiation
