#include <vector>

#include <doctest/doctest.h>

#include <negotiation/model/draw.hpp>

using namespace negotiation;

TEST_CASE("draws stay in their ranges and reach them") {
    random_stream bits(7);
    std::vector<int> seen(5, 0);
    int happened = 0;
    for (int k = 0; k < 5000; ++k) {
        const double share = draw_share(bits);
        CHECK((share >= 0 && share < 1));
        ++seen[draw_place(bits, 5)];
        happened += draw_chance(bits, 0.25) ? 1 : 0;
    }
    for (const int times : seen) {
        // Five standard deviations of a binomial count with 5000 draws at 0.2.
        CHECK(times > 1000 - 5 * 29);
        CHECK(times < 1000 + 5 * 29);
    }
    CHECK(happened > 1250 - 5 * 31);
    CHECK(happened < 1250 + 5 * 31);

    random_stream untouched(7);
    CHECK_FALSE(draw_chance(untouched, 0));
    CHECK(draw_chance(untouched, 1));
    CHECK(untouched() == random_stream(7)());
}
