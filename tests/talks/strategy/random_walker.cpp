#include <set>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy/random_walker.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("a random walker offers all that it could sign") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 1, {}, {});
    random_stream draws(1);
    std::set<offer_id> seen;
    for (int k = 0; k < 500; ++k) {
        seen.insert(random_walker{}.act(t, draws).deal);
    }
    CHECK(seen == std::set<offer_id>{3, 4, 5, 6, 7, 8, 9, 10});

    const arena searched(tests::sale(), {0});
    proceedings other;
    other.begin(searched);
    const turn far(other, 1, {}, {});
    for (int k = 0; k < 50; ++k) {
        CHECK(far.utility(random_walker{}.act(far, draws).deal) >= 3);
    }
}
