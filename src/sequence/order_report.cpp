#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/sequence/order_report.hpp>

#include "sequence/given.hpp"

namespace negotiation::sequence {

namespace {

void check_order(const exchange& of, std::span<const step_id> order) {
    step_set done = 0;
    for (const step_id s : order) {
        if (s >= of.size()) {
            throw std::invalid_argument(
                fmt::format("order: step {} is not one of {}", s, of.size()));
        }
        if (has(done, s)) {
            throw std::invalid_argument(fmt::format("order: step {} is there twice", s));
        }
        const step_set missing = of.order().before(s) & ~done;
        if (missing != 0) {
            throw std::invalid_argument(
                fmt::format("order: step {} comes before step {}, which it "
                            "waits for",
                            s, first_of(missing)));
        }
        done |= only(s);
    }
    if (done != of.order().all()) {
        throw std::invalid_argument(
            fmt::format("order: step {} is missing", first_of(of.order().all() & ~done)));
    }
}

/// An order laid out: for each number of steps done, who is in control and what everybody holds.
class path {
public:
    path(const exchange& of, std::span<const step_id> order, const trust_options& how)
        : of_(&of),
          order_(order),
          how_(how) {
        step_set done = 0;
        std::vector<double> learned(of.parties(), 0);
        for (std::size_t k = 0; k <= order.size(); ++k) {
            for (party_id i = 0; i < of.parties(); ++i) {
                held_.push_back(of.halt_value(i, done));
                learned_.push_back(of.covered(i) + (how.learning ? learned[i] : 0));
            }
            if (k == order.size()) {
                break;
            }
            done |= only(order[k]);
            for (party_id i = 0; i < of.parties(); ++i) {
                learned[i] += of.performer(order[k]) == i ? 0 : of.learned(order[k]);
            }
        }
    }

    [[nodiscard]] std::size_t size() const { return order_.size(); }
    [[nodiscard]] party_id control(std::size_t done) const { return of_->performer(order_[done]); }
    [[nodiscard]] grains held(std::size_t done, party_id i) const {
        return held_[done * of_->parties() + i];
    }

    /// Whether the party, in control before `from`, hands over when `done` steps are done.
    [[nodiscard]] bool hands_over(std::size_t done) const {
        return done > 0 && done < size() && control(done) != control(done - 1);
    }

    /// The trust that i needs at moment c for hand-over t; nothing where completion adds nothing.
    [[nodiscard]] std::optional<trust> needed(party_id i, std::size_t c, std::size_t t) const {
        const grains gain = of_->total(i) - held(c, i);
        const grains loss = std::max<grains>(held(c, i) - held(t, i), 0);
        if (gain < 0) {
            return std::nullopt;
        }
        return trust{loss, loss == 0 ? 1 : gain, learned_[c * of_->parties() + i]};
    }

    /// The moments that i weighs against hand-over t, one call each.
    template <class Visit>
    void for_each_moment(party_id i, std::size_t t, Visit visit) const {
        if (how_.how == reading::peak_exposure) {
            visit(std::size_t{0});
            return;
        }
        bool own_run = true;
        for (std::size_t c = t; c-- > 0;) {
            own_run = own_run && control(c) == i;
            const bool counts = how_.how == reading::drawdown
                                    ? control(c) == i
                                    : own_run && (c == 0 || control(c - 1) != i);
            if (counts) {
                visit(c);
            }
        }
    }

