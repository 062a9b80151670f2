#pragma once

/// @file
/// Checks of one agent's values and where they come from.

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include "scenario/findings.hpp"

namespace negotiation::detail {

/// An agent's values of one issue: the function, and who wrote it.
struct found_values {
    const value_function* f = nullptr;
    const party* owner = nullptr;
};

/// Own values first, then those of the agents that `values_from` leads to; a loop ends the walk.
inline found_values find_values(const findings& found, const party& who, const std::string& of) {
    const party* owner = &who;
    for (std::size_t hops = 0; hops <= found.agents.size(); ++hops) {
        const auto& own = found.values.at(owner);
        if (const auto f = own.find(of); f != own.end()) {
            return {f->second, owner};
        }
        const auto next = found.agents.find(owner->values_from);
        if (owner->values_from.empty() || next == found.agents.end()) {
            return {};
        }
        owner = next->second;
    }
    return {};
}

/// True when an agent's values of an issue may stand in what could not be read: its own, or those
/// of an agent on the way that `values_from` goes.
inline bool values_unread(const findings& found, const party& who, const std::string& of) {
    const party* owner = &who;
    for (std::size_t hops = 0; hops <= found.agents.size(); ++hops) {
        const path& place = found.agent_places.at(owner);
        if (found.unread.touches(place / "values" / of) ||
            found.unread.holds(place / "values_from")) {
            return true;
        }
        const auto next = found.agents.find(owner->values_from);
        if (owner->values_from.empty() || found.values.at(owner).count(of) > 0) {
            return false;
        }
        if (next == found.agents.end()) {
            return true;  // nobody of that name, which is told
        }
        owner = next->second;
    }
    return true;  // a loop, which is told
}

/// One value: in [0, 1] by the unit convention, of a sane size else.
inline bool check_value(findings& found, const path& place, double value) {
    const bool unit = found.world.utilities == utility_convention::unit;
    if (unit && !(value >= 0 && value <= 1)) {
        found.add(place, fmt::format("a value must lie in [0, 1]; got {}; values of another size "
                                     "need utilities = \"raw\"",
                                     value));
        return false;
    }
    if (!(std::abs(value) < largest_number)) {
        found.add(place, fmt::format("a value must be below 1e6 in size; got {}", value));
        return false;
    }
    return true;
}

/// The checks of one value function; every form tells whether it can be evaluated.
class value_check {
public:
    value_check(findings& found, path place, const issue& of)
        : found_(found),
          place_(std::move(place)),
          of_(of) {}

    bool operator()(const tabled_value& f) const {
        if (!found_.countable(of_) || found_.unread.touches(place_)) {
            return each_value(f);
        }
        if (f.values.size() != of_.options.size()) {
            found_.add(place_, fmt::format("issue '{}' has {} options and needs a value for each; "
                                           "got {} value{}",
                                           shown(of_.name), of_.options.size(), f.values.size(),
                                           f.values.size() == 1 ? "" : "s"));
            each_value(f);
            return false;
        }
        return each_value(f);
    }

    bool operator()(const piecewise_linear_value& f) const {
        bool sound = has_levels();
        if (f.points.size() < 2) {
            found_.add(place_ / "points",
                       fmt::format("lines need at least two points; got {}", f.points.size()));
            sound = false;
        }
        for (std::size_t k = 0; k < f.points.size(); ++k) {
            sound = point(place_ / "points" / k, f.points[k]) && sound;
            sound = (k == 0 || rises(f, k)) && sound;
        }
        return sound;
    }

    bool operator()(const power_value& f) const {
        bool sound = has_levels();
        sound = ends(f.worst, f.best) && sound;
        if (!(f.exponent > 0 && f.exponent < largest_number)) {
            found_.add(place_ / "exponent",
                       fmt::format("an exponent must lie in (0, 1e6); got {}", f.exponent));
            sound = false;
        }
        return sound;
    }

    bool operator()(const exponential_value& f) const {
        bool sound = has_levels();
        sound = ends(f.worst, f.best) && sound;
        if (!(std::abs(f.rate) <= largest_rate)) {
            found_.add(place_ / "rate", fmt::format("a rate must lie in [-{0}, {0}]; got {1}",
                                                    largest_rate, f.rate));
            sound = false;
        }
        return sound;
    }

    bool operator()(const logistic_value& f) const {
        bool sound = has_levels();
        sound = level(place_ / "midpoint", "a midpoint", f.midpoint) && sound;
        if (!std::isfinite(f.scale) || !(std::abs(f.scale) > 0)) {
            found_.add(place_ / "scale", fmt::format("a scale must not be 0; got {}", f.scale));
            sound = false;
        }
        return sound;
    }

private:
    static constexpr double largest_rate = 700;  // e^rate is still a number

