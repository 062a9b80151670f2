#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/predicted_end.hpp>
#include <negotiation/talks/protocol/random_recognition.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>
#include <negotiation/talks/strategy_conformance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Three issues, parties of any taste.
problem any_table(std::size_t parties, std::uint64_t seed) {
    random_stream bits(seed, 5);
    problem_builder build;
    const std::vector<std::size_t> sizes{3, 4, 3};
    for (const std::size_t size : sizes) {
        build.issue("issue " + std::to_string(size + draw_place(bits, 1000) * 10), size);
    }
    for (std::size_t i = 0; i < parties; ++i) {
        std::vector<std::vector<double>> values;
        for (const std::size_t size : sizes) {
            values.emplace_back();
            for (std::size_t k = 0; k < size; ++k) {
                values.back().push_back(draw_share(bits));
            }
        }
        build.party("party " + std::to_string(i), values, 0.8);
    }
    return build.build();
}

alternating_offers impatient(std::int64_t rounds, std::size_t parties) {
    alternating_offers rules;
    rules.rounds = rounds;
    rules.dates.mode = discounting::relative;
    rules.dates.patience.assign(parties, {0.5, 1});
    rules.dates.patience.front().factor = 0.7;
    return rules;
}

/// One offer a round, of parties that are not equally likely to make it.
random_recognition by_lot(std::int64_t rounds, std::size_t parties) {
    random_recognition rules;
    rules.rounds = rounds;
    rules.dates = impatient(rounds, parties).dates;
    rules.recognition = parties == 2 ? std::vector<double>{3, 1} : std::vector<double>{5, 3, 2};
    return rules;
}

}  // namespace

TEST_CASE("two of them agree at once on what is solved") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const problem table = any_table(2, seed);
        const arena at(table);
        const alternating_offers rules = impatient(7, 2);
        const auto predicted = equilibrium::predict(at, rules);
        REQUIRE(predicted.not_computed.empty());
        const auto game = equilibrium::game_of(rules, 2);
        const auto end =
            play(at, rules, 1, equilibrium_play(at, 0, game), equilibrium_play(at, 1, game));
        CHECK((end.status == talks_status::agreement) == predicted.deal.has_value());
        CHECK(end.round == 1);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(end.utilities[i] == doctest::Approx(predicted.utilities[i]).epsilon(1e-12));
            CHECK(end.discounted[i] == doctest::Approx(predicted.discounted[i]).epsilon(1e-9));
        }
    }
}

TEST_CASE("nobody gains by playing otherwise against it") {
    // Whatever the catalogue holds, in any seat, against players who know it all.
    std::size_t tried = 0;
    for (const std::size_t parties : {std::size_t{2}, std::size_t{3}}) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const problem table = any_table(parties, seed);
            const arena at(table);
            const alternating_offers rules = impatient(6, parties);
            const auto game = equilibrium::game_of(rules, parties);
            const auto predicted = equilibrium::predict(at, rules);
            for (const catalogue_entry& entry : strategy_catalogue()) {
                for (party_id seat = 0; seat < parties; ++seat) {
                    std::vector<any_strategy> agents;
                    for (party_id i = 0; i < parties; ++i) {
                        agents.push_back(i == seat ? make_strategy(entry.name, at, i)
                                                   : any_strategy{equilibrium_play(at, i, game)});
                    }
                    direct_talks between;
                    run_streams draws(seed, 0, parties);
                    proceedings said;
                    const ending end = rules.play(at, agents, between, draws, said);
                    const double gain = end.discounted[seat] - predicted.discounted[seat];
                    CHECK_MESSAGE(gain <= 1e-9, entry.name, " in seat ", seat);
                    ++tried;
                }
            }
        }
    }
    CHECK(tried >= 200);
}

TEST_CASE("whoever speaks first in the last round has the last word") {
    // Nobody minds waiting: the buyer, who offers last of all, gets all that the seller can bear.
    const arena at(tests::sale());
    alternating_offers rules;
    rules.rounds = 5;
    const auto end = play(at, rules, 1, equilibrium_play(at, 0), equilibrium_play(at, 1));
    CHECK(end.utilities == std::vector<double>{7, 3});
    CHECK(end.round == 1);
    // The other way round in the first seat the same.
    CHECK_FALSE(at.table().parties.empty());
}

TEST_CASE("after a refusal it goes on as if nothing had happened") {
    const arena at(tests::sale());
    alternating_offers rules;
    rules.rounds = 4;
    // The seller asks for everything and then takes what it is offered.
    const tests::scripted seller{{turn::offer(10), turn::offer(9), turn::accept()}, 0};
    const auto run = tests::play_out(at, rules, 1, equilibrium_play(at, 0), seller);
    CHECK(tests::offers_of(run.said) == std::vector<offer_id>{3, 10, 3, 9, 3});
    CHECK(run.end.utilities == std::vector<double>{7, 3});
}

