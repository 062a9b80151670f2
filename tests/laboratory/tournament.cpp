#include <cmath>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/laboratory/tournament.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

/// The strategy of a method builder, as the design sketches it.
struct patient {
    double e = 0.3;
    talks::move act(const talks::turn& turn, random_stream&) const {
        const double target = turn.aspiration(1 - std::pow(turn.time(), 1 / e));
        if (turn.standing_utility() >= target) {
            return talks::turn::accept();
        }
        return talks::turn::offer(turn.cheapest_at_least(target));
    }
};

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
    return "";
}

std::string refusal(const std::vector<stage>& stages, const std::vector<contestant>& contestants,
                    const tournament_options& options) {
    return refusal([&] { static_cast<void>(tournament(stages, contestants, options)); });
}

}  // namespace

TEST_CASE("one's own strategy enters in one line") {
    const problem two = tests::two_issues();
    const auto found = laboratory::tournament(
        two, {{"patient", patient{}}, {"boulware", talks::boulware()}}, {.rounds = 100, .seed = 7});
    CHECK(found.complete);
    CHECK(found.planned == 4);
    CHECK(found.pairings.size() == 4);
    CHECK(found.matches.empty());
    CHECK(found.seed == 7);
    CHECK(found.table.contestants[0].name == "patient");
    CHECK(*found.table.contestants[0].agreement_rate == 1);
}

TEST_CASE("everybody meets everybody and the sums are right") {
    const tournament_options options{.rounds = 60, .seed = 5, .repeats = 3, .keep_matches = true};
    const auto found = tournament(tests::two_stages(), tests::four_strategies(), options);
    CHECK(found.matches.size() == 2 * 16 * 3);
    CHECK(found.planned == found.matches.size());
    CHECK(found.played == found.matches.size());
    CHECK(found.faults == 0);
    // Every match is what the protocol plays with those agents and those bits.
    const std::vector<contestant> agents = tests::four_strategies();
    for (std::size_t k = 0; k < found.matches.size(); ++k) {
        const match& m = found.matches[k];
        const talks::arena at(tests::two_stages()[m.who.stage].table);
        std::vector<talks::any_strategy> seats;
        for (party_id i = 0; i < 2; ++i) {
            seats.push_back(agents[m.who.contestants[i]].make(at, i));
        }
        talks::direct_talks nothing;
        talks::run_streams draws(5, k / 32 * 2 + m.who.stage, 2);  // repeat and stage
        talks::proceedings said;
        talks::alternating_offers rules;
        rules.rounds = 60;
        CHECK(m.end == rules.play(at, seats, nothing, draws, said));
        CHECK(m.to == yardstick(at.table()).to(m.end.utilities));
    }
    // The table is the mean of its row of pairs, rotated roles and all: of advantages, since a
    // price has a wider scale than two issues.
    for (std::size_t c = 0; c < 4; ++c) {
        double sum = 0;
        for (const auto& u : found.table.pairs[c]) {
            sum += *u / 4;
        }
        CHECK(*found.table.contestants[c].mean_advantage == doctest::Approx(sum));
    }
}

TEST_CASE("more repeats continue fewer") {
    tournament_options options{.seed = 3, .repeats = 1, .keep_matches = true};
    const auto once = tournament(tests::two_stages(), tests::four_strategies(), options);
    options.repeats = 2;
    const auto twice = tournament(tests::two_stages(), tests::four_strategies(), options);
    CHECK(std::vector<match>(twice.matches.begin(),
                             twice.matches.begin() +
                                 static_cast<std::ptrdiff_t>(once.matches.size())) == once.matches);
    // A strategy that draws goes another way in another repeat, one that does not the same.
    CHECK(twice.matches[10].end.utilities != twice.matches[42].end.utilities);
    CHECK(twice.matches[0].end == twice.matches[32].end);
}

TEST_CASE("threads change nothing") {
    std::vector<contestant> agents = tests::four_strategies();
    agents.emplace_back("thrower", tests::thrower{});
    tournament_options options{.seed = 11, .repeats = 21, .keep_matches = true};
    options.breakdown = 0.01;
    options.parallel.threads = 1;
    const auto one = tournament(tests::two_stages(), agents, options);
    CHECK(one.matches.size() == 2 * 25 * 21);
    for (const bool keep : {false, true}) {
        options.keep_matches = keep;
        for (const std::size_t threads : std::vector<std::size_t>{1, 2, 3, 7}) {
            options.parallel.threads = threads;
            const auto several = tournament(tests::two_stages(), agents, options);
            CHECK(several.matches == (keep ? one.matches : std::vector<match>()));
            CHECK(several.table.contestants == one.table.contestants);
            CHECK(several.table.mediations == one.table.mediations);
            CHECK(several.table.pairs == one.table.pairs);
            CHECK(several.stages == one.stages);
            CHECK(several.pairings == one.pairings);
            CHECK(several.broken == one.broken);
        }
    }
}

