#pragma once

/// @file
/// The part of a walk over all numbers that passes hazards and events.

#include <cstddef>
#include <string>

#include <negotiation/survival/section.hpp>

namespace negotiation::detail {

/// Those of an effect of its own: to end what goes on is what every shock does by itself.
template <class Walk>
void effect_numbers(Walk& walk, const survival::written_effect& of) {
    walk.inside(std::string("effect"), [&] {
        if (of.ends < 1 || of.ends > 1) {
            walk.number("ends", of.ends);
        }
        walk.named_numbers("reservation", of.reservation);
        walk.named_numbers("odds", of.odds);
        if (of.hazards < 1 || of.hazards > 1) {
            walk.number("hazards", of.hazards);
        }
    });
}

template <class Walk>
void spike_numbers(Walk& walk, const survival::written_hazard& h) {
    walk.inside(std::string("spikes"), [&] {
        for (std::size_t k = 0; k < h.spikes.size(); ++k) {
            walk.inside(k, [&] {
                walk.number("add", h.spikes[k].add);
                walk.number("days_before", h.spikes[k].days_before);
                walk.number("days_after", h.spikes[k].days_after);
            });
        }
    });
}

template <class Walk>
void hazard_numbers(Walk& walk, const survival::written_hazard& h) {
    walk.number(std::string(to_string(h.stated)), h.value);
    if (h.spoiler) {
        walk.inside(std::string("spoiler"), [&] {
            walk.number("slope", h.spoiler->slope);
            walk.number("noise", h.spoiler->noise);
        });
    }
    walk.inside(std::string("terms"), [&] {
        for (std::size_t k = 0; k < h.terms.size(); ++k) {
            walk.inside(k, [&] {
                walk.condition_numbers("if", h.terms[k].given);
                walk.number("add", h.terms[k].add);
            });
        }
    });
    spike_numbers(walk, h);
    effect_numbers(walk, h.effect);
}

/// Spans as the file counts them.
template <class Walk>
void survival_numbers(Walk& walk, const survival::section& said) {
    walk.inside(std::string("survival"),
                [&] { walk.number("horizon", said.horizon / said.period); });
    walk.section("hazard", said.hazards,
                 [&](const survival::written_hazard& h) { hazard_numbers(walk, h); });
    walk.section("event", said.events, [&](const survival::written_event& e) {
        walk.number("after", e.days / e.period);
        walk.number("probability", e.probability);
        walk.condition_numbers("unless", e.unless);
        effect_numbers(walk, e.effect);
    });
}

}  // namespace negotiation::detail
