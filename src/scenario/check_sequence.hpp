#pragma once

/// @file
/// Checks of what a scenario says of carrying out: steps, orders, variants, tranches.

#include "scenario/check_orders.hpp"
#include "scenario/check_steps.hpp"
#include "scenario/check_tranches.hpp"
#include "scenario/findings.hpp"
#include "scenario/number_range.hpp"
#include "scenario/seat_names.hpp"
#include "scenario/step_names.hpp"

namespace negotiation::detail {

inline constexpr number_range breakdown_range{"a cost of breakdown must lie in [0, 1e6)", 0,
                                              largest_number, false, true};

inline void check_sequence(findings& found) {
    if (!found.world.sequence) {
        return;
    }
    const sequence::section& said = *found.world.sequence;
    const path place = section("sequence");
    seat_names seats(found);
    check_by_party(found, place / "completion", said.completion, seats, completion_range, true);
    check_by_party(found, place / "breakdown", said.breakdown, seats, breakdown_range, true);
    check_by_party(found, place / "trust", said.trust, seats, trust_range, true);
    step_names steps(found, said);
    const auto before = check_steps(found, said, steps, seats);
    if (said.tranches) {
        check_tranches(found, *said.tranches);
    }
    known_orders orders;
    check_orders(found, said, steps, before, orders);
    check_variants(found, said, steps, seats, orders, before);
}

}  // namespace negotiation::detail
