#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <stop_token>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/sample.hpp>
#include <negotiation/study/sensitivity.hpp>

using namespace negotiation;

namespace {

const scenario& uncertain_world() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

/// A sum whose variance is that of 0.58 and of twice 0.62: 0.3364 against 1.5376.
study::finding two_numbers(const scenario& w) {
    return {w.parties[0].reservation + 2 * w.parties[1].reservation};
}

}  // namespace

TEST_CASE("a quantity hangs on the numbers that it reads") {
    const auto found = study::sensitivity(
        uncertain_world(), two_numbers,
        {.trajectories = 2, .rows = 256, .points = study::sampling::quasi, .resamples = 100});
    CHECK(found.drawn == drawn_numbers(uncertain_world()).size());
    CHECK(found.moved == 2);
    CHECK(found.complete);
    CHECK(found.evaluations == 2 * (found.drawn + 1) + 256 * 11);
    REQUIRE(found.top.size() == 8);
    CHECK(to_string(found.top[0].place) == "party.Iran.reservation");
    CHECK(to_string(found.top[1].place) == "party[\"United States\"].reservation");
    const double us = 0.3364 / (0.3364 + 1.5376);
    CHECK(tests::near(found.top[0].index.total.value, 1 - us, 0.06));
    CHECK(tests::near(found.top[1].index.total.value, us, 0.04));
    CHECK(tests::near(found.top[2].index.total.value, 0));
    REQUIRE(found.rest);
    CHECK(found.others == found.drawn - 8);
    CHECK(tests::near(found.rest->total.value, 0));
    CHECK(tests::near(found.mean, 0.58 + 1.24, 0.01));
    CHECK(tests::near(std::sqrt(found.variance), 0.1 * std::sqrt((0.3364 + 1.5376) / 3), 0.003));
}

TEST_CASE("what is screened out is measured together") {
    // All weights of Iran matter alike, and two get indices.
    const auto spread = [](const scenario& w) {
        double sum = 0;
        for (const auto& [name, weight] : w.parties[1].weights) {
            sum += std::sqrt(weight);
        }
        return study::finding{sum};
    };
    const auto found = study::sensitivity(
        uncertain_world(), spread,
        {.spread = 0.3, .top = 2, .trajectories = 4, .rows = 256, .resamples = 100});
    CHECK(found.moved == 12);
    CHECK(found.top.size() == 2);
    REQUIRE(found.rest);
    CHECK(found.rest->total.value + found.top[0].index.total.value +
              found.top[1].index.total.value >
          0.9);
    CHECK(found.rest->total.value > 0.1);
}

TEST_CASE("a small world is not screened") {
    scenario small = uncertain_world();
    small.assumptions = {{"party.*.reservation", "say"}};
    const auto found = study::sensitivity(small, two_numbers, {.rows = 64, .resamples = 50});
    CHECK(found.drawn == 2);
    CHECK(found.screened.effects.empty());
    CHECK(found.top.size() == 2);
    CHECK_FALSE(found.rest);
    CHECK(found.evaluations == 64 * 4);
    small.assumptions.clear();
    const auto certain = study::sensitivity(small, two_numbers, {.rows = 4, .resamples = 50});
    CHECK(certain.drawn == 0);
    CHECK(certain.top.empty());
    CHECK(tests::near(certain.variance, 0));
    CHECK_THROWS_AS(study::sensitivity(small, two_numbers, {.top = 0}), std::invalid_argument);
    CHECK_THROWS_AS(study::sensitivity(uncertain_world(), two_numbers, {.spread = 1.5}),
                    std::invalid_argument);
}

TEST_CASE("worlds without the number are counted") {
    const auto sometimes = [](const scenario& w) {
        return w.parties[0].reservation < 0.55 ? study::finding{std::nullopt, "too low"}
                                               : study::finding{w.parties[0].reservation};
    };
    const auto found = study::sensitivity(uncertain_world(), sometimes,
                                          {.trajectories = 2, .rows = 64, .resamples = 50});
    CHECK(found.gaps);
    CHECK(found.top.empty());
    CHECK_FALSE(found.rest);
    CHECK(found.missing > 0);
    CHECK(found.missing < found.evaluations);
    CHECK(found.used < found.rows);
    CHECK(found.values.size() > found.used);
    const auto always = study::sensitivity(uncertain_world(), two_numbers,
                                           {.trajectories = 2, .rows = 8, .resamples = 50});
    CHECK(always.missing == 0);
    CHECK_FALSE(always.gaps);
}

TEST_CASE("a stopped study of sensitivity says so and progress counts worlds") {
    std::stop_source stop;
    stop.request_stop();
    const auto none =
        study::sensitivity(uncertain_world(), two_numbers, {.parallel = {1, stop.get_token(), {}}});
    CHECK_FALSE(none.complete);
    CHECK(none.top.empty());
    CHECK(none.rows == 0);
    std::size_t last = 0;
    std::size_t of = 0;
    const auto tell = [&](std::size_t done, std::size_t all) {
        CHECK(done >= last);
        last = done;
        of = all;
    };
    const auto all = study::sensitivity(uncertain_world(), two_numbers,
                                        {.rows = 8, .resamples = 20, .parallel = {2, {}, tell}});
    CHECK(last == of);
    CHECK(of == all.evaluations);
}
