#include <algorithm>
#include <stdexcept>
#include <string>

#include <fmt/core.h>

#include <negotiation/ratification/tied_hands.hpp>

namespace negotiation::ratification {

namespace {

void expect_in(bool holds, const char* where, const char* must, double got) {
    if (!holds) {
        throw std::invalid_argument(fmt::format("{}: {}; got {}", where, must, got));
    }
}

void expect_floors(const char* where, double first, double second) {
    for (const double lowest : {first, second}) {
        expect_in(lowest >= 0 && lowest < 1, where, "a lowest floor must lie in [0, 1)", lowest);
    }
}

}  // namespace

tied_hands alternating_offers_with_floor(double patience, double others, double floor) {
    constexpr const char* where = "alternating_offers_with_floor";
    for (const double factor : {patience, others}) {
        expect_in(factor > 0 && factor < 1, where, "a discount factor must lie in (0, 1)", factor);
    }
    expect_in(floor >= 0 && floor <= 1, where, "a floor must lie in [0, 1]", floor);
    const double free = (1 - others) / (1 - patience * others);
    if (floor <= patience * free) {
        return {free, patience * free};
    }
    return {1 - others * (1 - floor), floor};
}

double joint_passage(double share, double first, double second) {
    expect_in(share >= 0 && share <= 1, "joint_passage", "a share must lie in [0, 1]", share);
    expect_floors("joint_passage", first, second);
    return std::max(0.0, share - first) / (1 - first) * std::max(0.0, 1 - share - second) /
           (1 - second);
}

std::optional<double> safest_share(double first, double second) {
    expect_floors("safest_share", first, second);
    if (first + second >= 1) {
        return std::nullopt;
    }
    return (1 + first - second) / 2;
}

}  // namespace negotiation::ratification
