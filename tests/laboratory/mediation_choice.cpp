#include <atomic>

#include <doctest/doctest.h>

#include <negotiation/laboratory/mediation_choice.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using laboratory::mediation_choice;

namespace {

/// Ends the talks in its third round.
struct impatient_host : talks::direct_talks {
    int rounds = 0;
    talks::passage after_round(talks::proceedings&, const talks::moment&, talks::run_streams&) {
        return {0, false, ++rounds == 3};
    }
};

laboratory::tournament_result play(const std::vector<mediation_choice>& ways) {
    return laboratory::tournament(tests::two_issues(), {{"boulware", talks::boulware()}},
                                  {.rounds = 50, .seed = 1, .repeats = 2, .mediations = ways});
}

}  // namespace

TEST_CASE("what stands between the parties is fresh in every match") {
    const auto found = play({laboratory::directly(), {"host", impatient_host{}}});
    REQUIRE(found.matches.size() == 4);
    CHECK(found.matches[0].end.status == talks::talks_status::agreement);
    CHECK(found.matches[0].end.round > 3);
    for (const std::size_t k : {std::size_t{1}, std::size_t{3}}) {
        CHECK(found.matches[k].who.mediation == 1);
        CHECK(found.matches[k].end.status == talks::talks_status::broken_down);
        CHECK(found.matches[k].end.round == 3);
    }
    REQUIRE(found.table.mediations.size() == 2);
    CHECK(found.table.mediations[0].name == "direct");
    CHECK(found.table.mediations[0].agreement_rate == 1.0);
    CHECK(found.table.mediations[0].rank == 1);
    CHECK(found.table.mediations[1].agreement_rate == 0.0);
    CHECK(found.table.mediations[1].rank == 2);
}

TEST_CASE("a way of talking may have streams of its own") {
    std::atomic<std::size_t> streams{0};
    const mediation_choice own("own", 2,
                               [&](const talks::alternating_offers& rules, const talks::arena& at,
                                   std::vector<laboratory::seat_agent>& agents,
                                   talks::run_streams& draws, talks::proceedings& said) {
                                   streams = draws.mediators.size();
                                   talks::direct_talks nothing;
                                   return rules.play(at, agents, nothing, draws, said);
                               });
    CHECK(play({own}).matches[0].end == play({laboratory::directly()}).matches[0].end);
    CHECK(streams == 2);
}
