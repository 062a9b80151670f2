#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include <negotiation/laboratory/significance.hpp>
#include <negotiation/model/random_stream.hpp>

namespace negotiation::laboratory {

namespace {

constexpr std::uint32_t signs_stream = 0x7369676e;  ///< apart from the streams of matches
constexpr std::size_t enough_extreme = 20;
constexpr std::size_t least_choices = 1999;
constexpr std::size_t choices_each = 40;  ///< for every comparison: Holm divides the level by them
constexpr double ties = 1e-12;            ///< of the sum of sizes: as extreme, but for rounding

/// Sums of signed differences for any choice of signs, eight differences at a time.
class signed_sums {
public:
    explicit signed_sums(std::span<const double> differences) {
        for (std::size_t first = 0; first < differences.size(); first += 8) {
            std::array<double, 256>& of = tables_.emplace_back();
            for (std::size_t signs = 0; signs < of.size(); ++signs) {
                double sum = 0;
                for (std::size_t k = 0; k < 8 && first + k < differences.size(); ++k) {
                    sum +=
                        (signs >> k & 1U) != 0 ? -differences[first + k] : differences[first + k];
                }
                of[signs] = sum;
            }
        }
    }

    /// @param next gives eight signs at a time
    template <class Next>
    [[nodiscard]] double sum(Next next) const {
        double all = 0;
        for (const std::array<double, 256>& of : tables_) {
            all += of[next()];
        }
        return all;
    }

private:
    std::vector<std::array<double, 256>> tables_;
};

[[nodiscard]] std::vector<double> not_zero(std::span<const double> differences) {
    std::vector<double> some;
    std::copy_if(differences.begin(), differences.end(), std::back_inserter(some),
                 [](double d) { return d != 0; });
    return some;
}

/// How much more one of two got than the other.
struct stage_differences {
    std::vector<double> means;  ///< by stage in which both have results
    std::size_t pairs = 0;      ///< of results, in all of them
};

/// What a contestant got in a place that others may have had as well: a stage, a mediation, a seat,
/// and the others at the table.
class places {
public:
    places(std::span<const pairing_result> pairings, std::size_t contestants, ranked_by by) {
        for (const pairing_result& p : pairings) {
            const std::size_t seats = p.who.contestants.size();
            const std::vector<double>& got = by == ranked_by::utility ? p.utilities : p.advantages;
            for (std::size_t seat = 0; seat < seats && p.results > 0; ++seat) {
                std::vector<double>& row = row_of(p.who, seat, contestants);
                row[p.who.contestants[seat]] = got[seat] / static_cast<double>(p.results);
            }
        }
    }

    /// Differences of two, averaged within each stage: places of one stage share what the stage
    /// does to either strategy, the random numbers and, two by two, a match. Only stages are
    /// independent.
    [[nodiscard]] stage_differences differences(std::size_t a, std::size_t b) const {
        std::vector<double> sums(stages_, 0);
        std::vector<std::size_t> counts(stages_, 0);
        stage_differences found;
        for (std::size_t k = 0; k < rows_.size(); ++k) {
            const std::vector<double>& row = rows_[k];
            if (!std::isnan(row[a]) && !std::isnan(row[b])) {
                const double d = row[a] - row[b];
                sums[stage_of_[k]] += std::abs(d) <= equal_means ? 0 : d;
                ++counts[stage_of_[k]];
                ++found.pairs;
            }
        }
        for (std::size_t stage = 0; stage < stages_; ++stage) {
            if (counts[stage] > 0) {
                const double mean = sums[stage] / static_cast<double>(counts[stage]);
                found.means.push_back(std::abs(mean) <= equal_means ? 0 : mean);
            }
        }
        return found;
    }

    /// Stages with results.
    [[nodiscard]] std::size_t stages() const {
        std::vector<bool> seen(stages_, false);
        for (const std::size_t stage : stage_of_) {
            seen[stage] = true;
        }
        return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
    }

private:
    /// Of the place: stage, mediation, seat, and the others from the first seat to the last.
    [[nodiscard]] std::vector<double>& row_of(const pairing& who, std::size_t seat,
                                              std::size_t contestants) {
        std::vector<std::size_t> place{who.stage, who.mediation, seat};
        for (std::size_t other = 0; other < who.contestants.size(); ++other) {
            if (other != seat) {
                place.push_back(who.contestants[other]);
            }
        }
        const auto [at, is_new] = known_.try_emplace(std::move(place), rows_.size());
        if (is_new) {
            rows_.emplace_back(contestants, std::numeric_limits<double>::quiet_NaN());
            stage_of_.push_back(who.stage);
            stages_ = std::max(stages_, who.stage + 1);
        }
        return rows_[at->second];
    }

