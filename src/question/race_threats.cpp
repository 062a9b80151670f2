#include "question/race_threats.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/freeze_survival.hpp>
#include <negotiation/survival/race.hpp>

#include "question/lookups.hpp"

namespace negotiation::question::detail {

std::vector<race_hazard> hazards_of(const seating& at, const outcome& meanwhile) {
    const frozen_survival lasting = freeze_survival(*at.world, party_names(at));
    std::vector<race_hazard> found;
    std::vector<double> rates;
    for (std::size_t m = 0; m < lasting.hazards.size(); ++m) {
        const survival::hazard& one = lasting.hazards[m];
        if (!one.threatens[static_cast<std::size_t>(survival::stage::talks)]) {
            continue;
        }
        const double level = survival::level_of(one, at.frozen.table.space, meanwhile);
        const double rate = one.effect.ends > 0 ? survival::daily_rate(one, level) *
                                                      one.effect.ends * *days_in("month")
                                                : 0;
        if (!(rate <= most_rate)) {
            throw std::invalid_argument(
                fmt::format("hazard '{}' ends talks {:.4g} times a month; a race counts at most "
                            "10^6",
                            shown(lasting.names[m]), rate));
        }
        found.push_back({lasting.names[m], rate, 0});
        rates.push_back(rate);
    }
    const std::vector<double> first = survival::strikes_first(rates);
    for (std::size_t m = 0; m < found.size(); ++m) {
        found[m].first = first[m];
    }
    return found;
}

std::vector<race_event> events_of(const seating& at) {
    const frozen_survival lasting = freeze_survival(*at.world, party_names(at));
    std::vector<race_event> found;
    for (std::size_t e = 0; e < lasting.events.size(); ++e) {
        const survival::event& one = lasting.events[e];
        const double ends = one.probability * one.effect.ends;
        if (ends > 0) {
            found.push_back({lasting.event_names[e], one.days, ends});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const race_event& a, const race_event& b) { return a.days < b.days; });
    return found;
}

calm::calm(const std::vector<race_event>& events) {
    double spared = 1;
    for (const race_event& one : events) {
        spared *= 1 - one.ends;
        days_.push_back(one.days);
        spared_.push_back(spared);
    }
}

double calm::until(double day, double rate, double from) const {
    const auto past = std::upper_bound(days_.begin(), days_.end(), day) - days_.begin();
    const double shocks = std::exp(-rate * std::max(0.0, day - from) / *days_in("month"));
    return past == 0 ? shocks : shocks * spared_[static_cast<std::size_t>(past - 1)];
}

}  // namespace negotiation::question::detail
