#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/sample.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;

namespace {

const scenario& back_channel() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

}  // namespace

TEST_CASE("only assumed numbers are drawn, within their spread") {
    const scenario& world = back_channel();
    for (std::uint64_t k = 0; k < 20; ++k) {
        random_stream bits(3, k);
        const scenario drawn = sample_assumptions(world, 0.2, bits);
        CHECK(validate(drawn).empty());
        const auto before = numbers(world);
        const auto after = numbers(drawn);
        REQUIRE(before.size() == after.size());
        std::size_t moved = 0;
        for (std::size_t n = 0; n < before.size(); ++n) {
            const bool same = tests::near(before[n].value, after[n].value);
            CHECK((same || before[n].assumed));
            moved += same ? 0U : 1U;
            // weights are brought back to their sum, beliefs move by their odds
            CHECK(std::abs(after[n].value - before[n].value) <=
                  0.5 * std::abs(before[n].value) + 1e-12);
        }
        CHECK(moved > 50);
    }
}

TEST_CASE("no spread changes nothing, and the same bits draw the same") {
    const scenario& world = back_channel();
    random_stream none(1);
    CHECK(numbers(sample_assumptions(world, 0, none)).size() == numbers(world).size());
    random_stream one(1);
    random_stream two(1);
    CHECK(sample_assumptions(world, 0.1, one) == sample_assumptions(world, 0.1, two));
    CHECK_THROWS_AS((void)sample_assumptions(world, 1, one), std::invalid_argument);
    CHECK_THROWS_AS((void)sample_assumptions(world, -0.1, one), std::invalid_argument);
}

TEST_CASE("draws by place are the draws of a stream") {
    const scenario& world = back_channel();
    const std::vector<path> places = drawn_numbers(world);
    CHECK(places.size() > 100);
    random_stream bits(5);
    random_stream same(5);
    std::vector<double> draws;
    for (std::size_t k = 0; k < places.size(); ++k) {
        draws.push_back(draw_share(same));
    }
    CHECK(with_assumptions(world, 0.2, draws) == sample_assumptions(world, 0.2, bits));
    draws.pop_back();
    CHECK_THROWS_AS((void)with_assumptions(world, 0.2, draws), std::invalid_argument);
    CHECK_THROWS_AS((void)with_assumptions(world, 1.2, draws), std::invalid_argument);
}

TEST_CASE("a channel that never leaks is not drawn") {
    scenario world = back_channel();
    REQUIRE(world.protocol);
    world.assumptions.push_back({"channel", "nobody knows"});
    const auto of_channel = [&] {
        const std::vector<path> places = drawn_numbers(world);
        return std::count_if(places.begin(), places.end(), [](const path& place) {
            return to_string(place).starts_with("channel");
        });
    };
    world.protocol->leak_rate = 0.1;
    world.protocol->audience_cost = 0.2;
    CHECK(of_channel() == 2);
    world.protocol->leak_rate = 0;
    world.protocol->audience_cost = 0;
    CHECK(of_channel() == 0);
}

TEST_CASE("a draw moves the number at its place") {
    for (const char* file : {"/backchannel-2025.toml", "/jpoa-2013.toml", "/orange.toml"}) {
        const scenario world = io::read_scenario(std::string(NEGOTIATION_SCENARIO_DIR) + file);
        const std::vector<path> places = drawn_numbers(world);
        const auto all = numbers(world);
        for (std::size_t k = 0; k < places.size(); ++k) {
            std::vector<double> draws(places.size(), 0.5);
            draws[k] = 0.1;
            const auto after = numbers(with_assumptions(world, 0.2, draws));
            const auto at = std::find_if(all.begin(), all.end(), [&](const located_number& n) {
                return n.place == places[k];
            });
            REQUIRE(at != all.end());
            const double now = after[static_cast<std::size_t>(at - all.begin())].value;
            CAPTURE(to_string(places[k]));
            // A hazard without a base moves in what is added to it.
            const bool added = to_string(places[k]).starts_with("hazard");
            CHECK((!tests::near(at->value, now) || (added && tests::near(at->value, 0))));
        }
    }
}

TEST_CASE("what a draw cannot move is not drawn") {
    scenario world = back_channel();
    world.assumptions.push_back({"*", "all of it"});
    party& who = world.parties.front();
    const auto drawn = [&](const char* name) {
        const std::vector<path> places = drawn_numbers(world);
        const path place = path{} / "party" / who.name / name;
        return std::any_of(places.begin(), places.end(), [&](const path& one) {
            return to_string(one).starts_with(to_string(place));
        });
    };
    who.reservation = 0.3;
    who.weights = {{world.issues[0].name, 0.4}, {world.issues[1].name, 0.6}};
    CHECK(drawn("reservation"));
    CHECK(drawn("weights"));
    who.reservation = 0;
    CHECK_FALSE(drawn("reservation"));
    who.weights[1].second = 0;
    CHECK_FALSE(drawn("weights"));  // the only one that weighs anything
}

TEST_CASE("an assumed weight moves against those with a source") {
    scenario world = back_channel();
    party& who = world.parties.front();
    who.weights = {
        {world.issues[0].name, 0.4}, {world.issues[1].name, 0.36}, {world.issues[2].name, 0.24}};
    const path place = path{} / "party" / who.name / "weights" / world.issues[0].name;
    world.assumptions = {{to_string(place), "nobody knows"}};
    REQUIRE(drawn_numbers(world) == std::vector<path>{place});
    const std::vector<double> draws{0.75};  // 0.2 more of it: half of the spread upwards
    const scenario drawn = with_assumptions(world, 0.4, draws);
    const auto& after = drawn.parties.front().weights;
    CHECK(tests::near(after[0].second, 0.48 / 1.08));
    CHECK(tests::near(after[1].second, 0.36 / 1.08));
    CHECK(tests::near(after[2].second, 0.24 / 1.08));
}
