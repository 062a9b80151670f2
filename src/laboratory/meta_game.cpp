#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include <negotiation/laboratory/meta_game.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

namespace negotiation::laboratory {

namespace {

constexpr std::uint32_t resamples_stream = 0x626f6f74;  ///< apart from the streams of matches
constexpr double played = 1e-9;                         ///< least share of a strategy in a mix

/// Standard normal, by Box and Muller.
[[nodiscard]] double drawn_normal(random_stream& bits) {
    const double radius = std::sqrt(2 * draw_exponential(bits));
    return radius * std::cos(2 * std::numbers::pi * draw_share(bits));
}

/// Of several stages other ones, as they came out: how they differ holds what their repeats do to
/// them. Of a single one its repeats alone.
[[nodiscard]] payoff_table resampled(const empirical_game& of, random_stream& bits) {
    const std::size_t n = of.strategies.size();
    payoff_table made(n, std::vector<double>(n, 0));
    const bool alone = of.stages.size() == 1;
    for (std::size_t k = 0; k < of.stages.size(); ++k) {
        const stage_payoffs& on = of.stages[alone ? 0 : draw_place(bits, of.stages.size())];
        for (std::size_t a = 0; a < n; ++a) {
            for (std::size_t b = 0; b < n; ++b) {
                const double error = alone ? on.errors[a][b] : 0;
                made[a][b] += (on.means[a][b] + (error > 0 ? error * drawn_normal(bits) : 0)) /
                              static_cast<double>(of.stages.size());
            }
        }
    }
    return made;
}

/// Counts for each strategy whether it is played in some equilibrium, and in one that attracts.
struct survivors {
    std::vector<std::uint64_t> in_equilibrium;
    std::vector<std::uint64_t> attracting;

    void add(const symmetric_equilibria_result& found) {
        for (std::size_t k = 0; k < in_equilibrium.size(); ++k) {
            bool any = false;
            bool stable = false;
            for (const symmetric_equilibrium& e : found.all) {
                any = any || e.mix[k] > played;
                stable =
                    stable || (e.mix[k] > played && e.under_replicator == stability::attracting);
            }
            in_equilibrium[k] += any ? 1U : 0U;
            attracting[k] += stable ? 1U : 0U;
        }
    }
};

void resample(meta_game& of, const meta_game_options& options) {
    if (of.game.from == sampling::none || options.resamples == 0) {
        return;
    }
    const std::size_t n = of.game.strategies.size();
    survivors counts{std::vector<std::uint64_t>(n, 0), std::vector<std::uint64_t>(n, 0)};
    for (; of.resamples < options.resamples && !options.stop.stop_requested(); ++of.resamples) {
        random_stream bits(options.seed.value, of.resamples, resamples_stream);
        const symmetric_equilibria_result again = symmetric_equilibria(resampled(of.game, bits));
        counts.add(again);
        of.survival_complete = of.survival_complete && again.complete;
    }
    for (std::size_t k = 0; k < n && of.resamples > 0; ++k) {
        of.survive.push_back({proportion_of(counts.in_equilibrium[k], of.resamples),
                              proportion_of(counts.attracting[k], of.resamples)});
    }
}

/// Mean over opponents, itself among them, of what the best reply to each would add.
[[nodiscard]] std::vector<double> regrets_of(const payoff_table& payoffs) {
    const std::size_t n = payoffs.size();
    std::vector<double> regrets(n, 0);
    for (std::size_t against = 0; against < n; ++against) {
        double best = payoffs[0][against];
        for (std::size_t k = 1; k < n; ++k) {
            best = std::max(best, payoffs[k][against]);
        }
        for (std::size_t k = 0; k < n; ++k) {
            regrets[k] += (best - payoffs[k][against]) / static_cast<double>(n);
        }
    }
    return regrets;
}

}  // namespace

meta_game solve(empirical_game game, const meta_game_options& options) {
    meta_game found;
    found.game = std::move(game);
    const payoff_table& payoffs = found.game.payoffs;
    if (payoffs.empty()) {
        return found;
    }
    found.equilibria = symmetric_equilibria(payoffs);
    found.regrets = regrets_of(payoffs);
    found.replicator = basins(payoffs, options.seed, options.starts);
    found.alpha_rank = alpha_rank(payoffs);
    found.logit = logit_response(payoffs, options.precisions);
    resample(found, options);
    return found;
}

}  // namespace negotiation::laboratory
