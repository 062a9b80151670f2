#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/validate.hpp>

#include "scenario/freeze_constraint.hpp"
#include "scenario/freeze_order.hpp"
#include "scenario/freeze_party.hpp"

namespace negotiation {

namespace detail {
namespace {

const scope* find_scope(const scenario& world, const std::string& name) {
    const auto found = std::find_if(world.scopes.begin(), world.scopes.end(),
                                    [&](const scope& s) { return s.name == name; });
    return found == world.scopes.end() ? nullptr : &*found;
}

/// The issues of a scope, ascending.
std::vector<issue_id> issues_in_scope(const scenario& world, const std::string& name) {
    std::vector<issue_id> ids;
    if (name.empty()) {
        for (issue_id k = 0; k < world.issues.size(); ++k) {
            ids.push_back(k);
        }
        return ids;
    }
    const scope* chosen = find_scope(world, name);
    if (chosen == nullptr) {
        throw scenario_error({{"scope", fmt::format("no scope '{}'; {}", name,
                                                    nearest(name, names_of(world.scopes)))}});
    }
    for (const std::string& issue : chosen->issues) {
        ids.push_back(issue_place(world, issue));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

outcome_space freeze_space(const scenario& world, const std::vector<issue_id>& in_scope) {
    outcome_space space;
    for (issue_id k = 0; k < world.issues.size(); ++k) {
        const issue& of = world.issues[k];
        space.sizes.push_back(static_cast<option_id>(of.options.size()));
        std::vector<option_id> open;
        if (std::binary_search(in_scope.begin(), in_scope.end(), k)) {
            open.resize(of.options.size());
            std::iota(open.begin(), open.end(), option_id{0});
        } else {
            open.push_back(static_cast<option_id>(of.status_quo));
        }
        space.domains.push_back(std::move(open));
    }
    scenario_index index(world.issues);
    for (const constraint& c : world.constraints) {
        freeze_constraint(index, c, space.forbidden);
    }
    return space;
}

bargaining::seat freeze_seat(const scenario& world, const party& who, publicity talks) {
    bargaining::seat seat;
    seat.utility = freeze_utility(world, who);
    seat.reservation = freeze_reservation(who, seat.utility.scale);
    seat.threshold = freeze_threshold(seat.utility, seat.reservation);
    scenario_index index(world.issues);
    for (const red_line& line : who.red_lines) {
        bargaining::line frozen;
        frozen.issue = issue_place(world, line.issue);
        frozen.allowed = mask_of(index, frozen.issue, line.allow);
        frozen.is_public = line.is_public;
        frozen.binds = !line.is_public || talks == publicity::open;
        seat.red_lines.push_back(std::move(frozen));
    }
    return seat;
}

void check_seats(const scenario& world, const std::vector<std::string>& seats) {
    for (const std::string& name : seats) {
        const auto names = names_of(world.onlookers);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw scenario_error({{"onlooker", fmt::format("no onlooker '{}' to give a seat; {}",
                                                           name, nearest(name, names))}});
        }
    }
}

}  // namespace
}  // namespace detail

problem freeze(const scenario& world, const freeze_options& options) {
    if (auto wrong = validate(world); !wrong.empty()) {
        throw scenario_error(std::move(wrong));
    }
    detail::check_seats(world, options.seats);
    const publicity talks = options.talks.value_or(world.talks);
    problem frozen;
    frozen.in_scope = detail::issues_in_scope(world, options.scope);
    frozen.table.space = detail::freeze_space(world, frozen.in_scope);
    for (const issue& of : world.issues) {
        frozen.status_quo.push_back(static_cast<option_id>(of.status_quo));
    }
    std::vector<const party*> seated;
    for (const party& who : world.parties) {
        frozen.table.parties.push_back(detail::freeze_seat(world, who, talks));
        seated.push_back(&who);
    }
    for (const party& who : world.onlookers) {
        bargaining::seat seat = detail::freeze_seat(world, who, talks);
        if (std::find(options.seats.begin(), options.seats.end(), who.name) !=
            options.seats.end()) {
            frozen.table.parties.push_back(std::move(seat));
            seated.push_back(&who);
        } else {
            frozen.onlooker_thresholds.push_back(seat.threshold);
            frozen.onlookers.push_back(std::move(seat.utility));
        }
    }
    detail::put_orders_on_table(world, seated, frozen);
    return frozen;
}

}  // namespace negotiation
