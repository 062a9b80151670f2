#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/opponent_model/perfect.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("the perfect model knows the other side exactly") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    perfect model(at, 0);
    model.observe(t);
    CHECK(model.terms(t) == at.table().parties[1].utility.terms);

    // Of several others, shares of their ranges are added.
    const arena three(tests::three_at_a_table());
    proceedings more;
    more.begin(three);
    const perfect second(three, 0);
    const auto& terms = second.terms(turn(more, 0, {}, {}));
    REQUIRE(terms.size() == 2);
    CHECK(terms[1].values == std::vector<grains>{0, 333'333'333, 666'666'667, 1'000'000'000});
}
