#pragma once

/// @file
/// What chance and dates do to a life while time passes.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/life/prospect.hpp>
#include <negotiation/life/record.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/model/random_stream.hpp>

namespace negotiation::life {

/// One life exposed to hazards and events: how far it has come in time, and what they have moved.
/// What they end or do is written into its record.
class exposure {
public:
    /// All must outlive it.
    exposure(const circumstances& in, random_stream& draws, record& into)
        : in_(in),
          draws_(draws),
          into_(into),
          patience_left_(draw_exponential(draws)) {}

    [[nodiscard]] double now() const noexcept { return now_; }  ///< days since the talks began

    /// What shocks have added to no deal.
    [[nodiscard]] double shift(std::size_t party) const {
        return moved_.empty() ? 0 : moved_[party].shift;
    }

    /// What they have added to the log-odds of trust.
    [[nodiscard]] double log_odds(std::size_t party) const {
        return moved_.empty() ? 0 : moved_[party].log_odds;
    }

    /// Whether somebody's odds are not what they were.
    [[nodiscard]] bool shaken() const noexcept { return shaken_; }

    /// Lets time pass. `ahead` is that of the deal once one is signed, else any.
    /// @return false when a shock has ended everything; `why` is set then
    bool pass(double until, const stretch& rates, survival::stage at, const prospect* ahead) {
        for (;;) {
            const std::vector<survival::event>& dated = in_.lasting.events;
            const bool due = next_event_ < dated.size() && dated[next_event_].days <= until;
            const double stop = due ? std::max(now_, dated[next_event_].days) : until;
            const double rate = factor_ * rates.total;
            if (rate > 0 && rate * (stop - now_) >= patience_left_) {
                now_ += patience_left_ / rate;
                patience_left_ = draw_exponential(draws_);
                const std::size_t m = draw_weighted(draws_, rates.rates, rates.total);
                if (!suffer(in_.lasting.hazards[m].effect, at, cause_kind::hazard,
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
            if (!meet(next_event_++, at, ahead)) {
                return false;
            }
        }
    }

private:
    /// A date comes. @return false when it ends everything
    bool meet(std::size_t e, survival::stage at, const prospect* ahead) {
        const survival::event& event = in_.lasting.events[e];
        const bool shrugged = at != survival::stage::talks && ahead->shrugs_off[e];
        return !draw_chance(draws_, event.probability) || shrugged ||
               suffer(event.effect, at, cause_kind::event, static_cast<std::uint32_t>(e));
    }

    /// @return false when it ends everything
    /// @throws std::invalid_argument shocks without end
    bool suffer(const survival::effect& of, survival::stage at, cause_kind kind,
                std::uint32_t which) {
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
        moved_.resize(in_.parties.size());
        for (std::size_t i = 0; i < moved_.size(); ++i) {
            moved_[i].shift += of.reservation[i];
            moved_[i].log_odds += std::log(of.odds[i]);
            shaken_ = shaken_ || of.odds[i] < 1 || of.odds[i] > 1;
        }
        return true;
    }

    /// What shocks have done to a party.
    struct moved {
        double shift = 0;
        double log_odds = 0;
    };

    static constexpr std::size_t most_shocks = 10'000;
    static constexpr double greatest_factor = 1e9;

    const circumstances& in_;
    random_stream& draws_;
    record& into_;
    double now_ = 0;
    double patience_left_;  ///< of a unit exponential, until the next shock
    double factor_ = 1;     ///< on every hazard
    std::size_t next_event_ = 0;
    std::vector<moved> moved_;  ///< by party; empty, and no memory, before the first shock
    bool shaken_ = false;
};

}  // namespace negotiation::life
