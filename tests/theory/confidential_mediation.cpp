#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/theory/confidential_mediation.hpp>

using namespace negotiation;
using namespace negotiation::theory;
using tests::near;
using tests::printed;

namespace {

/// A plan: chance of peace weak-weak, strong-weak; what the strong gets of the latter;
/// strong-strong. Equals divide equally.
using plan = std::array<double, 4>;

/// coefficients * plan + constant
struct linear {
    plan coefficients{};
    double constant = 0;

    [[nodiscard]] double at(const plan& x) const {
        double sum = constant;
        for (std::size_t k = 0; k < x.size(); ++k) {
            sum += coefficients[k] * x[k];
        }
        return sum;
    }
};

[[nodiscard]] linear less(const linear& a, const linear& b) {
    linear difference{{}, a.constant - b.constant};
    for (std::size_t k = 0; k < a.coefficients.size(); ++k) {
        difference.coefficients[k] = a.coefficients[k] - b.coefficients[k];
    }
    return difference;
}

/// Where four of the constraints hold with equality; nothing where they do not meet in one point.
[[nodiscard]] std::optional<plan> meeting_point(const std::array<linear, 4>& of) {
    std::array<std::array<double, 5>, 4> rows{};
    for (std::size_t i = 0; i < 4; ++i) {
        std::copy(of[i].coefficients.begin(), of[i].coefficients.end(), rows[i].begin());
        rows[i][4] = -of[i].constant;
    }
    for (std::size_t i = 0; i < 4; ++i) {
        std::size_t pivot = i;
        for (std::size_t r = i; r < 4; ++r) {
            pivot = std::abs(rows[r][i]) > std::abs(rows[pivot][i]) ? r : pivot;
        }
        if (std::abs(rows[pivot][i]) < 1e-11) {
            return std::nullopt;
        }
        std::swap(rows[i], rows[pivot]);
        for (std::size_t r = 0; r < 4; ++r) {
            const double factor = r == i ? 0 : rows[r][i] / rows[i][i];
            for (std::size_t k = 0; k < 5; ++k) {
                rows[r][k] -= factor * rows[i][k];
            }
        }
    }
    plan x{};
    for (std::size_t i = 0; i < 4; ++i) {
        x[i] = rows[i][4] / rows[i][i];
    }
    return x;
}

/// The greatest value of an objective where every constraint is at least 0: at some corner.
[[nodiscard]] double greatest(const linear& objective, std::vector<linear> constraints) {
    for (std::size_t k = 0; k < 4; ++k) {
        linear above{};
        above.coefficients[k] = 1;
        constraints.push_back(above);
        linear below{{}, 1};
        below.coefficients[k] = -1;
        constraints.push_back(below);
    }
    double best = -1;
    const std::size_t n = constraints.size();
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            for (std::size_t c = b + 1; c < n; ++c) {
                for (std::size_t d = c + 1; d < n; ++d) {
                    const auto x = meeting_point(
                        {constraints[a], constraints[b], constraints[c], constraints[d]});
                    if (x && std::all_of(constraints.begin(), constraints.end(),
                                         [&](const linear& g) { return g.at(*x) >= -1e-9; })) {
                        best = std::max(best, objective.at(*x));
                    }
                }
            }
        }
    }
    return best;
}

/// The numbers of a dispute, and what its types get.
struct program {
    double strong;  ///< chance that the other is strong
    double weak;    ///< 1 - strong
    double equals;  ///< war between equals
    double winner;  ///< war of a strong side with a weak one
    double loser;   ///< likewise of the weak one

    explicit program(const dispute& of)
        : strong(of.strong),
          weak(1 - of.strong),
          equals(of.left_over / 2),
          winner(of.victory * of.left_over),
          loser((1 - of.victory) * of.left_over) {}

    [[nodiscard]] linear peace() const {
        return {{weak * weak, 2 * weak * strong, 0, strong * strong}, 0};
    }
    /// A strong side that says so; a weak one that says it were, if its wars are those of the weak.
    [[nodiscard]] linear says_strong(double with_strong, double with_weak) const {
        return {{0, -weak * with_weak, weak, strong * (0.5 - with_strong)},
                strong * with_strong + weak * with_weak};
    }
    [[nodiscard]] linear says_weak(double with_strong, double with_weak) const {
        return {{weak * (0.5 - with_weak), strong * (1 - with_strong), -strong, 0},
                strong * with_strong + weak * with_weak};
    }
    [[nodiscard]] linear honest_strong() const { return says_strong(equals, winner); }
    [[nodiscard]] linear honest_weak() const { return says_weak(loser, equals); }
};

/// A mediator who keeps what it hears to itself: nobody gains by a false word, or by refusing.
[[nodiscard]] double mediated_program(const dispute& of) {
    const program p(of);
    const linear war_of_strong{{}, p.strong * p.equals + p.weak * p.winner};
    const linear war_of_weak{{}, p.strong * p.loser + p.weak * p.equals};
    return greatest(p.peace(), {less(p.honest_strong(), p.says_weak(p.equals, p.winner)),
                                less(p.honest_weak(), p.says_strong(p.loser, p.equals)),
                                less(p.honest_strong(), war_of_strong),
                                less(p.honest_weak(), war_of_weak),
                                {{0, 1, -1, 0}, 0}});
}

