#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/lemke_howson.hpp>

#include "laboratory/linear_system.hpp"
#include "laboratory/positive_payoffs.hpp"

namespace negotiation::laboratory {

namespace {

constexpr double least_pivot = 1e-9;    ///< of payoffs in [1, 2]; less is rounding
constexpr double tie = 1e-11;           ///< ratios closer than this are equal
constexpr double regret_bound = 1e-12;  ///< of the range of payoffs

/// The system C z + s = 1, z and s not negative, in a basis. Columns are the variables z, then the
/// slacks s, then the right side.
class tableau {
public:
    explicit tableau(const positive_payoffs& of)
        : rows_(of.rows),
          own_(of.columns),
          width_(of.rows + of.columns + 1),
          entries_(of.rows * width_, 0),
          basis_(of.rows) {
        for (std::size_t i = 0; i < rows_; ++i) {
            std::copy_n(of.values.begin() + static_cast<std::ptrdiff_t>(i * own_), own_, row(i));
            row(i)[own_ + i] = 1;
            row(i)[width_ - 1] = 1;
            basis_[i] = own_ + i;
        }
    }

    /// Brings a variable into the basis. @return the one that leaves; nothing where none can
    [[nodiscard]] std::optional<std::size_t> enter(std::size_t variable) {
        const std::optional<std::size_t> place = leaving_row(variable);
        if (!place) {
            return std::nullopt;
        }
        pivot(*place, variable);
        return std::exchange(basis_[*place], variable);
    }

    /// The variables z in the basis.
    [[nodiscard]] std::vector<std::size_t> support() const {
        std::vector<std::size_t> chosen;
        for (const std::size_t variable : basis_) {
            if (variable < own_) {
                chosen.push_back(variable);
            }
        }
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

    /// Rows whose slack is not in the basis: they hold as equations.
    [[nodiscard]] std::vector<std::size_t> tight() const {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < rows_; ++i) {
            if (std::find(basis_.begin(), basis_.end(), own_ + i) == basis_.end()) {
                chosen.push_back(i);
            }
        }
        return chosen;
    }

private:
    [[nodiscard]] double* row(std::size_t i) { return entries_.data() + i * width_; }
    [[nodiscard]] const double* row(std::size_t i) const { return entries_.data() + i * width_; }

    /// The row of the least ratio; ties are told apart by the ratios of the slacks' columns, one
    /// after another, which are never all alike.
    [[nodiscard]] std::optional<std::size_t> leaving_row(std::size_t variable) const {
        std::vector<std::size_t> among;
        for (std::size_t i = 0; i < rows_; ++i) {
            if (row(i)[variable] > least_pivot) {
                among.push_back(i);
            }
        }
        keep_least(among, variable, width_ - 1);
        for (std::size_t slack = own_; among.size() > 1 && slack < width_ - 1; ++slack) {
            keep_least(among, variable, slack);
        }
        return among.empty() ? std::nullopt : std::optional(among.front());
    }

    void keep_least(std::vector<std::size_t>& among, std::size_t variable,
                    std::size_t column) const {
        double least = 0;
        for (std::size_t k = 0; k < among.size(); ++k) {
            const double ratio = row(among[k])[column] / row(among[k])[variable];
            least = k == 0 ? ratio : std::min(least, ratio);
        }
        const double most = least + tie * std::max(1.0, std::abs(least));
        std::erase_if(among,
                      [&](std::size_t i) { return row(i)[column] / row(i)[variable] > most; });
    }

    void pivot(std::size_t place, std::size_t variable) {
        double* const with = row(place);
        const double by = with[variable];
        for (std::size_t j = 0; j < width_; ++j) {
            with[j] /= by;
        }
        with[variable] = 1;
        for (std::size_t i = 0; i < rows_; ++i) {
            const double factor = row(i)[variable];
            if (i == place || factor == 0) {
                continue;
            }
            double* const to = row(i);
            for (std::size_t j = 0; j < width_; ++j) {
                to[j] -= factor * with[j];
            }
            to[variable] = 0;
        }
    }