TEST_CASE("pairings are the sums of the matches that are kept") {
    std::vector<contestant> agents = tests::four_strategies();
    agents.emplace_back("thrower", tests::thrower{});
    const auto found =
        tournament(tests::two_stages(), agents, {.seed = 4, .repeats = 13, .keep_matches = true});
    std::vector<pairing_result> sums(found.pairings.size());
    std::vector<fault_tally> broken;  // one culprit, on two stages
    for (std::size_t k = 0; k < found.matches.size(); ++k) {
        const match& m = found.matches[k];
        sums[k % sums.size()].who = m.who;
        sums[k % sums.size()].add(m);
        if (m.fault) {
            const broken_match one{k, m.who, *m.fault};
            if (broken.empty() || m.who.stage > broken.back().stage) {
                broken.push_back(tally_for(one));
            }
            broken[m.who.stage].add(one);
        }
    }
    CHECK(found.broken == broken);
    CHECK(found.broken[0].count > fault_tally::most_examples);
    CHECK(found.broken[0].first.size() == fault_tally::most_examples);
    for (std::size_t p = 0; p < sums.size(); ++p) {
        const pairing_result& of = found.pairings[p];
        CHECK(of.who == sums[p].who);
        CHECK(of.played == 13);
        CHECK(of.results == sums[p].results);
        CHECK(of.agreements == sums[p].agreements);
        CHECK(of.rounds == sums[p].rounds);
        CHECK(of.offers == sums[p].offers);
        REQUIRE(of.utilities.size() == sums[p].utilities.size());
        for (std::size_t seat = 0; seat < of.utilities.size(); ++seat) {
            CHECK(of.utilities[seat] == doctest::Approx(sums[p].utilities[seat]));
            CHECK(of.advantages[seat] == doctest::Approx(sums[p].advantages[seat]));
        }
        CHECK(tests::apart(of.to, sums[p].to) < 1e-9);
    }
}

TEST_CASE("the seed and the clock and the rounds are obeyed") {
    tournament_options options{.rounds = 7, .seed = 1, .keep_matches = true};
    const auto found = tournament(tests::two_stages(), tests::four_strategies(), options);
    for (const match& m : found.matches) {
        CHECK(m.end.round <= 7);
    }
    options.seed = 2;
    CHECK(tournament(tests::two_stages(), tests::four_strategies(), options).matches !=
          found.matches);
    options.seed = 1;
    options.clock = clock::negmas;
    const auto other = tournament(tests::two_stages(), tests::four_strategies(), options);
    // The first round is 0 under one clock and 1/8 under the other; a missed deadline is 1 under
    // both.
    std::size_t later = 0;
    for (std::size_t k = 0; k < other.matches.size(); ++k) {
        const talks::ending& end = other.matches[k].end;
        later += end.time < 1 && end.time > found.matches[k].end.time ? 1U : 0U;
    }
    CHECK(later > 0);
    options.breakdown = 0.9;
    std::size_t broken = 0;
    for (const match& m :
         tournament(tests::two_stages(), tests::four_strategies(), options).matches) {
        broken += m.end.status == talks::talks_status::broken_down ? 1U : 0U;
    }
    CHECK(broken > 0);
}

TEST_CASE("an agent that throws breaks its match and nothing else") {
    std::vector<contestant> agents{{"boulware", talks::boulware()},
                                   {"thrower", tests::thrower{}},
                                   {"absent", [](const talks::arena& at, party_id i) {
                                        if (i == 1) {
                                            throw std::runtime_error("cannot sit here");
                                        }
                                        static_cast<void>(at);
                                        return tests::fixed_share{0};
                                    }}};
    const auto found = tournament(tests::price(), agents, {.seed = 1, .keep_matches = true});
    CHECK(found.complete);
    CHECK(found.played == 9);
    CHECK(found.matches[0].counts());
    const auto& thrown = found.matches[1].fault;  // boulware and the thrower
    REQUIRE(thrown);
    CHECK(*thrown == match_fault{1, 3, "lost its papers"});
    REQUIRE(found.matches[2].fault);
    CHECK(*found.matches[2].fault == match_fault{1, 0, "cannot sit here"});
    CHECK(found.table.contestants[1].faults > 0);
    CHECK(found.table.contestants[2].faults == 3);
    CHECK(found.faults == found.table.contestants[1].faults + found.table.contestants[2].faults);
    REQUIRE(found.broken.size() == 2);
    CHECK(found.broken[0].contestant == 1);
    CHECK(found.broken[0].first[0] == broken_match{1, {0, 0, {0, 1}}, *thrown});
    CHECK(found.broken[0].count + found.broken[1].count == found.faults);
    CHECK(found.pairings[1].played == 1);
    CHECK(found.pairings[1].results == 0);
    CHECK(found.table.contestants[0].faults == 0);
    CHECK(found.table.contestants[0].mean_utility.has_value());
}

TEST_CASE("no memory is nobody's fault") {
    struct hog {
        talks::move act(const talks::turn&, random_stream&) const { throw std::bad_alloc(); }
    };
    const std::vector<contestant> playing{{"hog", hog{}}};
    CHECK_THROWS_AS(static_cast<void>(tournament(tests::price(), playing, {.seed = 1})),
                    std::bad_alloc);
    const std::vector<contestant> making{
        {"hog", [](const talks::arena&, party_id) -> hog { throw std::bad_alloc(); }}};
    CHECK_THROWS_AS(static_cast<void>(tournament(tests::price(), making, {.seed = 1})),
                    std::bad_alloc);
}

