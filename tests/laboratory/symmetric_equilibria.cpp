#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/extreme_equilibria.hpp>
#include <negotiation/laboratory/replicator.hpp>
#include <negotiation/laboratory/symmetric_equilibria.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::apart;
using tests::near;

TEST_CASE("known symmetric games are solved") {
    const auto cycle = symmetric_equilibria(tests::rock_paper_scissors);
    REQUIRE(cycle.all.size() == 1);
    CHECK(apart(cycle.all[0].mix, {1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-12);
    const auto birds = symmetric_equilibria(tests::hawk_dove);
    REQUIRE(birds.all.size() == 1);
    CHECK(apart(birds.all[0].mix, {2.0 / 3, 1.0 / 3}) < 1e-12);
    CHECK(near(birds.all[0].payoff, 2.0 / 3));
    const auto hunt = symmetric_equilibria(tests::stag_hunt);
    REQUIRE(hunt.all.size() == 3);
    CHECK(hunt.all[0].mix == strategy_mix{1, 0});
    CHECK(hunt.all[1].mix == strategy_mix{0, 1});
    CHECK(apart(hunt.all[2].mix, {2.0 / 3, 1.0 / 3}) < 1e-12);
    CHECK(symmetric_equilibria(tests::three_places).all.size() == 7);
    for (const payoff_table& payoffs : {tests::rock_paper_scissors, tests::hawk_dove,
                                        tests::stag_hunt, tests::three_places, tests::zeeman}) {
        const auto found = symmetric_equilibria(payoffs);
        CHECK(found.complete);
        CHECK_FALSE(found.continuum);
        for (const symmetric_equilibrium& e : found.all) {
            CHECK(e.isolated == true);
            CHECK(e.regret <= 1e-12 * payoff_range(payoffs));
        }
    }
    const auto alone = symmetric_equilibria({{5}});
    REQUIRE(alone.all.size() == 1);
    CHECK(alone.all[0].payoff == 5);
}

TEST_CASE("strategies that are the same make a line") {
    const auto found = symmetric_equilibria(tests::twins);
    REQUIRE(found.all.size() == 2);
    CHECK(found.continuum);
    CHECK(apart(found.all[0].mix, {0.5, 0, 0.5}) < 1e-12);
    CHECK(apart(found.all[1].mix, {0, 0.5, 0.5}) < 1e-12);
    CHECK(found.all[0].isolated == false);
    CHECK(symmetric_equilibria({{1, 1}, {1, 1}}).all.size() == 2);
    // Equal against the winner, and worse against itself: the winner is not alone, nor on a line.
    const auto drift = symmetric_equilibria({{1, 1}, {1, 0}});
    REQUIRE(drift.all.size() == 1);
    CHECK(drift.all[0].isolated == true);
    CHECK(drift.all[0].under_replicator == stability::attracting);
}

TEST_CASE("they are the symmetric ones of all equilibria") {
    tests::whole_numbers draws(7);
    for (int k = 0; k < 60; ++k) {
        CAPTURE(k);
        const payoff_table payoffs = draws.table(4, 4, k % 2 == 0 ? 3 : 1000);
        std::size_t alike = 0;
        const auto all = extreme_equilibria(symmetric_game(payoffs));
        const auto found = symmetric_equilibria(payoffs);
        for (const extreme_equilibrium& e : all.all) {
            if (apart(e.at.first, e.at.second) < 1e-9) {
                ++alike;
                CHECK(std::any_of(found.all.begin(), found.all.end(),
                                  [&](const auto& s) { return apart(s.mix, e.at.first) < 1e-9; }));
            }
        }
        if (!all.continuum) {
            CHECK(found.all.size() == alike);
        }
        CHECK(found.all.size() >= alike);
        for (const symmetric_equilibrium& e : found.all) {
            CHECK(e.regret <= 1e-12 * 1000);
        }
    }
}

TEST_CASE("what comes back and what does not") {
    CHECK(stability_of(tests::rock_paper_scissors, {1.0 / 3, 1.0 / 3, 1.0 / 3}) ==
          stability::neutral);
    CHECK(stability_of(tests::hawk_dove, {2.0 / 3, 1.0 / 3}) == stability::attracting);
    CHECK(stability_of(tests::stag_hunt, {1, 0}) == stability::attracting);
    CHECK(stability_of(tests::stag_hunt, {2.0 / 3, 1.0 / 3}) == stability::repelling);
    // Zeeman 1980: attracting though it is not evolutionarily stable.
    CHECK(stability_of(tests::zeeman, {1.0 / 3, 1.0 / 3, 1.0 / 3}) == stability::attracting);
    CHECK(stability_of({{1, 1}, {1, 1}}, {1, 0}) == stability::neutral);
    CHECK(stability_of({{3}}, {1}) == stability::attracting);
    CHECK(std::string(to_string(stability::attracting)) == "attracting");
    CHECK(std::string(to_string(stability::neutral)) == "neutral");
    CHECK(std::string(to_string(stability::repelling)) == "repelling");
}

TEST_CASE("where the linear terms are silent others decide") {
    // x' = -x^2 (1 - x) / 4 for the share of the other one.
    const payoff_table soft{{5.0 / 12, 2.0 / 3}, {2.0 / 3, 2.0 / 3}};
    CHECK(stability_of(soft, {0, 1}) == stability::attracting);
    // The other way round: x' = x^2 (1 - x) / 4.
    CHECK(stability_of({{11.0 / 12, 2.0 / 3}, {2.0 / 3, 2.0 / 3}}, {0, 1}) == stability::repelling);
    // Alike in everything: a line.
    CHECK(stability_of({{1, 1}, {1, 1}}, {0, 1}) == stability::neutral);
    // Each of two loses against itself, both together win.
    const payoff_table pair{{0, 0, 0}, {0, -1, 3}, {0, 3, -1}};
    CHECK(stability_of(pair, {1, 0, 0}) == stability::neutral);
    const payoff_table weak_pair{{0, 0, 0}, {0, -1, 0.5}, {0, 0.5, -1}};
    CHECK(stability_of(weak_pair, {1, 0, 0}) == stability::attracting);
    // Small groups near degenerate equilibria shrink or grow as is said.
    tests::whole_numbers draws(17);
    random_stream bits(17);
    int decided = 0;
    for (int k = 0; k < 100; ++k) {
        const payoff_table payoffs = draws.table(3, 3, 2);
        for (const symmetric_equilibrium& e : symmetric_equilibria(payoffs).all) {
            constexpr double near_by = 0.01;
            double most = 0;
            for (int start = 0; start < 5; ++start) {
                strategy_mix mix{draw_share(bits), draw_share(bits), draw_share(bits)};
                const double sum = mix[0] + mix[1] + mix[2];
                for (std::size_t i = 0; i < 3; ++i) {
                    mix[i] = (1 - near_by) * e.mix[i] + near_by * mix[i] / sum;
                }
                const double before = apart(mix, e.mix);
                most = std::max(most, apart(replicator(payoffs, mix, 5000).mix, e.mix) / before);
            }
            CAPTURE(k);
            if (e.under_replicator == stability::attracting) {
                CHECK(most < 0.5);
            } else if (e.under_replicator == stability::repelling) {
                CHECK(most > 2);
            }
            decided += e.under_replicator != stability::neutral ? 1 : 0;
        }
    }
    CHECK(decided > 100);
}

TEST_CASE("of many strategies paths are followed") {
    tests::whole_numbers draws(9);
    const payoff_table payoffs = draws.table(18, 18, 1000);
    payoff_table hard = payoffs;
    for (std::size_t i = 0; i < hard.size(); ++i) {
        hard[i][i] = 0;  // so that nothing is beaten against everything
        hard[i][(i + 1) % hard.size()] = 2000;
    }
    const auto found = symmetric_equilibria(hard);
    CHECK_FALSE(found.complete);
    REQUIRE_FALSE(found.all.empty());
    for (const symmetric_equilibrium& e : found.all) {
        CHECK(e.regret <= 1e-12 * 2000);
        CHECK(e.isolated == std::nullopt);  // a line may end there
    }
    // All pure ones are there, whatever the paths find: here every other strategy.
    payoff_table meeting(16, std::vector<double>(16, 1));
    for (std::size_t i = 0; i < meeting.size(); ++i) {
        meeting[i][i] = i % 2 == 0 ? 2 : 0;
        meeting[i][(i + 1) % meeting.size()] = 2 - 0.01 * static_cast<double>(i);
    }
    const auto places = symmetric_equilibria(meeting);
    CHECK_FALSE(places.complete);
    for (std::size_t i = 0; i < meeting.size(); ++i) {
        strategy_mix alone(meeting.size(), 0);
        alone[i] = 1;
        CHECK(std::count_if(places.all.begin(), places.all.end(),
                            [&](const auto& e) { return e.mix == alone; }) == (i % 2 == 0 ? 1 : 0));
    }
    // What is always beaten does not count among the many.
    payoff_table easy(40, std::vector<double>(40, 0));
    for (std::size_t i = 0; i < easy.size(); ++i) {
        easy[i].assign(40, static_cast<double>(i));
    }
    const auto last = symmetric_equilibria(easy);
    CHECK(last.complete);
    REQUIRE(last.all.size() == 1);
    CHECK(last.all[0].mix.back() == 1);
}
