#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/mediator/walkout.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("patience ends after so many bad rounds in succession") {
    tests::staged stage(tests::logrolling());
    stage.who.reservation = 0.7;
    walkout gone{2, 0};
    CHECK(!gone.due(stage.view()));  // no offer yet: no reason to leave
    CHECK(!gone.due(stage.view()));
    stage.offer(0, {2, 2});  // worth 1/2
    CHECK(!gone.due(stage.view()));
    stage.offer(1, {2, 0});  // worth 3/4
    CHECK(!gone.due(stage.view()));
    stage.offer(1, {0, 0});
    CHECK(!gone.due(stage.view()));
    CHECK(gone.due(stage.view()));

    tests::staged other(tests::logrolling());
    other.offer(0, {2, 2});
    walkout never{1, 0};
    CHECK(!never.due(other.view()));  // no reservation value
}
