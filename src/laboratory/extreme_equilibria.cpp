#include <algorithm>
#include <bit>
#include <numeric>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/extreme_equilibria.hpp>

#include "laboratory/linear_system.hpp"
#include "laboratory/positive_payoffs.hpp"

namespace negotiation::laboratory {

namespace {

using label_set = std::uint64_t;

constexpr double rounding = 1e-12;  ///< of payoffs in [1, 2]
constexpr std::size_t most_strategies = 31;

/// A mix of one player, and its labels: own strategies that are unplayed, from bit `own`, and
/// replies of the other that are best, from bit `other`.
struct vertex {
    strategy_mix mix;
    label_set bears = 0;
};

[[nodiscard]] std::vector<std::size_t> places_of(label_set mask) {
    std::vector<std::size_t> places;
    for (; mask != 0; mask &= mask - 1) {
        places.push_back(static_cast<std::size_t>(std::countr_zero(mask)));
    }
    return places;
}

/// The next larger mask with as many bits (Gosper).
[[nodiscard]] label_set next_of_size(label_set mask) {
    const label_set lowest = mask & (~mask + 1);
    const label_set ripple = mask + lowest;
    return ripple | (((mask ^ ripple) >> 2) / lowest);
}

/// All vertices but 0 of {z >= 0, C z <= 1}, z a mix before it is divided by its sum.
class polytope {
public:
    polytope(positive_payoffs of, std::size_t own, std::size_t other)
        : of_(std::move(of)),
          own_(own),
          other_(other) {}

    [[nodiscard]] std::vector<vertex> vertices() {
        const std::size_t most = std::min(of_.rows, of_.columns);
        for (std::size_t size = 1; size <= most; ++size) {
            const label_set first = (label_set{1} << size) - 1;
            for (label_set support = first; support < label_set{1} << of_.columns;
                 support = next_of_size(support)) {
                for (label_set tight = first; tight < label_set{1} << of_.rows;
                     tight = next_of_size(tight)) {
                    try_one(places_of(support), places_of(tight));
                }
            }
        }
        return std::move(found_);
    }

    [[nodiscard]] std::uint64_t systems() const noexcept { return systems_; }

private:
    void try_one(const std::vector<std::size_t>& support, const std::vector<std::size_t>& tight) {
        ++systems_;
        std::vector<double> matrix;
        for (const std::size_t i : tight) {
            for (const std::size_t j : support) {
                matrix.push_back(of_.at(i, j));
            }
        }
        const auto z =
            linear_system(matrix, support.size()).solve(std::vector<double>(support.size(), 1.0));
        if (z && std::all_of(z->begin(), z->end(), [](double v) { return v >= -rounding; })) {
            keep(support, *z);
        }
    }

    void keep(const std::vector<std::size_t>& support, const std::vector<double>& z) {
        vertex v{strategy_mix(of_.columns, 0), 0};
        for (std::size_t k = 0; k < support.size(); ++k) {
            v.mix[support[k]] = z[k] > rounding ? z[k] : 0;
        }
        for (std::size_t i = 0; i < of_.rows; ++i) {
            double sum = 0;
            for (const std::size_t j : support) {
                sum += of_.at(i, j) * v.mix[j];
            }
            if (sum > 1 + rounding) {
                return;
            }
            v.bears |= sum >= 1 - rounding ? label_set{1} << (other_ + i) : 0;
        }
        for (std::size_t j = 0; j < of_.columns; ++j) {
            v.bears |= v.mix[j] == 0 ? label_set{1} << (own_ + j) : 0;
        }
        // A vertex is told by what is tight there; small supports come first.
        if (known_.insert(v.bears).second) {
            const double sum = std::accumulate(v.mix.begin(), v.mix.end(), 0.0);
            for (double& share : v.mix) {
                share /= sum;
            }
            found_.push_back(std::move(v));
        }
    }

    positive_payoffs of_;
    std::size_t own_;
    std::size_t other_;
    std::vector<vertex> found_;
    std::unordered_set<label_set> known_;
    std::uint64_t systems_ = 0;
};

/// binomial(m + n, m) - 1 systems a player, in floating point: only its size matters.
void check_size(std::size_t m, std::size_t n, std::uint64_t most) {
    double systems = 1;
    for (std::size_t k = 1; k <= std::min(m, n); ++k) {
        systems *= static_cast<double>(m + n + 1 - k) / static_cast<double>(k);
    }
    systems = 2 * (systems - 1);
    if (m > most_strategies || n > most_strategies || systems > static_cast<double>(most)) {
        throw std::invalid_argument(
            fmt::format("extreme equilibria: {} x {} strategies have {:.3g} pairs of supports; at "
                        "most {} can be tried; follow paths of Lemke and Howson instead",
                        m, n, systems, most));
    }
}

}  // namespace

extreme_equilibria_result extreme_equilibria(const bimatrix_game& game, std::uint64_t most) {
    check_game(game, "extreme equilibria");
    const std::size_t m = game.first.size();
    const std::size_t n = game.first.front().size();
    check_size(m, n, most);
    // Labels: rows from bit 0, columns from bit m. The second's payoffs bound the first's mix.
    polytope of_first(positive(game.second, true), 0, m);
    polytope of_second(positive(game.first, false), m, 0);
    const std::vector<vertex> rows = of_first.vertices();
    const std::vector<vertex> columns = of_second.vertices();
    const label_set every = (label_set{1} << (m + n)) - 1;
    std::vector<std::size_t> met_row(rows.size(), 0);
    std::vector<std::size_t> met_column(columns.size(), 0);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < rows.size(); ++a) {
        for (std::size_t b = 0; b < columns.size(); ++b) {
            if ((rows[a].bears | columns[b].bears) == every) {
                pairs.emplace_back(a, b);
                ++met_row[a];
                ++met_column[b];
            }
        }
    }
    extreme_equilibria_result result;
    result.systems = of_first.systems() + of_second.systems();
    for (const auto& [a, b] : pairs) {
        const bool isolated = met_row[a] == 1 && met_column[b] == 1;
        result.all.push_back({weigh(game, rows[a].mix, columns[b].mix), isolated});
        result.continuum = result.continuum || !isolated;
    }
    return result;
}

}  // namespace negotiation::laboratory