TEST_CASE("a majority is enough where it is told so") {
    const arena at(tests::three_at_a_table());
    alternating_offers rules;
    rules.rounds = 3;
    rules.agreement.quota = 0.5;
    rules.agreement.more_than = true;
    const auto game = equilibrium::game_of(rules, 3);
    const auto predicted = equilibrium::predict(at, rules);
    std::vector<any_strategy> agents;
    for (party_id i = 0; i < 3; ++i) {
        agents.emplace_back(equilibrium_play(at, i, game));
    }
    direct_talks between;
    run_streams draws(1, 0, 3);
    proceedings said;
    CHECK(rules.play(at, agents, between, draws, said).utilities == predicted.utilities);
}

TEST_CASE("where who offers is drawn it plays that game") {
    // Every vote and every proposal, in every seat and round, is that of the solver.
    for (const std::size_t parties : {std::size_t{2}, std::size_t{3}}) {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const problem table = any_table(parties, seed);
            const arena at(table);
            const random_recognition rules = by_lot(5, parties);
            const equilibrium::offer_game game = equilibrium::game_of(rules, parties);
            const equilibrium::deal_set all = equilibrium::deals_of(at);
            const equilibrium::induction solved = equilibrium::solve(all, game);
            proceedings said;
            said.begin(at);
            random_stream draws(1, 1);
            for (party_id me = 0; me < parties; ++me) {
                const equilibrium_play player(at, me, game);
                for (std::int64_t round = 1; round <= rules.rounds; ++round) {
                    const moment now{round, rules.rounds, 0, 0};
                    const auto own = solved.state(round - 1, me);
                    said.standing = no_offer;
                    const move made =
                        player.act(turn(said, me, now, {true, false, false, true}), draws);
                    REQUIRE(made.kind ==
                            (solved.choices[own].kind == equilibrium::proposal::walk_away
                                 ? move_kind::walk_away
                                 : move_kind::offer));
                    if (solved.choices[own].kind == equilibrium::proposal::offer) {
                        CHECK(all.row(made.deal) == all.row(solved.choices[own].deal));
                    }
                    const auto other = solved.state(round - 1, (me + 1) % parties);
                    for (offer_id k = 0; k < all.size(); ++k) {
                        said.standing = k;
                        const bool takes = all.utility(k, me) >= solved.threshold(other, me) - 1e-9;
                        CHECK(player.act(turn(said, me, now, {false, true, true, false}), draws)
                                  .kind == (takes ? move_kind::accept : move_kind::reject));
                    }
                }
            }
        }
    }
}

TEST_CASE("what it is told in words is the same game") {
    const problem table = any_table(3, 2);
    const arena at(table);
    random_recognition rules = by_lot(4, 3);
    rules.dates = {};
    const auto mean = [&](const auto& made) {
        std::vector<double> sum(3, 0);
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            std::vector<any_strategy> agents;
            for (party_id i = 0; i < 3; ++i) {
                agents.push_back(made(i));
            }
            direct_talks between;
            run_streams draws(seed, 0, 3);
            proceedings said;
            const ending end = rules.play(at, agents, between, draws, said);
            for (std::size_t i = 0; i < 3; ++i) {
                sum[i] += end.discounted[i];
            }
        }
        return sum;
    };
    CHECK(mean([&](party_id i) {
              return any_strategy{equilibrium_play(at, i, equilibrium::game_of(rules, 3))};
          }) ==
          mean([&](party_id i) { return make_strategy("equilibrium(recognition=5/3/2)", at, i); }));
    CHECK_THROWS_AS((void)make_strategy("equilibrium(recognition=0/0/0)", at, 0),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)make_strategy("equilibrium(recognition=1/1)", at, 0),
                    std::invalid_argument);
}

TEST_CASE("what cannot be solved is said") {
    const arena at(tests::sale());
    alternating_offers rules;
    rules.rounds = 1LL << 22;
    CHECK_THROWS_AS((void)play(at, rules, 1, equilibrium_play(at, 0), equilibrium_play(at, 1)),
                    std::invalid_argument);
    // A refusal is kept: every later turn says the same.
    problem bound = tests::three_at_a_table();
    bound.table.parties[0].red_lines.push_back({0, {true, true, true, false}, false, true});
    const arena unwritten(bound, {1, true});
    equilibrium::offer_game majority;
    majority.agreement.quota = 0.5;
    const equilibrium_play refused(unwritten, 0, majority);
    proceedings said;
    said.begin(unwritten);
    random_stream draws(1, 1);
    for (int k = 0; k < 2; ++k) {
        CHECK_THROWS_WITH((void)refused.act(turn(said, 0, {}, {}), draws),
                          doctest::Contains("every deal has to be written down"));
    }
    equilibrium::offer_game game;
    game.discount = {2, 2};
    CHECK_THROWS_AS(equilibrium_play(at, 0, game), std::invalid_argument);
    CHECK_THROWS_AS((void)make_strategy("equilibrium(discounts=0.9/0.9/0.9)", at, 0),
                    std::invalid_argument);
}
