#include <algorithm>
#include <cmath>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

#include <negotiation/life/ensemble.hpp>

namespace negotiation::life {

namespace {

__extension__ using wide = __int128;

/// Whole numbers add up the same in any order. Days are counted in these.
constexpr double unit = 1e-9;

/// So many units at most, that the squares of 10^12 lives can be added up.
constexpr double most_units = 1e13;

/// @throws std::invalid_argument a value far beyond what deals are worth: only shocks go there
[[nodiscard]] std::int64_t whole_units(double value, double of) {
    if (!(std::abs(value / of) <= most_units)) {
        throw std::invalid_argument("life: values of " + std::to_string(value) +
                                    " are too large beside those of deals to be added up; shocks "
                                    "have shifted what no deal is worth too far");
    }
    return static_cast<std::int64_t>(std::llround(value / of));
}

/// A bound on the size of what any deal is worth.
[[nodiscard]] double greatest_sum(const utility_function& of) {
    double sum = 0;
    for (const utility_term& term : of.terms) {
        double most = 0;
        for (const grains value : term.values) {
            most = std::max(most, std::abs(static_cast<double>(value)));
        }
        sum += most;
    }
    return sum * from_units(of.scale.grain);
}

/// The unit of values: 10^-9 of the least power of ten, 1 at least, that none much exceeds.
[[nodiscard]] double unit_of(const world& in) {
    double most = 1;
    for (const bargaining::seat& seat : in.in.frozen->table.parties) {
        most = std::max({most, std::abs(reservation_value(seat)), greatest_sum(seat.utility)});
    }
    for (const prospect& ahead : in.prospects) {
        for (std::size_t i = 0; i < ahead.gains.size(); ++i) {
            most = std::max({most, std::abs(ahead.gains[i]), std::abs(ahead.steps.whole[i]),
                             std::abs(ahead.steps.kept[i])});
        }
    }
    return unit * std::pow(10, std::ceil(std::log10(most)));
}

/// Whoever is counted, by day.
struct day_counts {
    static constexpr std::size_t near_days = 1U << 16U;  ///< a horizon of 179 years

    std::vector<std::uint64_t> by_day;              ///< of the days before `near_days`
    std::map<std::int64_t, std::uint64_t> distant;  ///< of those after
    std::uint64_t count = 0;
    wide sum = 0;

    void add_on(std::size_t day, std::uint64_t lives) {
        if (day >= by_day.size()) {
            by_day.resize(day + 1, 0);
        }
        by_day[day] += lives;
    }
    void add(double days) {
        const auto day = static_cast<std::int64_t>(std::ceil(days - unit));
        if (day < static_cast<std::int64_t>(near_days)) {
            add_on(static_cast<std::size_t>(day), 1);
        } else {
            ++distant[day];
        }
        ++count;
        sum += static_cast<std::int64_t>(std::llround(days / unit));
    }
    void add(const day_counts& other) {
        for (std::size_t day = 0; day < other.by_day.size(); ++day) {
            add_on(day, other.by_day[day]);
        }
        for (const auto& [day, lives] : other.distant) {
            distant[day] += lives;
        }
        count += other.count;
        sum += other.sum;
    }
    /// The first day by which that share of all has come.
    [[nodiscard]] double quantile(double share) const {
        const double wanted = share * static_cast<double>(count);
        std::uint64_t so_far = 0;
        for (std::size_t day = 0; day < by_day.size(); ++day) {
            so_far += by_day[day];
            if (static_cast<double>(so_far) >= wanted) {
                return static_cast<double>(day);
            }
        }
        for (const auto& [day, lives] : distant) {
            so_far += lives;
            if (static_cast<double>(so_far) >= wanted) {
                return static_cast<double>(day);
            }
        }
        return 0;
    }
    [[nodiscard]] std::optional<waiting_time> told() const {
        if (count == 0) {
            return std::nullopt;
        }
        return waiting_time{static_cast<double>(sum) * unit / static_cast<double>(count),
                            quantile(0.5), quantile(0.9)};
    }
};

using cause_key = std::tuple<survival::stage, cause_kind, std::uint32_t>;

/// What one thread has counted.
struct tally {
    std::uint64_t lives = 0;
    std::uint64_t leaked = 0;
    std::array<std::uint64_t, milestone_count> reached{};
    std::array<day_counts, milestone_count> times;
    std::map<cause_key, std::uint64_t> causes;
    std::vector<wide> sums;
    std::vector<wide> squares;

    double value_unit = unit;

    tally(std::size_t parties, double unit_of_values)
        : sums(parties, 0),
          squares(parties, 0),
          value_unit(unit_of_values) {}

    void reach(milestone which, double days) {
        ++reached[static_cast<std::size_t>(which)];
        times[static_cast<std::size_t>(which)].add(days);
    }

