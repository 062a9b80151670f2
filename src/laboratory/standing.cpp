#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

#include <negotiation/laboratory/standing.hpp>

namespace negotiation::laboratory {

namespace {

/// A sum that knows how many it adds.
struct mean {
    double sum = 0;
    std::size_t count = 0;

    void add(double value) {
        sum += value;
        ++count;
    }
    void add(const std::optional<double>& value) {
        if (value) {
            add(*value);
        }
    }
    [[nodiscard]] std::optional<double> value() const {
        return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
    }
};

using mean_distances = std::array<mean, marks.size()>;

void add(mean_distances& into, const distances& values) {
    for (std::size_t k = 0; k < values.size(); ++k) {
        into[k].add(values[k]);
    }
}

[[nodiscard]] distances values_of(const mean_distances& sums) {
    distances values;
    for (std::size_t k = 0; k < values.size(); ++k) {
        values[k] = sums[k].value();
    }
    return values;
}

/// One pairing, its repeats averaged; nothing counts where no repeat does.
struct cell {
    std::size_t count = 0;
    double agreement = 0;
    double rounds = 0;
    std::vector<double> utilities;   ///< by seat
    std::vector<double> advantages;  ///< by seat
    double product = 0;              ///< of advantages
    distances to;
};

[[nodiscard]] std::vector<double> shares(const std::vector<double>& sums, double count) {
    std::vector<double> values;
    values.reserve(sums.size());
    for (const double sum : sums) {
        values.push_back(sum / count);
    }
    return values;
}

[[nodiscard]] cell average_of(const pairing_result& p) {
    if (p.results == 0) {
        return {};
    }
    const auto n = static_cast<double>(p.results);
    cell of{p.results,
            static_cast<double>(p.agreements) / n,
            static_cast<double>(p.rounds) / n,
            shares(p.utilities, n),
            shares(p.advantages, n),
            p.products / n,
            p.to};
    for (std::optional<double>& sum : of.to) {
        if (sum) {
            *sum /= n;
        }
    }
    return of;
}

/// A mean and its interval, by Welford's running variance.
class spread_mean {
public:
    void add(double value) {
        mean_.add(value);
        const double before = value - running_mean_;
        running_mean_ += before / static_cast<double>(mean_.count);
        squares_ += before * (value - running_mean_);
    }

    [[nodiscard]] std::optional<double> value() const { return mean_.value(); }

    [[nodiscard]] std::optional<interval> range() const {
        if (mean_.count < least_results) {
            return std::nullopt;
        }
        const double variance = squares_ / static_cast<double>(mean_.count - 1);
        return interval_of_mean(*mean_.value(), variance, mean_.count);
    }

private:
    mean mean_;
    double running_mean_ = 0;
    double squares_ = 0;
};

/// What one row of the table is made from.
class tally {
public:
    void add(const cell& of, std::size_t seat) {
        utility_.add(of.utilities[seat]);
        advantage_.add(of.advantages[seat]);
        sum_.add(std::accumulate(of.advantages.begin(), of.advantages.end(), 0.0));
        product_.add(of.product);
        agreement_.add(of.agreement);
        rounds_.add(of.rounds);
        laboratory::add(to_, of.to);
        results_ += of.count;
    }

    void add_faults(std::size_t count) { faults_ += count; }

    [[nodiscard]] standing read(const std::string& name) const {
        standing row;
        row.name = name;
        row.mean_utility = utility_.value();
        row.mean_advantage = advantage_.value();
        row.mean_sum = sum_.value();
        row.mean_product = product_.value();
        row.agreement_rate = agreement_.value();
        row.mean_rounds = rounds_.value();
        row.mean_distances = values_of(to_);
        row.results = results_;
        row.faults = faults_;
        if (const auto range = utility_.range()) {
            row.low = range->low;
            row.high = range->high;
        }
        if (const auto range = advantage_.range()) {
            row.advantage_low = std::max(range->low, -1.0);
            row.advantage_high = std::min(range->high, 1.0);
        }
        return row;
    }

private:
    spread_mean utility_;
    spread_mean advantage_;
    mean sum_;      ///< of advantages
    mean product_;  ///< likewise
    mean agreement_;
    mean rounds_;
    mean_distances to_;
    std::size_t results_ = 0;
    std::size_t faults_ = 0;
};

[[nodiscard]] std::vector<standing> read_all(const std::vector<tally>& tallies,
                                             const std::vector<std::string>& names) {
    std::vector<standing> rows;
    for (std::size_t k = 0; k < tallies.size(); ++k) {
        rows.push_back(tallies[k].read(names[k]));
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

void add_pairs(const cell& of, const std::vector<std::size_t>& seats, ranked_by by,
               std::vector<std::vector<mean>>& into) {
    const std::vector<double>& got = by == ranked_by::utility ? of.utilities : of.advantages;
    for (std::size_t a = 0; a < seats.size(); ++a) {
        for (std::size_t b = 0; b < seats.size(); ++b) {
            if (a != b) {
                into[seats[a]][seats[b]].add(got[a]);
            }
        }
    }
}

}  // namespace

std::optional<interval> interval_of_mean(double mean, double variance, std::size_t results) {
    if (results < 2) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(results);
    const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.975);
    const double half = t * std::sqrt(variance / n);
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
    std::vector<tally> players(contestants.size());
    std::vector<tally> ways(mediations.size());
    std::vector<std::vector<mean>> met(contestants.size(), std::vector<mean>(contestants.size()));
    for (const pairing_result& p : pairings) {
        const pairing& who = p.who;
        const cell of = average_of(p);
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
    standings all{read_all(players, contestants), read_all(ways, mediations), {}, by};
    rank(all.contestants, by);
    rank(all.mediations, by);
    for (const std::vector<mean>& row : met) {
        all.pairs.emplace_back();
        for (const mean& m : row) {
            all.pairs.back().push_back(m.value());
        }
    }
    return all;
}

}  // namespace negotiation::laboratory
