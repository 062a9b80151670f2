#include "question/repeated_talks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/talks/protocol_catalogue.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/played_runs.hpp"
#include "question/support.hpp"
#include "support/tiny_scenario.hpp"

using namespace negotiation;
using question::detail::prepared_talks;
using question::detail::repeated_talks;

namespace {

/// A table and talks at it; stays where it was made.
struct laid_table {
    laid_table(const scenario& of, const question::run_options& how)
        : world(of),
          at(question::set_table(world, {how.scope, how.talks, how.red_lines, how.seats})),
          ready(at, question::detail::section_of(world, how), how) {}
    laid_table(const laid_table&) = delete;
    laid_table& operator=(const laid_table&) = delete;
    ~laid_table() = default;

    scenario world;
    question::seating at;
    prepared_talks ready;
};

/// Ways to talk: by themselves, in ways that leave something to chance, and through somebody.
std::vector<talks::section> ways_to_talk(const std::string& protocol) {
    talks::section plain;
    plain.protocol = protocol;
    plain.rounds = 9;
    std::vector<talks::section> ways(4, plain);
    ways[1].breakdown = 0.1;
    ways[2].leak_rate = 0.02;
    ways[3].mediators.emplace_back();
    ways[3].mediators[0].name = "Envoy";
    ways[3].mediators[0].role = "relay(noise=0.2,delay=2)";
    ways.push_back(ways[3]);
    ways[4].mediators[0].role = "formulator(after=3)";
    return ways;
}

/// Whether none of some runs can differ from the first, after a look at them one by one; nothing
/// where such talks are refused.
std::optional<bool> alike(const scenario& world, const std::string& strategy) {
    question::run_options how;
    how.talks = publicity::secret;
    how.strategies = {{"", strategy}};
    try {
        const laid_table table(world, how);
        repeated_talks again(table.ready);
        talks::proceedings said;
        bool all = true;
        for (const std::uint64_t seed : {1U, 77U}) {
            for (std::uint64_t episode = 0; episode < 2; ++episode) {
                const auto alone = table.ready.play(seed, episode, said);
                all = all && !alone.has_drawn;
                CHECK(again.play(seed, episode) == alone.end);
                CHECK(again.said().history == said.history);
                CHECK(again.acts() == alone.acts);
            }
        }
        return all;
    } catch (const std::invalid_argument&) {
        return std::nullopt;
    }
}

}  // namespace

// One by one, and as they are repeated: the same runs, whoever plays by whichever rules.
TEST_CASE("talks in which nobody draws are the same from every seed") {
    std::vector<std::string> strategies{"linear(offer=band,width=0.2)", "tit-for-tat(lag=2)",
                                        "boulware(offer=best,model=bayesian(types=50))",
                                        "equilibrium(discounts=0.9)"};
    for (const talks::catalogue_entry& entry : talks::strategy_catalogue()) {
        strategies.push_back(entry.name);
    }
    std::set<std::string> never_draw;
    std::set<std::string> draw;
    for (const char* file : {"", "river.toml"}) {
        scenario world = *file == '\0' ? tests::tiny_scenario() : tests::shipped(file);
        for (const talks::catalogue_entry& protocol : talks::protocol_catalogue()) {
            for (const talks::section& way : ways_to_talk(protocol.name)) {
                world.protocol = way;
                for (const std::string& strategy : strategies) {
                    CAPTURE(file);
                    CAPTURE(protocol.name);
                    CAPTURE(strategy);
                    if (const auto found = alike(world, strategy)) {
                        (*found ? never_draw : draw).insert(protocol.name + " " + strategy);
                    }
                }
            }
        }
    }
    // Either way of the two is met, by most.
    CHECK(never_draw.contains("alternating-offers boulware"));
    CHECK(never_draw.contains("monotonic-concession zeuthen"));
    CHECK(never_draw.contains("agenda conceder"));
    CHECK_FALSE(never_draw.contains("single-text hill-climber"));  // changes are drawn
    CHECK(never_draw.size() > 2 * strategies.size());
    CHECK(draw.contains("random-recognition boulware"));
    CHECK_FALSE(never_draw.contains("random-recognition boulware"));
    CHECK_FALSE(never_draw.contains("alternating-offers random-walker"));
    CHECK(draw.size() > 3 * strategies.size());
}

TEST_CASE("talks that cannot differ are not played again") {
    const auto was_played_again = [](const question::run_options& how) {
        const laid_table table(tests::tiny_scenario(), how);
        repeated_talks runs(table.ready);
        (void)runs.play(1, 0);
        runs.said().history.clear();  // a run would fill it
        (void)runs.play(1, 1);
        return !runs.said().history.empty();
    };
    question::run_options how;
    CHECK_FALSE(was_played_again(how));
    how.strategies = {{"", "random-walker"}};
    CHECK(was_played_again(how));
    how.strategies = {{"", "exec:exit 3"}};  // what a program does is not known
    CHECK(was_played_again(how));
    how.strategies = {};
    how.guests.push_back({"Buyer", "mine", talks::any_strategy{talks::hardliner()}});
    CHECK(was_played_again(how));
}

TEST_CASE("runs that cannot differ are told of one by one") {
    const laid_table table(tests::tiny_scenario(), {});
    std::vector<std::size_t> lengths(20);
    const auto runs = question::detail::play_runs(
        table.ready, 1, lengths.size(), {},
        [&](std::size_t run, const talks::ending&, const talks::proceedings& said) {
            lengths[run] = said.history.size();
        });
    for (std::size_t run = 0; run < runs.size(); ++run) {
        REQUIRE(runs[run]);
        CHECK(runs[run]->end == runs[0]->end);
        CHECK(lengths[run] == lengths[0]);
    }
    CHECK(lengths[0] > 0);
}
