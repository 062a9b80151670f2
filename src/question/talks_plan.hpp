#pragma once

/// @file
/// From the sections of a scenario to a protocol, strategies and mediators that can be played.

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/secured_sequence.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>
#include <negotiation/talks/section.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>
#include <negotiation/talks/surety.hpp>

#include "question/lookups.hpp"

namespace negotiation::question::detail {

/// How every party plays unless something else is said.
[[nodiscard]] inline const char* usual_strategy(const talks::section& said) {
    const bool votes =
        std::holds_alternative<talks::single_text>(talks::read_protocol(said.protocol));
    return votes ? "hill-climber" : "boulware";
}

/// The section, or that of a file that says nothing; with the changes of the question.
[[nodiscard]] inline talks::section section_of(const scenario& world, const run_options& options) {
    talks::section said = world.protocol.value_or(talks::section{});
    if (options.rounds) {
        if (*options.rounds < 1 || *options.rounds > talks::maximum_rounds) {
            throw std::invalid_argument(fmt::format("rounds must lie in [1, {}]; got {}",
                                                    talks::maximum_rounds, *options.rounds));
        }
        said.rounds = *options.rounds;
    }
    said.clock = options.convention.value_or(said.clock);
    return said;
}

/// Place of a party at the table. @throws std::invalid_argument with the nearest name
[[nodiscard]] inline party_id seat_of(const seating& at, const std::string& name,
                                      const char* where) {
    const std::vector<std::string> names = party_names(at);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw std::invalid_argument(fmt::format("{}: no party '{}' at the table; {}", where,
                                                shown(name), nearest(name, names)));
    }
    return static_cast<party_id>(found - names.begin());
}

