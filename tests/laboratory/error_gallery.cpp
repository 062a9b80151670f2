// Everything that a tournament can say is wrong: tests/golden/errors.txt, part "laboratory".
// Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using laboratory::contestant;
using laboratory::stage;
using laboratory::tournament_options;
using tests::exhibit;
using tests::saying;

namespace {

exhibit playing(const char* title, const std::vector<stage>& stages,
                const std::vector<contestant>& contestants, const tournament_options& options) {
    return saying(title,
                  [&] { static_cast<void>(laboratory::tournament(stages, contestants, options)); });
}

}  // namespace

TEST_CASE("every message about a tournament stands in the gallery") {
    const std::vector<stage> price{{"price", tests::price()}};
    const std::vector<contestant> two{{"boulware", talks::boulware()}, {"linear", talks::linear()}};
    const problem alone = problem_builder{}
                              .issue("price", 0, 10)
                              .party(
                                  "buyer", [](auto o) { return o[0]; }, 2)
                              .build();
    const std::vector<exhibit> all{
        playing("nobody plays", price, {}, {.seed = 1}),
        playing("nowhere to play", {}, two, {.seed = 1}),
        playing("one name twice", price, {two[0], two[0]}, {.seed = 1}),
        playing("one way of talking twice", price, two,
                {.seed = 1, .mediations = {laboratory::directly(), laboratory::directly()}}),
        playing("one party", {{"alone", alone}}, two, {.seed = 1}),
        playing("no rounds", price, two, {.rounds = 0, .seed = 1}),
        playing("no repeats", price, two, {.seed = 1, .repeats = 0}),
        playing("certain breakdown", price, two, {.seed = 1, .breakdown = 1}),
        playing("too many matches", price, two, {.seed = 1, .maximum_matches = 3}),
        playing("too many matches even once", price, two,
                {.seed = 1, .rotate = false, .maximum_matches = 2}),
        playing("too many repeats", price, two, {.seed = 1, .repeats = 2'000'000}),
    };
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("laboratory", all);
}
