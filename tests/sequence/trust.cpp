#include <doctest/doctest.h>

#include <negotiation/sequence/trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("readings have names") {
    CHECK(to_string(reading::drawdown) == "drawdown");
    CHECK(to_string(reading::next_turn) == "next-turn");
    CHECK(to_string(reading::peak_exposure) == "peak");
}

TEST_CASE("a trust is loss over loss and gain") {
    CHECK(probability_of({2, 6, 0}) == 0.25);
    CHECK(fraction_of({2, 6, 0}) == "1/4");
    CHECK(probability_of({0, 5, 0}) == 0);
    CHECK(fraction_of({0, 5, 0}) == "0");
    CHECK(probability_of({3, 0, 0}) == 1);
    CHECK(fraction_of({3, 0, 0}) == "1");
    CHECK(probability_of({3, 0, 1000}) == 1);  // whatever has been learned
    // 1 against 1, after log-odds of ln 3 have been learned
    CHECK(probability_of({1, 1, std::log(3.0)}) == doctest::Approx(0.25));
}

TEST_CASE("trusts are compared exactly") {
    const grains big = grains{1} << 60U;
    CHECK(is_exact({1, 2, 0}));
    CHECK_FALSE(is_exact({1, 2, 0.1}));
    CHECK(less({big - 1, big, 0}, {big, big, 0}));  // the same number in doubles
    CHECK_FALSE(less({big, big, 0}, {big - 1, big, 0}));
    CHECK_FALSE(less({1, 2, 0}, {2, 4, 0}));
    CHECK(less({5, 1, 0}, {1, 0, 0}));
    CHECK_FALSE(less({1, 0, 0}, {7, 0, 0}));
    CHECK(less({1, 1, 0.5}, {1, 1, 0}));
}
