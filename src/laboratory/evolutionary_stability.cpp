#include "laboratory/evolutionary_stability.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

namespace negotiation::laboratory {

namespace {

using place_list = std::vector<std::size_t>;

/// A support, and the best replies beside it.
struct best_replies {
    place_list inside;
    place_list beside;
};

[[nodiscard]] best_replies replies_to(const payoff_table& payoffs, const strategy_mix& mix,
                                      double tight) {
    const std::vector<double> earned = earnings(payoffs, mix);
    const double own = std::inner_product(mix.begin(), mix.end(), earned.begin(), 0.0);
    best_replies found;
    for (std::size_t i = 0; i < mix.size(); ++i) {
        if (mix[i] > 0) {
            found.inside.push_back(i);
        } else if (earned[i] >= own - tight) {
            found.beside.push_back(i);
        }
    }
    return found;
}

/// -(z . A z) as a form of the shares of all but one strategy of the support, whose share is what
/// the others leave.
[[nodiscard]] Eigen::MatrixXd form_of(const payoff_table& a, std::size_t left_out,
                                      const place_list& others) {
    const auto n = static_cast<Eigen::Index>(others.size());
    Eigen::MatrixXd form(n, n);
    for (Eigen::Index r = 0; r < n; ++r) {
        for (Eigen::Index c = 0; c < n; ++c) {
            const std::size_t i = others[static_cast<std::size_t>(r)];
            const std::size_t j = others[static_cast<std::size_t>(c)];
            const std::size_t m = left_out;
            form(r, c) = -(a[i][j] - a[i][m] - a[m][j] + a[m][m]) / 2 -
                         (a[j][i] - a[j][m] - a[m][i] + a[m][m]) / 2;
        }
    }
    return form;
}

[[nodiscard]] bool one_sign(const Eigen::VectorXd& v, double tiny) {
    return v.minCoeff() > tiny || v.maxCoeff() < -tiny;
}

/// Some of the rows, by bits, and their columns.
[[nodiscard]] Eigen::MatrixXd principal(const square_matrix& of, const place_list& rows,
                                        std::uint32_t some) {
    place_list taken;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if ((some >> k & 1U) != 0) {
            taken.push_back(rows[k]);
        }
    }
    const auto n = static_cast<Eigen::Index>(taken.size());
    Eigen::MatrixXd made(n, n);
    for (Eigen::Index r = 0; r < n; ++r) {
        for (Eigen::Index c = 0; c < n; ++c) {
            made(r, c) = of[taken[static_cast<std::size_t>(r)]][taken[static_cast<std::size_t>(c)]];
        }
    }
    return made;
}

/// What the submatrix of some rows says, given that all smaller ones say yes.
[[nodiscard]] std::optional<bool> positive_on(const Eigen::MatrixXd& part, double tiny) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(part);
    const double least = solver.eigenvalues()[0];
    if (least > tiny) {
        return true;
    }
    if (least >= -tiny && part.rows() > 1 && solver.eigenvalues()[1] <= tiny) {
        return std::nullopt;
    }
    // Where all smaller ones are positive and this is not, one eigenvalue is 0 or below, the least,
    // and its vector is positive.
    constexpr double at_the_edge = 1e-7;
    const Eigen::VectorXd vector = solver.eigenvectors().col(0);
    if (!one_sign(vector, -at_the_edge)) {
        return true;
    }
    return least < -tiny && one_sign(vector, at_the_edge) ? std::optional(false) : std::nullopt;
}

/// The rows that numbers below 0 join to a first one, directly or by others.
[[nodiscard]] place_list joined_to(std::size_t first, const square_matrix& matrix,
                                   std::vector<bool>& taken) {
    place_list together{first};
    taken[first] = true;
    for (std::size_t k = 0; k < together.size(); ++k) {
        for (std::size_t j = 0; j < matrix.size(); ++j) {
            if (!taken[j] && matrix[together[k]][j] < 0) {
                taken[j] = true;
                together.push_back(j);
            }
        }
    }
    return together;
}

[[nodiscard]] std::optional<bool> positive_on_all_of(const place_list& rows,
                                                     const square_matrix& matrix, double tiny) {
    if (rows.size() > most_beside) {
        return std::nullopt;
    }
    const std::uint32_t all = (std::uint32_t{1} << rows.size()) - 1;
    bool open = false;
    for (int size = 1; size <= static_cast<int>(rows.size()) && !open; ++size) {
        for (std::uint32_t some = 1; some <= all; ++some) {
            if (std::popcount(some) == size) {
                const std::optional<bool> says = positive_on(principal(matrix, rows, some), tiny);
                if (says == false) {
                    return false;
                }
                open = open || !says;
            }
        }
    }
    return open ? std::nullopt : std::optional(true);
}

