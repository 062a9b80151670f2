#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

#include <negotiation/laboratory/lemke_howson.hpp>
#include <negotiation/laboratory/symmetric_equilibria.hpp>

#include "laboratory/linear_system.hpp"
#include "laboratory/positive_payoffs.hpp"

namespace negotiation::laboratory {

namespace {

using strategy_set = std::uint32_t;

constexpr double equal_payoffs = 1e-12;  ///< of payoffs in [1, 2]

/// A symmetric equilibrium of the strategies that are left, and what holds there.
struct resting {
    strategy_mix mix;
    strategy_set unplayed = 0;
    strategy_set best = 0;
};

/// Strategies that no pure one left beats against all that are left.
[[nodiscard]] std::vector<std::size_t> undominated(const positive_payoffs& of) {
    std::vector<std::size_t> left(of.rows);
    std::iota(left.begin(), left.end(), std::size_t{0});
    const auto beaten = [&](std::size_t i) {
        return std::any_of(left.begin(), left.end(), [&](std::size_t by) {
            return std::all_of(left.begin(), left.end(), [&](std::size_t j) {
                return of.at(by, j) > of.at(i, j) + equal_payoffs;
            });
        });
    };
    for (std::size_t before = 0; before != left.size();) {
        before = left.size();
        // All that are beaten now go together: who beats them is beaten by somebody who stays.
        std::vector<std::size_t> stay;
        std::copy_if(left.begin(), left.end(), std::back_inserter(stay),
                     [&](std::size_t i) { return !beaten(i); });
        left = std::move(stay);
    }
    return left;
}

[[nodiscard]] positive_payoffs restricted(const positive_payoffs& of,
                                          const std::vector<std::size_t>& to) {
    positive_payoffs made{to.size(), to.size()};
    for (const std::size_t i : to) {
        for (const std::size_t j : to) {
            made.values.push_back(of.at(i, j));
        }
    }
    return made;
}

/// Walks through the supports of a game with few strategies.
class support_walk {
public:
    explicit support_walk(const positive_payoffs& of) : of_(of), better_(of.rows * of.rows, 0) {
        for (std::size_t by = 0; by < of.rows; ++by) {
            for (std::size_t i = 0; i < of.rows; ++i) {
                for (std::size_t j = 0; j < of.rows; ++j) {
                    const bool more = of.at(by, j) > of.at(i, j) + 2 * equal_payoffs;
                    better_[by * of.rows + i] |= more ? strategy_set{1} << j : 0;
                }
            }
        }
    }

