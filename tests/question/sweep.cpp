#include <stdexcept>
#include <stop_token>
#include <string>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/sweep.hpp>

using namespace negotiation;

namespace {

const scenario& world_to_sweep() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

question::sweep_options nuclear(std::vector<std::string> vary, std::vector<std::string> of) {
    return {std::move(vary), std::move(of), {.scope = "nuclear"}, other_weights::rescaled, {}};
}

}  // namespace

TEST_CASE("the zone closes as a reservation value rises") {
    const auto found = question::sweep(
        world_to_sweep(), nuclear({"party.Iran.reservation=0.62..0.8:4"},
                                  {"deals.zone", "deals.margin[\"Iran\"]", "deals.nash.Iran"}));
    REQUIRE(found.points.size() == 4);
    CHECK(found.done == 4);
    CHECK(tests::near(*found.points[0].found[0].value, 6546));
    CHECK(tests::near(*found.as_written[0].value, 6546));
    const double margin = *found.points[0].found[1].value;
    for (std::size_t k = 0; k < 4; ++k) {
        const study::sweep_point& p = found.points[k];
        CHECK((*p.found[0].value > 0) == (p.levels[0] <= margin));
        CHECK(p.found[2].value.has_value() == (*p.found[0].value > 0));
        CHECK(tests::near(*p.found[1].value, margin));  // it does not hang on the value itself
        CHECK((k == 0 || *p.found[0].value <= *found.points[k - 1].found[0].value));
    }
    CHECK(tests::near(found.axes[0].as_written, 0.62));
    CHECK(found.axes[0].assumed);
    CHECK_FALSE(found.axes[0].makes_room);
    CHECK(found.of[2].name == "deals.nash[\"Iran\"]");
}

TEST_CASE("weights beside one that varies make room unless they are kept") {
    auto how = nuclear({"party.Iran.weights.enrichment=0.2..0.3:2"}, {"deals.zone"});
    const auto moved = question::sweep(world_to_sweep(), how);
    CHECK(moved.axes[0].makes_room);
    CHECK(tests::near(*moved.points[0].found[0].value, 6546));
    CHECK(moved.points[1].found[0].value);
    how.others = other_weights::kept;
    const auto kept = question::sweep(world_to_sweep(), how);
    CHECK_FALSE(kept.axes[0].makes_room);
    CHECK_FALSE(kept.points[1].found[0].value);
    CHECK(kept.points[1].found[0].reason.find("sum to 1.1") != std::string::npos);
}

TEST_CASE("a sweep without a quantity asks for the joint gain and a stop is told") {
    std::stop_source stop;
    stop.request_stop();
    auto how = nuclear({"party.Iran.reservation=0.62..0.8:4"}, {});
    how.parallel.stop = stop.get_token();
    const auto none = question::sweep(world_to_sweep(), how);
    CHECK(none.done == 0);
    CHECK(none.of[0].name == question::usual_headline);
    CHECK(tests::near(*none.as_written[0].value, 0.152));
}

TEST_CASE("a sweep that cannot be made is refused") {
    const auto swept = [](std::vector<std::string> vary, std::vector<std::string> of) {
        return question::sweep(world_to_sweep(), nuclear(std::move(vary), std::move(of)));
    };
    CHECK_THROWS_AS(swept({}, {}), std::invalid_argument);
    CHECK_THROWS_AS(swept({"party.Iran=0..1:2"}, {}), std::invalid_argument);
    CHECK_THROWS_AS(swept({"party.Iran.reservation=0..1:2"}, {"deals.zon"}), std::invalid_argument);
    CHECK_THROWS_AS(swept({"party.Iran.reservation=0..1:2", "party.Iran.reservation=0..1:2"}, {}),
                    std::invalid_argument);
}
