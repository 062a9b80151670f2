#pragma once

/// @file
/// What everybody has when a life is over.

#include <algorithm>
#include <cstddef>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/life/prospect.hpp>
#include <negotiation/life/record.hpp>
#include <negotiation/life/talk.hpp>

namespace negotiation::life {

/// A step that is pretended in this life, and whether that will be found out.
struct pretence {
    const pretended_step* step = nullptr;
    bool found_out = false;
};

/// The end of a life, for whoever wants to know what is left; `ahead` is null without a signature.
struct settlement {
    const circumstances& in;
    const prospect* ahead;
    const record& went;
    const std::vector<pretence>& pretences;

    /// What a party has; `shift` is what shocks have added to no deal.
    [[nodiscard]] double value(std::size_t i, const talk& drawn, double shift) const {
        const bool failed = went.why.kind == cause_kind::deadline ||
                            went.why.kind == cause_kind::walked_away ||
                            went.why.kind == cause_kind::broken_down;
        double sum = reservation_value(in.frozen->table.parties[i]);
        sum += failed && !drawn.no_deal_shift.empty() ? drawn.no_deal_shift[i] : 0;
        // Where a deal holds, what no deal is worth by now no longer matters.
        sum += shift * (went.completed_on ? 1 - share_lasted(in.patience[i]) : 1);
        return sum + (went.ratified_on ? gain(i, drawn) : 0);
    }

    /// What pretending some of the first steps has moved: saved to whoever did it, lost to all
    /// others.
    [[nodiscard]] double moved(std::size_t i, bool collapsed, std::size_t steps) const {
        double sum = 0;
        for (const auto& [p, found_out] : pretences) {
            if (p->done >= steps) {
                continue;
            }
            const sequence::step& s =
                ahead->steps.steps.agreement.steps[ahead->steps.report.order[p->done]];
            if (p->party == i) {  // what a collapse takes back of a cost is not paid back to it
                sum += p->saves + (collapsed ? s.undone[i] * s.value[i] : 0);
            } else {
                sum -= s.value[i] * (collapsed ? 1 - s.undone[i] : 1);
            }
        }
        return sum;
    }

    /// What a halt after some steps really leaves a party with.
    [[nodiscard]] double held_after(std::size_t steps, std::size_t i) const {
        return steps == 0 ? 0
                          : ahead->steps.report.halt_values[steps * in.parties.size() + i] +
                                moved(i, true, steps);
    }

    /// What guarantors pay a party where another one has stopped, or was found out: their share of
    /// what it has lost since it was in control with most in hand.
    [[nodiscard]] double made_good(std::size_t i) const {
        const carrying_out& steps = ahead->steps;
        const std::vector<double>& covered = steps.steps.agreement.covered;
        const bool by_another =
            (went.why.kind == cause_kind::stopped || went.why.kind == cause_kind::declined ||
             went.why.kind == cause_kind::caught) &&
            went.why.which != i;
        if (covered.empty() || !by_another) {
            return 0;
        }
        const double left = held_after(went.steps_done, i);
        double lost = 0;
        for (std::size_t k = 0; k < went.steps_done; ++k) {
            if (steps.made->performer(steps.report.order[k]) == i) {
                lost = std::max(lost, held_after(k, i) - left);
            }
        }
        return std::min(covered[i] * lost, steps.most_made_good[i]);
    }

    [[nodiscard]] double gain(std::size_t i, const talk& drawn) const {
        const carrying_out& steps = ahead->steps;
        const discount& patience = in.patience[i];
        if (!went.completed_on) {
            const double held = held_after(went.steps_done, i) + made_good(i);
            return discounted(patience, went.ended_on) * held;
        }
        const double promised = drawn.promised.empty() ? 0 : drawn.promised[i];
        const double whole = steps.whole[i] + moved(i, false, went.steps_done) + promised;
        const double kept = steps.kept[i] + moved(i, true, went.steps_done) + promised;
        const double lasted = share_lasted(patience);
        return discounted(patience, *went.completed_on) * (lasted * whole + (1 - lasted) * kept);
    }

    /// L: the discounted share of the time from completion to the horizon.
    [[nodiscard]] double share_lasted(const discount& patience) const {
        const double whole = *went.signed_on + ahead->ahead.back().until - *went.completed_on;
        const double part = went.ended_on - *went.completed_on;
        if (survived(went) || whole <= 0) {
            return 1;
        }
        if (patience.factor >= 1) {
            return part / whole;
        }
        return (1 - discounted(patience, part)) / (1 - discounted(patience, whole));
    }
};

}  // namespace negotiation::life