/// Shares of the support rise and fall: there the form has to be positive definite, and what is
/// left of it for the others, where the support answers best, positive for shares that only rise.
struct split_form {
    std::optional<bool> inside;  ///< whether it is positive definite on the support
    square_matrix left = {};     ///< for those beside; only where it is
};

[[nodiscard]] split_form split(const payoff_table& payoffs, const best_replies& of, double tiny) {
    place_list others(of.inside.begin() + 1, of.inside.end());
    const auto inside = static_cast<Eigen::Index>(others.size());
    const auto beside = static_cast<Eigen::Index>(of.beside.size());
    others.insert(others.end(), of.beside.begin(), of.beside.end());
    const Eigen::MatrixXd form = form_of(payoffs, of.inside.front(), others);
    const Eigen::MatrixXd own = form.topLeftCorner(inside, inside);
    if (inside > 0) {
        const double least =
            Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(own, Eigen::EigenvaluesOnly)
                .eigenvalues()[0];
        if (least < tiny) {
            return {least < -tiny ? std::optional(false) : std::nullopt};
        }
    }
    Eigen::MatrixXd left = form.bottomRightCorner(beside, beside);
    if (inside > 0 && beside > 0) {
        const Eigen::MatrixXd between = form.topRightCorner(inside, beside);
        left -= between.transpose() * own.ldlt().solve(between);
    }
    split_form made{true, square_matrix(of.beside.size())};
    for (Eigen::Index r = 0; r < beside; ++r) {
        for (Eigen::Index c = 0; c < beside; ++c) {
            made.left[static_cast<std::size_t>(r)].push_back(left(r, c));
        }
    }
    return made;
}

/// What each strategy beside the support falls short of it, never below 0.
[[nodiscard]] std::vector<double> losses_of(const payoff_table& payoffs, const strategy_mix& mix,
                                            const place_list& beside, double tiny) {
    const std::vector<double> earned = earnings(payoffs, mix);
    const double own = std::inner_product(mix.begin(), mix.end(), earned.begin(), 0.0);
    std::vector<double> losses;
    for (const std::size_t i : beside) {
        losses.push_back(own - earned[i] > tiny ? own - earned[i] : 0);
    }
    return losses;
}

}  // namespace

/// What is not joined by numbers below 0 only adds to one another: each part has to be positive,
/// and that is enough.
std::optional<bool> strictly_copositive(const square_matrix& matrix, double tiny) {
    std::vector<bool> taken(matrix.size(), false);
    bool open = false;
    for (std::size_t first = 0; first < matrix.size(); ++first) {
        if (!taken[first]) {
            const std::optional<bool> says =
                positive_on_all_of(joined_to(first, matrix, taken), matrix, tiny);
            if (says == false) {
                return false;
            }
            open = open || !says;
        }
    }
    return open ? std::nullopt : std::optional(true);
}

std::optional<bool> evolutionarily_stable(const payoff_table& payoffs, const strategy_mix& mix,
                                          double tight) {
    const double tiny = tight * payoff_range(payoffs);
    const split_form form = split(payoffs, replies_to(payoffs, mix, tiny), tiny);
    return form.inside == true ? strictly_copositive(form.left, tiny) : form.inside;
}

/// With x = p + z: p . A x - x . A x = d . z - z . A z, d what each strategy beside the support
/// loses against p. Where 1 . z, over those beside, is at most s, that is no less than the form
/// (d . z) (1 . z) / s - z . A z.
double superior_up_to(const payoff_table& payoffs, const strategy_mix& mix, double tight) {
    constexpr int halvings = 16;
    const double range = payoff_range(payoffs);
    const double tiny = tight * range;
    const best_replies all = replies_to(payoffs, mix, 2 * range);
    const split_form form = split(payoffs, all, tiny);
    if (form.inside != true) {
        return 0;
    }
    const std::vector<double> losses = losses_of(payoffs, mix, all.beside, tiny);
    const auto proven = [&](double s) {
        square_matrix rows = form.left;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (std::size_t c = 0; c < rows.size(); ++c) {
                rows[r][c] = s * rows[r][c] + (losses[r] + losses[c]) / 2;
            }
        }
        return strictly_copositive(rows, tiny) == true;
    };
    if (proven(1)) {
        return 1;
    }
    double low = 0;
    double high = 1;
    for (int k = 0; k < halvings; ++k) {
        const double middle = (low + high) / 2;
        (proven(middle) ? low : high) = middle;
    }
    return low;
}

}  // namespace negotiation::laboratory
