#pragma once

/// @file
/// What a framework is worth by the days on which talks agree.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

#include <negotiation/model/proportion.hpp>
#include <negotiation/question/race_answer.hpp>

#include "question/race_days.hpp"
#include "question/race_framework.hpp"
#include "question/race_threats.hpp"

namespace negotiation::question::detail {

/// Runs of the talks that a framework is about.
struct framework_days {
    const std::vector<settlement_day>& whole;
    std::vector<settlement_day> framework;
    std::vector<settlement_day> details;
};

/// What remains of 1 that is agreed, by run: a collapse leaves nothing. @param calm_until a day
template <class Function>
[[nodiscard]] std::vector<double> remains_of(const std::vector<settlement_day>& days, std::size_t i,
                                             Function calm_until) {
    std::vector<double> remains;
    for (const settlement_day& day : days) {
        remains.push_back(day.agreed ? calm_until(day.days) * day.discounts[i] : 0);
    }
    return remains;
}

/// The mean of a sample, and how far the one behind it may lie below and above.
struct sample_mean {
    double value = 0;
    double below = 0;
    double above = 0;
};

/// Student's 95 % interval, within what is possible: 0 to `most`. Where nothing was ever seen, not
/// even a spread, something still may happen as often as Wilson's bound says.
[[nodiscard]] inline sample_mean mean_within(const std::vector<double>& sample, double most) {
    const auto n = static_cast<double>(sample.size());
    if (sample.empty()) {
        return {0, 0, most};
    }
    const double mean = std::accumulate(sample.begin(), sample.end(), 0.0) / n;
    if (!(mean > 0)) {
        return {0, 0, most * proportion_of(0, sample.size()).high};
    }
    double off = most;
    if (sample.size() > 1) {
        double squares = 0;
        for (const double one : sample) {
            squares += (one - mean) * (one - mean);
        }
        const double t =
            boost::math::quantile(boost::math::complement(boost::math::students_t(n - 1), 0.025));
        off = t * std::sqrt(squares / (n - 1) / n);
    }
    return {mean, std::min(off, mean), std::clamp(most - mean, 0.0, off)};
}

/// Sums, over runs, of a weight times what events spare up to the run's day and some days more.
class spared_sums {
public:
    spared_sums(const std::vector<settlement_day>& days, const std::vector<double>& weights,
                const calm& quiet)
        : quiet_(quiet),
          sums_{0} {
        std::vector<std::size_t> order(days.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return days[a].days < days[b].days; });
        for (const std::size_t k : order) {
            days_.push_back(days[k].days);
            sums_.push_back(sums_.back() + weights[k]);
        }
    }

    /// The mean, so many days later.
    [[nodiscard]] double mean_after(double more) const {
        double sum = 0;
        double spared = 1;
        std::size_t from = 0;
        for (const double date : quiet_.dates()) {
            const auto before = std::partition_point(days_.begin(), days_.end(),
                                                     [&](double day) { return day + more < date; });
            const auto to = static_cast<std::size_t>(before - days_.begin());
            sum += spared * (sums_[to] - sums_[from]);
            spared = quiet_.until(date, 0);
            from = to;
        }
        sum += spared * (sums_.back() - sums_[from]);
        return days_.empty() ? 0 : sum / static_cast<double>(days_.size());
    }

private:
    const calm& quiet_;
    std::vector<double> days_;  ///< in order
    std::vector<double> sums_;  ///< of the weights of the first so many
};

/// What a framework that is talked over first comes to: each of its runs goes on with each of the
/// details. Both samples are of the same mean of pairs, but for what the framework itself gives:
/// each run has its mean over the others'.
struct talked_over_samples {
    std::vector<double> first;  ///< by run of the framework: what it gives, and details then
    std::vector<double> later;  ///< by run of the details: what they add
};

