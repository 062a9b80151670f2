#pragma once

/// @file
/// From the hazards of a scenario to stretches of time in which no rate changes.

#include <algorithm>
#include <cstddef>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/life/prospect.hpp>
#include <negotiation/survival/hazard.hpp>

namespace negotiation::life {

/// A window of a hazard, in days after signature.
struct spike_window {
    std::size_t hazard = 0;
    double from = 0;
    double until = 0;
    double add = 0;  ///< in the hazard's measure
};

/// When a milestone of a deal comes, after signature; past everything where the deal lacks the
/// step.
[[nodiscard]] inline double days_of(const circumstances& in, const prospect& of,
                                    const survival::spike& at, double never) {
    const std::vector<double>& done = of.steps.done_days;
    switch (at.at) {
        case survival::milestone::signature:
            return 0;
        case survival::milestone::vote:
            return of.vote_days;
        case survival::milestone::first_step:
            return done.size() > 1 ? done[1] : never;
        case survival::milestone::completion:
            return done.back();
        case survival::milestone::step:
            break;
    }
    const std::string& name = in.world->sequence->steps[at.step].name;
    const std::vector<sequence::step_id>& order = of.steps.report.order;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (of.steps.steps.steps[order[k]] == name) {
            return done[k + 1];
        }
    }
    return never;
}

[[nodiscard]] inline std::vector<spike_window> windows_of(const circumstances& in,
                                                          const prospect& of, double never) {
    std::vector<spike_window> all;
    for (std::size_t m = 0; m < in.lasting.hazards.size(); ++m) {
        for (const survival::spike& s : in.lasting.hazards[m].spikes) {
            const double at = days_of(in, of, s, never);
            all.push_back({m, at - s.days_before, at + s.days_after, s.add});
        }
    }
    return all;
}

/// The rates of every hazard at a moment after signature.
[[nodiscard]] inline stretch rates_at(const circumstances& in, const outcome& deal,
                                      const std::vector<spike_window>& windows, survival::stage at,
                                      double moment) {
    stretch one;
    for (std::size_t m = 0; m < in.lasting.hazards.size(); ++m) {
        const survival::hazard& source = in.lasting.hazards[m];
        double rate = 0;
        if (source.threatens[static_cast<std::size_t>(at)]) {
            double level = survival::level_of(source, in.frozen->table.space, deal);
            for (const spike_window& w : windows) {
                level += w.hazard == m && w.from <= moment && moment < w.until ? w.add : 0;
            }
            rate = survival::daily_rate(source, level);
        }
        one.rates.push_back(rate);
        one.total += rate;
    }
    return one;
}

/// The time from the first window before signature to the horizon, cut wherever a rate changes.
/// Before signature what answers to a deal answers to the status quo.
[[nodiscard]] inline std::vector<stretch> stretches_of(const circumstances& in,
                                                       const prospect& of) {
    const double completed = of.steps.done_days.back();
    const double end = std::max(in.lasting.horizon, completed);
    const auto windows = windows_of(in, of, 2 * end + 1);
    std::vector<double> cuts{0, of.vote_days, completed, end};
    double from = 0;
    for (const spike_window& w : windows) {
        cuts.insert(cuts.end(), {w.from, w.until});
        from = std::min(from, w.from);
    }
    std::sort(cuts.begin(), cuts.end());
    std::vector<stretch> all;
    for (const double until : cuts) {
        if (until <= from || until > end) {
            continue;
        }
        const survival::stage at = from < 0              ? survival::stage::talks
                                   : from < of.vote_days ? survival::stage::ratification
                                   : from < completed    ? survival::stage::implementation
                                                         : survival::stage::aftermath;
        all.push_back(rates_at(in, from < 0 ? in.frozen->status_quo : of.deal, windows, at, from));
        all.back().from = from;
        all.back().until = until;
        from = until;
    }
    return all;
}

}  // namespace negotiation::life
