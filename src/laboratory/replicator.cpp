#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/laboratory/replicator.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

#include "laboratory/evolutionary_stability.hpp"
#include "laboratory/positive_payoffs.hpp"

namespace negotiation::laboratory {

namespace {

constexpr double at_rest = 1e-10;       ///< rate of change of a share
constexpr double would_grow = 1e-8;     ///< rate of growth of a strategy that is hardly there
constexpr double extinct = 1e-6;        ///< share below which a strategy does not survive
constexpr double told_apart_by = 1e-9;  ///< payoffs, in shares of their range
constexpr double longest_step = 1;      ///< the method is positive and stable for rates of -1
constexpr double quickness = 0.5;       ///< of the fastest rate of a strategy that is there
constexpr std::uint32_t starts_stream = 0x6d657461;  ///< apart from the streams of matches

/// A mix that every path ends at which comes near it.
struct proven_end {
    strategy_mix mix;
    double nearness = 0;  ///< least sum p_i log(x_i / p_i) from which on that is proven
};

[[nodiscard]] std::vector<proven_end> proven_ends(const payoff_table& payoffs) {
    constexpr double margin = 1e-9;
    std::vector<proven_end> ends;
    for (symmetric_equilibrium& e : symmetric_equilibria(payoffs).all) {
        const double beside = e.under_replicator == stability::attracting
                                  ? superior_up_to(payoffs, e.mix, told_apart_by)
                                  : 0;
        if (beside > 0) {
            ends.push_back({std::move(e.mix), std::log1p(-beside) + margin});
        }
    }
    return ends;
}

[[nodiscard]] bool leads_to(const proven_end& end, const strategy_mix& x) {
    double nearness = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (end.mix[i] > 0) {
            if (!(x[i] > 0)) {
                return false;
            }
            nearness += end.mix[i] * std::log(x[i] / end.mix[i]);
        }
    }
    return nearness > end.nearness;
}

/// The dynamics of one game, with memory of its own.
class population {
public:
    explicit population(const payoff_table& payoffs)
        : of_(positive(payoffs, false)),
          ends_(proven_ends(payoffs)),
          safe_(of_.rows, 2),
          rates_(4, std::vector<double>(of_.rows)),
          probe_(of_.rows) {
        for (std::size_t i = 0; i < of_.rows; ++i) {
            safe_[i] = safe_share(i);
        }
    }

    [[nodiscard]] replicator_path follow(strategy_mix x, std::size_t most) {
        replicator_path path;
        for (; path.steps < most && !path.settled; ++path.steps) {
            double fastest = rates_at(x, rates_[0]);
            path.residual = residual(x);
            if (const auto winner = safe_winner(x)) {
                x.assign(x.size(), 0);
                x[*winner] = 1;
                path.residual = 0;
                path.settled = true;
                break;
            }
            if (const auto end = std::find_if(ends_.begin(), ends_.end(),
                                              [&](const auto& e) { return leads_to(e, x); });
                end != ends_.end()) {
                x = end->mix;
                rates_at(x, rates_[0]);
                path.residual = residual(x);
                path.settled = true;
                break;
            }
            path.settled = path.residual <= at_rest && nothing_grows(x);
            if (!path.settled) {
                step(x, std::min(longest_step, quickness / std::max(fastest, 1e-12)));
            }
        }
        path.mix = std::move(x);
        return path;
    }

private:
    /// Rates of growth. @return the fastest one of a strategy that is there
    double rates_at(const strategy_mix& x, std::vector<double>& into) const {
        double average = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double* const row = of_.values.data() + i * x.size();
            double earned = 0;
            for (std::size_t j = 0; j < x.size(); ++j) {
                earned += row[j] * x[j];
            }
            into[i] = earned;
            average += x[i] * earned;
        }
        double fastest = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            into[i] -= average;
            fastest = x[i] > extinct ? std::max(fastest, std::abs(into[i])) : fastest;
        }
        return fastest;
    }

    [[nodiscard]] double residual(const strategy_mix& x) const {
        double most = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            most = std::max(most, x[i] * std::abs(rates_[0][i]));
        }
        return most;
    }

    [[nodiscard]] bool nothing_grows(const strategy_mix& x) const {
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i] > 0 && rates_[0][i] > would_grow) {
                return false;
            }
        }
        return true;
    }

    /// The share of a strategy from which on it earns more than each other one, and so grows until
    /// it is alone: where it is better than another one by g against itself, and worse by r at most
    /// against any other strategy, that is r / (r + g). 2 where there is no such share.
    [[nodiscard]] double safe_share(std::size_t i) const {
        double share = 0;
        for (std::size_t j = 0; j < of_.rows; ++j) {
            if (j == i) {
                continue;
            }
            const double better = of_.at(i, i) - of_.at(j, i);
            double worse = 0;
            for (std::size_t k = 0; k < of_.rows; ++k) {
                worse = k == i ? worse : std::max(worse, of_.at(j, k) - of_.at(i, k));
            }
            share = better > at_rest ? std::max(share, worse / (worse + better)) : 2;
            if (share > 1) {
                return share;
            }
        }
        return share;
    }

    [[nodiscard]] std::optional<std::size_t> safe_winner(const strategy_mix& x) const {
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i] > safe_[i]) {
                return i;
            }
        }
        return std::nullopt;
    }

    void step(strategy_mix& x, double h) {
        const auto ahead = [&](const std::vector<double>& from, const std::vector<double>& rates,
                               double far) {
            for (std::size_t i = 0; i < x.size(); ++i) {
                probe_[i] = std::max(0.0, x[i] + far * from[i] * rates[i]);
            }
        };
        slopes_.resize(4);
        slopes_[0] = x;
        ahead(x, rates_[0], h / 2);
        rates_at(probe_, rates_[1]);
        slopes_[1] = probe_;
        ahead(slopes_[1], rates_[1], h / 2);
        rates_at(probe_, rates_[2]);
        slopes_[2] = probe_;
        ahead(slopes_[2], rates_[2], h);
        rates_at(probe_, rates_[3]);
        slopes_[3] = probe_;
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double slope = slopes_[0][i] * rates_[0][i] + 2 * slopes_[1][i] * rates_[1][i] +
                                 2 * slopes_[2][i] * rates_[2][i] + slopes_[3][i] * rates_[3][i];
            x[i] = std::max(0.0, x[i] + h / 6 * slope);
            sum += x[i];
        }
        for (double& share : x) {
            share /= sum;
        }
    }

    positive_payoffs of_;
    std::vector<proven_end> ends_;
    std::vector<double> safe_;  ///< share from which a strategy has won; 2 where there is none
    std::vector<std::vector<double>> rates_;
    std::vector<strategy_mix> slopes_;
    strategy_mix probe_;
};