    bool each_value(const tabled_value& f) const {
        bool sound = true;
        for (std::size_t k = 0; k < f.values.size(); ++k) {
            if (!is_value(f.values[k])) {
                sound = check_value(found_, place_ / k, f.values[k]) && sound;
            }
        }
        return sound;
    }

    [[nodiscard]] bool is_value(double value) const {
        const bool unit = found_.world.utilities == utility_convention::unit;
        return unit ? value >= 0 && value <= 1 : std::abs(value) < largest_number;
    }

    [[nodiscard]] bool has_levels() const {
        if (!found_.complete(of_)) {
            return false;
        }
        if (is_number(of_.options.front())) {
            return true;
        }
        found_.add(place_, fmt::format("options of issue '{}' are words and need a list of values; "
                                       "got a curve",
                                       shown(of_.name)));
        return false;
    }

    bool level(const path& place, const char* what, double number) const {
        if (std::abs(number) < 1e15) {
            return true;
        }
        found_.add(place, fmt::format("{} must be below 1e15 in size; got {}", what, number));
        return false;
    }

    [[nodiscard]] bool point(const path& here, const std::pair<double, double>& of) const {
        const bool first = level(here / std::size_t{0}, "a level", of.first);
        return check_value(found_, here / std::size_t{1}, of.second) && first;
    }

    [[nodiscard]] bool rises(const piecewise_linear_value& f, std::size_t k) const {
        const path points = place_ / "points";
        if (f.points[k].first > f.points[k - 1].first || found_.unread.touches(points / k) ||
            found_.unread.touches(points / (k - 1))) {
            return true;
        }
        found_.add(points / k, fmt::format("levels of points must rise; got {} after {}",
                                           f.points[k].first, f.points[k - 1].first));
        return false;
    }

    [[nodiscard]] bool ends(double worst, double best) const {
        const bool low = level(place_ / "worst", "a worst level", worst);
        const bool high = level(place_ / "best", "a best level", best);
        if (!low || !high) {
            return false;
        }
        if (worst < best || best < worst || found_.unread.holds(place_ / "worst") ||
            found_.unread.holds(place_ / "best")) {
            return true;
        }
        found_.add(place_, fmt::format("worst and best must differ; got {} for both", best));
        return false;
    }

    findings& found_;
    path place_;
    const issue& of_;
};

/// Checks all values that an agent wrote itself.
inline void check_values(findings& found, const path& place, const party& who) {
    std::unordered_set<std::string> seen;
    for (const auto& [name, f] : who.values) {
        const path here = place / "values" / name;
        if (!seen.insert(name).second) {
            found.add(here, fmt::format("issue '{}' has values twice", shown(name)));
        }
        if (const issue* of = found.expect_issue(here, name)) {
            std::visit(value_check(found, here, *of), f);
        }
    }
}

/// The values of an agent for an issue as numbers.
/// @return nothing when there are none or they are unsound, which `check_values` tells
inline std::optional<std::vector<double>> sound_values(findings& found, const party& who,
                                                       const std::string& name) {
    const issue* of = found.find_issue(name);
    const found_values values = find_values(found, who, name);
    if (of == nullptr || values.f == nullptr || !found.complete(*of) ||
        values_unread(found, who, name)) {
        return std::nullopt;
    }
    // The same checks once more, for their verdict only: the messages stand at their owner.
    const std::size_t told = found.list.size();
    const bool sound = std::visit(value_check(found, {}, *of), *values.f);
    found.list.resize(told);
    return sound ? std::optional(option_values(*values.f, *of)) : std::nullopt;
}

/// The agent that `values_from` names exists and the chain ends.
inline void check_values_from(findings& found, const path& place, const party& who) {
    if (who.values_from.empty()) {
        return;
    }
    if (found.agents.count(who.values_from) == 0) {
        if (!found.names_unread("party") && !found.names_unread("onlooker")) {
            found.add(place / "values_from",
                      fmt::format("no agent '{}'{}", shown(who.values_from),
                                  found.near.name(who.values_from, found.agent_names)));
        }
        return;
    }
    std::string chain = "'" + shown(who.name) + "'";
    const party* next = &who;
    for (std::size_t hops = 0; hops <= found.agents.size(); ++hops) {
        const auto step = found.agents.find(next->values_from);
        if (next->values_from.empty() || step == found.agents.end()) {
            return;
        }
        next = step->second;
        chain += " from '" + shown(next->name) + "'";
        if (next == &who) {
            found.add(place / "values_from",
                      fmt::format("values are taken in a loop; got {}", chain));
            return;
        }
    }
}

}  // namespace negotiation::detail
