#pragma once

/// @file
/// Checks of what a scenario says of lasting: hazards and events.

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/survival/hazard.hpp>

#include "scenario/check_constraint.hpp"
#include "scenario/check_number.hpp"
#include "scenario/findings.hpp"
#include "scenario/freeze_constraint.hpp"
#include "scenario/seat_names.hpp"
#include "scenario/term_range.hpp"

namespace negotiation::detail {

inline constexpr number_range hazard_rate_range{"a rate must lie in [0, 1e6)", 0, largest_number,
                                                false, true};
inline constexpr number_range hazard_probability_range{
    "a probability of a hazard must lie in [0, 1)", 0, 1, false, true};
inline constexpr number_range hazard_period_range{"a period must lie in (0, 1e6) days", 0,
                                                  largest_number, true, true};
inline constexpr number_range horizon_range{"a horizon must lie in (0, 1e6) days", 0,
                                            largest_number, true, true};
inline constexpr number_range event_days_range{"an event must lie in [0, 1e6) days", 0,
                                               largest_number, false, true};
inline constexpr number_range event_probability_range{"a probability must lie in [0, 1]", 0, 1};
inline constexpr number_range added_range{"what a term adds must be below 1e6 in size",
                                          -largest_number, largest_number, true, true};
inline constexpr number_range spike_range{"what a spike adds must lie in [0, 1e6)", 0,
                                          largest_number, false, true};
inline constexpr number_range window_range{"days of a spike must lie in [0, 1e6)", 0,
                                           largest_number, false, true};
inline constexpr number_range slope_range{"a slope must lie in [0, 1e6)", 0, largest_number, false,
                                          true};
inline constexpr number_range answer_noise_range{"a noise must lie in [0, 1e6)", 0, largest_number,
                                                 false, true};
inline constexpr number_range ends_range{"a chance to end what goes on must lie in [0, 1]", 0, 1};
inline constexpr number_range shift_range{
    "a shift of a reservation value must be below 1e6 in size", -largest_number, largest_number,
    true, true};
inline constexpr number_range odds_range{"a factor on odds must lie in (0, 1e6)", 0, largest_number,
                                         true, true};
inline constexpr number_range hazards_factor_range{"a factor on hazards must lie in [0, 1e6)", 0,
                                                   largest_number, false, true};

/// Hazards and events, and what each needs to know of the rest of the scenario.
class survival_check {
public:
    survival_check(findings& found, const survival::section& said)
        : found_(found),
          said_(said),
          seats_(found) {
        for (const survival::milestone of : survival::named_milestones) {
            moments_.emplace_back(to_string(of));
        }
        if (found.world.sequence) {
            for (const sequence::written_step& s : found.world.sequence->steps) {
                moments_.push_back(s.name);
            }
        }
    }

    void run() {
        const path place = section("survival");
        check_span(place, "horizon", said_.horizon, said_.period, horizon_range);
        distinct_names names(found_, "a hazard or event");
        for (const survival::written_hazard& h : said_.hazards) {
            names.expect_new(section("hazard") / h.name, h.name);
            check_hazard(section("hazard") / h.name, h);
        }
        for (const survival::written_event& e : said_.events) {
            names.expect_new(section("event") / e.name, e.name);
            check_event(section("event") / e.name, e);
        }
    }

private:
    /// Days are looked at where the period in which they are counted is sound.
    void check_span(const path& place, const char* key, double days, double period,
                    const number_range& range) {
        check_number(found_, place / "per", period, hazard_period_range);
        if (hazard_period_range.has(period) && !found_.unread.holds(place / "per")) {
            check_number(found_, place / key, days, range);
        }
    }

    void check_hazard(const path& place, const survival::written_hazard& h) {
        const bool chance = h.stated == survival::measure::probability;
        check_number(found_, place / std::string(to_string(h.stated)), h.value,
                     chance ? hazard_probability_range : hazard_rate_range);
        check_number(found_, place / "per", h.period, hazard_period_range);
        check_stages(place / "stages", h.stages);
        if (h.spoiler) {
            check_spoiler(place / "spoiler", *h.spoiler);
        }
        const bool sound = check_terms(place / "terms", h.terms);
        check_spikes(place / "spikes", h.spikes);
        check_effect(place / "effect", h.effect);
        found_.expect_source(place, h.source);
        if (sound && !found_.unread.touches(place)) {
            check_level(place, h);
        }
    }

    void check_stages(const path& place, const std::vector<survival::stage>& stages) {
        for (std::size_t k = 0; k < stages.size(); ++k) {
            const auto here = stages.begin() + static_cast<std::ptrdiff_t>(k);
            if (std::find(stages.begin(), here, *here) != here) {
                found_.add(place / k, fmt::format("stage '{}' is there twice", to_string(*here)));
            }
        }
    }

    void check_spoiler(const path& place, const survival::written_spoiler& of) {
        seats_.expect_agent(place / "of", of.agent);
        check_number(found_, place / "slope", of.slope, slope_range);
        check_number(found_, place / "noise", of.noise, answer_noise_range);
    }

