#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

#include <negotiation/laboratory/standing.hpp>

#include "laboratory/seat_tally.hpp"

namespace negotiation::laboratory {

namespace {

[[nodiscard]] std::vector<standing> read_all(const std::vector<seat_tally>& tallies,
                                             const std::vector<std::string>& names, ranked_by by) {
    std::vector<standing> rows;
    for (std::size_t k = 0; k < tallies.size(); ++k) {
        rows.push_back(tallies[k].read(names[k], by));
    }
    return rows;
}

/// Those that broke matches come after those that did not: their means are over fewer matches.
/// Those without a result come last, together.
void rank(std::vector<standing>& rows, ranked_by by) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto worth = [&](std::size_t k) {
        return by == ranked_by::utility ? rows[k].mean_utility : rows[k].mean_advantage;
    };
    const auto broke = [&](std::size_t k) { return worth(k) && rows[k].faults > 0; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return worth(a) && (!worth(b) || broke(a) < broke(b) ||
                            (broke(a) == broke(b) && *worth(a) > *worth(b)));
    });
    for (std::size_t place = 0; place < order.size(); ++place) {
        standing& row = rows[order[place]];
        row.rank = place + 1;
        if (place == 0) {
            continue;
        }
        const std::size_t before = order[place - 1];
        const std::optional<double> more = worth(before);
        const std::optional<double> less = worth(order[place]);
        const bool same = less.has_value() == more.has_value() &&
                          broke(order[place]) == broke(before) &&
                          (!less || std::abs(*more - *less) <= equal_means);
        row.rank = same ? rows[before].rank : row.rank;
    }
}

void add_pairs(const pairing_means& of, const std::vector<std::size_t>& seats, ranked_by by,
               std::vector<std::vector<staged_mean>>& into) {
    const std::vector<double>& got = by == ranked_by::utility ? of.utilities : of.advantages;
    for (std::size_t a = 0; a < seats.size(); ++a) {
        for (std::size_t b = 0; b < seats.size(); ++b) {
            if (a != b) {
                into[seats[a]][seats[b]].add(of.stage, got[a]);
            }
        }
    }
}

}  // namespace

std::optional<interval> interval_of_mean(double mean, double variance, double results) {
    if (!(results >= 2)) {
        return std::nullopt;
    }
    const double t = boost::math::quantile(boost::math::students_t(results - 1), 0.975);
    const double half = t * std::sqrt(variance / results);
    return interval{mean - half, mean + half};
}

ranked_by fit_ranking(std::span<const seat_range> seats) {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    double narrowest = least;
    for (const seat_range& of : seats) {
        if (of.least < of.greatest) {
            least = std::min(least, of.least);
            greatest = std::max(greatest, of.greatest);
            narrowest = std::min(narrowest, of.greatest - of.least);
        }
    }
    const bool fits = !(least < greatest) || greatest - least <= same_scale * narrowest;
    return fits ? ranked_by::utility : ranked_by::advantage;
}

standings stand(std::span<const pairing_result> pairings, std::span<const fault_tally> broken,
                const std::vector<std::string>& contestants,
                const std::vector<std::string>& mediations, ranked_by by) {
    std::vector<seat_tally> players(contestants.size());
    std::vector<seat_tally> ways(mediations.size());
    std::vector<std::vector<staged_mean>> met(contestants.size(),
                                              std::vector<staged_mean>(contestants.size()));
    for (const pairing_result& p : pairings) {
        const pairing& who = p.who;
        const pairing_means of = means_of(p);
        if (of.count == 0) {
            continue;
        }
        for (std::size_t seat = 0; seat < who.contestants.size(); ++seat) {
            players[who.contestants[seat]].add(of, seat);
            ways[who.mediation].add(of, seat);
        }
        add_pairs(of, who.contestants, by, met);
    }
    for (const fault_tally& of : broken) {
        (of.contestant ? players[*of.contestant] : ways[of.mediation]).add_faults(of.count);
    }
    standings all{read_all(players, contestants, by), read_all(ways, mediations, by), {}, by};
    rank(all.contestants, by);
    rank(all.mediations, by);
    for (const std::vector<staged_mean>& row : met) {
        all.pairs.emplace_back();
        for (const staged_mean& m : row) {
            all.pairs.back().push_back(m.value());
        }
    }
    return all;
}

}  // namespace negotiation::laboratory