    /// The worst moment for hand-over t of party i, and its trust.
    [[nodiscard]] std::pair<trust, std::size_t> worst(party_id i, std::size_t t) const {
        trust most;
        std::size_t at = t;
        for_each_moment(i, t, [&](std::size_t c) {
            const std::optional<trust> here = needed(i, c, t);
            if (here && less(most, *here)) {
                most = *here;
                at = c;
            }
        });
        return {most, at};
    }

private:
    const exchange* of_;
    std::span<const step_id> order_;
    trust_options how_;
    std::vector<grains> held_;     ///< by number of steps, by party
    std::vector<double> learned_;  ///< by number of steps, by party
};

[[nodiscard]] std::optional<refusal> refusal_of(const exchange& of, const path& along) {
    for (party_id i = 0; i < of.parties(); ++i) {
        if (of.total(i) < 0) {
            return refusal{i, 0, -static_cast<double>(of.total(i)) * of.grain(i)};
        }
    }
    for (std::size_t done = 0; done < along.size(); ++done) {
        const party_id i = along.control(done);
        const grains above = along.held(done, i) - of.total(i);
        if (above > 0) {
            return refusal{i, done, static_cast<double>(above) * of.grain(i)};
        }
    }
    return std::nullopt;
}

/// The run that begins when `from` steps are done.
[[nodiscard]] run run_from(const exchange& of, std::span<const step_id> order, const path& along,
                           std::size_t from) {
    run r;
    r.party = along.control(from);
    std::size_t to = from;
    for (; to < order.size() && along.control(to) == r.party; ++to) {
        r.steps.push_back(order[to]);
    }
    r.hands_over = to < order.size();
    std::size_t at = from;
    if (r.hands_over) {
        const auto [most, moment] = along.worst(r.party, to);
        r.needed = most;
        at = most.loss > 0 ? moment : from;
        r.loss = static_cast<double>(most.loss) * of.grain(r.party);
    }
    r.gain = static_cast<double>(of.total(r.party) - along.held(at, r.party)) * of.grain(r.party);
    return r;
}

}  // namespace

order_report walk(const exchange& of, std::span<const step_id> order, const trust_options& how) {
    check_order(of, order);
    const path along(of, order, how);
    order_report report;
    report.order.assign(order.begin(), order.end());
    report.refused = refusal_of(of, along);
    report.by_party.resize(of.parties());
    for (std::size_t from = 0; from < order.size(); from += report.runs.back().steps.size()) {
        report.runs.push_back(run_from(of, order, along, from));
        const run& r = report.runs.back();
        if (less(report.by_party[r.party], r.needed)) {
            report.by_party[r.party] = r.needed;
        }
    }
    for (std::size_t done = 0; done <= order.size(); ++done) {
        for (party_id i = 0; i < of.parties(); ++i) {
            report.halt_values.push_back(static_cast<double>(along.held(done, i)) * of.grain(i));
        }
    }
    return report;
}

trust greatest(const order_report& of) {
    trust most;
    for (const trust& t : of.by_party) {
        most = less(most, t) ? t : most;
    }
    return most;
}

std::vector<demand> demands_of(const exchange& of, std::span<const step_id> order,
                               const trust_options& how) {
    check_order(of, order);
    const path along(of, order, how);
    std::vector<demand> all;
    const auto consider = [&](party_id i, std::size_t c, std::size_t t) {
        const std::optional<trust> needed = along.needed(i, c, t);
        if (needed && needed->loss > 0) {
            all.push_back({i, c, t, *needed, static_cast<double>(needed->loss) * of.grain(i),
                           static_cast<double>(of.total(i) - along.held(c, i)) * of.grain(i)});
        }
    };
    for (std::size_t t = 1; t < along.size(); ++t) {
        if (along.hands_over(t)) {
            const party_id i = along.control(t - 1);
            along.for_each_moment(i, t, [&](std::size_t c) { consider(i, c, t); });
        }
    }
    return all;
}

std::optional<break_off> break_off_of(const exchange& of, const order_report& report,
                                      std::span<const double> beliefs, const trust_options& how) {
    check_beliefs(of, beliefs);
    std::optional<break_off> first;
    const auto consider = [&](const demand& d) {
        const bool more = first && d.moment == first->done && d.party == first->party &&
                          less(first->needed, d.needed);
        if (!first || d.moment < first->done || more) {
            first = break_off{d.party, d.moment, d.needed, {}, d.hand_over};
        }
    };
    if (report.refused) {
        consider({report.refused->party, report.refused->done, 0, {0, 1, 0}, 0, 0});
    }
    for (const demand& d : demands_of(of, report.order, how)) {
        if (probability_of(d.needed) > beliefs[d.party]) {
            consider(d);
        }
    }
    for (party_id j = 0; first && j < of.parties(); ++j) {
        first->left.push_back(report.halt_values[first->done * of.parties() + j]);
    }
    return first;
}

}  // namespace negotiation::sequence
