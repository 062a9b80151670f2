#pragma once

/// @file
/// The part of a walk over all numbers that passes steps and tranches.

#include <string>
#include <utility>

#include <negotiation/sequence/section.hpp>

namespace negotiation::detail {

/// One number for all stands at the key itself, others under their party's name.
template <class Walk>
void by_party_numbers(Walk& walk, std::string key, const sequence::by_party& of) {
    if (of.all) {
        walk.number(key, *of.all);
    }
    walk.named_numbers(std::move(key), of.named);
}

template <class Walk>
void tranche_numbers(Walk& walk, const sequence::written_tranches& said) {
    walk.number("cost", said.cost);
    walk.number("worth", said.worth);
    walk.number("defection", said.defection);
    walk.number("trust", said.trust);
    walk.number("target", said.target);
    walk.number("days", said.days);
    if (said.hazard) {
        walk.inside(std::string("hazard"), [&] { walk.number("rate", said.hazard->rate); });
    }
}

template <class Walk>
void step_numbers(Walk& walk, const sequence::written_step& s) {
    by_party_numbers(walk, "value", s.value);
    if (s.implements) {
        walk.inside(std::string("implements"), [&] { walk.number("share", s.implements->share); });
    }
    by_party_numbers(walk, "undone", s.undone);
    walk.number("days", s.days);
    walk.number("defection", s.defection);
    if (s.pretence) {
        walk.inside(std::string("fake"), [&] {
            walk.number(s.saved_share ? "share" : "saves",
                        s.saved_share ? *s.saved_share : s.pretence->saves);
            walk.number("detection", s.pretence->detection);
            walk.number("days", s.pretence->window_days);
            if (s.detection_if) {
                walk.condition_numbers("if", s.detection_if->given);
                walk.number("else", s.detection_if->otherwise);
            }
        });
    }
}

template <class Walk>
void sequence_numbers(Walk& walk, const sequence::section& said) {
    walk.inside(std::string("sequence"), [&] {
        by_party_numbers(walk, "completion", said.completion);
        by_party_numbers(walk, "breakdown", said.breakdown);
        by_party_numbers(walk, "trust", said.trust);
    });
    walk.section("step", said.steps,
                 [&](const sequence::written_step& s) { step_numbers(walk, s); });
    walk.section("variant", said.variants, [&](const sequence::variant& v) {
        if (v.undone) {
            walk.number("undone", *v.undone);
        }
        by_party_numbers(walk, "completion", v.completion);
    });
    if (said.tranches) {
        walk.inside(std::string("tranches"), [&] { tranche_numbers(walk, *said.tranches); });
    }
}

}  // namespace negotiation::detail
