#include <doctest/doctest.h>

#include <negotiation/model/interaction.hpp>

using namespace negotiation;

TEST_CASE("an interaction without a table is multilinear") {
    const interaction multilinear{{"money", "security"}, 0.2, {}};
    CHECK(multilinear.table.empty());
    CHECK_FALSE(multilinear == interaction{{"money", "security"}, 0.2, {0, 0, 0, 1}});
    CHECK_FALSE(multilinear == interaction{{"security", "money"}, 0.2, {}});
}
