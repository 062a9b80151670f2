#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/survival/waiting.hpp>

#include "survival/argument.hpp"

namespace negotiation::survival {

namespace {

/// What is settled within some time, discounted, at such a rate of loss.
[[nodiscard]] double settled_within(double settlement, double loss, double worth, double time) {
    const double rate = settlement + loss;
    return rate > 0 ? -worth * (settlement / rate) * std::expm1(-rate * time) : 0;
}

[[nodiscard]] moment moment_at(double time, double worth, double decay, double now) {
    const double value = worth * std::exp(-decay * time);
    return {time, value, value - now};
}

}  // namespace

double worth_of_calm(const race& of, double worth, double interest, double duration) {
    require_not_negative("worth_of_calm: the duration", duration);
    const double without = value_of(of, worth, interest);
    const double during = settled_within(of.settlement, interest, worth, duration);
    return during + std::expm1(-(of.settlement + interest) * duration) * without;
}

double worth_of_extension(const race& of, double worth, double interest, double expires,
                          double extension) {
    require_not_negative("worth_of_extension: the time left", expires);
    require_not_negative("worth_of_extension: the extension", extension);
    static_cast<void>(value_of(of, worth, interest));  // the ranges of the rest
    const double loss = of.collapse + interest;
    return std::exp(-(of.settlement + loss) * expires) *
           settled_within(of.settlement, loss, worth, extension);
}

moment best_time(double now, double growth, double decay, double last) {
    require_not_negative("best_time: the worth of signing today", now);
    require_payoff("best_time: the growth", growth);
    require_not_negative("best_time: the decay", decay);
    require_not_negative("best_time: the last day", last);
    double time = 0;
    if (growth > 0) {
        time = decay > 0 ? std::clamp(1 / decay - now / growth, 0.0, last) : last;
    }
    return moment_at(time, now + growth * time, decay, now);
}

moment best_time_of_ripening(double most, double pace, double decay) {
    require_not_negative("best_time_of_ripening: the most", most);
    require_positive("best_time_of_ripening: the pace", pace);
    require_positive("best_time_of_ripening: the decay", decay);
    const double time = std::log1p(pace / decay) / pace;
    return moment_at(time, -most * std::expm1(-pace * time), decay, 0);
}

std::optional<moment> best_of(std::span<const double> dates, std::span<const double> worths,
                              double decay) {
    if (dates.size() != worths.size()) {
        throw std::invalid_argument(
            fmt::format("best_of: there must be a worth a date; got {} dates and {} worths",
                        dates.size(), worths.size()));
    }
    require_not_negative("best_of: the decay", decay);
    std::optional<moment> best;
    double first = 0;
    for (std::size_t k = 0; k < dates.size(); ++k) {
        require_not_negative("best_of: a date", dates[k]);
        require_payoff("best_of: a worth", worths[k]);
        const moment here = moment_at(dates[k], worths[k], decay, 0);
        first = k == 0 ? here.value : first;
        if (!best || here.value > best->value ||
            (here.time < best->time && !(here.value < best->value))) {
            best = here;
        }
    }
    if (best) {
        best->option = best->value - first;
    }
    return best;
}

double worth_of_framework(const framework& of, double rest, const race& waiting, double whole,
                          double interest) {
    require_payoff("worth_of_framework: the worth of the framework", of.worth);
    return of.worth + value_of(of.after, rest, interest) - value_of(waiting, whole, interest);
}

std::optional<double> greatest_collapse(const framework& of, double rest, const race& waiting,
                                        double whole, double interest) {
    framework calm = of;
    calm.after.collapse = 0;
    if (worth_of_framework(calm, rest, waiting, whole, interest) < 0) {
        return std::nullopt;
    }
    const double missing = value_of(waiting, whole, interest) - of.worth;
    if (missing <= 0) {
        return std::numeric_limits<double>::infinity();
    }
    return std::max(0.0, of.after.settlement * rest / missing - of.after.settlement - interest);
}

}  // namespace negotiation::survival
