#include <cstddef>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

TEST_CASE("a tournament on many threads is the one on one thread") {
    const std::vector<contestant> agents{{"boulware", talks::boulware()},
                                         {"walker", talks::random_walker{}},
                                         {"tit-for-tat", talks::tit_for_tat()},
                                         {"thrower", tests::thrower{}}};
    const std::vector<stage> stages{
        {"price", tests::price()}, {"two issues", tests::two_issues()}, {"three", tests::price(3)}};
    std::size_t told = 0;
    tournament_options options{.seed = 2, .repeats = 3, .keep_matches = true};
    options.breakdown = 0.02;
    options.mediations = {directly(),
                          {"relay", talks::relay(0.2)},
                          {"text", [](const talks::arena&, const talks::reports& heard) {
                               return std::vector<talks::mediator_seat>{
                                   {"text", talks::formulator(talks::text_rule::nash, heard)}};
                           }}};
    options.parallel.threads = 1;
    options.parallel.progress = [&](std::size_t done, std::size_t) { told = done; };
    const auto one = tournament(stages, agents, options);
    for (const std::size_t threads : std::vector<std::size_t>{2, 7}) {
        options.parallel.threads = threads;
        const auto several = tournament(stages, agents, options);
        CHECK(several.matches == one.matches);
        CHECK(several.pairings == one.pairings);
        CHECK(several.broken == one.broken);
        CHECK(several.table.contestants == one.table.contestants);
        CHECK(several.table.mediations == one.table.mediations);
        CHECK(told == several.played);
    }
}
