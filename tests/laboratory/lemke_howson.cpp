#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/known_games.hpp>

#include <negotiation/laboratory/extreme_equilibria.hpp>
#include <negotiation/laboratory/lemke_howson.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::apart;

namespace {

bool is_among(const mixed_equilibrium& at, const extreme_equilibria_result& known) {
    return std::any_of(known.all.begin(), known.all.end(), [&](const auto& e) {
        return apart(e.at.first, at.first) < 1e-9 && apart(e.at.second, at.second) < 1e-9;
    });
}

/// Every label's path ends, in one of the equilibria that the supports have.
void follow_every_label(const bimatrix_game& game) {
    const extreme_equilibria_result known = extreme_equilibria(game);
    for (std::size_t k = 0; k < game.first.size() + game.first.front().size(); ++k) {
        CAPTURE(k);
        const lemke_howson_result end = lemke_howson(game, k);
        CHECK(end.converged);
        CHECK(is_among(end.at, known));
    }
}

}  // namespace

TEST_CASE("every label of the known games leads to an equilibrium") {
    for (const payoff_table& payoffs :
         {tests::rock_paper_scissors, tests::hawk_dove, tests::stag_hunt, tests::three_places,
          tests::twins, tests::zeeman}) {
        follow_every_label(symmetric_game(payoffs));
    }
    follow_every_label(tests::with_a_line);
    const lemke_howson_result end = lemke_howson(symmetric_game(tests::rock_paper_scissors), 1);
    CHECK(apart(end.at.first, {1.0 / 3, 1.0 / 3, 1.0 / 3}) < 1e-12);
    CHECK(end.at.regret <= 1e-12 * 2);
    CHECK(end.pivots > 2);
}

TEST_CASE("degenerate games do not cycle") {
    tests::whole_numbers draws(11);
    for (int k = 0; k < 150; ++k) {
        CAPTURE(k);
        const auto rows = static_cast<std::size_t>(2 + draws.next(3));
        const auto columns = static_cast<std::size_t>(2 + draws.next(3));
        follow_every_label(draws.game(rows, columns, 3));
    }
    follow_every_label({{{1, 1}, {1, 1}}, {{1, 1}, {1, 1}}});
}

TEST_CASE("scales and shifts of payoffs change nothing") {
    tests::whole_numbers draws(5);
    const bimatrix_game game = draws.game(5, 4, 1000);
    bimatrix_game other = game;
    for (auto* table : {&other.first, &other.second}) {
        for (auto& row : *table) {
            for (double& value : row) {
                value = 1e6 * value - 3e8;
            }
        }
    }
    for (std::size_t k = 0; k < 9; ++k) {
        const lemke_howson_result a = lemke_howson(game, k);
        const lemke_howson_result b = lemke_howson(other, k);
        CHECK(b.converged);
        CHECK(apart(a.at.first, b.at.first) < 1e-9);
        CHECK(apart(a.at.second, b.at.second) < 1e-9);
    }
}

TEST_CASE("the symmetric path ends in a symmetric equilibrium") {
    for (const payoff_table& payoffs :
         {tests::rock_paper_scissors, tests::hawk_dove, tests::stag_hunt, tests::three_places,
          tests::twins, tests::zeeman}) {
        for (std::size_t k = 0; k < payoffs.size(); ++k) {
            const lemke_howson_result end = symmetric_lemke_howson(payoffs, k);
            CHECK(end.converged);
            CHECK(end.at.first == end.at.second);
            CHECK(symmetric_regret(payoffs, end.at.first) <= 1e-12 * payoff_range(payoffs));
        }
    }
}

TEST_CASE("paths in turn find an equilibrium sooner") {
    tests::whole_numbers draws(1);
    for (int k = 0; k < 5; ++k) {
        const bimatrix_game game = draws.game(20, 20, 30'000);
        const lemke_howson_result found = first_equilibrium(game);
        CHECK(found.converged);
        CHECK(found.at.regret <= 1e-12 * 30'000);
    }
    // Nothing is found in no pivots, and that is said.
    CHECK_FALSE(first_equilibrium(symmetric_game(tests::rock_paper_scissors), 1).converged);
}

TEST_CASE("a path that is cut short is no equilibrium") {
    const bimatrix_game game = symmetric_game(tests::rock_paper_scissors);
    const lemke_howson_result cut = lemke_howson(game, 0, 1);
    CHECK_FALSE(cut.converged);
    CHECK(cut.pivots == 1);
    CHECK_THROWS_WITH_AS(lemke_howson(game, 6),
                         "Lemke-Howson: the dropped label must lie in [0, 6); got 6",
                         std::invalid_argument);
}