    /// @return whether all conditions can be evaluated
    bool check_terms(const path& place, const std::vector<survival::written_term>& terms) {
        bool sound = true;
        if (terms.size() > survival::maximum_terms) {
            found_.add(place, fmt::format("a hazard has at most {} terms; got {}",
                                          survival::maximum_terms, terms.size()));
            return false;
        }
        for (std::size_t k = 0; k < terms.size(); ++k) {
            const path here = place / k;
            if (terms[k].given.empty() && !found_.unread.touches(here / "if")) {
                found_.add(here / "if", "a term needs at least one condition; got none");
            }
            sound = check_conditions(found_, here / "if", terms[k].given) &&
                    added_range.has(terms[k].add) && !terms[k].given.empty() && sound;
            check_number(found_, here / "add", terms[k].add, added_range);
        }
        return sound;
    }

    void check_spikes(const path& place, const std::vector<survival::written_spike>& spikes) {
        if (spikes.size() > survival::maximum_terms) {
            found_.add(place, fmt::format("a hazard has at most {} spikes; got {}",
                                          survival::maximum_terms, spikes.size()));
            return;
        }
        for (std::size_t k = 0; k < spikes.size(); ++k) {
            const path here = place / k;
            const survival::written_spike& s = spikes[k];
            expect_moment(here / "at", s.at);
            check_number(found_, here / "add", s.add, spike_range);
            check_number(found_, here / "days_before", s.days_before, window_range);
            check_number(found_, here / "days_after", s.days_after, window_range);
            if (!(s.days_before > 0) && !(s.days_after > 0) && !found_.unread.touches(here)) {
                found_.add(here, "a spike lasts some days before or after; got 0 of both");
            }
        }
    }

    void expect_moment(const path& place, const std::string& at) {
        if (std::find(moments_.begin(), moments_.end(), at) == moments_.end() && !found_.full() &&
            !found_.names_unread("step")) {
            found_.add(place, fmt::format("no milestone or step '{}'{}", shown(at),
                                          found_.near.name(at, moments_)));
        }
    }

    void check_effect(const path& place, const survival::written_effect& of) {
        check_number(found_, place / "ends", of.ends, ends_range);
        check_agents_of(place / "reservation", of.reservation, shift_range);
        check_agents_of(place / "odds", of.odds, odds_range);
        check_number(found_, place / "hazards", of.hazards, hazards_factor_range);
    }

    void check_agents_of(const path& place, const std::vector<std::pair<std::string, double>>& of,
                         const number_range& range) {
        std::unordered_set<std::string> seen;
        for (const auto& [name, x] : of) {
            if (!seen.insert(name).second) {
                found_.add(place / name, fmt::format("'{}' has a number already", shown(name)));
            }
            seats_.expect_agent(place / name, name);
            check_number(found_, place / name, x, range);
        }
    }

    void check_event(const path& place, const survival::written_event& e) {
        check_span(place, "after", e.days, e.period, event_days_range);
        check_number(found_, place / "probability", e.probability, event_probability_range);
        check_conditions(found_, place / "unless", e.unless);
        check_effect(place / "effect", e.effect);
        found_.expect_source(place, e.source);
    }

    /// Whatever the deal, a hazard is not negative, and a probability stays below 1.
    void check_level(const path& place, const survival::written_hazard& h) {
        constexpr std::size_t most = 1'000'000;
        constexpr double slack = 1e-12;  // sums of decimals are rounded
        const std::vector<masked_term> terms = masked(h.terms);
        const auto range = term_range_search(terms).run(most);
        if (!range) {
            found_.add(place / "terms",
                       "the terms tie too many issues together to look at all combinations");
            return;
        }
        if (h.value >= 0 && h.value + range->low < -slack) {
            found_.add(
                place / "terms",
                fmt::format("a hazard must not be negative; its terms bring it down to {:.6g}",
                            h.value + range->low));
        }
        double high = h.value + range->high + (h.spoiler ? h.spoiler->slope : 0);
        for (const survival::written_spike& s : h.spikes) {
            high += s.add;
        }
        if (h.stated == survival::measure::probability && h.value < 1 && !(high < 1 - slack)) {
            found_.add(place,
                       fmt::format("a probability must stay below 1; spoiler, terms and spikes "
                                   "bring '{}' up to {:.6g}",
                                   shown(h.name), high));
        }
    }

    std::vector<masked_term> masked(const std::vector<survival::written_term>& terms) {
        std::vector<masked_term> all;
        for (const survival::written_term& t : terms) {
            masked_term one;
            one.add = t.add;
            for (const condition& part : t.given) {
                const auto k = static_cast<issue_id>(found_.index.find(part.issue).value());
                one.given.emplace_back(k, mask_of(found_.index, k, part.options));
            }
            all.push_back(std::move(one));
        }
        return all;
    }

    findings& found_;
    const survival::section& said_;
    seat_names seats_;
    std::vector<std::string> moments_;  ///< around which there may be a spike
};

inline void check_survival(findings& found) {
    if (found.world.survival) {
        survival_check(found, *found.world.survival).run();
    }
}

}  // namespace negotiation::detail
