#include <fmt/core.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

int main() {
    const auto buyer = [](auto at) { return 80 - at[0]; };
    const auto seller = [](auto at) { return at[0] - 50; };
    negotiation::problem_builder house;
    house.issue("price", 20, 100).party("buyer", buyer, 0).party("seller", seller, 0);
    const negotiation::problem sale = house.build();
    const auto fair = negotiation::deal::nash(sale);
    fmt::print("{} prices are no worse than no sale for both; Nash says {}\n",
               negotiation::to_string(negotiation::deal::zone(sale).count),
               house.levels_of(fair->deal)[0]);
}