[[nodiscard]] inline talked_over_samples talked_over_of(const framework_days& days,
                                                        const calm& quiet, const race_framework& f,
                                                        std::size_t i) {
    const calm no_events(std::vector<race_event>{});
    const auto shocks = [&](double rate) {
        return [&no_events, rate](double day) { return no_events.until(day, rate); };
    };
    const race_framework_worth& gains = f.worths[i];
    const auto first = remains_of(days.framework, i, shocks(f.collapse));
    const auto later = remains_of(days.details, i, shocks(f.collapse_after));
    const spared_sums firsts(days.framework, first, quiet);
    const spared_sums laters(days.details, later, quiet);
    talked_over_samples found;
    for (std::size_t k = 0; k < first.size(); ++k) {
        const double day = days.framework[k].days;
        found.first.push_back(first[k] * (gains.framework * quiet.until(day, 0) +
                                          gains.rest * laters.mean_after(day)));
    }
    for (std::size_t k = 0; k < later.size(); ++k) {
        found.later.push_back(gains.rest * later[k] * firsts.mean_after(days.details[k].days));
    }
    return found;
}

/// The greatest rate at which a worth that falls with it is still as great as another, by halving.
template <class Function>
[[nodiscard]] std::optional<double> greatest_rate(Function worth, double least) {
    if (worth(0) < least) {
        return std::nullopt;
    }
    if (worth(most_rate) >= least) {
        return std::numeric_limits<double>::infinity();
    }
    double pays = 0;
    double not_any_more = most_rate;
    for (int k = 0; k < 80; ++k) {
        const double middle = pays + (not_any_more - pays) / 2;
        (worth(middle) >= least ? pays : not_any_more) = middle;
    }
    return pays;
}

[[nodiscard]] inline race_difference difference_of(const sample_mean& a, const sample_mean& b,
                                                   bool enough) {
    race_difference found;
    found.value = a.value - b.value;
    found.low = found.value - a.below - b.above;
    found.high = found.value + a.above + b.below;
    found.told = enough && (found.low > 0 || found.high < 0);
    return found;
}

[[nodiscard]] inline sample_mean scaled(const sample_mean& of, double worth, double base) {
    return {base + worth * of.value, worth * of.below, worth * of.above};
}

[[nodiscard]] inline bool enough_runs(const framework_days& days) {
    return std::min({days.whole.size(), days.framework.size(), days.details.size()}) >=
           least_framework_runs;
}

inline void set_worth_by_days(const framework_days& days, const calm& quiet,
                              const race_framework& f, std::size_t i, race_framework_worth& into) {
    const auto under = [&](double rate) {
        return [&quiet, rate](double day) { return quiet.until(day, rate); };
    };
    const auto remains = [&](const std::vector<settlement_day>& of, double rate) {
        return mean_within(remains_of(of, i, under(rate)), 1);
    };
    const sample_mean whole = remains(days.whole, f.collapse);
    const sample_mean details = remains(days.details, f.collapse_after);
    into.remains = {whole.value, remains(days.framework, f.collapse).value, details.value};
    const sample_mean waiting = scaled(whole, into.whole, 0);
    const sample_mean now = scaled(details, into.rest, into.framework);
    const talked_over_samples over = talked_over_of(days, quiet, f, i);
    sample_mean talked = mean_within(over.first, into.framework + into.rest);
    const sample_mean later = mean_within(over.later, into.rest * into.remains.framework);
    talked.below += later.below;
    talked.above += later.above;
    into.by_days = {waiting.value, now.value, talked.value, {}};
    into.by_days.greatest_collapse = greatest_rate(
        [&](double rate) {
            const double had = mean_of(days.details, [&](const settlement_day& day) {
                return quiet.until(day.days, rate) * day.discounts[i];
            });
            return into.framework + into.rest * had;
        },
        waiting.value);
    into.difference = difference_of(now, waiting, enough_runs(days));
    into.difference_talked_over = difference_of(talked, waiting, enough_runs(days));
}

/// By party, from days and gains. @param quiet events at their dates, from today
/// @param into with gains and both rates of collapse
inline void set_worths_by_days(const framework_days& days, const calm& quiet,
                               race_framework& into) {
    for (std::size_t i = 0; i < into.worths.size(); ++i) {
        set_worth_by_days(days, quiet, into, i, into.worths[i]);
    }
}

}  // namespace negotiation::question::detail
