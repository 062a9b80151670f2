#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <negotiation/life/episode.hpp>
#include <negotiation/model/belief.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

#include "life/settlement.hpp"

namespace negotiation::life {

namespace {

using survival::stage;

constexpr std::size_t most_shocks = 10'000;
constexpr double greatest_factor = 1e9;
constexpr double endless = std::numeric_limits<double>::infinity();

/// Purposes above those of parties and mediators in talks, which draw from streams of their own.
constexpr std::uint32_t purpose_of_lives = 1U << 20U;

/// Where a stretch belongs is asked at its middle: its borders are sums.
[[nodiscard]] double middle_of(const stretch& of) noexcept { return (of.from + of.until) / 2; }

/// One life under way.
class one_life {
public:
    one_life(const world& in, std::uint64_t seed, std::uint64_t number, record& into)
        : in_(in),
          draws_(seed, number, purpose_of_lives),
          into_(into) {
        into_.why = {};
        into_.leaked = into_.drawn_in_public = false;
        into_.talk = into_.deal = into_.steps_done = 0;
        into_.signed_on = into_.ratified_on = into_.completed_on = std::nullopt;
        into_.ended_on = 0;
        into_.happenings.clear();
        shift_.assign(parties(), 0);
        log_odds_.assign(parties(), 0);
        patience_left_ = next_patience();
        draw_types();
    }

    /// Draws talks from those played, then lives on. A leak after the last round has begun comes
    /// too late to matter to the talks.
    void draw_and_live() {
        const bool secret = in_.screen.secret;
        const played_talks* from = secret ? &in_.kept_secret : &in_.in_public;
        if (from->talks.empty()) {
            throw std::invalid_argument("life: no talks have been played to draw from");
        }
        std::size_t which = draw_place(draws_, from->talks.size());
        double days = from->talks[which].days;
        if (secret && !from->talks[which].leaked_on && in_.screen.leak_rate > 0) {
            const double leak = next_patience() / in_.screen.leak_rate;
            if (leak < last_round_began(from->talks[which])) {
                if (in_.in_public.talks.empty()) {
                    throw std::invalid_argument("life: no talks after a leak have been played");
                }
                from = &in_.in_public;
                which = draw_place(draws_, from->talks.size());
                days = std::max(leak, from->talks[which].days);
                leaks_at_ = leak;
            }
        }
        into_.talk = which;
        into_.drawn_in_public = from == &in_.in_public;
        const talk& drawn = from->talks[which];
        const prospect* ahead = agreed(drawn) ? &in_.prospects[from->prospects[which]] : nullptr;
        into_.deal = ahead != nullptr ? from->prospects[which] : 0;
        if (!into_.drawn_in_public) {
            leaks_at_ = drawn.leaked_on.value_or(endless);
        }
        go_through(drawn, ahead, days);
    }

    void live_with(const talk& own, const prospect* ahead) {
        leaks_at_ = own.leaked_on.value_or(endless);
        go_through(own, ahead, own.days);
    }

private:
    [[nodiscard]] std::size_t parties() const { return in_.in.parties.size(); }

    /// What a unit exponential leaves until the next shock.
    [[nodiscard]] double next_patience() { return -std::log1p(-draw_share(draws_)); }

    void draw_types() {
        into_.untrustworthy.assign(parties(), false);
        for (std::size_t i = 0; i < parties(); ++i) {
            into_.untrustworthy[i] = !draw_chance(draws_, in_.in.trustworthy[i]);
        }
    }

    void go_through(const talk& drawn, const prospect* ahead, double days) {
        ahead_ = ahead;
        (void)(talk_until(days) && sign(drawn) && ratify() && carry_out() && outlast());
        into_.ended_on = now_;
        settle(drawn);
    }

    // --- time ------------------------------------------------------------------------------------

    /// The world hears of it. What was said becomes public at once, what it costs is told at the
    /// end.
    void note_leak() {
        into_.leaked = true;
        into_.happenings.push_back({leaks_at_, happening::kind::leak, 0});
        leaks_at_ = endless;
    }

