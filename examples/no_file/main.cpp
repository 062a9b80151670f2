// A price between two walk-away points, without a file: where would the parties meet, and what if
// one of them drives the harder bargain?
#include <array>

#include <fmt/format.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

namespace ng = negotiation;

int main() {
    const auto buyer = [](auto at) { return 100 - at[0]; };
    const auto seller = [](auto at) { return at[0]; };
    ng::problem_builder house;
    house.issue("price", 20, 100).party("buyer", buyer, 20).party("seller", seller, 30);
    const auto sale = house.build();
    fmt::print("{} prices suit both: 30 to 80.\n", ng::to_string(ng::deal::zone(sale).count));

    for (const double power : {0.5, 1.0, 2.0}) {
        const std::array<double, 2> powers{power, 1.0};
        const auto fair = ng::deal::nash(sale, powers);
        fmt::print("A buyer of power {} pays {}.\n", power, house.levels_of(fair->deal)[0]);
    }
}