TEST_CASE("intervals end where utilities do") {
    // Four results, some 2 and some 8: Student's t alone would go below 0 and above 10, all that
    // any seat could get.
    const auto found = tournament(
        tests::price(), {{"soft", tests::fixed_share{0}}, {"soft too", tests::fixed_share{0}}},
        {.seed = 1});
    const standing& row = found.table.contestants[0];
    REQUIRE(row.low);
    CHECK(*row.low == 0);
    CHECK(*row.high == 10);
    CHECK(*found.table.mediations[0].low > 0);
    CHECK(*found.table.mediations[0].high < 10);
}

TEST_CASE("an illegal move is a fault of the one who made it") {
    struct cheat {
        talks::move act(const talks::turn&, random_stream&) const { return talks::turn::accept(); }
    };
    const auto found = tournament(tests::price(), {{"cheat", cheat{}}}, {.seed = 1});
    REQUIRE(found.broken.size() == 1);
    REQUIRE(found.broken[0].first.size() == 1);
    const match_fault& wrong = found.broken[0].first[0].fault;
    CHECK(wrong.seat == 0);
    CHECK(wrong.round == 1);
    CHECK(wrong.what.find("not legal in round 1") != std::string::npos);
}

TEST_CASE("a stage that cannot be prepared is told on any number of threads") {
    std::vector<stage> stages = tests::two_stages();
    problem crowded = tests::price();
    crowded.table.parties.resize(129, crowded.table.parties.front());
    stages.push_back({"crowd", crowded.table});
    for (const std::size_t threads : std::vector<std::size_t>{1, 2}) {
        tournament_options options{.seed = 1, .rotate = false};
        options.parallel.threads = threads;
        options.maximum_matches = std::uint64_t{1} << 40U;
        CHECK(refusal(stages, {{"linear", talks::linear()}}, options).find("128") !=
              std::string::npos);
    }
}

TEST_CASE("tables of several sizes share a tournament") {
    const auto found =
        tournament({{"two", tests::price()}, {"three", tests::price(3)}}, tests::four_strategies(),
                   {.seed = 1, .rotate = false, .keep_matches = true});
    CHECK(found.matches.size() == 10 + 20);
    CHECK(found.pairings.size() == 10 + 20);
    CHECK(found.stages[1].parties == 3);
    CHECK(found.matches.back().who.contestants == std::vector<std::size_t>{3, 3, 3});
    CHECK(found.matches.back().end.utilities.size() == 3);
}

TEST_CASE("one contestant plays itself") {
    const auto found = tournament(tests::price(), {{"boulware", talks::boulware()}}, {.seed = 1});
    CHECK(found.planned == 1);
    CHECK(found.table.contestants[0].results == 2);
    CHECK(found.table.contestants[0].rank == 1);
    CHECK_FALSE(found.table.contestants[0].low);  // two results are too few
}

TEST_CASE("what makes no tournament is refused") {
    CHECK(refusal(tests::two_stages(), {}, {.seed = 1}) ==
          "tournament: needs a strategy, a scenario and a way of talking; got 0, 2 and 1");
    CHECK(refusal({}, tests::four_strategies(), {.seed = 1}) ==
          "tournament: needs a strategy, a scenario and a way of talking; got 4, 0 and 1");
    CHECK(refusal(tests::two_stages(), tests::four_strategies(), {.seed = 1, .mediations = {}}) ==
          "tournament: needs a strategy, a scenario and a way of talking; got 4, 2 and 0");
    CHECK(refusal(tests::two_stages(), {{"a", talks::linear()}, {"a", talks::boulware()}},
                  {.seed = 1}) == "tournament: strategy 'a' is given twice; names must differ");
    CHECK(refusal(tests::two_stages(), tests::four_strategies(), {.rounds = 0, .seed = 1}) ==
          "tournament: rounds must lie in [1, 2^32); got 0");
    CHECK(refusal(tests::two_stages(), tests::four_strategies(), {.seed = 1, .repeats = 0}) ==
          "tournament: repeats must be at least 1; got 0");
    CHECK(refusal(tests::two_stages(), tests::four_strategies(), {.seed = 1, .breakdown = 1}) ==
          "tournament: breakdown must lie in [0, 1); got 1");
    CHECK(refusal(tests::two_stages(), tests::four_strategies(),
                  {.seed = 1, .repeats = 10, .maximum_matches = 319}) ==
          "tournament: 32 pairings with roles rotated, 10 times each, are more than the 319 "
          "negotiations that can be played; take at most 9 repeats, or set rotate to false");
    const problem alone = problem_builder{}
                              .issue("price", 0, 10)
                              .party(
                                  "buyer", [](auto o) { return o[0]; }, 2)
                              .build();
    CHECK(refusal([&] {
              static_cast<void>(tournament(alone, tests::four_strategies(), {.seed = 1}));
          }) == "tournament: a scenario needs two parties or more; got 1");
}
