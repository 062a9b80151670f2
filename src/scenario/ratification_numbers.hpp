#pragma once

/// @file
/// The part of a walk over all numbers that passes chambers and factions.

#include <cstddef>
#include <string>

#include <negotiation/ratification/section.hpp>

namespace negotiation::detail {

template <class Walk>
void rule_number(Walk& walk, const ratification::written_rule& rule) {
    if (rule.quota < 0 || rule.quota > 0) {
        walk.number("quota", rule.quota);
    }
}

template <class Walk>
void chamber_numbers(Walk& walk, const ratification::written_chamber& c) {
    if (c.seats) {
        walk.number("seats", *c.seats);
    }
    rule_number(walk, c.decides);
    walk.inside(std::string("alternatives"), [&] {
        for (std::size_t k = 0; k < c.alternatives.size(); ++k) {
            walk.inside(k, [&] { rule_number(walk, c.alternatives[k].decides); });
        }
    });
    if (c.days < 0 || c.days > 0) {
        walk.number("days", c.days);
    }
}

template <class Walk>
void faction_numbers(Walk& walk, const ratification::written_faction& f) {
    walk.number("size", f.size);
    walk.named_numbers("weights", f.weights);
    if (f.friend_abroad) {
        walk.inside(std::string("ally"), [&] { walk.number("weight", f.friend_abroad->weight); });
    }
    if (f.threshold) {
        walk.number("threshold", *f.threshold);
    }
    walk.number("noise", f.noise);
    walk.number("shock", f.shock);
    walk.red_line_numbers(f.red_lines);
}

template <class Walk>
void ratification_numbers(Walk& walk, const ratification::section& said) {
    walk.section("chamber", said.chambers,
                 [&](const ratification::written_chamber& c) { chamber_numbers(walk, c); });
    walk.section("faction", said.factions,
                 [&](const ratification::written_faction& f) { faction_numbers(walk, f); });
}

}  // namespace negotiation::detail
