#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/talks/stance.hpp>

using namespace negotiation::talks;

TEST_CASE("bias moves weight from the others to one party") {
    const stance fair;
    CHECK(weight_of(fair, 0, 4) == 0.25);
    const stance leans{0.5, 2, {}, 0};
    CHECK(weight_of(leans, 2, 4) == 0.75);
    double sum = 0;
    for (negotiation::party_id i = 0; i < 4; ++i) {
        sum += weight_of(leans, i, 4);
    }
    CHECK(std::abs(sum - 1) < 1e-15);
    CHECK(weight_of({1, 0, {}, 0}, 1, 2) == -0.5);  // an enemy of the second party
    CHECK(weight_of({0.5, {}, {}, 0}, 1, 2) == 0.5);
    CHECK(weight_of({0.5, 0, {}, 0}, 0, 1) == 1);
}
