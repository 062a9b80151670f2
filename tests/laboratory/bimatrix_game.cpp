#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/bimatrix_game.hpp>

using namespace negotiation::laboratory;
using negotiation::tests::near;

namespace {

std::string game_refusal(const bimatrix_game& game) {
    try {
        check_game(game, "game");
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a symmetric game pays both alike") {
    const bimatrix_game game = symmetric_game({{1, 2}, {3, 4}});
    CHECK(game.first == payoff_table{{1, 2}, {3, 4}});
    CHECK(game.second == payoff_table{{1, 3}, {2, 4}});
    CHECK_THROWS_AS(symmetric_game({{1, 2}}), std::invalid_argument);
}

TEST_CASE("regret is what the best reply would add") {
    const bimatrix_game game{{{2, 0}, {0, 1}}, {{1, 0}, {0, 2}}};
    const mixed_equilibrium at = weigh(game, {0.5, 0.5}, {0.25, 0.75});
    CHECK(near(at.first_payoff, 0.5 * 0.5 + 0.5 * 0.75));
    CHECK(near(at.second_payoff, 0.5 * 0.25 + 0.75));
    CHECK(
        near(at.regret, 0.125));  // the second row would bring 0.75; the second column 1, of 0.875
    CHECK(weigh(game, {1, 0}, {1, 0}).regret == 0);
    CHECK(payoff_range(game.first) == 2);
    CHECK(earnings(negotiation::tests::hawk_dove, strategy_mix{0.5, 0.5}) ==
          std::vector<double>{1.5, 1});
    CHECK(near(symmetric_regret(negotiation::tests::hawk_dove, strategy_mix{0.5, 0.5}), 0.25));
}

TEST_CASE("what is no game is refused") {
    CHECK(game_refusal({{}, {}}) == "game: needs payoffs; got none");
    CHECK(game_refusal({{{1, 2}, {3}}, {{1, 2}, {3, 4}}}) ==
          "game: every row of payoffs needs 2 numbers; got 1 in row 2");
    CHECK(game_refusal({{{1, 2}}, {{1}, {2}}}) ==
          "game: both players' payoffs must have one shape; got 1 x 2 and 2 x 1");
    CHECK(game_refusal({{{1, 1e101}}, {{1, 2}}}) ==
          "game: payoffs must lie in [-1e100, 1e100]; got 1e+101 in row 1, column 2");
    CHECK(game_refusal({{{1, std::nan("")}}, {{1, 2}}}).find("got nan") != std::string::npos);
    CHECK_NOTHROW(check_payoffs({{1}}, "game", true));
}
