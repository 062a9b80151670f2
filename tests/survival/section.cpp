#include <doctest/doctest.h>

#include <negotiation/survival/section.hpp>

using namespace negotiation::survival;

TEST_CASE("measures have the names of their keys") {
    CHECK(to_string(measure::rate) == "rate");
    CHECK(to_string(measure::probability) == "probability");
}

TEST_CASE("a shock ends what goes on unless it says otherwise") {
    CHECK(written_effect{}.ends == 1);
    CHECK(written_effect{}.hazards == 1);
    CHECK(written_hazard{}.effect == written_effect{});
    CHECK(section{}.horizon == 10 * section{}.period);
}
