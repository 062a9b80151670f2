#include <doctest/doctest.h>

#include <negotiation/talks/passage.hpp>

using namespace negotiation::talks;

TEST_CASE("a passage without incident is neither late nor leaked") {
    CHECK(passage{} == passage{0, false, false});
    CHECK(!(passage{} == passage{1, false, false}));
}
