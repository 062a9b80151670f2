#pragma once

/// @file
/// What utilities mean where who goes first is on the table. Compiled in the library
/// negotiation::negotiation (src/question/expectation.cpp).

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/question/seating.hpp>

namespace negotiation::question {

/// @brief Who goes first is on the table: a deal is worth to a party what it may expect of it, the
/// deal carried out if the others carry on, else what the worst hand-over of its order leaves.
struct expectation {
    std::string issue;  ///< whose options are orders
    /// The parties that expect so, and their belief that the others carry on; a party that is not
    /// among them gives the orders values of its own.
    std::vector<std::pair<std::string, double>> beliefs;

    bool operator==(const expectation&) const = default;
};

/// @brief What utilities mean at this table.
/// @param at the table
/// @return nothing where no order is on it: utilities then are those of the deal itself
/// @complexity{O(issues + parties)}; thread-safe
/// @test tests/question/expectation.cpp "with an order on the table utilities are expectations"
[[nodiscard]] std::optional<expectation> expectation_of(const seating& at);

/// @brief What a deal is worth to the parties once it is carried out, completion included.
/// @param at   the table
/// @param deal an option for every issue @shape{issues}
/// @return utilities @shape{parties}; empty where no order is on the table
/// @complexity{O(terms)}; thread-safe
/// @test tests/question/expectation.cpp "with an order on the table utilities are expectations"
[[nodiscard]] std::vector<double> carried_out(const seating& at, const outcome& deal);

/// @brief Utility of things as they are: nothing has to be carried out for that.
/// @param at  the table
/// @param who a party @range{[0, parties)}
/// @return its utility of the status quo
/// @complexity{O(terms)}; thread-safe
/// @test tests/question/expectation.cpp "with an order on the table utilities are expectations"
[[nodiscard]] double utility_today(const seating& at, party_id who);

/// @brief A deal with another of the orders in the place of its own.
struct order_worth {
    option_label order;             ///< its name
    bool chosen = false;            ///< the deal has this one
    std::vector<double> utilities;  ///< by party
    bool acceptable = false;        ///< no party gets less than from no deal, red lines aside

    bool operator==(const order_worth&) const = default;
};

/// @brief What a deal would be worth in each of the orders.
/// @param at   the table
/// @param deal an option for every issue @shape{issues}
/// @return one entry an order; empty where no order is on the table
/// @complexity{O(orders * (terms + steps))}; thread-safe
/// @test tests/question/expectation.cpp "a deal is weighed in every order"
[[nodiscard]] std::vector<order_worth> orders_of(const seating& at, const outcome& deal);

}  // namespace negotiation::question
