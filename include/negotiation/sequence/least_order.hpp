#pragma once

/// @file
/// One order of least trust, as far as it can be found. Compiled in the library
/// negotiation::negotiation (src/sequence/least_order.cpp).

#include <cstddef>
#include <optional>
#include <span>

#include <negotiation/sequence/least_trust.hpp>
#include <negotiation/sequence/order_report.hpp>

namespace negotiation::sequence {

/// @brief How far to look for an order.
struct order_search {
    trust_options trusts = {};                ///< how trust is read
    std::size_t maximum_ideals = 5'000'000;   ///< of more stages only a beam is followed
    std::size_t maximum_labels = 40'000'000;  ///< see `search_options`
};

/// @brief What was found.
struct least_order {
    std::optional<order_report> best;  ///< read as asked for; nothing where none was found
    bool proven = true;  ///< no order asks for less, or, without `best`, none is feasible; false of
                         ///< a beam's order and of a search that was cut short

    bool operator==(const least_order&) const = default;
};

/// @brief The order that needs least trust where the stages can be searched, else the best of a
/// beam.
///
/// For whoever needs some good order to go on with. Who asks about the orders themselves, how many
/// there are, who trusts how much, uses `least_trust_order` and `beam_order`.
/// @param of    the exchange
/// @param names place of each step among the steps sorted by name, for ties @shape{steps}
/// @param how   how far to look
/// @return an order and whether it is proven
/// @throws std::invalid_argument names of another length
/// @complexity{that of the search over ideals, or of the beam}; thread-safe
/// @test tests/sequence/least_order.cpp "a proven order is the one of the search, another a beam's"
[[nodiscard]] least_order find_least_order(const exchange& of, std::span<const std::size_t> names,
                                           const order_search& how = {});

}  // namespace negotiation::sequence
