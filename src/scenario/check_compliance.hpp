#pragma once

/// @file
/// Checks of what a scenario says of inspectors.

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>

#include <fmt/core.h>

#include "scenario/check_number.hpp"
#include "scenario/check_steps.hpp"
#include "scenario/findings.hpp"
#include "scenario/number_range.hpp"
#include "scenario/step_names.hpp"

namespace negotiation::detail {

inline constexpr number_range false_alarm_range{"a false alarm rate must lie in [0, 1]", 0, 1};
inline constexpr number_range attribution_range{"an attribution must lie in [0, 1]", 0, 1};
inline constexpr number_range misattribution_range{"a misattribution must lie in [0, 1]", 0, 1};
inline constexpr number_range others_range{"a chance that others act must lie in [0, 1]", 0, 1};
inline constexpr number_range inspection_cost_range{"a cost of an inspection must lie in [0, 1e6)",
                                                    0, largest_number, false, true};
inline constexpr number_range undetected_loss_range{
    "a loss from an undetected violation must lie in (0, 1e6)", 0, largest_number, true, true};
inline constexpr number_range inspection_budget_range{
    "a budget of inspections must lie in [0, 1e6)", 0, largest_number, false, true};

/// Steps that an inspector watches are there, each once, and can be faked.
inline void check_watched(findings& found, const path& place,
                          const compliance::written_inspector& of, step_names& steps,
                          const sequence::section& said) {
    std::unordered_set<std::string> seen;
    for (std::size_t k = 0; k < of.steps.size(); ++k) {
        const path here = place / "steps" / k;
        const auto known = steps.expect(here, of.steps[k]);
        if (!seen.insert(of.steps[k]).second) {
            found.add(here, fmt::format("step '{}' is there twice", shown(of.steps[k])));
        } else if (known && !found.unread.touches(section("step") / of.steps[k] / "fake")) {
            const auto written = std::find_if(said.steps.begin(), said.steps.end(),
                                              [&](const auto& s) { return s.name == of.steps[k]; });
            if (!written->pretence) {
                found.add(here, fmt::format("step '{}' cannot be faked, so there is nothing to "
                                            "find; give it 'fake'",
                                            shown(of.steps[k])));
            }
        }
    }
}

inline void check_inspector(findings& found, const path& place,
                            const compliance::written_inspector& of) {
    check_number(found, place / "detection", of.detection, detection_range);
    check_number(found, place / "false_alarm", of.false_alarm, false_alarm_range);
    check_number(found, place / "attribution", of.attribution, attribution_range);
    check_number(found, place / "misattribution", of.misattribution, misattribution_range);
    check_number(found, place / "others", of.others, others_range);
    check_number(found, place / "days", of.days, days_range);
    check_number(found, place / "cost", of.cost, inspection_cost_range);
    if (of.loss) {
        check_number(found, place / "loss", *of.loss, undetected_loss_range);
    }
    if (of.budget) {
        check_number(found, place / "budget", *of.budget, inspection_budget_range);
    }
    found.expect_source(place, of.source);
}

inline void check_compliance(findings& found) {
    const sequence::section nothing;
    const sequence::section& said = found.world.sequence ? *found.world.sequence : nothing;
    step_names steps(found, said);
    distinct_names names(found, "an inspector");
    for (const compliance::written_inspector& of : found.world.compliance.inspectors) {
        const path place = section("inspector") / of.name;
        names.expect_new(place, of.name);
        check_watched(found, place, of, steps, said);
        check_inspector(found, place, of);
    }
}

}  // namespace negotiation::detail