    /// Lets time pass. @return false when a shock has ended everything; `why` is set then
    bool pass(double until, const stretch& rates, stage at) {
        for (;;) {
            const std::vector<survival::event>& dated = in_.in.lasting.events;
            const bool due = next_event_ < dated.size() && dated[next_event_].days <= until;
            const double stop = due ? std::max(now_, dated[next_event_].days) : until;
            const double rate = factor_ * rates.total;
            if (rate > 0 && rate * (stop - now_) >= patience_left_) {
                now_ += patience_left_ / rate;
                patience_left_ = next_patience();
                const std::size_t m = source_of(rates);
                if (!suffer(in_.in.lasting.hazards[m].effect, at, cause_kind::hazard,
                            static_cast<std::uint32_t>(m))) {
                    return false;
                }
                continue;
            }
            patience_left_ -= rate * std::max(0.0, stop - now_);
            now_ = std::max(now_, stop);
            if (!due) {
                return true;
            }
            if (!meet(next_event_++, at)) {
                return false;
            }
        }
    }

    /// Which hazard it was.
    [[nodiscard]] std::size_t source_of(const stretch& rates) {
        double left = draw_share(draws_) * rates.total;
        std::size_t last = 0;
        for (std::size_t m = 0; m < rates.rates.size(); ++m) {
            if (rates.rates[m] > 0) {
                last = m;
                left -= rates.rates[m];
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /// A date comes. @return false when it ends everything
    bool meet(std::size_t e, stage at) {
        const survival::event& event = in_.in.lasting.events[e];
        const bool shrugged = at != stage::talks && ahead_->shrugs_off[e];
        return !draw_chance(draws_, event.probability) || shrugged ||
               suffer(event.effect, at, cause_kind::event, static_cast<std::uint32_t>(e));
    }

    /// @return false when it ends everything
    /// @throws std::invalid_argument shocks without end
    bool suffer(const survival::effect& of, stage at, cause_kind kind, std::uint32_t which) {
        if (draw_chance(draws_, of.ends)) {
            into_.why = {at, kind, which};
            return false;
        }
        into_.happenings.push_back(
            {now_, kind == cause_kind::hazard ? happening::kind::hazard : happening::kind::event,
             which});
        if (into_.happenings.size() > most_shocks) {
            throw std::invalid_argument(
                "life: more than 10000 shocks in one life; a hazard that ends nothing comes too "
                "often, or raises itself without end");
        }
        factor_ = std::min(factor_ * of.hazards, greatest_factor);
        for (std::size_t i = 0; i < parties(); ++i) {
            shift_[i] += of.reservation[i];
            log_odds_[i] += std::log(of.odds[i]);
            shaken_ = shaken_ || of.odds[i] < 1 || of.odds[i] > 1;
        }
        return true;
    }

    // --- stages ----------------------------------------------------------------------------------

    /// The talks up to a day; they end on `last`, and if that is with a signature some hazards may
    /// rise before it.
    bool talk_on(double until, double last) {
        for (std::size_t k = 0; ahead_ != nullptr && k < ahead_->ahead.size(); ++k) {
            const stretch& eve = ahead_->ahead[k];
            const double begins = std::min(until, last + eve.from);
            const double ends = std::min(until, last + eve.until);
            if (middle_of(eve) > 0 || ends <= now_) {
                continue;
            }
            if (!pass(std::max(now_, begins), in_.talking, stage::talks) ||
                !pass(ends, eve, stage::talks)) {
                return false;
            }
        }
        return pass(until, in_.talking, stage::talks);
    }

    bool talk_until(double days) {
        if (leaks_at_ <= days) {
            if (!talk_on(leaks_at_, days)) {
                return false;
            }
            note_leak();
        }
        return talk_on(days, days);
    }

    bool end(stage at, cause_kind kind, std::size_t which = 0) {
        into_.why = {at, kind, static_cast<std::uint32_t>(which)};
        return false;
    }

    bool sign(const talk& drawn) {
        switch (drawn.status) {
            case talks::talks_status::no_agreement:
                return end(stage::talks, cause_kind::deadline);
            case talks::talks_status::walked_away:
                return end(stage::talks, cause_kind::walked_away);
            case talks::talks_status::broken_down:
                return end(stage::talks, cause_kind::broken_down);
            case talks::talks_status::agreement:
                break;
        }
        for (std::size_t i = 0; i < parties(); ++i) {
            const double promised = drawn.promised.empty() ? 0 : drawn.promised[i];
            if (shift_[i] > 0 && ahead_->gains[i] + promised < shift_[i]) {
                return end(stage::talks, cause_kind::not_signed, i);
            }
        }
        into_.signed_on = now_;
        return true;
    }

    /// Time passes after signature. @return false when a shock has ended everything
    bool go_on(double until) {
        for (const stretch& part : ahead_->ahead) {
            const double ends = *into_.signed_on + part.until;
            if (ends <= now_ || middle_of(part) < 0) {
                continue;
            }
            const double from = middle_of(part);
            const stage at = from < ahead_->vote_days                ? stage::ratification
                             : from < ahead_->steps.done_days.back() ? stage::implementation
                                                                     : stage::aftermath;
            if (!pass(std::min(ends, until), part, at)) {
                return false;
            }
            if (ends >= until) {
                return true;
            }
        }
        return true;
    }

    bool ratify() {
        double refused_on = endless;
        std::uint32_t chamber = 0;
        for (const home_prospect& home : ahead_->homes) {
            if (home.passed.empty() || home.passed.back() >= 1) {
                continue;
            }
            const double luck = draw_share(draws_);
            for (std::size_t k = 0; k < home.passed.size(); ++k) {
                if (luck >= home.passed[k]) {
                    if (home.days[k] < refused_on) {
                        refused_on = home.days[k];
                        chamber = home.chambers[k];
                    }
                    break;
                }
            }
        }
        if (!go_on(*into_.signed_on + std::min(refused_on, ahead_->vote_days))) {
            return false;
        }
        if (refused_on < endless) {
            return end(stage::ratification, cause_kind::refused, chamber);
        }
        into_.ratified_on = now_;
        return true;
    }

    /// How far the steps get by themselves, and why no farther.
    struct course {
        double days = 0;  ///< when it ends, after signature
        cause why;
        std::size_t steps = 0;
    };

    void consider(course& so_far, double days, cause_kind kind, std::size_t which,
                  std::size_t steps) const {
        const bool as_soon = days <= so_far.days;
        if (days < so_far.days || (as_soon && steps < so_far.steps) ||
            (as_soon && so_far.why.kind == cause_kind::nothing)) {
            so_far = {
                days, {stage::implementation, kind, static_cast<std::uint32_t>(which)}, steps};
        }
    }

    [[nodiscard]] std::size_t steps_done_by(double days) const {
        const std::vector<double>& done = ahead_->steps.done_days;
        return static_cast<std::size_t>(
            std::upper_bound(done.begin() + 1, done.end(), days + 1e-9) - done.begin() - 1);
    }

    /// Steps that are pretended in this life, and whether that will be found out.
    void draw_pretences() {
        pretences_.clear();
        for (const pretended_step& p : ahead_->steps.pretended) {
            if (into_.untrustworthy[p.party]) {
                pretences_.push_back({&p, draw_chance(draws_, p.detection)});
            }
        }
    }

    /// The first moment, of those not past, at which a party in control believes too little by now.
    [[nodiscard]] std::optional<sequence::demand> too_much_asked(std::size_t done) const {
        const carrying_out& steps = ahead_->steps;
        std::optional<sequence::demand> first;
        for (const sequence::demand& d :
             sequence::demands_of(*steps.made, steps.report.order, in_.in.how.trusts)) {
            const double belief =
                belief_of(log_odds_of(in_.in.trust[d.party]) + log_odds_[d.party]);
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
        const carrying_out& steps = ahead_->steps;
        if (!shaken_ || !in_.in.how.cautious || in_.in.trust.empty()) {
            if (const auto& no = steps.declined) {
                consider(so_far, steps.done_days[no->done], cause_kind::declined, no->party,
                         no->done);
            }
            return;
        }
        if (const auto& no = steps.report.refused) {
            consider(so_far, steps.done_days[no->done], cause_kind::declined, no->party, no->done);
        }
        const double now = now_ - *into_.signed_on;
        if (const auto no = too_much_asked(steps_done_by(now))) {
            consider(so_far, std::max(now, steps.done_days[no->moment]), cause_kind::declined,
                     no->party, no->moment);
        }
    }

    [[nodiscard]] course course_ahead() const {
        const carrying_out& steps = ahead_->steps;
        const std::size_t all = steps.done_days.size() - 1;
        course so_far{steps.done_days.back(), {}, all};
        for (std::size_t i = 0; i < parties(); ++i) {
            const std::size_t stop = steps.stops[i];
            if (into_.untrustworthy[i] && stop < all) {
                consider(so_far, steps.done_days[stop], cause_kind::stopped, i, stop);
            }
        }
        if (all > 0) {
            consider_declining(so_far);
        }
        for (const auto& [p, found_out] : pretences_) {
            if (found_out && p->done < so_far.steps) {
                consider(so_far, p->found_out_days, cause_kind::caught, p->party,
                         steps_done_by(p->found_out_days));
            }
        }
        return so_far;
    }

    bool carry_out() {
        draw_pretences();
        const bool watchful = in_.in.how.cautious && !in_.in.trust.empty();
        for (;;) {
            const course ahead = course_ahead();
            const double until = watchful ? next_moment(ahead.days) : ahead.days;
            if (!go_on(*into_.signed_on + until)) {
                into_.steps_done = steps_done_by(now_ - *into_.signed_on);
                note_pretences();
                return false;
            }
            if (until < ahead.days) {
                continue;
            }
            into_.steps_done = ahead.steps;
            note_pretences();
            into_.why = ahead.why;
            if (ahead.why.kind != cause_kind::nothing) {
                return false;
            }
            into_.completed_on = now_;
            return true;
        }
    }

    /// The next time, after signature, that a step is done: what a shock did to trust counts then.
    [[nodiscard]] double next_moment(double last) const {
        for (const double days : ahead_->steps.done_days) {
            if (days > now_ - *into_.signed_on + 1e-9) {
                return std::min(days, last);
            }
        }
        return last;
    }

    void note_pretences() {
        for (const auto& [p, found_out] : pretences_) {
            if (p->done < into_.steps_done) {
                const double on = *into_.signed_on + ahead_->steps.done_days[p->done + 1];
                into_.happenings.push_back(
                    {on, happening::kind::pretended, static_cast<std::uint32_t>(p->done)});
            }
        }
    }

    /// After completion: what was pretended may still be found out.
    bool outlast() {
        const double horizon = *into_.signed_on + ahead_->ahead.back().until;
        double found = endless;
        std::size_t by = 0;
        for (const auto& [p, found_out] : pretences_) {
            if (found_out && p->found_out_days < found) {
                found = p->found_out_days;
                by = p->party;
            }
        }
        const double caught = *into_.signed_on + found;
        if (!go_on(std::min(caught, horizon))) {
            return false;
        }
        return caught > horizon || end(stage::aftermath, cause_kind::caught, by);
    }

    // --- what everybody has ----------------------------------------------------------------------

    void settle(const talk& drawn) {
        std::stable_sort(into_.happenings.begin(), into_.happenings.end(),
                         [](const happening& a, const happening& b) { return a.days < b.days; });
        const settlement end{in_.in, ahead_, into_, pretences_};
        into_.values.resize(parties());
        for (std::size_t i = 0; i < parties(); ++i) {
            into_.values[i] = end.value(i, drawn, shift_[i]);
        }
    }

    const world& in_;
    random_stream draws_;
    record& into_;
    const prospect* ahead_ = nullptr;
    double now_ = 0;
    double leaks_at_ = endless;
    double patience_left_ = 0;  ///< of a unit exponential, until the next shock
    double factor_ = 1;         ///< on every hazard
    std::size_t next_event_ = 0;
    std::vector<double> shift_;        ///< of no deal, by party
    std::vector<double> log_odds_;     ///< added to those of trust, by party
    bool shaken_ = false;              ///< some odds are not what they were
    std::vector<pretence> pretences_;  ///< of this life
};

}  // namespace

void live(const world& in, std::uint64_t seed, std::uint64_t number, record& into) {
    one_life(in, seed, number, into).draw_and_live();
}

void live(const world& in, std::uint64_t seed, std::uint64_t number, const talk& own,
          const prospect* ahead, record& into) {
    if (agreed(own) != (ahead != nullptr)) {
        throw std::invalid_argument("life: a prospect goes with an agreement, and only with one");
    }
    one_life(in, seed, number, into).live_with(own, ahead);
}

}  // namespace negotiation::life