    void add(const record& one) {
        ++lives;
        leaked += one.leaked ? 1U : 0U;
        reach(milestone::talks, one.signed_on.value_or(one.ended_on));
        if (one.signed_on) {
            reach(milestone::signature, *one.signed_on);
        }
        if (one.ratified_on) {
            reach(milestone::ratified, *one.ratified_on);
        }
        if (one.completed_on) {
            reach(milestone::implemented, *one.completed_on);
        }
        if (survived(one)) {
            reach(milestone::survived, one.ended_on);
        } else {
            ++causes[{one.why.at, one.why.kind, one.why.which}];
        }
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const wide value = whole_units(one.values[i], value_unit);
            sums[i] += value;
            squares[i] += value * value;
        }
    }

    void add(const tally& other) {
        lives += other.lives;
        leaked += other.leaked;
        for (std::size_t k = 0; k < milestone_count; ++k) {
            reached[k] += other.reached[k];
            times[k].add(other.times[k]);
        }
        for (const auto& [key, count] : other.causes) {
            causes[key] += count;
        }
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += other.sums[i];
            squares[i] += other.squares[i];
        }
    }
};

[[nodiscard]] mean_value mean_of(wide sum, wide squares, std::uint64_t lives, double no_talks,
                                 double of) {
    const auto n = static_cast<long double>(lives);
    const long double mean = static_cast<long double>(sum) / n;
    const long double variance =
        lives > 1 ? std::max(0.0L, (static_cast<long double>(squares) - mean * mean * n) / (n - 1))
                  : 0.0L;
    const long double half =
        static_cast<long double>(normal_quantile_975) * std::sqrt(variance / n);
    return {static_cast<double>(mean * of), static_cast<double>((mean - half) * of),
            static_cast<double>((mean + half) * of), no_talks};
}

[[nodiscard]] summary told(const world& in, const tally& all) {
    summary sum;
    sum.lives = all.lives;
    sum.leaked = all.leaked;
    sum.reached = all.reached;
    for (std::size_t k = 0; k < milestone_count; ++k) {
        sum.times[k] = all.times[k].told();
    }
    for (const auto& [key, lives] : all.causes) {
        const auto [at, kind, which] = key;
        sum.causes.push_back({{at, kind, which}, lives});
    }
    std::stable_sort(sum.causes.begin(), sum.causes.end(), [](const auto& a, const auto& b) {
        return a.why.at != b.why.at ? a.why.at < b.why.at : a.lives > b.lives;
    });
    for (std::size_t i = 0; all.lives > 0 && i < all.sums.size(); ++i) {
        sum.values.push_back(mean_of(all.sums[i], all.squares[i], all.lives,
                                     reservation_value(in.in.frozen->table.parties[i]),
                                     all.value_unit));
    }
    return sum;
}

/// A block is what a thread takes at once: the number of blocks is bounded, their size follows.
constexpr std::uint64_t most_blocks = 1U << 20U;

}  // namespace

summary live_many(const world& in, const ensemble_options& options,
                  const std::function<life_player()>& make_player) {
    constexpr std::uint64_t most = 1'000'000'000'000;
    if (options.runs < 1 || options.runs > most) {
        throw std::invalid_argument("life: the number of lives must lie in [1, 10^12]; got " +
                                    std::to_string(options.runs));
    }
    const std::uint64_t block = 1 + (options.runs - 1) / most_blocks;
    const std::uint64_t blocks = 1 + (options.runs - 1) / block;
    const double value_unit = unit_of(in);
    std::mutex adding;
    std::vector<std::unique_ptr<tally>> tallies;
    const auto make_worker = [&]() -> run_worker {
        auto own = std::make_unique<tally>(in.in.parties.size(), value_unit);
        tally* counts = own.get();
        {
            const std::lock_guard lock(adding);
            tallies.push_back(std::move(own));
        }
        auto written = std::make_shared<record>();
        return [counts, written, block, runs = options.runs,
                player = make_player()](std::size_t number) {
            const std::uint64_t first = number * block;
            const std::uint64_t last = std::min(runs, first + block);
            for (std::uint64_t life = first; life < last; ++life) {
                player(life, *written);
                counts->add(*written);
            }
        };
    };
    const run_report report = run_parallel(blocks, options.parallel, make_worker);
    if (report.fault) {
        std::rethrow_exception(report.fault->what);
    }
    tally all(in.in.parties.size(), value_unit);
    for (const auto& one : tallies) {
        all.add(*one);
    }
    summary sum = told(in, all);
    sum.planned = options.runs;
    return sum;
}

summary live_many(const world& in, const ensemble_options& options) {
    const std::uint64_t seed = options.seed.value;
    return live_many(in, options, [&in, seed]() -> life_player {
        return [&in, seed](std::uint64_t number, record& into) { live(in, seed, number, into); };
    });
}

}  // namespace negotiation::life
