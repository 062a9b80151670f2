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
        const double sign = some ? 1 : -1;
        double inside = start_;
        double outside = start_;
        for (double step = 1.0 / 64;; step *= 2) {
            const double next = start_ + sign * step;
            if (refused_ || step > largest || !is_sound(next)) {
                break;
            }
            if (leaves_some(next) != some) {
                (some ? outside : inside) = next;
                return halve(inside, outside);
            }
            (some ? inside : outside) = next;
        }
        if (refused_ || some) {  // the scenario may not go further
            return {some ? std::optional(inside) : std::nullopt, std::move(refused_)};
        }
        return {};
    }

private:
    static constexpr double largest = 1e5;
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

    [[nodiscard]] bool is_sound(double reservation) const {
        return validate(with(reservation)).empty();
    }

    [[nodiscard]] bool leaves_some(double reservation) {
        const scenario world = with(reservation);
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
