#include <atomic>
#include <span>
#include <stop_token>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/laboratory/tournament.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

TEST_CASE("a stop leaves what was played") {
    std::stop_source source;
    tournament_options options{.seed = 1, .repeats = 100};
    options.parallel.threads = 1;
    options.parallel.stop = source.get_token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) {
        CHECK(all == 3200);
        if (done >= 320) {
            source.request_stop();
        }
    };
    const auto found = tournament(tests::two_stages(), tests::four_strategies(), options);
    CHECK_FALSE(found.complete);
    CHECK(found.played >= 320);
    CHECK(found.played < 3200);
    CHECK(found.planned == 3200);
    // What is left is about even, and adds up.
    std::size_t played = 0;
    for (const pairing_result& p : found.pairings) {
        CHECK(p.played >= 8);
        CHECK(p.played <= 16);
        played += p.played;
    }
    CHECK(played == found.played);
    // Ten whole repeats and a little: every pair has met.
    for (const auto& row : found.table.pairs) {
        for (const auto& u : row) {
            CHECK(u.has_value());
        }
    }
}

TEST_CASE("a stop on several threads leaves whole matches") {
    for (const std::size_t threads : std::vector<std::size_t>{1, 2, 7}) {
        std::stop_source source;
        tournament_options options{.seed = 1, .repeats = 100, .keep_matches = true};
        options.parallel.threads = threads;
        options.parallel.stop = source.get_token();
        std::size_t told = 0;
        options.parallel.progress = [&](std::size_t done, std::size_t) {
            CHECK(done >= told);
            told = done;
            if (done >= 100) {
                source.request_stop();
            }
        };
        const auto found = tournament(tests::two_stages(), tests::four_strategies(), options);
        CHECK_FALSE(found.complete);
        CHECK(found.planned == 3200);
        CHECK(told == found.played);
        std::size_t played = 0;
        for (std::size_t k = 0; k < found.matches.size(); ++k) {
            played += found.matches[k].played ? 1U : 0U;
            CHECK(found.matches[k].who == found.pairings[k % found.pairings.size()].who);
        }
        CHECK(played == found.played);
        // What was played went as if nobody had stopped it.
        options.parallel = {};
        const auto whole = tournament(tests::two_stages(), tests::four_strategies(), options);
        for (std::size_t k = 0; k < found.matches.size(); ++k) {
            CHECK((!found.matches[k].played || found.matches[k] == whole.matches[k]));
        }
    }
}

TEST_CASE("a stop ends the match that is being played") {
    // Whoever asks for a stop in the middle of a match: it has no next turn.
    struct interrupting {
        std::stop_source* source;
        std::atomic<int>* turns;
        talks::move act(const talks::turn& t, random_stream&) const {
            if (++*turns == 25) {
                source->request_stop();
            }
            return talks::turn::offer(t.order()->row(0));
        }
    };
    std::stop_source source;
    std::atomic<int> turns{0};
    tournament_options options{.rounds = 10, .seed = 1, .keep_matches = true};
    options.parallel.threads = 1;
    options.parallel.stop = source.get_token();
    int logged = 0;
    options.log = [&](const experiment&) {
        match_log log;
        log.record = [&](std::size_t, const match&, std::span<const option_id>) { ++logged; };
        return log;
    };
    const auto found = tournament(
        tests::two_issues(),
        {{"stops", interrupting{&source, &turns}}, {"again", interrupting{&source, &turns}}},
        options);
    CHECK(turns == 25);  // one whole match of 20 turns, and five of the next
    CHECK_FALSE(found.complete);
    CHECK(found.played == 1);
    CHECK(logged == 1);
    CHECK(found.faults == 0);
    CHECK(found.matches[0].counts());
    CHECK_FALSE(found.matches[1].played);
    CHECK(found.pairings[1].played == 0);
}

TEST_CASE("a stop before the first match leaves names") {
    std::stop_source source;
    source.request_stop();
    tournament_options options{.seed = 1, .repeats = 3};
    options.parallel.stop = source.get_token();
    const auto found = tournament(tests::two_stages(), tests::four_strategies(), options);
    CHECK_FALSE(found.complete);
    CHECK(found.played == 0);
    CHECK(found.planned == 96);
    CHECK(found.pairings.size() == 32);
    CHECK(found.pairings[31].who == pairing{1, 0, {3, 3}});
    CHECK(found.stages[1].efficient > 0);
    CHECK_FALSE(found.table.contestants[0].mean_utility);
    // What would take its time afterwards is not begun.
    for (const stage_result& of : found.stages) {
        CHECK(of.no_equilibrium == "stopped");
        CHECK(of.equilibrium.empty());
    }
}
