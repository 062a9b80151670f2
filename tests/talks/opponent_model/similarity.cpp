#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/opponent_model/similarity.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("what is like the last offer is worth most") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    similarity model;
    frequency before;
    model.observe(t);
    CHECK(model.terms(t) == before.terms(t));
    said.history = {{1, 9, 1, move_kind::offer, true}, {2, 6, 1, move_kind::offer, true}};
    model.observe(t);
    REQUIRE(model.terms(t).size() == 1);
    // The price 6: half for being the same, half for 1 - |own value - own value of 6|.
    const auto values = model.terms(t).front().values;
    CHECK(values[6] == 1'000'000'000);
    CHECK(values[5] == 450'000'000);
    CHECK(values[7] == 450'000'000);
    CHECK(values[0] == 200'000'000);
    CHECK(values[10] == 300'000'000);
    // What was lost was not heard, nor what one says oneself.
    said.history.push_back({3, 1, 1, move_kind::offer, false});
    said.history.push_back({3, 1, 0, move_kind::offer, true});
    model.observe(t);
    CHECK(model.terms(t).front().values == values);
}
