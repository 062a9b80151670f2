#pragma once

/// @file
/// The part of a walk over all numbers that passes the talks.

#include <string>

#include <negotiation/talks/section.hpp>

namespace negotiation::detail {

/// True when the rule of agreement is a share of its own, neither unanimity nor a majority.
inline bool has_quota_number(const talks::section& said) {
    return !said.more_than_quota && said.quota != 1;
}

template <class Walk>
void protocol_numbers(Walk& walk, const talks::section& said) {
    walk.spec_numbers("kind", said.protocol);
    walk.number("rounds", static_cast<double>(said.rounds));
    walk.number("days_per_round", said.days_per_round);
    walk.number("breakdown", said.breakdown);
    if (has_quota_number(said)) {
        walk.number("agreement", said.quota);
    }
    walk.named_numbers("votes", said.votes);
    walk.inside(std::string("strategies"), [&] {
        for (const auto& [name, spec] : said.strategies) {
            walk.spec_numbers(name, spec);
        }
    });
}

template <class Walk>
void talks_numbers(Walk& walk, const talks::section& said) {
    walk.inside(std::string("protocol"), [&] { protocol_numbers(walk, said); });
    walk.inside(std::string("channel"), [&] {
        walk.number("leak_rate", said.leak_rate);
        walk.number("audience_cost", said.audience_cost);
    });
    walk.section("mediator", said.mediators, [&](const talks::mediator_entry& m) {
        walk.spec_numbers("role", m.role);
        walk.number("bias", m.bias);
        if (m.reservation) {
            walk.number("reservation", *m.reservation);
        }
    });
}

}  // namespace negotiation::detail
