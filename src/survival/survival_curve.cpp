#include <algorithm>
#include <limits>
#include <numeric>

#include <negotiation/model/draw.hpp>
#include <negotiation/survival/survival_curve.hpp>

#include "survival/segment_rate.hpp"

namespace negotiation::survival {

namespace {

void check_dangers(const dangers& of) {
    check_timeline(of.hazards);
    for (const dated_end& e : of.events) {
        require_not_negative("survival_curve: the time of an event", e.time);
        require_share("survival_curve: the probability of an event", e.probability);
    }
}

/// Places in the order of their times, ties as they are.
template <class Time>
[[nodiscard]] std::vector<std::size_t> in_time(std::size_t count, Time time) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return time(a) < time(b); });
    return order;
}

[[nodiscard]] std::vector<std::size_t> events_in_time(const dangers& of) {
    return in_time(of.events.size(), [&](std::size_t k) { return of.events[k].time; });
}

/// Moves through time and keeps account of what is alive and of what ended the rest.
class account {
public:
    explicit account(const dangers& of) : of_(of), events_(events_in_time(of)) {
        now_.by_source.resize(sources_of(of.hazards), 0);
        now_.by_event.resize(of.events.size(), 0);
    }

    /// Up to a time, events at it included.
    void advance_to(double time) {
        while (next_event_ < events_.size() && of_.events[events_[next_event_]].time <= time) {
            const std::size_t k = events_[next_event_++];
            live_until(of_.events[k].time);
            const double lost = now_.alive * of_.events[k].probability;
            now_.by_event[k] += lost;
            now_.alive -= lost;
        }
        live_until(time);
    }

    [[nodiscard]] const survival_point& now() const { return now_; }
    /// Time lived so far, on average.
    [[nodiscard]] double lived() const { return lived_; }

private:
    void live_until(double time) {
        while (now_.time < time) {
            const bool over = segment_ == of_.hazards.segments.size();
            const double end = over ? time : std::min(time, begun_ + here().duration);
            const double duration = end - now_.time;
            if (!over) {
                pass(here(), duration);
            } else {
                lived_ += now_.alive * duration;
            }
            now_.time = end;
            while (segment_ < of_.hazards.segments.size() && begun_ + here().duration <= end) {
                begun_ += here().duration;
                ++segment_;
            }
        }
    }

    void pass(const segment& s, double duration) {
        const double rate = rate_of(s);
        take_losses(s, duration, now_.alive, now_.by_source);
        lived_ += now_.alive * (rate * duration > 1e-9 ? -std::expm1(-rate * duration) / rate
                                                       : duration * (1 - rate * duration / 2));
        now_.alive *= std::exp(-rate * duration);
    }

    [[nodiscard]] const segment& here() const { return of_.hazards.segments[segment_]; }

    const dangers& of_;
    std::vector<std::size_t> events_;
    std::size_t next_event_ = 0;
    std::size_t segment_ = 0;
    double begun_ = 0;  ///< when the segment began
    double lived_ = 0;
    survival_point now_;
};

}  // namespace

std::vector<survival_point> survival_curve(const dangers& of, std::span<const double> dates) {
    check_dangers(of);
    for (const double date : dates) {
        require_not_negative("survival_curve: a date", date);
    }
    account all(of);
    std::vector<survival_point> points(dates.size());
    for (const std::size_t k : in_time(dates.size(), [&](std::size_t d) { return dates[d]; })) {
        all.advance_to(dates[k]);
        points[k] = all.now();
        points[k].time = dates[k];
    }
    return points;
}

double mean_life(const dangers& of, double horizon) {
    check_dangers(of);
    require_not_negative("mean_life: the horizon", horizon);
    account all(of);
    all.advance_to(horizon);
    return all.lived();
}

std::optional<deal_end> draw_end(const dangers& of, random_stream& bits) {
    check_dangers(of);
    const auto struck = draw_shock(of.hazards, bits);
    const double last = struck ? struck->time : std::numeric_limits<double>::infinity();
    for (const std::size_t k : events_in_time(of)) {
        if (of.events[k].time > last) {
            break;
        }
        if (draw_chance(bits, of.events[k].probability)) {
            return deal_end{of.events[k].time, std::nullopt, k};
        }
    }
    if (!struck) {
        return std::nullopt;
    }
    return deal_end{struck->time, struck->source, std::nullopt};
}

}  // namespace negotiation::survival