    std::vector<std::vector<double>> rows_;  ///< by contestant; not a number where it did not play
    std::vector<std::size_t> stage_of_;      ///< by row
    std::size_t stages_ = 0;                 ///< the last of them, and 1
    std::map<std::vector<std::size_t>, std::size_t> known_;
};

/// Runs of neighbours in the ranking that cannot be told apart, none inside another.
[[nodiscard]] std::vector<std::vector<std::size_t>> groups_of(
    const std::vector<std::size_t>& ranked, const std::vector<std::vector<bool>>& apart) {
    std::vector<std::vector<std::size_t>> groups;
    std::size_t reached = 0;
    for (std::size_t first = 0; first < ranked.size(); ++first) {
        std::size_t last = first;
        const auto fits = [&](std::size_t next) {
            for (std::size_t k = first; k < next; ++k) {
                if (apart[ranked[k]][ranked[next]]) {
                    return false;
                }
            }
            return true;
        };
        while (last + 1 < ranked.size() && fits(last + 1)) {
            ++last;
        }
        if (last + 1 > reached) {
            groups.emplace_back(ranked.begin() + static_cast<std::ptrdiff_t>(first),
                                ranked.begin() + static_cast<std::ptrdiff_t>(last) + 1);
            reached = last + 1;
        }
    }
    return groups;
}

}  // namespace

comparison sign_flip(std::span<const double> differences, std::size_t choices,
                     random_stream& bits) {
    comparison found;
    found.pairs = differences.size();
    found.stages = differences.size();
    const double sum = std::accumulate(differences.begin(), differences.end(), 0.0);
    found.difference = differences.empty() ? 0 : sum / static_cast<double>(differences.size());
    const std::vector<double> some = not_zero(differences);
    found.exact = some.size() <= most_exact_pairs;
    if (some.empty()) {
        return found;
    }
    double sizes = 0;
    for (const double d : some) {
        sizes += std::abs(d);
    }
    const signed_sums sums(some);
    const double extreme = std::abs(sum) - ties * sizes;
    if (found.exact) {
        const std::size_t all = std::size_t{1} << some.size();
        std::size_t count = 0;
        for (std::size_t signs = 0; signs < all; ++signs) {
            std::size_t left = signs;
            const double one = sums.sum([&] { return std::exchange(left, left >> 8U) & 0xffU; });
            count += std::abs(one) >= extreme ? 1U : 0U;
        }
        found.p = static_cast<double>(count) / static_cast<double>(all);
        return found;
    }
    std::size_t count = 0;
    std::size_t tried = 0;
    while (tried < choices && count < enough_extreme) {
        std::uint32_t word = 0;
        std::size_t used = 0;
        const double one = sums.sum([&] {
            word = used++ % 4 == 0 ? bits() : word >> 8U;
            return word & 0xffU;
        });
        ++tried;
        count += std::abs(one) >= extreme ? 1U : 0U;
    }
    // The choice that happened counts where the sample was not stopped by extreme ones.
    found.p = count >= enough_extreme
                  ? static_cast<double>(count) / static_cast<double>(tried)
                  : static_cast<double>(count + 1) / static_cast<double>(tried + 1);
    return found;
}

std::vector<double> holm(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double before = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        before = std::max(before, std::min(1.0, static_cast<double>(p.size() - k) * p[order[k]]));
        adjusted[order[k]] = before;
    }
    return adjusted;
}

std::size_t stages_needed(std::size_t comparisons, double level) {
    if (comparisons == 0) {
        return 0;
    }
    std::size_t stages = 1;
    for (double least = static_cast<double>(comparisons); least > level; least /= 2) {
        ++stages;
    }
    return stages;
}

significance compare(std::span<const pairing_result> pairings,
                     const std::vector<standing>& contestants, seed_number seed, ranked_by by) {
    std::vector<std::size_t> ranked;
    for (std::size_t k = 0; k < contestants.size(); ++k) {
        if (contestants[k].results > 0) {
            ranked.push_back(k);
        }
    }
    const places where(pairings, contestants.size(), by);
    const std::size_t comparisons = ranked.size() * (ranked.size() - (ranked.empty() ? 0 : 1)) / 2;
    const std::size_t choices = std::max(least_choices, choices_each * comparisons);
    significance found;
    found.stages = where.stages();
    found.stages_needed = stages_needed(comparisons, found.level);
    std::vector<double> p;
    for (std::size_t a = 0; a < ranked.size(); ++a) {
        for (std::size_t b = a + 1; b < ranked.size(); ++b) {
            random_stream bits(seed.value, found.all.size(), signs_stream);
            const stage_differences of = where.differences(ranked[a], ranked[b]);
            comparison one = sign_flip(of.means, choices, bits);
            one.pairs = of.pairs;
            one.first = ranked[a];
            one.second = ranked[b];
            p.push_back(one.p);
            found.all.push_back(one);
        }
    }
    const std::vector<double> adjusted = holm(p);
    std::vector<std::vector<bool>> apart(contestants.size(),
                                         std::vector<bool>(contestants.size(), false));
    for (std::size_t k = 0; k < found.all.size(); ++k) {
        comparison& one = found.all[k];
        one.adjusted = adjusted[k];
        const std::size_t first = contestants[one.first].rank;
        const std::size_t second = contestants[one.second].rank;
        const bool told = one.adjusted <= found.level;
        one.against_ranking = told && (one.difference > 0 ? first > second : second > first);
        apart[one.first][one.second] = told && !one.against_ranking;
        apart[one.second][one.first] = apart[one.first][one.second];
    }
    std::stable_sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
        return contestants[a].rank < contestants[b].rank;
    });
    found.groups = groups_of(ranked, apart);
    return found;
}

}  // namespace negotiation::laboratory
