#pragma once

/// @file
/// How far a reservation value may move where it is a part of what is expected of a deal.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/deal/margin.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/validate.hpp>

namespace negotiation::question::detail {

/// With the order of steps on the table no deal is accepted at a reservation value that is not
/// accepted at a lower one: what is expected above it, p (v + F - r) and what a hand-over leaves
/// less the share of r that is given up, only falls in r. So the greatest at which a deal is left
/// is found by halving, each time with the problem frozen anew.
class halved_margin {
public:
    halved_margin(const seating& at, std::size_t who, const deal::budget& limits)
        : at_(at),
          name_(at.parties[who]->name),
          start_(at.parties[who]->reservation),
          limits_(limits) {}

    [[nodiscard]] deal::margin find() {
        const bool some = leaves_some(start_);
        const bool unit = at_.world->utilities == utility_convention::unit;
        const double end = some ? (unit ? 1 : largest) : (unit ? 0 : -largest);
        double same = start_;  // the furthest that leaves what `start_` leaves
        for (double step = 1.0 / 64; !refused_; step *= 2) {
            const double next = some ? std::min(start_ + step, end) : std::max(start_ - step, end);
            if (leaves_some(next) != some) {
                return some ? halve(same, next) : halve(next, same);
            }
            same = next;
            if (some ? next >= end : next <= end) {
                break;
            }
        }
        return {some && !refused_ ? std::optional(same) : std::nullopt, std::move(refused_)};
    }

private:
    static constexpr double largest = 9e5;  // raw values end at 1e6
    static constexpr double near_enough = 1e-6;

    [[nodiscard]] deal::margin halve(double inside, double outside) {
        const double close = near_enough * std::max(1.0, std::abs(start_));
        while (!refused_ && std::abs(outside - inside) > close) {
            const double middle = inside + (outside - inside) / 2;
            (leaves_some(middle) ? inside : outside) = middle;
        }
        return {refused_ ? std::nullopt : std::optional(inside), std::move(refused_)};
    }

    [[nodiscard]] scenario with(double reservation) const {
        scenario world = *at_.world;
        for (auto* group : {&world.parties, &world.onlookers}) {
            for (party& who : *group) {
                who.reservation = who.name == name_ ? reservation : who.reservation;
            }
        }
        return world;
    }

    /// A reservation value that the scenario may not have leaves nothing.
    [[nodiscard]] bool leaves_some(double reservation) {
        const scenario world = with(reservation);
        if (!validate(world).empty()) {
            return false;
        }
        const auto some = deal::any_deal(set_table(world, at_.chosen).frozen.table, limits_);
        if (!some && !refused_) {
            refused_ =
                deal::refusal{"whether a deal is left would take more than the budget", 0, 0};
        }
        return some.value_or(false);
    }

    const seating& at_;
    std::string name_;
    double start_;
    deal::budget limits_;
    std::optional<deal::refusal> refused_;
};

/// The margins of all parties: each at which deals are left, to a millionth.
[[nodiscard]] inline std::vector<deal::margin> halved_margins(const seating& at,
                                                              const deal::budget& limits) {
    std::vector<deal::margin> all;
    for (std::size_t i = 0; i < at.parties.size(); ++i) {
        all.push_back(halved_margin(at, i, limits).find());
    }
    return all;
}

}  // namespace negotiation::question::detail
