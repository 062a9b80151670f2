#pragma once

/// @file
/// Checks of what a scenario says of its talks: protocol, channel, mediators.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include <negotiation/scenario/secured_sequence.hpp>
#include <negotiation/talks/surety.hpp>

#include "scenario/check_agent.hpp"
#include "scenario/fault_in_spec.hpp"
#include "scenario/findings.hpp"
#include "scenario/seat_names.hpp"
#include "scenario/spec_numbers.hpp"

namespace negotiation::detail {

inline void check_spec(findings& found, const path& place, spec_kind kind,
                       const std::string& text) {
    if (found.unread.holds(place)) {
        return;
    }
    if (text.size() > maximum_spec_bytes) {
        found.add(place, fmt::format("a name with its parameters has at most {} bytes; got {}",
                                     maximum_spec_bytes, text.size()));
    } else if (auto fault = fault_in_spec(kind, text)) {
        found.add(place, std::move(*fault));
    }
}

inline void check_agreement(findings& found, const path& place, const talks::section& said) {
    if (!(said.quota > 0 && said.quota <= 1)) {
        found.add(place / "agreement",
                  fmt::format("a share of the votes must lie in (0, 1]; got {}", said.quota));
    } else if (said.more_than_quota && said.quota != 0.5) {
        found.add(place / "agreement",
                  fmt::format("only a majority, 0.5 of the votes, is to be passed and not only "
                              "reached; got {}",
                              said.quota));
    }
}

inline void check_pace(findings& found, const path& place, const talks::section& said) {
    if (said.rounds < 1 || said.rounds > talks::maximum_rounds) {
        found.add(place / "rounds", fmt::format("a deadline must lie in [1, {}] rounds; got {}",
                                                talks::maximum_rounds, said.rounds));
    }
    constexpr double longest = 1e6;
    if (!(said.days_per_round > 0 && said.days_per_round <= longest)) {
        found.add(place / "days_per_round",
                  fmt::format("a round must last longer than 0 and at most 1e6 days; got "
                              "{}",
                              said.days_per_round));
    }
    if (!(said.breakdown >= 0 && said.breakdown < 1)) {
        found.add(place / "breakdown", fmt::format("a probability of breakdown must lie in [0, 1); "
                                                   "got {}",
                                                   said.breakdown));
    }
}

inline void check_votes(findings& found, const path& place, const talks::section& said,
                        seat_names& seats) {
    constexpr double most = 1e12;  // sums of them then stay finite
    std::unordered_set<std::string> seen;
    std::unordered_set<std::string> without;
    for (const auto& [name, votes] : said.votes) {
        if (!seen.insert(name).second) {
            found.add(place / name, fmt::format("'{}' has votes already", shown(name)));
        }
        seats.expect_agent(place / name, name);
        if (!(votes >= 0 && votes < most)) {
            found.add(place / name, fmt::format("votes must lie in [0, 1e12); got {}", votes));
        } else if (!(votes > 0) && !found.unread.holds(place / name)) {
            without.insert(name);
        }
    }
    const auto& parties = found.world.parties;
    if (!parties.empty() && !found.unread.touches(place) && !found.names_unread("party") &&
        std::all_of(parties.begin(), parties.end(),
                    [&](const party& who) { return without.count(who.name) > 0; })) {
        found.add(place, "the votes of the parties must sum to more than 0; got 0");
    }
}

inline void check_veto(findings& found, const path& place, const talks::section& said,
                       seat_names& seats) {
    std::unordered_set<std::string> seen;
    for (std::size_t k = 0; k < said.veto.size(); ++k) {
        seats.expect_party(place / k, said.veto[k]);
        if (!seen.insert(said.veto[k]).second) {
            found.add(place / k, fmt::format("party '{}' is there twice", shown(said.veto[k])));
        }
    }
}

inline void check_strategies(findings& found, const path& place, const talks::section& said,
                             seat_names& seats) {
    std::unordered_set<std::string> seen;
    for (const auto& [name, spec] : said.strategies) {
        if (!seen.insert(name).second) {
            found.add(place / name, fmt::format("'{}' has a strategy already", shown(name)));
        }
        seats.expect_agent(place / name, name);
        check_spec(found, place / name, spec_kind::strategy, spec);
    }
}

inline void check_channel(findings& found, const path& place, const talks::section& said) {
    if (!(said.leak_rate >= 0 && std::isfinite(said.leak_rate))) {
        found.add(place / "leak_rate",
                  fmt::format("a leak rate must be 0 or above; got {}", said.leak_rate));
    }
    if (!(said.audience_cost >= 0 && said.audience_cost < largest_number)) {
        found.add(place / "audience_cost", fmt::format("an audience cost must lie in [0, 1e6); got "
                                                       "{}",
                                                       said.audience_cost));
    }
}

inline void check_bias(findings& found, const path& place, const talks::mediator_entry& m,
                       seat_names& seats) {
    if (!(m.bias >= 0 && m.bias <= 1)) {
        found.add(place / "bias", fmt::format("a bias must lie in [0, 1]; got {}", m.bias));
    } else if (m.bias > 0 && m.toward.empty() && !found.unread.holds(place / "bias")) {
        found.add(place / "toward", fmt::format("a bias of {} needs 'toward', the party it leans "
                                                "to; got none",
                                                m.bias));
    }
    if (!m.toward.empty()) {
        seats.expect_party(place / "toward", m.toward);
    }
}

/// What a mediator stands for has to be there; of a role that cannot be read nothing is said.
inline void check_surety(findings& found, const path& place, const std::string& role) {
    const bool read = !found.unread.holds(place) && !found.names_unread("step") &&
                      !found.names_unread("party") && role.size() <= maximum_spec_bytes &&
                      !fault_in_spec(spec_kind::mediator, role);
    const auto stands = read ? talks::surety_of(role) : std::nullopt;
    if (auto fault = stands ? fault_in_surety(found.world, *stands) : std::nullopt) {
        found.add(place, std::move(*fault));
    }
}

inline void check_mediator(findings& found, const path& place, const talks::mediator_entry& m,
                           seat_names& seats) {
    if (found.agents.count(m.name) > 0 && !found.unread.holds(place / "name")) {
        found.add(place, fmt::format("'{}' names an agent already; a mediator needs a name of its "
                                     "own",
                                     shown(m.name)));
    }
    check_spec(found, place / "role", spec_kind::mediator, m.role);
    check_surety(found, place / "role", m.role);
    check_bias(found, place, m, seats);
    if (m.reservation) {
        check_reservation(found, place, *m.reservation);
    }
    found.expect_source(place, m.source);
}

inline void check_mediators(findings& found, const talks::section& said, seat_names& seats) {
    distinct_names names(found, "a mediator");
    const std::string* chair = nullptr;
    for (const talks::mediator_entry& m : said.mediators) {
        const path place = section("mediator") / m.name;
        names.expect_new(place, m.name);
        check_mediator(found, place, m, seats);
        if (m.chair && chair != nullptr) {
            found.add(place / "chair", fmt::format("one mediator at most is in the chair; got '{}' "
                                                   "beside '{}'",
                                                   shown(m.name), shown(*chair)));
        }
        chair = m.chair && chair == nullptr ? &m.name : chair;
    }
}

/// The issues of an agenda have to be there; of a protocol that cannot be read nothing is said.
inline void check_agenda(findings& found, const path& place, const talks::section& said) {
    if (found.unread.holds(place) || said.protocol.size() > maximum_spec_bytes ||
        fault_in_spec(spec_kind::protocol, said.protocol)) {
        return;
    }
    const talks::any_protocol chosen = talks::read_protocol(said.protocol);
    const auto* rules = std::get_if<talks::agenda>(&chosen);
    if (rules == nullptr || !rules->named || found.names_unread("issue")) {
        return;
    }
    if (auto fault = talks::fault_in(*rules->named, found.issue_names)) {
        found.add(place, std::move(*fault));
    }
}

inline void check_talks(findings& found) {
    if (!found.world.protocol) {
        return;
    }
    const talks::section& said = *found.world.protocol;
    const path protocol = section("protocol");
    seat_names seats(found);
    check_spec(found, protocol / "kind", spec_kind::protocol, said.protocol);
    check_agenda(found, protocol / "kind", said);
    check_pace(found, protocol, said);
    check_agreement(found, protocol, said);
    check_votes(found, protocol / "votes", said, seats);
    check_veto(found, protocol / "veto", said, seats);
    check_strategies(found, protocol / "strategies", said, seats);
    check_channel(found, section("channel"), said);
    check_mediators(found, said, seats);
}

}  // namespace negotiation::detail
