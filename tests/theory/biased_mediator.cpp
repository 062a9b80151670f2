#include <cmath>
#include <optional>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/biased_mediator.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

namespace {

constexpr double balance_of_power = 0.5;  // cancels

/// What a demand is worth to somebody who weighs the share of the side that demands, and war.
[[nodiscard]] double worth(const counsel& of, bool bold, double weak, double bias, double cost) {
    const double small = balance_of_power + of.strong_cost;
    const double large = balance_of_power + of.weak_cost;
    return bold ? weak * bias * large + (1 - weak) * (bias * balance_of_power - cost)
                : bias * small;
}

}  // namespace

TEST_CASE("the risk is worth taking above 0.4") {
    CHECK(near(risk_threshold({}), 0.4));
    CHECK(near(risk_threshold({0, 0, 0, 0.2, 0.9, 0.3}), 1));
}

TEST_CASE("an unbiased mediator is not believed") {
    const std::optional<credible_range> range = credible_biases({0.1, 0.4, 0.1, 0.2, 0.9, 0.3});
    REQUIRE(range);
    CHECK(range->least == printed(0.076923, 6));
    REQUIRE(range->most);
    CHECK(near(*range->most, 7));
    CHECK_FALSE(range->contains(0));
    CHECK(range->contains(1));
    CHECK_FALSE(range->contains(7.5));
    // nothing to win by boldness where it looks strong: no bias is too much
    const auto open = credible_biases({0.1, 0.4, 0.1, 0.2, 0.9, 0.2});
    REQUIRE(open);
    CHECK_FALSE(open->most);
    CHECK(open->contains(1e9));
}

TEST_CASE("no mediator is heeded where its word changes nothing") {
    CHECK_FALSE(credible_biases({0.1, 0.4, 0.1, 0.2, 0.9, 0.5}));   // bold either way
    CHECK_FALSE(credible_biases({0.1, 0.4, 0.1, 0.2, 0.35, 0.3}));  // timid either way
    CHECK_FALSE(credible_biases({0.4, 0.4, 0.1, 0.2, 1, 0.3}));     // boldness wins nothing
    CHECK_THROWS_AS(credible_biases({0.5, 0.4, 0.1, 0.2, 0.9, 0.3}), std::invalid_argument);
    CHECK_THROWS_AS(credible_biases({0.1, 0.4, 0.1, 0.2, 0.3, 0.9}), std::invalid_argument);
    CHECK_THROWS_AS(credible_biases({0.1, 0.4, 0.1, -0.2, 0.9, 0.3}), std::invalid_argument);
    CHECK_THROWS_AS(credible_biases({0.1, 0.4, 0.1, 0.2, 1.9, 0.3}), std::invalid_argument);
    CHECK_THROWS_AS(risk_threshold({0.1, std::nan(""), 0.1, 0.2, 0.9, 0.3}), std::invalid_argument);
}

TEST_CASE("inside the range both messages are true, outside one of them is not") {
    tests::check_always(300, [] {
        const auto hundredths = [](int from, int to) { return *rc::gen::inRange(from, to) * 0.01; };
        const double strong = hundredths(0, 40);
        const double seems_strong = hundredths(0, 80);
        const counsel of{strong,
                         strong + hundredths(0, 60),
                         hundredths(0, 60),
                         hundredths(1, 60),
                         seems_strong + hundredths(0, 20),
                         seems_strong};
        const double bias = hundredths(0, 1000);
        const auto prefers = [&](double weak, double weight, double cost) {
            return worth(of, true, weak, weight, cost) - worth(of, false, weak, weight, cost);
        };
        const double told_weak = prefers(of.weak_if_weak, bias, of.mediator_cost);
        const double told_strong = prefers(of.weak_if_strong, bias, of.mediator_cost);
        const double bold = prefers(of.weak_if_weak, 1, of.proposer_cost);
        const double timid = prefers(of.weak_if_strong, 1, of.proposer_cost);
        for (const double close : {told_weak, told_strong, bold, timid}) {
            RC_PRE(std::abs(close) > 1e-9);
        }
        const bool believed = told_weak > 0 && told_strong < 0 && bold > 0 && timid < 0;
        const std::optional<credible_range> range = credible_biases(of);
        RC_ASSERT((range && range->contains(bias)) == believed);
    });
}
