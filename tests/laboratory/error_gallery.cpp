// Everything that a tournament can say is wrong: tests/golden/errors.txt, part "laboratory".
// Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/laboratory/extreme_equilibria.hpp>
#include <negotiation/laboratory/lemke_howson.hpp>
#include <negotiation/laboratory/meta_game.hpp>

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
        saying("no payoffs", [] { static_cast<void>(laboratory::symmetric_game({})); }),
        saying("ragged payoffs",
               [] {
                   static_cast<void>(laboratory::symmetric_game({{1, 2}, {3}}));
               }),
        saying("payoffs out of range",
               [] { static_cast<void>(laboratory::symmetric_game({{1e200}})); }),
        saying("payoffs of two shapes",
               [] {
                   static_cast<void>(laboratory::lemke_howson({{{1, 2}}, {{1}, {2}}}));
               }),
        saying("no such label",
               [] {
                   static_cast<void>(laboratory::lemke_howson({{{1}}, {{1}}}, 2));
               }),
        saying("a game with too many supports",
               [] {
                   const laboratory::payoff_table large(20, std::vector<double>(20, 1));
                   static_cast<void>(laboratory::extreme_equilibria({large, large}));
               }),
        saying("a start that is no mix",
               [] { static_cast<void>(laboratory::replicator({{1}}, {0.5})); }),
        saying("a population of one",
               [] {
                   static_cast<void>(laboratory::alpha_rank({{1}}, {1, {}}));
               }),
        saying("a negative intensity",
               [] {
                   static_cast<void>(laboratory::alpha_rank({{1}}, {50, -1.0}));
               }),
        saying("precisions that fall",
               [] {
                   static_cast<void>(laboratory::logit_response({{1}}, {2, 1}));
               }),
    };
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("laboratory", all);
}
