#include <cmath>

#include <negotiation/survival/timeline.hpp>

#include "survival/segment_rate.hpp"

namespace negotiation::survival {

double length_of(const timeline& of) noexcept {
    double sum = 0;
    for (const segment& s : of.segments) {
        sum += s.duration;
    }
    return sum;
}

std::vector<double> survival_of(const timeline& of) {
    check_timeline(of);
    std::vector<double> at_ends;
    double used = 0;
    for (const segment& s : of.segments) {
        used += rate_of(s) * s.duration;
        at_ends.push_back(std::exp(-used));
    }
    return at_ends;
}

first_shock first_shock_of(const timeline& of) {
    check_timeline(of);
    first_shock found;
    found.by_source.resize(sources_of(of), 0);
    double used = 0;
    for (const segment& s : of.segments) {
        take_losses(s, s.duration, std::exp(-used), found.by_source);
        used += rate_of(s) * s.duration;
    }
    found.none = std::exp(-used);
    return found;
}

std::optional<shock> draw_shock(const timeline& of, random_stream& bits) {
    check_timeline(of);
    double left = draw_exponential(bits);
    double time = 0;
    for (const segment& s : of.segments) {
        const double rate = rate_of(s);
        const double needed = rate * s.duration;
        if (rate > 0 && left < needed) {
            return shock{time + left / rate, draw_weighted(bits, s.rates, rate)};
        }
        left -= needed;
        time += s.duration;
    }
    return std::nullopt;
}

}  // namespace negotiation::survival
