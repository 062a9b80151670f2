#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/path.hpp>

#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] bool contains_name(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void check_choice(const seating& at, const red_line_choice& choice) {
    const std::vector<std::string> names = party_names(at);
    for (const std::string& name : choice.parties) {
        if (!contains_name(names, name)) {
            throw std::invalid_argument(fmt::format("red lines: no party '{}' at the table; {}",
                                                    shown(name), nearest(name, names)));
        }
    }
}

void choose_red_lines(seating& at, const red_line_choice& choice) {
    if (choice.rule == red_line_rule::as_written) {
        return;
    }
    at.frozen.table = with_red_lines(at.frozen.table, [&](party_id i, const bargaining::line&) {
        return choice.rule == red_line_rule::all ||
               (choice.rule == red_line_rule::of_parties &&
                contains_name(choice.parties, at.parties[i]->name));
    });
}

}  // namespace
}  // namespace detail

seating set_table(const scenario& world, const setting& chosen) {
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

draft draft_of(const seating& at, const outcome& deal) {
    draft clauses;
    for (const issue_id k : at.frozen.in_scope) {
        const issue& of = at.world->issues[k];
        clauses.push_back({of.name, of.options[deal[k]]});
    }
    return clauses;
}

double gain_of(const seating& at, party_id who, const outcome& deal) {
    const bargaining::seat& seat = at.frozen.table.parties[who];
    return negotiation::gain_of(seat, sum_of(seat.utility, at.frozen.table.space.sizes, deal));
}

std::vector<onlooker_view> views_of(const seating& at, const outcome& deal) {
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

std::vector<reported_value> reported_of(const seating& at, const outcome& deal) {
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

named_line line_of(const seating& at, deal::line_id id) {
    const bargaining::line& line = at.frozen.table.parties[id.party].red_lines[id.line];
    return {at.parties[id.party]->name, at.world->issues[line.issue].name, line.is_public,
            line.binds};
}

std::vector<named_line> lines_of(const seating& at) {
    std::vector<named_line> lines;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        for (std::size_t k = 0; k < at.frozen.table.parties[i].red_lines.size(); ++k) {
            lines.push_back(line_of(at, {i, k}));
        }
    }
    return lines;
}

bool reservation_assumed(const scenario& world, const party& who) {
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

no_deal_view no_deal_of(const seating& at, party_id who) {
    return {at.parties[who]->reservation, disagreement_utility(at.frozen.table.parties[who]),
            reservation_assumed(*at.world, *at.parties[who])};
}

}  // namespace negotiation::question
