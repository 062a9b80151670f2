#include <cmath>
#include <cstddef>
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

TEST_CASE("places come in proportion to their weights") {
    const std::vector<double> weights{0, 1, 0, 3, 4, 0};
    random_stream bits(7);
    std::vector<int> seen(weights.size(), 0);
    for (int k = 0; k < 8000; ++k) {
        ++seen[draw_weighted(bits, weights, 8)];
    }
    for (std::size_t k = 0; k < weights.size(); ++k) {
        // Five standard deviations of a binomial count.
        const double share = weights[k] / 8;
        CHECK(std::abs(seen[k] - 8000 * share) <= 5 * std::sqrt(8000 * share * (1 - share)));
    }

    // A sum that is too large by rounding, here by far: the last that has a weight.
    random_stream more(7);
    for (int k = 0; k < 100; ++k) {
        CHECK(weights[draw_weighted(more, weights, 80)] > 0);
    }
}

TEST_CASE("waiting times are exponential") {
    random_stream bits(7);
    constexpr int draws = 20'000;
    double sum = 0;
    std::vector<int> longer(4, 0);
    for (int k = 0; k < draws; ++k) {
        const double time = draw_exponential(bits);
        CHECK(time >= 0);
        sum += time;
        for (std::size_t t = 0; t < longer.size(); ++t) {
            longer[t] += time > static_cast<double>(t) ? 1 : 0;
        }
    }
    CHECK(std::abs(sum / draws - 1) < 5 / std::sqrt(draws));
    for (std::size_t t = 1; t < longer.size(); ++t) {
        const double share = std::exp(-static_cast<double>(t));
        CHECK(std::abs(longer[t] - draws * share) < 5 * std::sqrt(draws * share * (1 - share)));
    }
}
