#include "laboratory/evolutionary_stability.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <support/known_games.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/symmetric_equilibria.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::near;

namespace {

constexpr double tight = 1e-9;

/// What a mix earns against another one.
double earned_against(const payoff_table& payoffs, const strategy_mix& x, const strategy_mix& y) {
    const std::vector<double> earned = earnings(payoffs, y);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += x[i] * earned[i];
    }
    return sum;
}

/// Every mix of four whose shares are whole sixteenths.
std::vector<strategy_mix> grid_of_mixes() {
    std::vector<strategy_mix> all;
    for (int a = 0; a <= 16; ++a) {
        for (int b = 0; a + b <= 16; ++b) {
            for (int c = 0; a + b + c <= 16; ++c) {
                all.push_back({a / 16.0, b / 16.0, c / 16.0, (16 - a - b - c) / 16.0});
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("mixes that withstand others are those of the definition") {
    // Maynard Smith's conditions, tried on a grid of other mixes.
    const std::vector<strategy_mix> others = grid_of_mixes();
    tests::whole_numbers draws(23);
    int yes = 0;
    int no = 0;
    for (int k = 0; k < 200; ++k) {
        const payoff_table payoffs = draws.table(4, 4, 3);
        for (const symmetric_equilibrium& e : symmetric_equilibria(payoffs).all) {
            bool beaten = false;
            bool tied = false;
            for (const strategy_mix& other : others) {
                const double first =
                    earned_against(payoffs, e.mix, e.mix) - earned_against(payoffs, other, e.mix);
                if (tests::apart(other, e.mix) > 1e-9 && std::abs(first) < 1e-9) {
                    const double second = earned_against(payoffs, e.mix, other) -
                                          earned_against(payoffs, other, other);
                    beaten = beaten || second < -1e-9;
                    tied = tied || std::abs(second) <= 1e-9;
                }
            }
            CAPTURE(k);
            const std::optional<bool> told = evolutionarily_stable(payoffs, e.mix, tight);
            if (told == true) {
                CHECK_FALSE(beaten);
                CHECK_FALSE(tied);
                ++yes;
            } else if (told == false) {
                CHECK(beaten);
                ++no;
            } else {
                CHECK(tied);
            }
        }
    }
    CHECK(yes > 100);
    CHECK(no > 20);
}

TEST_CASE("known mixes withstand others or do not") {
    CHECK(evolutionarily_stable(tests::hawk_dove, {2.0 / 3, 1.0 / 3}, tight) == true);
    CHECK(evolutionarily_stable(tests::stag_hunt, {1, 0}, tight) == true);
    CHECK(evolutionarily_stable(tests::stag_hunt, {2.0 / 3, 1.0 / 3}, tight) == false);
    // Zeeman's attracts without being one.
    CHECK(evolutionarily_stable(tests::zeeman, {1.0 / 3, 1.0 / 3, 1.0 / 3}, tight) == false);
    CHECK(evolutionarily_stable(tests::rock_paper_scissors, {1.0 / 3, 1.0 / 3, 1.0 / 3}, tight) ==
          std::nullopt);
}

TEST_CASE("forms are positive where no share falls") {
    CHECK(strictly_copositive({}, tight) == true);
    CHECK(strictly_copositive({{1}}, tight) == true);
    CHECK(strictly_copositive({{-1}}, tight) == false);
    CHECK(strictly_copositive({{0}}, tight) == std::nullopt);
    CHECK(strictly_copositive({{1, 5}, {5, 1}}, tight) == true);
    CHECK(strictly_copositive({{1, -2}, {-2, 1}}, tight) == false);
    CHECK(strictly_copositive({{1, -1}, {-1, 1}}, tight) == std::nullopt);
    // Horn's form is 0 at (1, 1, 0, 0, 0): positive a little above, negative a little below.
    for (const double more : {1e-3, -1e-3}) {
        square_matrix horn{{1, -1, 1, 1, -1},
                           {-1, 1, -1, 1, 1},
                           {1, -1, 1, -1, 1},
                           {1, 1, -1, 1, -1},
                           {-1, 1, 1, -1, 1}};
        for (std::size_t i = 0; i < horn.size(); ++i) {
            horn[i][i] += more;
        }
        CHECK(strictly_copositive(horn, tight) == (more > 0));
    }
    // Many rows are easy where nothing is below 0, and too many where all are joined.
    std::vector<std::vector<double>> large(30, std::vector<double>(30, 1));
    CHECK(strictly_copositive(large, tight) == true);
    large[3][20] = large[20][3] = -2;
    CHECK(strictly_copositive(large, tight) == false);
    for (std::size_t k = 0; k + 1 < large.size(); ++k) {
        large[k][k + 1] = large[k + 1][k] = -0.1;
    }
    large[3][20] = large[20][3] = 0;
    CHECK(strictly_copositive(large, tight) == std::nullopt);
}

TEST_CASE("superior as far as is proven and no farther") {
    // Stags are worth hunting where two thirds do, by hand.
    CHECK(near(superior_up_to(tests::stag_hunt, {1, 0}, tight), 1.0 / 3, 2e-5));
    CHECK(near(superior_up_to(tests::stag_hunt, {0, 1}, tight), 2.0 / 3, 2e-5));
    CHECK(superior_up_to(tests::hawk_dove, {2.0 / 3, 1.0 / 3}, tight) == 1);
    CHECK(superior_up_to(tests::zeeman, {1.0 / 3, 1.0 / 3, 1.0 / 3}, tight) == 0);
    CHECK(superior_up_to(tests::twins, {0.25, 0.25, 0.5}, tight) == 0);
    const std::vector<strategy_mix> others = grid_of_mixes();
    tests::whole_numbers draws(29);
    int parts = 0;
    int everything = 0;
    for (int k = 0; k < 200; ++k) {
        const payoff_table payoffs = draws.table(4, 4, 4);
        for (const symmetric_equilibrium& e : symmetric_equilibria(payoffs).all) {
            CAPTURE(k);
            const double most = superior_up_to(payoffs, e.mix, tight);
            CHECK((most == 0 || evolutionarily_stable(payoffs, e.mix, tight) == true));
            everything += most == 1 ? 1 : 0;
            parts += most > 0 && most < 1 ? 1 : 0;
            const bool pure = *std::max_element(e.mix.begin(), e.mix.end()) == 1;
            bool beaten = most == 0 || most == 1;
            for (const strategy_mix& other : others) {
                double beside = 0;
                for (std::size_t i = 0; i < other.size(); ++i) {
                    beside += e.mix[i] > 0 ? 0 : other[i];
                }
                const double more =
                    earned_against(payoffs, e.mix, other) - earned_against(payoffs, other, other);
                if (beside <= most && most > 0 && tests::apart(other, e.mix) > 1e-9) {
                    CHECK(more > 0);
                }
                beaten = beaten || (beside > most && more <= 0);
            }
            // Of a pure one nothing is given away.
            CHECK((!pure || beaten));
        }
    }
    CHECK(everything > 20);
    CHECK(parts > 50);
}
