#include <stdexcept>
#include <stop_token>
#include <string>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/study/sweep.hpp>

using namespace negotiation;

namespace {

const scenario& swept_world() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

study::axis axis_of(const char* place, double low, double high, std::size_t points) {
    return {*parse_path(place), low, high, points};
}

const char* const us = "party[\"United States\"].reservation";
const char* const iran = "party.Iran.reservation";

/// Ten times one number and another.
study::finding both_reservations(const scenario& w) {
    return {10 * w.parties[0].reservation + w.parties[1].reservation};
}

study::finding a_weight(const scenario& w) { return {w.parties[1].weights[4].second}; }

}  // namespace

TEST_CASE("a grid is gone through in order on any number of threads") {
    const std::vector<study::axis> axes{axis_of(us, 0.1, 0.3, 3), axis_of(iran, 0.4, 0.5, 2)};
    const study::sweep_result one =
        study::sweep(swept_world(), axes, {both_reservations}, {.parallel = {1, {}, {}}});
    CHECK(one.done == 6);
    REQUIRE(one.points.size() == 6);
    for (std::size_t k = 0; k < 6; ++k) {
        CHECK(one.points[k].looked_at);
        CHECK(tests::near(one.points[k].levels[0], 0.1 + 0.1 * static_cast<double>(k / 2)));
        CHECK(tests::near(one.points[k].levels[1], 0.4 + 0.1 * static_cast<double>(k % 2)));
        CHECK(tests::near(*one.points[k].found[0].value,
                          10 * one.points[k].levels[0] + one.points[k].levels[1]));
    }
    for (const std::size_t threads : {2U, 7U}) {
        CHECK(
            study::sweep(swept_world(), axes, {both_reservations}, {.parallel = {threads, {}, {}}})
                .points == one.points);
    }
}

TEST_CASE("a world that is not sound is a row with its reason") {
    const std::vector<study::axis> axes{axis_of("party.Iran.weights.enrichment", 0.2, 1.4, 3)};
    const auto moved = study::sweep(swept_world(), axes, {a_weight});
    CHECK(tests::near(*moved.points[0].found[0].value, 0.24));
    CHECK(tests::near(*moved.points[1].found[0].value, 0.06));  // of 0.8 to 0.2
    CHECK_FALSE(moved.points[2].found[0].value);
    CHECK(moved.points[2].found[0].reason.rfind(
              "party.Iran.weights.enrichment: weights that are set must lie", 0) == 0);
    const auto kept = study::sweep(swept_world(), axes, {a_weight}, {other_weights::kept, {}});
    CHECK(tests::near(*kept.points[0].found[0].value, 0.24));
    CHECK(kept.points[1].found[0].reason.find("sum to 1.6") != std::string::npos);
}

TEST_CASE("a grid that cannot be gone through is refused") {
    const auto swept = [](const std::vector<study::axis>& axes) {
        return study::sweep(swept_world(), axes, {both_reservations});
    };
    CHECK_THROWS_AS(swept({}), std::invalid_argument);
    CHECK_THROWS_AS(swept({axis_of(us, 0, 1, 0)}), std::invalid_argument);
    CHECK_THROWS_AS(swept({axis_of(us, 1, 0, 2)}), std::invalid_argument);
    CHECK_THROWS_AS(swept({axis_of(us, 0, 1, 2), axis_of(us, 0, 1, 2)}), std::invalid_argument);
    CHECK_THROWS_AS(swept({axis_of(us, 0, 1, 2000), axis_of(iran, 0, 1, 2000)}),
                    std::invalid_argument);
    CHECK_THROWS_AS(swept({axis_of("party.Iran.sorrow", 0, 1, 2)}), std::invalid_argument);
    CHECK_THROWS_AS(study::sweep(swept_world(), {axis_of(us, 0, 1, 2)}, {}), std::invalid_argument);
}

TEST_CASE("a stopped sweep says which points were looked at") {
    std::stop_source stop;
    stop.request_stop();
    const auto none = study::sweep(swept_world(), {axis_of(us, 0, 1, 5)}, {both_reservations},
                                   {.parallel = {1, stop.get_token(), {}}});
    CHECK(none.done == 0);
    CHECK(none.points.size() == 5);
    CHECK_FALSE(none.points[0].looked_at);
    CHECK(none.points[0].found.empty());
}
