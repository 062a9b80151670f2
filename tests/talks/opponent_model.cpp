#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/model_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

static_assert(opponent_model<no_model>);
static_assert(opponent_model<frequency>);
static_assert(opponent_model<perfect>);
static_assert(opponent_model<bayesian>);
static_assert(opponent_model<similarity>);
static_assert(opponent_model<any_model>);
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

TEST_CASE("who knows what no deal is worth says so") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    CHECK_FALSE(believed_no_deal(no_model{}, t));
    CHECK_FALSE(believed_no_deal(frequency{}, t));
    const auto known = believed_no_deal(perfect(at, 0), t);
    REQUIRE(known);
    // The price of 3, on the scale of the terms.
    CHECK(*known == static_cast<double>(at.table().parties[1].utility.terms[0].values[3]));
    CHECK(believed_no_deal(any_model(perfect(at, 0)), t) == known);
    const arena three(tests::three_at_a_table());
    CHECK_FALSE(believed_no_deal(perfect(three, 0), t));
}
