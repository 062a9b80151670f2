#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include <negotiation/laboratory/empirical_game.hpp>

#include "laboratory/repeat_errors.hpp"

namespace negotiation::laboratory {

namespace {

/// One strategy against another one on one stage.
struct met {
    double sum = 0;  ///< of means of pairings, a seat each
    double count = 0;
};

using meetings = std::vector<std::vector<met>>;

void add_pairing(const pairing_result& p, meetings& into) {
    const auto n = static_cast<double>(p.results);
    for (std::size_t seat = 0; seat < 2; ++seat) {
        met& cell = into[p.who.contestants[seat]][p.who.contestants[1 - seat]];
        cell.sum += p.advantages[seat] / n;
        cell.count += 1;
    }
}

/// Contestants that met one another and themselves on all stages: as long as there are gaps, the
/// one with most of them goes, the last of several.
[[nodiscard]] std::vector<std::size_t> without_gaps(const std::vector<meetings>& stages,
                                                    std::size_t contestants) {
    std::vector<std::size_t> left(contestants);
    std::iota(left.begin(), left.end(), std::size_t{0});
    const auto gaps_of = [&](std::size_t a) {
        std::size_t gaps = 0;
        for (const meetings& on : stages) {
            for (const std::size_t b : left) {
                // A gap of its own weighs more than any that it shares.
                gaps += on[a][b].count > 0 ? 0 : a == b ? 2 * contestants : 1;
            }
        }
        return gaps;
    };
    while (!left.empty()) {
        std::size_t worst = 0;
        std::size_t most = 0;
        for (std::size_t k = 0; k < left.size(); ++k) {
            const std::size_t gaps = gaps_of(left[k]);
            if (gaps > 0 && gaps >= most) {
                most = gaps;
                worst = k;
            }
        }
        if (most == 0) {
            break;
        }
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(worst));
    }
    return left;
}

[[nodiscard]] stage_payoffs payoffs_on(std::size_t stage, const meetings& on,
                                       const payoff_table& errors,
                                       const std::vector<std::size_t>& strategies) {
    stage_payoffs made{stage, {}, {}};
    for (const std::size_t a : strategies) {
        made.means.emplace_back();
        made.errors.emplace_back();
        for (const std::size_t b : strategies) {
            made.means.back().push_back(on[a][b].sum / on[a][b].count);
            made.errors.back().push_back(errors[a][b]);
        }
    }
    return made;
}

/// Mean and standard error of the mean over stages.
[[nodiscard]] std::pair<double, double> over_stages(const std::vector<stage_payoffs>& stages,
                                                    std::size_t a, std::size_t b) {
    const auto n = static_cast<double>(stages.size());
    double sum = 0;
    for (const stage_payoffs& on : stages) {
        sum += on.means[a][b];
    }
    double squares = 0;
    for (const stage_payoffs& on : stages) {
        squares += (on.means[a][b] - sum / n) * (on.means[a][b] - sum / n);
    }
    return {sum / n, n > 1 ? std::sqrt(squares / (n - 1) / n) : stages.front().errors[a][b]};
}

void average(empirical_game& of) {
    for (std::size_t a = 0; a < of.strategies.size(); ++a) {
        of.payoffs.emplace_back();
        of.errors.emplace_back();
        for (std::size_t b = 0; b < of.strategies.size(); ++b) {
            const auto [mean_payoff, error] = over_stages(of.stages, a, b);
            of.payoffs.back().push_back(mean_payoff);
            of.errors.back().push_back(error);
        }
    }
    if (of.from == sampling::none) {
        of.errors.clear();
    }
}

}  // namespace

empirical_game game_of(const tournament_result& from, std::size_t contestants) {
    empirical_game found;
    std::vector<std::size_t> places;
    std::vector<std::optional<std::size_t>> place_of_stage(from.stages.size());
    for (std::size_t k = 0; k < from.stages.size(); ++k) {
        if (from.stages[k].parties > 2) {
            found.too_large.push_back(k);
        } else if (from.stages[k].results > 0) {
            place_of_stage[k] = places.size();
            places.push_back(k);
        }
    }
    std::vector<meetings> stages(places.size(),
                                 meetings(contestants, std::vector<met>(contestants)));
    std::size_t least_repeats = places.empty() ? 0 : from.planned;
    for (const pairing_result& p : from.pairings) {
        if (place_of_stage[p.who.stage] && p.results > 0) {
            add_pairing(p, stages[*place_of_stage[p.who.stage]]);
            least_repeats = std::min(least_repeats, p.results);
        }
    }
    if (!places.empty()) {
        found.strategies = without_gaps(stages, contestants);
    }
    for (std::size_t a = 0; a < contestants; ++a) {
        if (std::find(found.strategies.begin(), found.strategies.end(), a) ==
            found.strategies.end()) {
            found.left_out.push_back(a);
        }
    }
    if (found.strategies.empty()) {
        return found;
    }
    for (std::size_t k = 0; k < places.size(); ++k) {
        found.stages.push_back(payoffs_on(
            places[k], stages[k], repeat_errors(from, places[k], contestants), found.strategies));
    }
    found.from = places.size() > 1   ? sampling::stages
                 : least_repeats > 1 ? sampling::repeats
                                     : sampling::none;
    average(found);
    return found;
}

}  // namespace negotiation::laboratory
