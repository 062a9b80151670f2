#include <cstdint>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/compliance/sampling.hpp>

using namespace negotiation;
using namespace negotiation::compliance;
using tests::near;
using tests::printed;

namespace {

using whole = boost::multiprecision::cpp_int;

whole choose(std::size_t n, std::size_t k) {
    if (k > n) {
        return 0;
    }
    whole all = 1;
    for (std::size_t i = 1; i <= k; ++i) {
        all = all * (n - k + i) / i;
    }
    return all;
}

double by_binomials(std::size_t items, std::size_t defects, std::size_t samples) {
    const boost::multiprecision::cpp_rational missed(choose(items - defects, samples),
                                                     choose(items, samples));
    return 1 - missed.convert_to<double>();
}

/// Every sample of a few items written out; the first of them are the defects.
double by_counting(std::uint32_t items, std::uint32_t defects, int samples) {
    double drawn = 0;
    double found = 0;
    for (std::uint32_t chosen = 0; chosen < (1U << items); ++chosen) {
        int size = 0;
        for (std::uint32_t k = 0; k < items; ++k) {
            size += (chosen >> k & 1U) != 0 ? 1 : 0;
        }
        if (size == samples) {
            drawn += 1;
            found += (chosen & ((1U << defects) - 1)) != 0 ? 1 : 0;
        }
    }
    return found / drawn;
}

}  // namespace

TEST_CASE("twenty of a hundred find one of five with 0.68") {
    CHECK(detection_by_sample({100, 5}, 20) == printed(0.680691, 6));
    CHECK(detection_by_sample({100, 5}, 45) == printed(0.953794, 6));
    CHECK(near(detection_by_sample({100, 5}, 0), 0));
    CHECK(near(detection_by_sample({100, 0}, 50), 0));
    CHECK(near(detection_by_sample({100, 5}, 96), 1));
    CHECK(near(detection_by_sample({100, 5}, 100), 1));
    CHECK(detection_by_sample({10'000'000, 5'000'000}, 5'000'000) >= 1);
    CHECK_THROWS_AS(detection_by_sample({0, 0}, 0), std::invalid_argument);
    CHECK_THROWS_AS(detection_by_sample({10, 11}, 1), std::invalid_argument);
    CHECK_THROWS_AS(detection_by_sample({10, 1}, 11), std::invalid_argument);
    CHECK_THROWS_AS(detection_by_sample({20'000'000, 1}, 11), std::invalid_argument);
}

TEST_CASE("a sample finds what fractions and counting say") {
    for (std::uint32_t items = 1; items <= 9; ++items) {
        for (std::uint32_t defects = 0; defects <= items; ++defects) {
            for (std::uint32_t samples = 0; samples <= items; ++samples) {
                CHECK(near(detection_by_sample({items, defects}, samples),
                           by_counting(items, defects, static_cast<int>(samples))));
            }
        }
    }
    tests::check_always(200, [] {
        const std::size_t items = *rc::gen::inRange<std::size_t>(1, 400);
        const std::size_t defects = *rc::gen::inRange<std::size_t>(0, items + 1);
        const std::size_t samples = *rc::gen::inRange<std::size_t>(0, items + 1);
        RC_ASSERT(near(detection_by_sample({items, defects}, samples),
                       by_binomials(items, defects, samples)));
    });
}

TEST_CASE("the planning formula asks for 37 and 13 of a hundred") {
    CHECK(planned_samples({100, 5}, high_detection) == 37);
    CHECK(detection_by_sample({100, 5}, 37) == printed(0.906640, 6));
    CHECK(planned_samples({100, 5}, medium_detection) == 13);
    CHECK(detection_by_sample({100, 5}, 13) == printed(0.509217, 6));
    CHECK(planned_samples({100, 5}, 0) == 0);
    CHECK(planned_samples({100, 5}, 1) == 100);
    CHECK(planned_samples({100, 1}, 0.9) == 90);
    CHECK_THROWS_AS(planned_samples({100, 0}, 0.9), std::invalid_argument);
    CHECK_THROWS_AS(planned_samples({100, 5}, 1.1), std::invalid_argument);
}

TEST_CASE("the least sample is enough and one less is not") {
    CHECK(samples_needed({100, 5}, 0) == 0);
    CHECK(samples_needed({100, 5}, 1) == 96);
    CHECK(samples_needed({100, 5}, 0.9) == 37);
    CHECK(samples_needed({100, 5}, 0.5) == 13);
    CHECK(samples_needed({90, 1}, 0.2) == 18);  // rounding does not ask for one more
    CHECK_THROWS_AS(samples_needed({100, 0}, 0.9), std::invalid_argument);
    tests::check_always(300, [] {
        const std::size_t items = *rc::gen::inRange<std::size_t>(1, 500);
        const std::size_t defects = *rc::gen::inRange<std::size_t>(1, items + 1);
        const double goal = *rc::gen::inRange(1, 100) * 0.01;
        const std::size_t least = samples_needed({items, defects}, goal);
        RC_ASSERT(detection_by_sample({items, defects}, least) >= goal - tests::grid);
        RC_ASSERT(detection_by_sample({items, defects}, least - 1) < goal);
        // planning is on the safe side
        RC_ASSERT(planned_samples({items, defects}, goal) >= least);
    });
}

TEST_CASE("a significant quantity is so many items") {
    CHECK(items_for(highly_enriched_uranium.significant_quantity, 5) == 5);
    CHECK(items_for(low_enriched_uranium.significant_quantity, 20) == 4);
    CHECK(items_for(25, 100) == 1);
    CHECK(items_for(0.3, 0.1) == 3);
    CHECK(highly_enriched_uranium.timeliness < low_enriched_uranium.timeliness);
    CHECK_THROWS_AS(items_for(25, 0), std::invalid_argument);
    CHECK_THROWS_AS(items_for(0, 1), std::invalid_argument);
    CHECK_THROWS_AS(items_for(1e20, 1), std::invalid_argument);
}
