#pragma once

/// @file
/// A frozen problem together with its names: what every question starts from.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace negotiation::question {

/// @brief A table that has been set: the problem, and whom its places stand for.
///
/// Refers to the scenario, which must outlive it.
struct seating {
    const scenario* world = nullptr;
    setting chosen;
    publicity talks = publicity::open;
    problem frozen;
    std::vector<const party*> parties;    ///< one a seat
    std::vector<const party*> onlookers;  ///< one an onlooker without a seat
};

/// @brief Sets the table.
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument red lines chosen of someone who is not at the table
/// @test tests/question/seating.cpp "an onlooker with a seat is a party"
[[nodiscard]] seating set_table(const scenario& world, const setting& chosen);

/// @brief The deal's clauses among the issues in scope.
[[nodiscard]] draft draft_of(const seating& at, const outcome& deal);

/// @brief Utility of a deal less that of no deal, exact where utility is a sum of values.
[[nodiscard]] double gain_of(const seating& at, party_id who, const outcome& deal);

/// @brief Every onlooker's view of a deal.
[[nodiscard]] std::vector<onlooker_view> views_of(const seating& at, const outcome& deal);

/// @brief Every reported quantity of a deal.
[[nodiscard]] std::vector<reported_value> reported_of(const seating& at, const outcome& deal);

/// @brief The red line by names.
[[nodiscard]] named_line line_of(const seating& at, deal::line_id id);

/// @brief All red lines at the table, in the parties' order.
[[nodiscard]] std::vector<named_line> lines_of(const seating& at);

/// @brief True when an assumption of the scenario covers the reservation value of the agent.
[[nodiscard]] bool reservation_assumed(const scenario& world, const party& who);

}  // namespace negotiation::question

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/scenario/nearest.hpp>
#include <negotiation/scenario/path.hpp>

namespace negotiation::question {

namespace detail {

[[nodiscard]] inline bool contains_name(const std::vector<std::string>& names,
                                        const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

[[nodiscard]] inline std::vector<std::string> party_names(const seating& at) {
    std::vector<std::string> names;
    for (const party* who : at.parties) {
        names.push_back(who->name);
    }
    return names;
}

inline void check_choice(const seating& at, const red_line_choice& choice) {
    const std::vector<std::string> names = party_names(at);
    for (const std::string& name : choice.parties) {
        if (!contains_name(names, name)) {
            throw std::invalid_argument(fmt::format("red lines: no party '{}' at the table; {}",
                                                    shown(name), nearest(name, names)));
        }
    }
}

inline void choose_red_lines(seating& at, const red_line_choice& choice) {
    if (choice.rule == red_line_rule::as_written) {
        return;
    }
    at.frozen.table = with_red_lines(at.frozen.table, [&](party_id i, const bargaining::line&) {
        return choice.rule == red_line_rule::all ||
               (choice.rule == red_line_rule::of_parties &&
                contains_name(choice.parties, at.parties[i]->name));
    });
}

[[nodiscard]] inline std::size_t place_of(const scenario& world, const std::string& issue_name) {
    const auto found = std::find_if(world.issues.begin(), world.issues.end(),
                                    [&](const issue& k) { return k.name == issue_name; });
    return static_cast<std::size_t>(found - world.issues.begin());
}

[[nodiscard]] inline const option_label& label_at(const scenario& world, const outcome& deal,
                                                  const std::string& issue_name) {
    const std::size_t k = place_of(world, issue_name);
    return world.issues[k].options[deal[k]];
}

/// True when utility is the sum of terms itself, so that differences are exact in units.
[[nodiscard]] inline bool is_plain_sum(const utility_scale& scale) {
    return is_neutral(scale.risk) && !(scale.multiplicative < 0) && !(scale.multiplicative > 0);
}

}  // namespace detail

inline seating set_table(const scenario& world, const setting& chosen) {
    seating at;
    at.world = &world;
    at.chosen = chosen;
    at.talks = chosen.talks.value_or(world.talks);
    freeze_options options;
    options.scope = chosen.scope;
    options.talks = at.talks;
    options.seats = chosen.seats;
    at.frozen = freeze(world, options);
    for (const party& who : world.parties) {
        at.parties.push_back(&who);
    }
    for (const party& who : world.onlookers) {
        const bool seated = detail::contains_name(chosen.seats, who.name);
        (seated ? at.parties : at.onlookers).push_back(&who);
    }
    detail::check_choice(at, chosen.red_lines);
    detail::choose_red_lines(at, chosen.red_lines);
    return at;
}

inline draft draft_of(const seating& at, const outcome& deal) {
    draft clauses;
    for (const issue_id k : at.frozen.in_scope) {
        const issue& of = at.world->issues[k];
        clauses.push_back({of.name, of.options[deal[k]]});
    }
    return clauses;
}

inline double gain_of(const seating& at, party_id who, const outcome& deal) {
    const bargaining::seat& seat = at.frozen.table.parties[who];
    const utility_scale& scale = seat.utility.scale;
    const grains sum = sum_of(seat.utility, at.frozen.table.space.sizes, deal);
    return detail::is_plain_sum(scale)
               ? from_units(static_cast<units>(sum) * scale.grain - seat.reservation)
               : utility_of(scale, sum) - disagreement_utility(seat);
}

inline std::vector<onlooker_view> views_of(const seating& at, const outcome& deal) {
    std::vector<onlooker_view> views;
    for (std::size_t k = 0; k < at.onlookers.size(); ++k) {
        const utility_function& f = at.frozen.onlookers[k];
        const grains sum = sum_of(f, at.frozen.table.space.sizes, deal);
        const double reservation = at.onlookers[k]->reservation;
        views.push_back({at.onlookers[k]->name, utility_of(f.scale, sum),
                         utility_of(f.scale.risk, reservation, reservation),
                         sum >= at.frozen.onlooker_thresholds[k]});
    }
    return views;
}

inline std::vector<reported_value> reported_of(const seating& at, const outcome& deal) {
    std::vector<reported_value> values;
    for (const breakout& quantity : at.world->reported) {
        const auto option = [&](const std::string& name) -> const option_label& {
            return detail::label_at(*at.world, deal, name);
        };
        values.push_back(
            {quantity.name, breakout_months(quantity, option(quantity.enrichment_issue),
                                            option(quantity.stock_issue),
                                            number_or(option(quantity.machines_issue), 0))});
    }
    return values;
}

inline named_line line_of(const seating& at, deal::line_id id) {
    const bargaining::line& line = at.frozen.table.parties[id.party].red_lines[id.line];
    return {at.parties[id.party]->name, at.world->issues[line.issue].name, line.is_public,
            line.binds};
}

inline std::vector<named_line> lines_of(const seating& at) {
    std::vector<named_line> lines;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        for (std::size_t k = 0; k < at.frozen.table.parties[i].red_lines.size(); ++k) {
            lines.push_back(line_of(at, {i, k}));
        }
    }
    return lines;
}

inline bool reservation_assumed(const scenario& world, const party& who) {
    const auto among = [&](const std::vector<party>& group) {
        return std::any_of(group.begin(), group.end(),
                           [&](const party& p) { return p.name == who.name; });
    };
    const path place{{among(world.parties) ? std::string("party") : std::string("onlooker"),
                      who.name, std::string("reservation")}};
    return std::any_of(world.assumptions.begin(), world.assumptions.end(),
                       [&](const assumption& a) {
                           const auto pattern = parse_path(a.what);
                           return pattern && covers(*pattern, place);
                       });
}

}  // namespace negotiation::question
