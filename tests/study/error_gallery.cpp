// Everything that a study can say is wrong: tests/golden/errors.txt, part "study".
// Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/study/conclusions.hpp>
#include <negotiation/study/sensitivity.hpp>
#include <negotiation/study/sweep.hpp>

using namespace negotiation;
using tests::exhibit;
using tests::saying;

namespace {

exhibit varying(const char* title, const scenario& world, const std::string& text) {
    return saying(title, [&] { static_cast<void>(study::parse_axis(world, text)); });
}

exhibit swept_over(const char* title, const scenario& world, const std::vector<study::axis>& axes,
                   const std::vector<study::quantity>& of) {
    return saying(title, [&] { static_cast<void>(study::sweep(world, axes, of)); });
}

exhibit indexed(const char* title, const std::vector<std::vector<std::size_t>>& groups,
                const study::sobol_options& how, std::size_t dimensions = 2) {
    return saying(title, [&] {
        static_cast<void>(study::sobol_indices(
            dimensions, groups, [](auto) { return std::optional(0.0); }, how));
    });
}

}  // namespace

TEST_CASE("every message about a study stands in the gallery") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/orange.toml");
    const path place = *parse_path("party.Baker.reservation");
    const study::quantity one = [](const scenario&) { return study::finding{1.0}; };
    const study::axis whole{place, 0, 1, 2};
    const std::vector<exhibit> all{
        varying("no range", world, "party.Baker.reservation"),
        varying("an end that is no number", world, "party.Baker.reservation=0..one:3"),
        varying("points that are no number", world, "party.Baker.reservation=0..1:few"),
        varying("ends in the wrong order", world, "party.Baker.reservation=1..0:3"),
        varying("an infinite end", world, "party.Baker.reservation=0..inf:3"),
        varying("no points", world, "party.Baker.reservation=0..1:0"),
        varying("more points than are looked at", world, "party.Baker.reservation=0..1:1000001"),
        varying("several points of one level", world, "party.Baker.reservation=1..1:3"),
        varying("no such number", world, "party.Baker.reservaton=0..1:3"),
        varying("no path", world, "party..=0..1:3"),
        varying("several numbers", world, "party.Baker.weights=0..1:3"),
        swept_over("nothing varies", world, {}, {one}),
        swept_over("nothing is asked", world, {whole}, {}),
        swept_over("one number twice", world, {whole, whole}, {one}),
        swept_over("an axis that is none", world, {{place, 1, 0, 2}}, {one}),
        swept_over("a grid too large", world,
                   {{place, 0, 1, 2000}, {*parse_path("party.Drinker.reservation"), 0, 1, 2000}},
                   {one}),
        indexed("one row", {{0}}, {.rows = 1}),
        indexed("outside the cube", {{2}}, {}),
        indexed("in two groups", {{0}, {0}}, {}),
        indexed("an empty group", {{}}, {}),
        indexed("too many dimensions", {{0}}, {.rows = 2, .points = study::sampling::quasi}, 1801),
        saying("no trajectories",
               [&] {
                   static_cast<void>(study::elementary_effects(
                       1, [](auto) { return std::optional(0.0); }, {.trajectories = 0}));
               }),
        saying("no index", [&] { static_cast<void>(study::sensitivity(world, one, {.top = 0})); }),
        saying("no world",
               [&] {
                   static_cast<void>(study::conclusions(
                       world, [](const scenario&) { return std::vector<std::optional<bool>>(); },
                       {.worlds = 0}));
               }),
    };
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("study", all);
}
