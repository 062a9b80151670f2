#include <doctest/doctest.h>

#include <negotiation/model/party.hpp>

using namespace negotiation;

TEST_CASE("a party is additive and neutral and patient unless it says otherwise") {
    const party who;
    CHECK(who.combine == aggregation::additive);
    CHECK(is_neutral(who.risk));
    CHECK_FALSE(who.patience);
    CHECK(who.red_lines.empty());
    party other = who;
    CHECK(who == other);
    other.weights.emplace_back("relief", 1.0);
    CHECK_FALSE(who == other);
}
