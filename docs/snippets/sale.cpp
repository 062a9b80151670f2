#include <fmt/core.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

int main() {
    const auto buyer = [](auto deal) { return 80 - deal[0]; };
    const auto seller = [](auto deal) { return deal[0] - 50; };
    const negotiation::problem sale = negotiation::problem_builder{}
                                          .issue("price", 0, 100)
                                          .party("buyer", buyer, 0)
                                          .party("seller", seller, 0)
                                          .build();
    const auto fair = negotiation::deal::nash(sale);
    fmt::print("{} prices are no worse than no sale for both; Nash says {}\n",
               negotiation::to_string(negotiation::deal::zone(sale).count), fair->deal[0]);
}
