#pragma once

/// @file
/// How the steps of a deal go by themselves, while nothing strikes from outside.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/life/prospect.hpp>
#include <negotiation/life/record.hpp>
#include <negotiation/model/belief.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

#include "life/exposure.hpp"
#include "life/settlement.hpp"

namespace negotiation::life {

/// Draws which steps are pretended in this life, and whether that will be found out.
inline void draw_pretences(const carrying_out& steps, const record& went, random_stream& draws,
                           std::vector<pretence>& into) {
    into.clear();
    for (const pretended_step& p : steps.pretended) {
        if (went.untrustworthy[p.party]) {
            into.push_back({&p, draw_chance(draws, p.detection)});
        }
    }
}

/// Tells which of them the life came to.
inline void note_pretences(const carrying_out& steps, const std::vector<pretence>& pretences,
                           record& into) {
    for (const auto& [p, found_out] : pretences) {
        if (p->done < into.steps_done) {
            const double on = *into.signed_on + steps.done_days[p->done + 1];
            into.happenings.push_back(
                {on, happening::kind::pretended, static_cast<std::uint32_t>(p->done)});
        }
    }
}

/// How far the steps get by themselves, and why no farther.
struct course {
    double days = 0;  ///< when it ends, after signature
    cause why;
    std::size_t steps = 0;
};

/// Takes another end where it comes before the one so far.
inline void consider(course& so_far, double days, cause_kind kind, std::size_t which,
                     std::size_t steps) {
    const bool as_soon = days <= so_far.days;
    if (days < so_far.days || (as_soon && steps < so_far.steps) ||
        (as_soon && so_far.why.kind == cause_kind::nothing)) {
        so_far = {days,
                  {survival::stage::implementation, kind, static_cast<std::uint32_t>(which)},
                  steps};
    }
}

/// The steps of a deal that was signed, as they stand now.
struct steps_under_way {
    const circumstances& in;
    const carrying_out& steps;
    const record& went;
    const exposure& by_now;
    const std::vector<pretence>& pretences;

    [[nodiscard]] double days_gone() const { return by_now.now() - *went.signed_on; }

    [[nodiscard]] std::size_t done_by(double days) const {
        const std::vector<double>& done = steps.done_days;
        return static_cast<std::size_t>(
            std::upper_bound(done.begin() + 1, done.end(), days + 1e-9) - done.begin() - 1);
    }

    /// The first moment, of those not past, at which a party in control believes too little by now.
    [[nodiscard]] std::optional<sequence::demand> too_much_asked(std::size_t done) const {
        std::optional<sequence::demand> first;
        for (const sequence::demand& d :
             sequence::demands_of(*steps.made, steps.report.order, in.how.trusts)) {
            const double belief =
                belief_of(log_odds_of(in.trust[d.party]) + by_now.log_odds(d.party));
            const bool too_little = sequence::probability_of(d.needed) > belief;
            if (d.moment >= done && too_little && (!first || d.moment < first->moment)) {
                first = d;
            }
        }
        return first;
    }

    /// Where trustworthy parties stop: as was seen at signature, or, once trust was shaken, by what
    /// they believe now.
    void consider_declining(course& so_far) const {
        if (!by_now.shaken() || !in.how.cautious || in.trust.empty()) {
            if (const auto& no = steps.declined) {
                consider(so_far, steps.done_days[no->done], cause_kind::declined, no->party,
                         no->done);
            }
            return;
        }
        if (const auto& no = steps.report.refused) {
            consider(so_far, steps.done_days[no->done], cause_kind::declined, no->party, no->done);
        }
        const double now = days_gone();
        if (const auto no = too_much_asked(done_by(now))) {
            consider(so_far, std::max(now, steps.done_days[no->moment]), cause_kind::declined,
                     no->party, no->moment);
        }
    }

    /// Until something from outside strikes.
    [[nodiscard]] course by_themselves() const {
        const std::size_t all = steps.done_days.size() - 1;
        course so_far{steps.done_days.back(), {}, all};
        for (std::size_t i = 0; i < in.parties.size(); ++i) {
            const std::size_t stop = steps.stops[i];
            if (went.untrustworthy[i] && stop < all) {
                consider(so_far, steps.done_days[stop], cause_kind::stopped, i, stop);
            }
        }
        if (all > 0) {
            consider_declining(so_far);
        }
        for (const auto& [p, found_out] : pretences) {
            if (found_out && p->done < so_far.steps) {
                consider(so_far, p->found_out_days, cause_kind::caught, p->party,
                         done_by(p->found_out_days));
            }
        }
        return so_far;
    }

    /// The next time, after signature, that a step is done: what a shock did to trust counts then.
    [[nodiscard]] double next_moment(double last) const {
        for (const double days : steps.done_days) {
            if (days > days_gone() + 1e-9) {
                return std::min(days, last);
            }
        }
        return last;
    }
};

}  // namespace negotiation::life
