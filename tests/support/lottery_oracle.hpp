#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

/// Fair lotteries by looking at every corner of what lotteries can give: slow, and as far from
/// pivots and ascents as can be. Shares no code with the library.
namespace negotiation::tests {

/// What a few deals are worth to a few parties beyond no deal; all that may be tossed for.
class lottery_oracle {
public:
    using gains = std::vector<double>;  ///< an entry a party

    explicit lottery_oracle(std::vector<gains> deals) : deals_(std::move(deals)) {
        const std::size_t n = deals_.front().size();
        visit_bases(gains(n, 0.0), gains(n, 0.0), [&](const std::vector<double>& chances) {
            gains corner(n, 0.0);
            for (std::size_t k = 0; k < deals_.size(); ++k) {
                for (std::size_t i = 0; i < n; ++i) {
                    corner[i] += chances[k] * deals_[k][i];
                }
            }
            corners_.push_back(std::move(corner));
        });
    }

    /// The corners of the expected gains that leave nobody below 0; none where there are none.
    [[nodiscard]] const std::vector<gains>& corners() const { return corners_; }

    /// The greatest weighted sum of expected gains: a corner has it.
    [[nodiscard]] double most(const std::vector<double>& weights) const {
        double best = -1e300;
        for (const gains& corner : corners_) {
            best = std::max(best,
                            std::inner_product(corner.begin(), corner.end(), weights.begin(), 0.0));
        }
        return best;
    }

    /// The most that each party can expect; 0, without noise, where that is nothing.
    [[nodiscard]] gains ideal() const {
        gains most_of(deals_.front().size());
        for (std::size_t i = 0; i < most_of.size(); ++i) {
            std::vector<double> only(most_of.size(), 0.0);
            only[i] = 1;
            most_of[i] = most(only);
            most_of[i] = most_of[i] > 1e-9 ? most_of[i] : 0;
        }
        return most_of;
    }

    /// Leximin by its definition: the greatest least multiple of `scale`; whoever cannot have more
    /// while the others have that much keeps it; then the same for those who are left. Parties of
    /// scale 0 are left out.
    /// @return the multiples, rising
    [[nodiscard]] std::vector<double> leximin(std::vector<double> scale) const {
        std::vector<double> levels;
        gains floor(scale.size(), 0.0);
        while (*std::max_element(scale.begin(), scale.end()) > 0) {
            const double level = *greatest(
                scale, floor, [&](const std::vector<double>& x) { return x[deals_.size()]; });
            gains raised = floor;
            for (std::size_t i = 0; i < scale.size(); ++i) {
                raised[i] += level * scale[i];
            }
            const std::vector<double> before = scale;
            for (std::size_t i = 0; i < scale.size(); ++i) {
                if (before[i] > 0 && !can_exceed(i, raised)) {
                    levels.push_back(level);
                    floor[i] = raised[i];
                    scale[i] = 0;
                }
            }
            if (scale == before) {
                return {};  // rounding; no test passes on this
            }
        }
        return levels;
    }

private:
    [[nodiscard]] bool can_exceed(std::size_t i, const gains& floor) const {
        const auto most_of = greatest(gains(floor.size(), 0.0), floor, [&](const auto& x) {
            double sum = 0;
            for (std::size_t k = 0; k < deals_.size(); ++k) {
                sum += x[k] * deals_[k][i];
            }
            return sum;
        });
        return most_of && *most_of > floor[i] + 1e-8;
    }

    template <class Objective>
    [[nodiscard]] std::optional<double> greatest(const std::vector<double>& scale,
                                                 const gains& floor, Objective objective) const {
        std::optional<double> best;
        visit_bases(scale, floor, [&](const std::vector<double>& x) {
            best = std::max(best.value_or(-1e300), objective(x));
        });
        return best;
    }

    /// Calls `visit` with every basic solution of: chances of the deals and a level, all at or
    /// above 0, chances adding to 1, everybody expecting `floor` plus `scale` times the level or
    /// more. A linear objective is greatest in one of them.
    template <class Visit>
    void visit_bases(const std::vector<double>& scale, const gains& floor, Visit visit) const {
        const std::size_t n = floor.size();
        const std::size_t m = deals_.size();
        // Columns: deals, the level, what each party has beyond its floor. Rows: sum, parties.
        std::vector<std::vector<double>> columns(m + 1 + n, std::vector<double>(n + 1, 0.0));
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < m; ++k) {
                columns[k][i + 1] = deals_[k][i];
            }
            columns[m][i + 1] = -scale[i];
            columns[m + 1 + i][i + 1] = -1;
        }
        for (std::size_t k = 0; k < m; ++k) {
            columns[k][0] = 1;
        }
        std::vector<double> right{1};
        right.insert(right.end(), floor.begin(), floor.end());

        std::vector<char> chosen(columns.size(), 0);
        std::fill_n(chosen.begin(), n + 1, 1);
        do {
            const auto x = basic_solution(columns, chosen, right);
            if (x) {
                visit(*x);
            }
        } while (std::prev_permutation(chosen.begin(), chosen.end()));
    }

    /// Gauss-Jordan on the chosen columns; nothing where they are dependent or a variable is
    /// below 0.
    [[nodiscard]] static std::optional<std::vector<double>> basic_solution(
        const std::vector<std::vector<double>>& columns, const std::vector<char>& chosen,
        const std::vector<double>& right) {
        const std::size_t n = right.size();
        std::vector<std::vector<double>> rows(n);
        std::vector<std::size_t> names;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (chosen[c] != 0) {
                names.push_back(c);
                for (std::size_t r = 0; r < n; ++r) {
                    rows[r].push_back(columns[c][r]);
                }
            }
        }
        for (std::size_t r = 0; r < n; ++r) {
            rows[r].push_back(right[r]);
        }
        for (std::size_t c = 0; c < n; ++c) {
            std::size_t pivot = c;
            for (std::size_t r = c + 1; r < n; ++r) {
                pivot = std::abs(rows[r][c]) > std::abs(rows[pivot][c]) ? r : pivot;
            }
            if (std::abs(rows[pivot][c]) < 1e-9) {
                return std::nullopt;
            }
            std::swap(rows[c], rows[pivot]);
            for (std::size_t r = 0; r < n; ++r) {
                const double factor = r == c ? 0 : rows[r][c] / rows[c][c];
                for (std::size_t k = c; factor != 0 && k <= n; ++k) {
                    rows[r][k] -= factor * rows[c][k];
                }
            }
        }
        std::vector<double> x(columns.size(), 0.0);
        for (std::size_t c = 0; c < n; ++c) {
            x[names[c]] = rows[c][n] / rows[c][c];
            if (x[names[c]] < -1e-10) {
                return std::nullopt;
            }
        }
        return x;
    }

    std::vector<gains> deals_;
    std::vector<gains> corners_;
};

}  // namespace negotiation::tests
