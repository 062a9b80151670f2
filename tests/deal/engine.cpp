#include <doctest/doctest.h>

#include <negotiation/deal/engine.hpp>

using namespace negotiation::deal;

TEST_CASE("engines have names and are found by them") {
    for (const engine e : {engine::automatic, engine::table, engine::stream, engine::eliminate}) {
        CHECK(engine_named(to_string(e)) == e);
    }
    CHECK(to_string(engine::eliminate) == "eliminate");
    CHECK_FALSE(engine_named("Table"));
    CHECK_FALSE(engine_named(""));
}
