#pragma once

/// @file
/// What an order asks for where waiting has its price. Compiled in the library
/// negotiation::negotiation (src/sequence/discounting.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/sequence/agreement.hpp>
#include <negotiation/sequence/order_report.hpp>

namespace negotiation::sequence {

/// @brief The trust that an order asks for, with everything discounted from the moment at which a
/// party weighs it.
struct discounted_trust {
    std::vector<double> by_party;  ///< what each must believe @range{[0, 1]} @shape{parties}
    /// Who would not go on, however much it trusts; the first one.
    std::optional<party_id> refused_by;
    std::size_t refused_after = 0;  ///< steps done when it would not; 0: it would not begin

    /// @brief Whether parties with trust enough go through it. @return true without a refusal
    [[nodiscard]] bool feasible() const noexcept { return !refused_by; }

    bool operator==(const discounted_trust&) const = default;
};

/// @brief Walks an order in days.
///
/// Steps take their days one after another, and are in force when they are done. At a moment C in
/// control, going on is worth W, the later steps and completion, each discounted by the days until
/// then, where the others carry on; where they stop at the hand-over T it is worth X, the steps
/// until T and what the collapse then undoes, D(T), discounted likewise; stopping is worth D(C). So
/// a party must believe L / (L + G) with L = D(C) - X and G = W - D(C), at every C and T that the
/// reading compares. Without discounting it is the trust of `walk`, in floating point instead of
/// whole numbers. There is no search for the order that needs least of it: what is in force so far
/// depends on when it came, and so on the whole way to a stage.
/// @param of        the agreement
/// @param order     every step once, none before what it waits for
/// @param discounts of each party: what a day's delay leaves of a value @range{(0, 1]}
///                  @shape{parties}
/// @param how       the reading, and whether honoured steps teach
/// @return trusts, and whether somebody would not go on
/// @throws std::invalid_argument what `exchange` and `walk` throw of agreement and order, or a
/// discount missing or outside its range
/// @complexity{O(steps^2 * parties)}; thread-safe
/// @test tests/sequence/discounting.cpp "without discounting an order asks for what its walk finds"
/// @test tests/sequence/discounting.cpp "a month's delay raises the trust that payment first needs"
[[nodiscard]] discounted_trust trust_when_waiting_costs(const agreement& of,
                                                        std::span<const step_id> order,
                                                        std::span<const double> discounts,
                                                        const trust_options& how = {});

}  // namespace negotiation::sequence
