// A price between two walk-away points, without a file: where would the parties meet, and what if
// one of them drives the harder bargain?
#include <array>

#include <fmt/format.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

namespace ng = negotiation;

int main() {
    const auto sale = ng::problem_builder{}
                          .issue("price", 0, 100)
                          .party(
                              "buyer", [](auto o) { return 100 - o[0]; }, 20)
                          .party(
                              "seller", [](auto o) { return o[0]; }, 30)
                          .build();
    fmt::print("{} prices suit both: 30 to 80.\n", ng::to_string(ng::deal::zone(sale).count));

    for (const double power : {0.5, 1.0, 2.0}) {
        const std::array<double, 2> powers{power, 1.0};
        const auto fair = ng::deal::nash(sale, powers);
        fmt::print("A buyer of power {} pays {}.\n", power, fair->deal[0]);
    }
}
