#include <algorithm>
#include <cmath>

#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/mend.hpp>

#include "sequence/given.hpp"

namespace negotiation::sequence {

namespace {

/// How many steps of an order are done when a step has been.
[[nodiscard]] std::vector<std::size_t> done_with(std::span<const step_id> order) {
    std::vector<std::size_t> places(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        places[order[k]] = k + 1;
    }
    return places;
}

/// What a party believes at the moment of a demand: the prior, and what it has been taught by then.
[[nodiscard]] double belief_at(double prior, const demand& d) {
    if (d.needed.learned <= 0 || prior <= 0 || prior >= 1) {
        return prior;
    }
    const double posterior_odds = prior / (1 - prior) * std::exp(d.needed.learned);
    return std::isinf(posterior_odds) ? 1 : posterior_odds / (1 + posterior_odds);
}

/// How a share undone that is greater by 1 changes loss and gain of a demand.
struct change {
    double loss = 0;
    double gain = 0;
};

[[nodiscard]] change change_by(const demand& d, double value, std::size_t done) {
    if (done <= d.moment) {  // held at the moment and at the hand-over
        return {0, value};
    }
    return done <= d.hand_over ? change{value, 0} : change{};
}

/// The least rise of the share at which a demand is met; nothing where none meets it.
[[nodiscard]] std::optional<double> rise_for(const demand& d, const change& by, double belief) {
    const double missing = (1 - belief) * d.loss - belief * d.gain;
    if (missing <= 0) {  // met: it must stay so
        return 0;
    }
    const double better = belief * by.gain - (1 - belief) * by.loss;
    return better > 0 ? std::optional(missing / better) : std::nullopt;
}

/// Whether the changed order suits the belief: walked anew, because a share that lowers one loss
/// may raise another, or make one where nothing was lost.
[[nodiscard]] bool is_enough(const agreement& written, std::span<const step_id> order, party_id i,
                             const snapback& to, double belief, const trust_options& how) {
    agreement changed = written;
    changed.steps[to.at].undone[i] = to.undone;
    const order_report report = walk(exchange(changed), order, how);
    return report.feasible() && probability_of(report.by_party[i]) <= belief + 1e-9;
}

[[nodiscard]] std::vector<snapback> snapbacks(const agreement& written,
                                              std::span<const step_id> order,
                                              const std::vector<demand>& own, double belief,
                                              const trust_options& how) {
    const std::vector<std::size_t> done = done_with(order);
    const party_id i = own.front().party;
    std::vector<snapback> all;
    for (step_id s = 0; s < written.steps.size(); ++s) {
        const double now = written.steps[s].undone[i];
        std::optional<double> rise = 0;
        for (const demand& d : own) {
            const auto here =
                rise_for(d, change_by(d, written.steps[s].value[i], done[s]), belief_at(belief, d));
            rise = rise && here ? std::optional(std::max(*rise, *here)) : std::nullopt;
        }
        if (rise && now + *rise <= 1) {
            const snapback found{s, now + *rise};
            if (is_enough(written, order, i, found, belief, how)) {
                all.push_back(found);
            }
        }
    }
    std::stable_sort(all.begin(), all.end(), [&](const snapback& a, const snapback& b) {
        return a.undone - written.steps[a.at].undone[i] < b.undone - written.steps[b.at].undone[i];
    });
    return all;
}

[[nodiscard]] mend mend_of(const std::vector<demand>& own, double belief) {
    mend all;
    all.party = own.front().party;
    all.completion = 0;
    for (const demand& d : own) {
        if (less(all.worst.needed, d.needed)) {
            all.worst = d;
        }
        const double then = belief_at(belief, d);
        all.guarantee = std::max(all.guarantee, guarantee_needed({d.loss, d.gain}, then));
        const auto more = completion_needed({d.loss, d.gain}, then);
        all.completion =
            more && all.completion ? std::optional(std::max(*all.completion, *more)) : std::nullopt;
    }
    return all;
}

}  // namespace

std::vector<mend> mends_of(const agreement& written, const exchange& of,
                           std::span<const step_id> order, std::span<const double> beliefs,
                           const trust_options& how) {
    const std::vector<demand> all = demands_of(of, order, how);
    const order_report report = walk(of, order, how);
    check_beliefs(of, beliefs);
    std::vector<mend> mends;
    for (party_id i = 0; i < of.parties(); ++i) {
        if (probability_of(report.by_party[i]) <= beliefs[i]) {
            continue;
        }
        std::vector<demand> own;
        std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                     [&](const demand& d) { return d.party == i; });
        mends.push_back(mend_of(own, beliefs[i]));
        if (!written.covered.empty()) {  // what is needed is told in all
            double& share = mends.back().guarantee;
            share = written.covered[i] + (1 - written.covered[i]) * share;
        }
        mends.back().undone = snapbacks(written, order, own, beliefs[i], how);
    }
    return mends;
}

}  // namespace negotiation::sequence
