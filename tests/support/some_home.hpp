#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <negotiation/ratification/home.hpp>

/// Homes small enough to be worked out by trying everything.
namespace negotiation::tests {

/// One issue with so many options.
[[nodiscard]] inline outcome_space one_issue(std::size_t options) {
    return make_outcome_space({static_cast<option_id>(options)});
}

/// A faction to which the options of the one issue are worth these many millionths.
[[nodiscard]] inline ratification::faction faction_valuing(std::vector<grains> millionths,
                                                           std::uint32_t votes, double threshold,
                                                           double noise, double shock) {
    ratification::faction f;
    f.votes = votes;
    f.utility.terms = {{{0}, std::move(millionths)}};
    f.utility.scale.grain = unit_utility / 1'000'000;
    f.threshold = to_units(threshold);
    f.noise = noise;
    f.shock = shock;
    return f;
}

/// The same with one option.
[[nodiscard]] inline ratification::faction faction_with(double value, std::uint32_t votes,
                                                        double threshold, double noise,
                                                        double shock) {
    return faction_valuing({std::llround(value * 1e6)}, votes, threshold, noise, shock);
}

/// Probability of at least `needed` yes votes, over all ways in which members can vote.
[[nodiscard]] inline double over_all_votings(const std::vector<double>& yes, std::size_t needed) {
    double sum = 0;
    for (std::size_t ballot = 0; ballot < (std::size_t{1} << yes.size()); ++ballot) {
        double chance = 1;
        std::size_t votes = 0;
        for (std::size_t m = 0; m < yes.size(); ++m) {
            const bool in_favour = ((ballot >> m) & 1U) != 0;
            chance *= in_favour ? yes[m] : 1 - yes[m];
            votes += in_favour ? 1 : 0;
        }
        sum += votes >= needed ? chance : 0;
    }
    return sum;
}

/// Each member's probability of a yes to the first option, in some mood.
[[nodiscard]] inline std::vector<double> members_saying_yes(const ratification::chamber& of,
                                                            double mood) {
    std::vector<double> yes;
    for (const ratification::faction& f : of.factions) {
        const auto margin = ratification::margin_of(f, one_issue(1), {0}, false);
        yes.insert(yes.end(), f.votes, ratification::support(f, margin, mood));
    }
    return yes;
}

/// The integral of a function of the mood over the normal distribution, by plain summation.
template <class Function>
[[nodiscard]] double over_moods(Function f, int panels = 100'000) {
    constexpr double end = 9;
    constexpr double root_two_pi = 2.5066282746310005;
    double sum = 0;
    for (int k = 0; k <= panels; ++k) {
        const double z = -end + 2 * end * k / panels;
        sum += f(z) * std::exp(-0.5 * z * z) / root_two_pi;
    }
    return sum * 2 * end / panels;
}

/// Probability of at least `needed` votes, one vote after the other: every member a Bernoulli
/// trial.
[[nodiscard]] inline double vote_by_vote(const std::vector<double>& yes, std::size_t needed) {
    std::vector<double> chance{1};
    for (const double p : yes) {
        chance.push_back(0);
        for (std::size_t k = chance.size(); k-- > 0;) {
            chance[k] = chance[k] * (1 - p) + (k > 0 ? chance[k - 1] * p : 0);
        }
    }
    double sum = 0;
    for (std::size_t k = needed; k < chance.size(); ++k) {
        sum += chance[k];
    }
    return sum;
}

}  // namespace negotiation::tests
