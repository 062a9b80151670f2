#include <algorithm>
#include <limits>
#include <stdexcept>

#include <negotiation/life/episode.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

#include "life/course.hpp"
#include "life/exposure.hpp"
#include "life/settlement.hpp"

namespace negotiation::life {

namespace {

using survival::stage;

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
          into_(into),
          time_(in.in, draws_, into) {
        into_.why = {};
        into_.leaked = into_.drawn_in_public = false;
        into_.talk = into_.deal = into_.steps_done = 0;
        into_.signed_on = into_.ratified_on = into_.completed_on = std::nullopt;
        into_.ended_on = 0;
        into_.happenings.clear();
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
            const double leak = draw_exponential(draws_) / in_.screen.leak_rate;
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

    void draw_types() {
        into_.untrustworthy.assign(parties(), false);
        for (std::size_t i = 0; i < parties(); ++i) {
            into_.untrustworthy[i] = !draw_chance(draws_, in_.in.trustworthy[i]);
        }
    }

    void go_through(const talk& drawn, const prospect* ahead, double days) {
        ahead_ = ahead;
        (void)(talk_until(days) && sign(drawn) && ratify() && carry_out() && outlast());
        into_.ended_on = time_.now();
        settle(drawn);
    }

    /// The talks up to a day; they end on `last`, and if that is with a signature some hazards may
    /// rise before it.
    bool talk_on(double until, double last) {
        for (std::size_t k = 0; ahead_ != nullptr && k < ahead_->ahead.size(); ++k) {
            const stretch& eve = ahead_->ahead[k];
            const double begins = std::min(until, last + eve.from);
            const double ends = std::min(until, last + eve.until);
            if (middle_of(eve) > 0 || ends <= time_.now()) {
                continue;
            }
            if (!time_.pass(std::max(time_.now(), begins), in_.talking, stage::talks, ahead_) ||
                !time_.pass(ends, eve, stage::talks, ahead_)) {
                return false;
            }
        }
        return time_.pass(until, in_.talking, stage::talks, ahead_);
    }

    /// The world hears of it. What was said becomes public at once, what it costs is told at the
    /// end.
    void note_leak() {
        into_.leaked = true;
        into_.happenings.push_back({leaks_at_, happening::kind::leak, 0});
        leaks_at_ = endless;
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
            if (time_.shift(i) > 0 && ahead_->gains[i] + promised < time_.shift(i)) {
                return end(stage::talks, cause_kind::not_signed, i);
            }
        }
        into_.signed_on = time_.now();
        return true;
    }

    /// Time passes after signature. @return false when a shock has ended everything
    bool go_on(double until) {
        for (const stretch& part : ahead_->ahead) {
            const double ends = *into_.signed_on + part.until;
            if (ends <= time_.now() || middle_of(part) < 0) {
                continue;
            }
            const double from = middle_of(part);
            const stage at = from < ahead_->vote_days                ? stage::ratification
                             : from < ahead_->steps.done_days.back() ? stage::implementation
                                                                     : stage::aftermath;
            if (!time_.pass(std::min(ends, until), part, at, ahead_)) {
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
        into_.ratified_on = time_.now();
        return true;
    }

    bool carry_out() {
        draw_pretences(ahead_->steps, into_, draws_, pretences_);
        const steps_under_way steps{in_.in, ahead_->steps, into_, time_, pretences_};
        const bool watchful = in_.in.how.cautious && !in_.in.trust.empty();
        for (;;) {
            const course ahead = steps.by_themselves();
            const double until = watchful ? steps.next_moment(ahead.days) : ahead.days;
            if (!go_on(*into_.signed_on + until)) {
                into_.steps_done = steps.done_by(steps.days_gone());
                note_pretences(ahead_->steps, pretences_, into_);
                return false;
            }
            if (until < ahead.days) {
                continue;
            }
            into_.steps_done = ahead.steps;
            note_pretences(ahead_->steps, pretences_, into_);
            into_.why = ahead.why;
            if (ahead.why.kind != cause_kind::nothing) {
                return false;
            }
            into_.completed_on = time_.now();
            return true;
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

    void settle(const talk& drawn) {
        std::stable_sort(into_.happenings.begin(), into_.happenings.end(),
                         [](const happening& a, const happening& b) { return a.days < b.days; });
        const settlement end{in_.in, ahead_, into_, pretences_};
        into_.values.resize(parties());
        for (std::size_t i = 0; i < parties(); ++i) {
            into_.values[i] = end.value(i, drawn, time_.shift(i));
        }
    }

    const world& in_;
    random_stream draws_;
    record& into_;
    exposure time_;  ///< the first to draw
    const prospect* ahead_ = nullptr;
    double leaks_at_ = endless;
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
