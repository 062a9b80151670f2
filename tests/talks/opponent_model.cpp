#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/opponent_model/frequency.hpp>
#include <negotiation/talks/opponent_model/perfect.hpp>

using namespace negotiation;
using namespace negotiation::talks;

static_assert(opponent_model<no_model>);
static_assert(opponent_model<frequency>);
static_assert(opponent_model<perfect>);
static_assert(!opponent_model<int>);

TEST_CASE("no model has no terms") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    no_model none;
    none.observe(t);
    CHECK(none.terms(t).empty());
}
