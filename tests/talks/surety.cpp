#include <stdexcept>
#include <variant>

#include <doctest/doctest.h>

#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/surety.hpp>

using namespace negotiation::talks;

TEST_CASE("a role says what it stands for") {
    CHECK_FALSE(surety_of("relay(noise=0.1)"));
    CHECK_FALSE(surety_of("manipulator(budget=1)"));
    CHECK(surety_of("guarantor(budget=0.2)") == surety(cover{"", 1, 0.2}));
    CHECK(surety_of("guarantor(party=United States,share=0.5,budget=2,noise=0.1)") ==
          surety(cover{"United States", 0.5, 2}));
    CHECK(surety_of("escrow(payment=assets)") == surety(custody{"assets", "", 0, {}}));
    CHECK(
        surety_of("escrow(payment='relief, first half', answer=\"stock\",cost=0.01,capacity=6)") ==
        surety(custody{"relief, first half", "stock", 0.01, 6.0}));
    CHECK_THROWS_WITH_AS((void)surety_of("escrow(capacity=much)"),
                         "escrow: capacity must be a number; got 'much'", std::invalid_argument);
    CHECK_THROWS_AS((void)surety_of("guarantor(share=1.5)"), std::invalid_argument);
    CHECK_THROWS_AS((void)read_mediator("guarantor(share=1.5)"), std::invalid_argument);
    CHECK_THROWS_AS((void)read_mediator("escrow(cost=-1)"), std::invalid_argument);
}
