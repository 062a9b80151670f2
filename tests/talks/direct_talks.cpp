#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/direct_talks.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("directly nothing is lost and nothing waits") {
    const arena at(tests::pie(2, 2));
    proceedings said;
    said.begin(at);
    run_streams draws(1, 0, 2);
    event e{1, 3, 0, move_kind::offer, true};
    const direct_talks nothing;
    CHECK(nothing.carry(e, said, {}, draws) == passage{});
    CHECK(nothing.after_round(said, {}, draws) == passage{});
    CHECK(e == event{1, 3, 0, move_kind::offer, true});
}