[[nodiscard]] inline bool is_seated(const seating& at, const std::string& name) {
    const std::vector<std::string> names = party_names(at);
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether a leak makes public red lines bind: not where the question has chosen the lines itself.
[[nodiscard]] inline bool leaks_bind(const run_options& options) {
    return options.red_lines.rule == red_line_rule::as_written;
}

/// @throws std::invalid_argument two strategies for the same
inline void require_one_each(const std::vector<assignment>& strategies) {
    for (auto change = strategies.begin(); change != strategies.end(); ++change) {
        const auto before = std::find_if(strategies.begin(), change, [&](const assignment& other) {
            return other.name == change->name;
        });
        if (before != change) {
            throw std::invalid_argument(
                fmt::format("strategies: {} one strategy; got '{}' and '{}'",
                            change->name.empty() ? "all parties together have"
                                                 : "'" + shown(change->name) + "' has",
                            shown(before->role), shown(change->role)));
        }
    }
}

/// One strategy a party, as text.
[[nodiscard]] inline std::vector<std::string> strategies_of(const seating& at,
                                                            const talks::section& said,
                                                            const run_options& options) {
    require_one_each(options.strategies);
    std::vector<std::string> texts(at.parties.size(), usual_strategy(said));
    for (const auto& [name, text] : said.strategies) {
        if (is_seated(at, name)) {  // an onlooker's counts when it has a seat
            texts[seat_of(at, name, "strategies")] = text;
        }
    }
    // A word for all parties first, whatever the order: the particular one wins.
    for (const assignment& change : options.strategies) {
        (void)talks::read_strategy(change.role);
        if (change.name.empty()) {
            texts.assign(texts.size(), change.role);
        }
    }
    for (const assignment& change : options.strategies) {
        if (!change.name.empty()) {
            texts[seat_of(at, change.name, "strategies")] = change.role;
        }
    }
    return texts;
}

[[nodiscard]] inline talks::voting_rule voting_of(const seating& at, const talks::section& said) {
    talks::voting_rule rule;
    rule.quota = said.quota;
    rule.more_than = said.more_than_quota;
    if (!said.votes.empty()) {
        rule.votes.assign(at.parties.size(), 1);
        for (const auto& [name, votes] : said.votes) {
            if (is_seated(at, name)) {
                rule.votes[seat_of(at, name, "votes")] = votes;
            }
        }
    }
    for (const std::string& name : said.veto) {
        rule.veto.push_back(seat_of(at, name, "veto"));
    }
    return rule;
}

[[nodiscard]] inline talks::calendar calendar_of(const seating& at, const talks::section& said) {
    talks::calendar dates;
    dates.days_per_round = said.days_per_round;
    dates.mode = said.discount;
    dates.discount_no_deal = said.discount_no_deal;
    for (const party* who : at.parties) {
        dates.patience.push_back(who->patience.value_or(discount{}));
    }
    return dates;
}

[[nodiscard]] inline bool is_agent(const scenario& world, const std::string& name) {
    const auto among = [&](const std::vector<party>& group) {
        return std::any_of(group.begin(), group.end(),
                           [&](const party& who) { return who.name == name; });
    };
    return among(world.parties) || among(world.onlookers);
}

/// The mediators of the section with the changes of the question: a role of `none` sends one home,
/// a new name sits down last.
[[nodiscard]] inline std::vector<talks::mediator_entry> mediators_of(const scenario& world,
                                                                     const talks::section& said,
                                                                     const run_options& options) {
    std::vector<talks::mediator_entry> list = said.mediators;
    for (const assignment& change : options.mediators) {
        const auto found =
            std::find_if(list.begin(), list.end(),
                         [&](const talks::mediator_entry& m) { return m.name == change.name; });
        if (change.name.empty() || (change.role == "none" && found == list.end())) {
            throw std::invalid_argument(
                change.name.empty() && change.role != "none"
                    ? fmt::format("mediators: expected NAME=ROLE; got '{}'", shown(change.role))
                : change.name.empty()
                    ? std::string("mediators: expected NAME=none; got 'none'")
                    : fmt::format("mediators: no mediator '{}'; {}", shown(change.name),
                                  nearest(change.name, negotiation::detail::names_of(list))));
        }
        if (change.role == "none") {
            list.erase(found);
            continue;
        }
        (void)talks::read_mediator(change.role);
        if (const auto missing = talks::missing_means(change.role)) {
            throw std::invalid_argument(
                fmt::format("mediators: '{}': {}", shown(change.name), *missing));
        }
        const auto stands = talks::surety_of(change.role);
        if (const auto fault = stands ? fault_in_surety(world, *stands) : std::nullopt) {
            throw std::invalid_argument(
                fmt::format("mediators: '{}': {}", shown(change.name), *fault));
        }
        if (found == list.end() && is_agent(world, change.name)) {
            throw std::invalid_argument(
                fmt::format("mediators: '{}' names an agent already", shown(change.name)));
        }
        if (found == list.end()) {
            list.emplace_back();
            list.back().name = change.name;
            list.back().role = change.role;
        } else {
            found->role = change.role;
        }
    }
    return list;
}

/// The protocol of the section, everything set.
[[nodiscard]] inline talks::any_protocol protocol_of(
    const seating& at, const talks::section& said,
    const std::vector<talks::mediator_entry>& seated) {
    talks::any_protocol chosen = talks::read_protocol(said.protocol);
    std::visit(
        [&](auto& rules) {
            rules.rounds = said.rounds;
            rules.convention = said.clock;
            rules.agreement = voting_of(at, said);
            rules.breakdown = said.breakdown;
            rules.dates = calendar_of(at, said);
            rules.screen = {at.talks == publicity::secret, said.leak_rate, said.audience_cost};
        },
        chosen);
    if (auto* text = std::get_if<talks::single_text>(&chosen)) {
        text->start = at.frozen.status_quo;
        text->chair = seated.size();  // nobody in particular
        for (std::size_t m = 0; m < seated.size(); ++m) {
            text->chair = seated[m].chair ? m : text->chair;
        }
    }
    if (auto* rules = std::get_if<talks::agenda>(&chosen)) {
        rules->status_quo = at.frozen.status_quo;
        talks::find_issues(*rules, negotiation::detail::names_of(at.world->issues));
    }
    return chosen;
}

/// The mediators at their seats.
[[nodiscard]] inline std::vector<talks::mediator_seat> seats_of(
    const seating& at, const std::vector<talks::mediator_entry>& list, const talks::arena& arena,
    const talks::reports& told) {
    std::vector<talks::mediator_seat> seats;
    for (std::size_t m = 0; m < list.size(); ++m) {
        talks::stance who;
        who.bias = list[m].bias;
        if (!list[m].toward.empty()) {
            who.toward = seat_of(at, list[m].toward, "mediators");
        }
        who.reservation = list[m].reservation;
        seats.push_back(
            {list[m].name, talks::make_mediator(list[m].role, {&arena, &told, m}), who});
    }
    return seats;
}

}  // namespace negotiation::question::detail
