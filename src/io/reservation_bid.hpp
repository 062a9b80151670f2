#pragma once

/// @file
/// The deal that stands for a reservation value where a format has no number for it.

#include <cstddef>
#include <optional>
#include <vector>

#include "io/additive_terms.hpp"

namespace negotiation::io::detail {

/// Options of a deal, and what it is worth.
struct reservation_bid {
    std::vector<std::size_t> options;  ///< by issue
    double worth = 0;
    bool exact = false;  ///< as much as the reservation value, but for rounding
};

/// Of the deals that are worth the reservation value or more one that is worth least: it suits a
/// party exactly where its reservation value does. Nothing where no deal is worth so much, or where
/// each way to halve the issues leaves a half with more than a million combinations.
[[nodiscard]] std::optional<reservation_bid> bid_for_reservation(const additive_party& who);

}  // namespace negotiation::io::detail