/// Words said aloud: then each side knows the other, and fights where its share is less than war
/// gives, also after a false word of its own.
[[nodiscard]] double unmediated_program(const dispute& of) {
    const program p(of);
    std::vector<linear> constraints{{{0, -p.winner, 1, 0}, 0}, {{0, 1 - p.loser, -1, 0}, 0}};
    // strong, said weak: equal shares or war with the weak, the smaller share or war with the
    // strong
    linear bluff = p.says_weak(p.equals, p.winner);
    bluff.coefficients[0] = p.weak * (std::max(0.5, p.winner) - p.winner);
    constraints.push_back(less(p.honest_strong(), bluff));
    bluff.coefficients[1] = bluff.coefficients[2] = 0;
    constraints.push_back(less(p.honest_strong(), bluff));
    // weak, said strong: the greater share or war with the weak
    bluff = p.says_strong(p.loser, p.equals);
    constraints.push_back(less(p.honest_weak(), bluff));
    bluff.coefficients[1] = bluff.coefficients[2] = 0;
    constraints.push_back(less(p.honest_weak(), bluff));
    return greatest(p.peace(), constraints);
}

/// Of those with gamma at least 1: p >= 1/theta - 1/2.
[[nodiscard]] dispute some_dispute() {
    const double left_over = *rc::gen::inRange(67, 99) * 0.01;
    const double least = 1 / left_over - 0.5;
    const double victory = 1 - *rc::gen::inRange(0, 100) * 0.01 * (1 - least);
    return {*rc::gen::inRange(1, 95) * 0.01, victory, left_over};
}

}  // namespace

TEST_CASE("gamma of 0.8 and 0.8 is 1.4") {
    CHECK(near(benefit_of_strength({0.5, 0.8, 0.8}), 1.4));
    CHECK_THROWS_AS(benefit_of_strength({1, 0.8, 0.8}), std::invalid_argument);
    CHECK_THROWS_AS(benefit_of_strength({0.5, 0.5, 0.8}), std::invalid_argument);
    CHECK_THROWS_AS(benefit_of_strength({0.5, 0.8, 1}), std::invalid_argument);
    CHECK_THROWS_AS(benefit_of_strength({0.5, std::nan(""), 0.8}), std::invalid_argument);
}

TEST_CASE("both bring 0.778846 where strength is rare") {
    const dispute of{0.25, 0.8, 0.8};
    CHECK(chance_of_peace(best_mediated(of), 0.25) == printed(0.778846, 6));
    CHECK(best_mediated(of) == best_unmediated(of));
    CHECK(best_mediated(of).strong_strong == 0);
    CHECK_THROWS_AS(chance_of_peace({1, 1, 1.5}, 0.25), std::invalid_argument);
    CHECK_THROWS_AS(chance_of_peace({1, 1, 1}, -0.25), std::invalid_argument);
}

TEST_CASE("mediation brings 0.857143 where talk brings 0.794118") {
    const dispute of{0.5, 0.8, 0.8};
    CHECK(chance_of_peace(best_mediated(of), 0.5) == printed(0.857143, 6));
    CHECK(chance_of_peace(best_unmediated(of), 0.5) == printed(0.794118, 6));
}

TEST_CASE("where strength is common nobody needs to ask") {
    CHECK(best_mediated({0.7, 0.8, 0.8}) == peace_chances{});
    CHECK(best_unmediated({0.7, 0.8, 0.8}) == peace_chances{});
}

TEST_CASE("where gamma is below 1 the closed form is refused") {
    CHECK(benefit_of_strength({0.5, 0.7, 0.8}) < 1);
    CHECK_THROWS_WITH_AS(best_mediated({0.5, 0.7, 0.8}),
                         doctest::Contains("gamma = (p theta - 1/2)/(1/2 - theta/2) must be at "
                                           "least 1"),
                         std::invalid_argument);
    CHECK_THROWS_AS(best_unmediated({0.5, 0.7, 0.8}), std::invalid_argument);
}

TEST_CASE("a linear programme over what a mediator may recommend finds the same") {
    CHECK(mediated_program({0.25, 0.8, 0.8}) == printed(0.778846, 6));
    CHECK(mediated_program({0.5, 0.8, 0.8}) == printed(0.857143, 6));
    tests::check_always(30, [] {
        const dispute of = some_dispute();
        RC_ASSERT(near(chance_of_peace(best_mediated(of), of.strong), mediated_program(of), 1e-8));
    });
}

TEST_CASE("a linear programme over what the sides may say aloud finds the same") {
    CHECK(unmediated_program({0.25, 0.8, 0.8}) == printed(0.778846, 6));
    CHECK(unmediated_program({0.5, 0.8, 0.8}) == printed(0.794118, 6));
    tests::check_always(30, [] {
        const dispute of = some_dispute();
        // beyond, both accept equal shares without a word, which is no separating equilibrium
        RC_PRE(of.strong / (1 - of.strong) < benefit_of_strength(of));
        RC_ASSERT(
            near(chance_of_peace(best_unmediated(of), of.strong), unmediated_program(of), 1e-8));
    });
}

TEST_CASE("a mediator never makes peace less likely") {
    tests::check_always(200, [] {
        const dispute of = some_dispute();
        RC_ASSERT(chance_of_peace(best_mediated(of), of.strong) >=
                  chance_of_peace(best_unmediated(of), of.strong) - tests::grid);
    });
}
