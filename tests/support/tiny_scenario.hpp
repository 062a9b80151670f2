#pragma once

#include <string>

#include <negotiation/scenario/scenario.hpp>

namespace negotiation::tests {

/// Two issues, two parties and an onlooker: the smallest world in which every section can go wrong.
/// "colour" is red (today) or blue, "price" 0 (today), 50 or 100.
[[nodiscard]] inline scenario tiny_scenario() {
    scenario world;
    world.title = "Tiny";
    issue colour;
    colour.name = "colour";
    colour.kind = issue_kind::categorical;
    colour.options = {std::string("red"), std::string("blue")};
    issue price;
    price.name = "price";
    price.unit = "$";
    price.kind = issue_kind::integer;
    price.range = issue_range{0, 100, 50};
    price.options = options_of(price.kind, *price.range);
    world.issues = {colour, price};

    party seller;
    seller.name = "Seller";
    seller.reservation = 0.25;
    seller.weights = {{"colour", 0.4}, {"price", 0.6}};
    seller.values = {{"colour", tabled_value{{0, 1}}}, {"price", power_value{1, 0, 100}}};
    party buyer = seller;
    buyer.name = "Buyer";
    buyer.values = {{"price", tabled_value{{1, 0.5, 0}}}};
    buyer.values_from = "Seller";
    party neighbour = seller;
    neighbour.name = "Neighbour";
    world.parties = {seller, buyer};
    world.onlookers = {neighbour};
    return world;
}

}  // namespace negotiation::tests
