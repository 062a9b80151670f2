#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>

#include <negotiation/laboratory/mediation_choice.hpp>
#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>

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

/// A mediator that loses its temper in its third round.
struct quarreller {
    int rounds = 0;
    talks::mediator_move act(const talks::mediator_view&, random_stream&) {
        if (++rounds == 3) {
            throw std::runtime_error("slammed the door");
        }
        return talks::mediator_view::pass();
    }
};

/// A mediator that shuts the only channel after some rounds.
struct host {
    int rounds = 0;
    int patience = 4;
    talks::mediator_move act(const talks::mediator_view&, random_stream&) {
        return ++rounds == patience ? talks::mediator_view::withdraw(true)
                                    : talks::mediator_view::pass();
    }
};

laboratory::tournament_result play(const std::vector<mediation_choice>& ways) {
    return laboratory::tournament(
        tests::two_issues(), {{"boulware", talks::boulware()}},
        {.rounds = 50, .seed = 1, .repeats = 2, .mediations = ways, .keep_matches = true});
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

TEST_CASE("one's own mediator enters in one line") {
    const auto found = play({{"host", host{}}, {"patient host", host{0, 7}}});
    for (const laboratory::match& m : found.matches) {
        CHECK(m.end.status == talks::talks_status::broken_down);
        CHECK(m.end.round == (m.who.mediation == 0 ? 4 : 7));
    }
}

TEST_CASE("mediators are made once a stage and play as in talks of their own") {
    std::atomic<int> made{0};
    const mediation_choice both("both", [&](const talks::arena& at, const talks::reports& told) {
        ++made;
        CHECK(at.parties() == told.parties());
        return std::vector<talks::mediator_seat>{
            {"relay", talks::relay(0.2)},
            {"text",
             talks::formulator(talks::text_rule::nash, told, 5),
             {.bias = 0.2, .toward = 0}}};
    });
    const std::vector<laboratory::stage> stages{{"price", tests::price()},
                                                {"two issues", tests::two_issues()}};
    const auto found = laboratory::tournament(
        stages, {{"boulware", talks::boulware()}, {"walker", talks::random_walker{}}},
        {.rounds = 40, .seed = 3, .repeats = 3, .mediations = {both}, .keep_matches = true});
    CHECK(made == 2);
    for (std::size_t k = 0; k < found.matches.size(); ++k) {
        const talks::arena at(stages[found.matches[k].who.stage].table);
        const talks::reports told(at);
        std::vector<talks::any_strategy> agents;
        for (const std::size_t c : found.matches[k].who.contestants) {
            agents.push_back(c == 0 ? talks::any_strategy(talks::boulware())
                                    : talks::any_strategy(talks::random_walker{}));
        }
        talks::mediation between(
            {{"relay", talks::relay(0.2)},
             {"text", talks::formulator(talks::text_rule::nash, told, 5), {0.2, 0, {}}}},
            told);
        // all matches of a stage and a repeat share their streams
        const std::size_t run =
            k / found.pairings.size() * stages.size() + found.matches[k].who.stage;
        talks::run_streams draws(3, run, 2, 2);
        talks::proceedings said;
        talks::alternating_offers rules;
        rules.rounds = 40;
        CHECK(found.matches[k].end == rules.play(at, agents, between, draws, said));
    }
}

TEST_CASE("a way of talking may have streams of its own") {
    std::atomic<std::size_t> streams{0};
    const mediation_choice own("own", [&](const talks::arena& stage) {
        CHECK(stage.parties() == 2);
        return mediation_choice::prepared{
            [&](const talks::alternating_offers& rules, const talks::arena& at,
                std::vector<laboratory::seat_agent>& agents, talks::run_streams& draws,
                talks::proceedings& said) {
                streams = draws.mediators.size();
                talks::direct_talks nothing;
                return rules.play(at, agents, nothing, draws, said);
            },
            2};
    });
    CHECK(play({own}).matches[0].end == play({laboratory::directly()}).matches[0].end);
    CHECK(streams == 2);
}

TEST_CASE("what stands between the parties is blamed for what it breaks") {
    const auto found =
        play({laboratory::directly(),
              {"quarreller", quarreller{}},
              {"absent",
               [](const talks::arena&, const talks::reports&) -> std::vector<talks::mediator_seat> {
                   throw std::runtime_error("never came");
               }}});
    CHECK(found.complete);
    CHECK(found.faults == 4);
    CHECK(found.matches[0].counts());
    REQUIRE(found.matches[1].fault);
    CHECK(*found.matches[1].fault == laboratory::match_fault{{}, 3, "slammed the door"});
    REQUIRE(found.matches[2].fault);
    CHECK(*found.matches[2].fault == laboratory::match_fault{{}, 0, "never came"});
    CHECK(found.table.contestants[0].faults == 0);
    CHECK(found.table.mediations[0].faults == 0);
    CHECK(found.table.mediations[1].faults == 2);
    CHECK(found.table.mediations[2].faults == 2);
    CHECK_FALSE(found.table.mediations[2].mean_utility);
}

TEST_CASE("a relay that changes nothing has the standings of direct talks") {
    tests::check_always(60, [] {
        tests::specification made = *tests::problems({3, 3, 40, true, true, true, true});
        while (made.agents.size() < 2) {
            made.agents.push_back(made.agents.back());
        }
        laboratory::stage on{"problem", tests::build(made).table};
        on.secret = *rc::gen::arbitrary<bool>();
        laboratory::tournament_options options{.rounds = *rc::gen::inRange(1, 25),
                                               .seed = *rc::gen::inRange<std::uint64_t>(0, 1000),
                                               .repeats = 2,
                                               .keep_matches = true};
        options.breakdown = 0.02;
        const std::vector<laboratory::contestant> agents{{"boulware", talks::boulware()},
                                                         {"walker", talks::random_walker{}},
                                                         {"tit-for-tat", talks::tit_for_tat()}};
        auto direct = laboratory::tournament({on}, agents, options);
        options.mediations = {{"relay", talks::relay{}}};
        const auto relayed = laboratory::tournament({on}, agents, options);
        for (laboratory::standing& row : direct.table.contestants) {
            row.equilibrium_regret.reset();  // of direct talks only
        }
        RC_ASSERT(relayed.table.contestants == direct.table.contestants);
        RC_ASSERT(relayed.table.pairs == direct.table.pairs);
        RC_ASSERT(relayed.matches == direct.matches);
        RC_ASSERT(relayed.stages == direct.stages);
        // Side by side as well.
        options.mediations = {laboratory::directly(), {"relay", talks::relay{}}};
        auto both = laboratory::tournament({on}, agents, options).table.mediations;
        RC_ASSERT(both[0] == direct.table.mediations[0]);
        both[1].name = "direct";
        RC_ASSERT(both[1] == both[0]);
    });
}
