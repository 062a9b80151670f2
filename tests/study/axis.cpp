#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/study/axis.hpp>

using namespace negotiation;

namespace {

const scenario& back_channel_axes() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

std::string why_no_axis(const std::string& text) {
    try {
        static_cast<void>(study::parse_axis(back_channel_axes(), text));
        return "";
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
}

/// The very same number, not one near it.
bool exactly(double a, double b) { return !(a < b) && !(a > b); }

}  // namespace

TEST_CASE("the ends of an axis are exact") {
    const study::axis of{{}, 0.1, 0.7, 7};
    CHECK(exactly(study::level_of(of, 0), 0.1));
    CHECK(exactly(study::level_of(of, 6), 0.7));
    CHECK(exactly(study::level_of(of, 2), 0.3));
    CHECK(exactly(study::level_of(of, 5), 0.6));
    const study::axis thirds{{}, 1.0 / 3, 2.0 / 3, 3};
    CHECK(exactly(study::level_of(thirds, 0), 1.0 / 3));
    CHECK(exactly(study::level_of(thirds, 2), 2.0 / 3));
    CHECK(exactly(study::level_of({{}, -1, 1, 11}, 5), 0));
    CHECK(exactly(study::level_of({{}, 4, 4, 1}, 0), 4));
    CHECK(exactly(study::level_of({{}, 4, 9, 1}, 0), 4));
}

TEST_CASE("an axis is read") {
    const study::axis of =
        study::parse_axis(back_channel_axes(), "party.Iran.reservation=.5..0.7:9");
    CHECK(to_string(of.place) == "party.Iran.reservation");
    CHECK(exactly(of.low, 0.5));
    CHECK(exactly(of.high, 0.7));
    CHECK(of.points == 9);
    CHECK(study::parse_axis(back_channel_axes(), "party[\"United States\"].reservation=5e-1..0.5:1")
              .points == 1);
    CHECK(
        exactly(study::parse_axis(back_channel_axes(), "party.Iran.reservation=-1..1:2").low, -1));
}

TEST_CASE("what is wrong with an axis is said") {
    CHECK(why_no_axis("party.Iran.reservation") ==
          "needs PATH=lo..hi:n, say party.Iran.reservation=0.5..0.7:9; got "
          "'party.Iran.reservation'");
    CHECK(why_no_axis("party.Iran.reservation=0.5..x:9") ==
          "'x' is not a number; needs PATH=lo..hi:n; got 'party.Iran.reservation=0.5..x:9'");
    CHECK(why_no_axis("party.Iran.reservation=0.5..1:2.5")
              .rfind("'2.5' is not a number of points", 0) == 0);
    CHECK(why_no_axis("party.Iran.reservation=0.7..0.5:9") ==
          "'party.Iran.reservation=0.7..0.5:9': 0.7 is above 0.5; the lesser end comes first");
    CHECK(why_no_axis("party.Iran.reservation=0.7..inf:9") ==
          "'party.Iran.reservation=0.7..inf:9': both ends must be finite numbers");
    CHECK(why_no_axis("party.Iran.reservation=nan..1:9") != "");
    CHECK(why_no_axis("party.Iran.reservation=0.5..0.7:0") ==
          "'party.Iran.reservation=0.5..0.7:0': needs from 1 to 1000000 points");
    CHECK(why_no_axis("party.Iran.reservation=0.5..0.7:99999999999999999999999") != "");
    CHECK(why_no_axis("party.Iran.reservation=0.5..0.7:1") ==
          "'party.Iran.reservation=0.5..0.7:1': from 0.5 to 0.7 takes 2 points at least; got 1");
    CHECK(why_no_axis("party.Iran.reservation=0.5..0.5:3") ==
          "'party.Iran.reservation=0.5..0.5:3': from 0.5 to 0.5 there is one level, not 3");
    CHECK(why_no_axis("party.Iran.reservaton=0.5..0.7:3")
              .rfind("no number 'party.Iran.reservaton' in this scenario; did you mean "
                     "'party.Iran.reservation'?",
                     0) == 0);
}