    [[nodiscard]] std::vector<resting> run() {
        const strategy_set all = (strategy_set{1} << of_.rows) - 1;
        for (std::size_t size = 1; size <= of_.rows; ++size) {
            for (strategy_set support = 1; support <= all; ++support) {
                if (static_cast<std::size_t>(std::popcount(support)) == size && !beaten(support)) {
                    try_support(support);
                }
            }
        }
        return std::move(found_);
    }

private:
    /// Whether some strategy does better than one of the support against all of it: most supports
    /// of most games.
    [[nodiscard]] bool beaten(strategy_set support) const {
        for (std::size_t k = 0; k < better_.size(); ++k) {
            if ((support >> (k % of_.rows) & 1U) != 0 && (support & ~better_[k]) == 0) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<double> entries(strategy_set rows, strategy_set columns) const {
        std::vector<double> matrix;
        for (std::size_t i = 0; i < of_.rows; ++i) {
            for (std::size_t j = 0; (rows >> i & 1U) != 0 && j < of_.rows; ++j) {
                if ((columns >> j & 1U) != 0) {
                    matrix.push_back(of_.at(i, j));
                }
            }
        }
        return matrix;
    }

    /// All strategies of the support are best replies. Where that leaves more than one mix, the
    /// extreme ones have other best replies beside them.
    void try_support(strategy_set support) {
        const auto k = static_cast<std::size_t>(std::popcount(support));
        const linear_system own(entries(support, support), k);
        if (!own.singular()) {
            keep(support, *own.solve(std::vector<double>(k, 1.0)));
            return;
        }
        const strategy_set all = (strategy_set{1} << of_.rows) - 1;
        if (column_rank(entries(all, support), of_.rows, k) < k) {
            return;
        }
        for (strategy_set tight = 1; tight <= all; ++tight) {
            if (static_cast<std::size_t>(std::popcount(tight)) == k && tight != support) {
                if (const auto z = linear_system(entries(tight, support), k)
                                       .solve(std::vector<double>(k, 1.0))) {
                    keep(support, *z);
                }
            }
        }
    }

    void keep(strategy_set support, const std::vector<double>& z) {
        resting at{strategy_mix(of_.rows, 0), 0, 0};
        std::size_t place = 0;
        for (std::size_t i = 0; i < of_.rows; ++i) {
            if ((support >> i & 1U) != 0) {
                if (!(z[place] > equal_payoffs)) {
                    return;
                }
                at.mix[i] = z[place++];
            } else {
                at.unplayed |= strategy_set{1} << i;
            }
        }
        for (std::size_t i = 0; i < of_.rows; ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < of_.rows; ++j) {
                sum += of_.at(i, j) * at.mix[j];
            }
            if (sum > 1 + equal_payoffs) {
                return;
            }
            at.best |= sum >= 1 - equal_payoffs ? strategy_set{1} << i : 0;
        }
        if ((support & ~at.best) != 0 ||
            std::any_of(found_.begin(), found_.end(), [&](const resting& known) {
                return known.unplayed == at.unplayed && known.best == at.best;
            })) {
            return;
        }
        const double sum = std::accumulate(at.mix.begin(), at.mix.end(), 0.0);
        for (double& share : at.mix) {
            share /= sum;
        }
        found_.push_back(std::move(at));
    }

    const positive_payoffs& of_;
    std::vector<strategy_set> better_;  ///< by two strategies: against whom the first does better
    std::vector<resting> found_;
};

[[nodiscard]] strategy_mix widened(const strategy_mix& mix, const std::vector<std::size_t>& left,
                                   std::size_t strategies) {
    strategy_mix wide(strategies, 0);
    for (std::size_t k = 0; k < left.size(); ++k) {
        wide[left[k]] = mix[k];
    }
    return wide;
}

[[nodiscard]] symmetric_equilibrium told(const payoff_table& payoffs, strategy_mix mix,
                                         std::optional<bool> isolated) {
    symmetric_equilibrium at;
    const std::vector<double> earned = earnings(payoffs, mix);
    at.payoff = std::inner_product(mix.begin(), mix.end(), earned.begin(), 0.0);
    at.regret = symmetric_regret(payoffs, mix);
    at.isolated = isolated;
    at.under_replicator = stability_of(payoffs, mix);
    at.mix = std::move(mix);
    return at;
}

/// Two extreme equilibria are joined where all labels are borne by what holds at both.
void enumerate(const payoff_table& payoffs, const positive_payoffs& of,
               const std::vector<std::size_t>& left, symmetric_equilibria_result& into) {
    const std::vector<resting> found = support_walk(of).run();
    const strategy_set all = (strategy_set{1} << left.size()) - 1;
    for (const resting& one : found) {
        const bool joined = std::any_of(found.begin(), found.end(), [&](const resting& other) {
            return &one != &other &&
                   ((one.unplayed & other.unplayed) | (one.best & other.best)) == all;
        });
        into.all.push_back(told(payoffs, widened(one.mix, left, payoffs.size()), !joined));
        into.continuum = into.continuum || joined;
    }
}

/// Strategies that are best replies to themselves.
void add_pure(const payoff_table& payoffs, const positive_payoffs& of,
              const std::vector<std::size_t>& left, symmetric_equilibria_result& into) {
    for (const std::size_t i : left) {
        if (std::all_of(left.begin(), left.end(), [&](std::size_t k) {
                return of.at(i, i) >= of.at(k, i) - equal_payoffs;
            })) {
            strategy_mix mix(payoffs.size(), 0);
            mix[i] = 1;
            into.all.push_back(told(payoffs, std::move(mix), std::nullopt));
        }
    }
}

void follow_paths(const payoff_table& payoffs, const std::vector<std::size_t>& left,
                  symmetric_equilibria_result& into) {
    constexpr double same = 1e-9;
    into.complete = false;
    payoff_table few;
    for (const std::size_t i : left) {
        few.emplace_back();
        for (const std::size_t j : left) {
            few.back().push_back(payoffs[i][j]);
        }
    }
    for (std::size_t label = 0; label < left.size(); ++label) {
        const lemke_howson_result end = symmetric_lemke_howson(few, label);
        if (!end.converged) {
            continue;
        }
        strategy_mix mix = widened(end.at.first, left, payoffs.size());
        const bool known = std::any_of(into.all.begin(), into.all.end(), [&](const auto& other) {
            return std::equal(mix.begin(), mix.end(), other.mix.begin(),
                              [](double a, double b) { return std::abs(a - b) <= same; });
        });
        if (!known) {
            into.all.push_back(told(payoffs, std::move(mix), std::nullopt));
        }
    }
}

}  // namespace

symmetric_equilibria_result symmetric_equilibria(const payoff_table& payoffs) {
    check_payoffs(payoffs, "symmetric equilibria", true);
    const positive_payoffs of = positive(payoffs, false);
    const std::vector<std::size_t> left = undominated(of);
    symmetric_equilibria_result result;
    if (left.size() <= most_supports_of) {
        enumerate(payoffs, restricted(of, left), left, result);
    } else {
        add_pure(payoffs, of, left, result);
        follow_paths(payoffs, left, result);
    }
    return result;
}

}  // namespace negotiation::laboratory