    std::size_t rows_;
    std::size_t own_;    ///< variables z
    std::size_t width_;  ///< of a row
    std::vector<double> entries_;
    std::vector<std::size_t> basis_;  ///< by row
};

/// The mix of a basis, solved for anew; nothing where rounding has spoilt the basis.
[[nodiscard]] std::optional<strategy_mix> mix_of(const positive_payoffs& of,
                                                 const std::vector<std::size_t>& support,
                                                 const std::vector<std::size_t>& tight) {
    const std::size_t k = support.size();
    if (k == 0 || tight.size() != k) {
        return std::nullopt;
    }
    std::vector<double> matrix;
    for (const std::size_t i : tight) {
        for (const std::size_t j : support) {
            matrix.push_back(of.at(i, j));
        }
    }
    const auto found = linear_system(matrix, k).solve(std::vector<double>(k, 1.0));
    if (!found) {
        return std::nullopt;
    }
    strategy_mix mix(of.columns, 0);
    for (std::size_t place = 0; place < k; ++place) {
        mix[support[place]] = std::max(0.0, (*found)[place]);
    }
    const double sum = std::accumulate(mix.begin(), mix.end(), 0.0);
    if (!(sum > 0)) {
        return std::nullopt;
    }
    for (double& share : mix) {
        share /= sum;
    }
    return mix;
}

[[nodiscard]] bool certain(const bimatrix_game& game, double regret) {
    return regret <= regret_bound * std::max(payoff_range(game.first), payoff_range(game.second));
}

/// Where the path was lost, both play everything alike, and the regret says what that is worth.
[[nodiscard]] lemke_howson_result result_of(const bimatrix_game& game,
                                            std::optional<strategy_mix> first,
                                            std::optional<strategy_mix> second, bool ended,
                                            std::size_t pivots) {
    const bool known = first && second;
    const auto even = [](std::size_t n) { return strategy_mix(n, 1.0 / static_cast<double>(n)); };
    lemke_howson_result result;
    result.at = weigh(game, known ? *std::move(first) : even(game.first.size()),
                      known ? *std::move(second) : even(game.first.front().size()));
    result.pivots = pivots;
    result.converged = ended && known && certain(game, result.at.regret);
    return result;
}

void check_label(std::size_t dropped, std::size_t labels) {
    if (dropped >= labels) {
        throw std::invalid_argument(fmt::format(
            "Lemke-Howson: the dropped label must lie in [0, {}); got {}", labels, dropped));
    }
}

}  // namespace

lemke_howson_result lemke_howson(const bimatrix_game& game, std::size_t dropped, std::size_t most) {
    check_game(game, "Lemke-Howson");
    const std::size_t m = game.first.size();
    const std::size_t n = game.first.front().size();
    check_label(dropped, m + n);
    // The first's payoffs hold the second's mix, and the other way round.
    const positive_payoffs of_first = positive(game.first, false);
    const positive_payoffs of_second = positive(game.second, true);
    tableau columns(of_first);  // variables: n columns, then m slacks of rows
    tableau rows(of_second);    // variables: m rows, then n slacks of columns
    bool in_rows = dropped < m;
    std::size_t entering = in_rows ? dropped : dropped - m;
    for (std::size_t pivots = 1; pivots <= most; ++pivots) {
        const auto left = (in_rows ? rows : columns).enter(entering);
        if (!left) {
            return result_of(game, {}, {}, false, pivots);
        }
        // Variables of `rows` bear labels in their own order, those of `columns` columns first.
        const std::size_t label = in_rows ? *left : *left < n ? m + *left : *left - n;
        if (label == dropped) {
            return result_of(game, mix_of(of_second, rows.support(), rows.tight()),
                             mix_of(of_first, columns.support(), columns.tight()), true, pivots);
        }
        in_rows = !in_rows;
        entering = in_rows ? label : label < m ? n + label : label - m;
    }
    return result_of(game, {}, {}, false, most);
}

lemke_howson_result first_equilibrium(const bimatrix_game& game, std::size_t most) {
    check_game(game, "Lemke-Howson");
    const std::size_t labels = game.first.size() + game.first.front().size();
    std::size_t pivots = 0;
    lemke_howson_result last;
    for (std::size_t limit = 2 * labels;; limit *= 2) {
        for (std::size_t label = 0; label < labels; ++label) {
            last = lemke_howson(game, label, std::min(limit, most));
            pivots += last.pivots;
            if (last.converged) {
                last.pivots = pivots;
                return last;
            }
        }
        if (limit >= most) {
            last.pivots = pivots;
            return last;
        }
    }
}

lemke_howson_result symmetric_lemke_howson(const payoff_table& payoffs, std::size_t dropped,
                                           std::size_t most) {
    const bimatrix_game game = symmetric_game(payoffs);
    const std::size_t n = payoffs.size();
    check_label(dropped, n);
    const positive_payoffs of = positive(payoffs, false);
    tableau all(of);
    std::size_t entering = dropped;
    for (std::size_t pivots = 1; pivots <= most; ++pivots) {
        const auto left = all.enter(entering);
        if (!left) {
            return result_of(game, {}, {}, false, pivots);
        }
        if (*left % n == dropped) {
            const auto mix = mix_of(of, all.support(), all.tight());
            return result_of(game, mix, mix, true, pivots);
        }
        entering = *left < n ? *left + n : *left - n;
    }
    return result_of(game, {}, {}, false, most);
}

}  // namespace negotiation::laboratory