void check_start(const strategy_mix& start, std::size_t strategies) {
    double sum = 0;
    for (const double share : start) {
        sum += share >= 0 ? share : 2;
    }
    if (start.size() != strategies || !(std::abs(sum - 1) <= 1e-9)) {
        throw std::invalid_argument(fmt::format(
            "replicator: needs shares of {} strategies, none negative, that sum to 1; got {} that "
            "sum to {}",
            strategies, start.size(), std::accumulate(start.begin(), start.end(), 0.0)));
    }
}

/// Uniform on the simplex: independent exponential numbers over their sum.
[[nodiscard]] strategy_mix drawn_mix(std::size_t strategies, seed_number seed, std::size_t k) {
    random_stream bits(seed.value, k, starts_stream);
    strategy_mix mix(strategies);
    double sum = 0;
    for (double& share : mix) {
        share = draw_exponential(bits);
        sum += share;
    }
    for (double& share : mix) {
        share = sum > 0 ? share / sum : 1 / static_cast<double>(strategies);
    }
    return mix;
}

/// Paths that end with the same strategies alive.
struct crowd {
    std::vector<bool> alive;
    std::vector<replicator_path> paths;
};

[[nodiscard]] basin basin_of(const payoff_table& payoffs, const crowd& of, std::size_t starts) {
    basin made{strategy_mix(payoffs.size(), 0), proportion_of(of.paths.size(), starts)};
    for (const replicator_path& path : of.paths) {
        for (std::size_t i = 0; i < made.mix.size(); ++i) {
            made.mix[i] += path.mix[i];
        }
        made.residual = std::max(made.residual, path.residual);
    }
    for (double& share : made.mix) {
        share /= static_cast<double>(of.paths.size());
    }
    for (const replicator_path& path : of.paths) {
        for (std::size_t i = 0; i < made.mix.size(); ++i) {
            made.spread = std::max(made.spread, std::abs(path.mix[i] - made.mix[i]));
        }
    }
    made.regret = symmetric_regret(payoffs, made.mix);
    return made;
}

}  // namespace

replicator_path replicator(const payoff_table& payoffs, strategy_mix start, std::size_t most) {
    check_payoffs(payoffs, "replicator", true);
    check_start(start, payoffs.size());
    return population(payoffs).follow(std::move(start), most);
}

replicator_basins basins(const payoff_table& payoffs, seed_number seed, std::size_t starts,
                         std::size_t most) {
    check_payoffs(payoffs, "replicator", true);
    population all(payoffs);
    std::vector<crowd> crowds;
    std::size_t lost = 0;
    for (std::size_t k = 0; k < starts; ++k) {
        replicator_path path = all.follow(drawn_mix(payoffs.size(), seed, k), most);
        if (!path.settled) {
            ++lost;
            continue;
        }
        std::vector<bool> alive;
        for (const double share : path.mix) {
            alive.push_back(share > extinct);
        }
        auto place = std::find_if(crowds.begin(), crowds.end(),
                                  [&](const crowd& c) { return c.alive == alive; });
        if (place == crowds.end()) {
            crowds.push_back({alive, {}});
            place = crowds.end() - 1;
        }
        place->paths.push_back(std::move(path));
    }
    replicator_basins result{{}, proportion_of(lost, starts), starts};
    std::stable_sort(crowds.begin(), crowds.end(), [](const crowd& a, const crowd& b) {
        return a.paths.size() > b.paths.size();
    });
    for (const crowd& one : crowds) {
        result.all.push_back(basin_of(payoffs, one, starts));
    }
    return result;
}

}  // namespace negotiation::laboratory
