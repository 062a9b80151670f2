#pragma once

/// @file
/// The part of a walk over all numbers that passes inspectors.

#include <negotiation/compliance/section.hpp>

namespace negotiation::detail {

template <class Walk>
void inspector_numbers(Walk& walk, const compliance::written_inspector& of) {
    walk.number("detection", of.detection);
    walk.number("false_alarm", of.false_alarm);
    walk.number("attribution", of.attribution);
    walk.number("misattribution", of.misattribution);
    walk.number("others", of.others);
    walk.number("days", of.days);
    walk.number("cost", of.cost);
    if (of.loss) {
        walk.number("loss", *of.loss);
    }
    if (of.budget) {
        walk.number("budget", *of.budget);
    }
}

template <class Walk>
void compliance_numbers(Walk& walk, const compliance::section& said) {
    walk.section("inspector", said.inspectors,
                 [&](const compliance::written_inspector& of) { inspector_numbers(walk, of); });
}

}  // namespace negotiation::detail
