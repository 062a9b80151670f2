#include <doctest/doctest.h>

#include <negotiation/laboratory/stage.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;

TEST_CASE("a stage is a problem with a name") {
    const laboratory::stage on{"price", tests::price()};
    CHECK(on.name == "price");
    CHECK(on.table == tests::price().table);
}
