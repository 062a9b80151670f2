#pragma once

/// @file
/// Checks of reported quantities: the issues they read, levels, stock, cascade arithmetic.

#include <cstddef>
#include <string>
#include <unordered_set>

#include <fmt/core.h>

#include "scenario/findings.hpp"

namespace negotiation::detail {

inline void check_terms(findings& found, const path& place, const breakout_terms& terms) {
    const bool unread = found.unread.holds(place / "tails") || found.unread.holds(place / "feed") ||
                        found.unread.holds(place / "product");
    if (!unread && !(0 < terms.tails && terms.tails < terms.feed && terms.feed < terms.product &&
                     terms.product < 100)) {
        found.add(place, fmt::format("shares of U-235 must rise from tails over feed to product "
                                     "inside (0, 100) per cent; got {}, {} and {}",
                                     terms.tails, terms.feed, terms.product));
    }
    if (!(terms.quantity > 0 && terms.quantity < largest_number)) {
        found.add(place / "quantity",
                  fmt::format("a quantity must lie in (0, 1e6) kg; got {}", terms.quantity));
    }
    if (!(terms.work_per_machine > 0 && terms.work_per_machine < largest_number)) {
        found.add(
            place / "work_per_machine",
            fmt::format("work a machine must lie in (0, 1e6); got {}", terms.work_per_machine));
    }
}

inline void check_levels(findings& found, const path& place, const breakout& quantity,
                         const issue* enrichment) {
    std::unordered_set<std::string> seen;
    for (const breakout::level& row : quantity.levels) {
        const path here = place / "levels" / to_string(row.option);
        if (!seen.insert(to_string(row.option)).second) {
            found.add(here,
                      fmt::format("option '{}' is there twice", shown(to_string(row.option))));
        }
        if (enrichment != nullptr) {
            found.expect_option(here, *enrichment, row.option);
        }
        if (!(row.percent >= 0 && row.percent < 100)) {
            found.add(here,
                      fmt::format("a level must lie in [0, 100) per cent; got {}", row.percent));
        }
    }
}

inline void check_holdings(findings& found, const path& place, const breakout& quantity,
                           const issue* stock) {
    for (std::size_t k = 0; k < quantity.holdings.size(); ++k) {
        const breakout::holding& row = quantity.holdings[k];
        const path here = place / "holding" / k;
        if (stock != nullptr) {
            found.expect_option(here / "option", *stock, row.option);
        }
        if (!(row.lot.kilograms >= 0 && row.lot.kilograms < 1e9)) {
            found.add(here / "kilograms",
                      fmt::format("a stock must lie in [0, 1e9) kg; got {}", row.lot.kilograms));
        }
        if (!(row.lot.enrichment > 0 && row.lot.enrichment < 100)) {
            found.add(here / "enrichment",
                      fmt::format("an enrichment must lie in (0, 100) per cent; "
                                  "got {}",
                                  row.lot.enrichment));
        }
    }
}

/// The arithmetic counts in kilograms and machines, so the issues that it reads must as well.
inline void expect_unit(findings& found, const path& place, const issue* of, const char* unit) {
    if (of == nullptr || of->unit == unit || !found.complete(*of) ||
        !is_number(of->options.front()) ||
        found.unread.holds(section("issue") / of->name / "unit") || of->unit.empty()) {
        return;
    }
    found.add(place, fmt::format("a breakout time counts in {}; got issue '{}' in '{}'; write its "
                                 "options in {}",
                                 unit, shown(of->name), shown(of->unit), unit));
}

inline void check_reported(findings& found, const path& place, const breakout& quantity) {
    const issue* enrichment = found.expect_issue(place / "enrichment", quantity.enrichment_issue);
    const issue* stock = found.expect_issue(place / "stock", quantity.stock_issue);
    const issue* machines = found.expect_issue(place / "machines", quantity.machines_issue);
    if (machines != nullptr && found.complete(*machines) && !is_number(machines->options.front())) {
        found.add(place / "machines", fmt::format("options of the machines' issue must be numbers; "
                                                  "got the words of '{}'",
                                                  shown(machines->name)));
    }
    expect_unit(found, place / "stock", stock, "kg");
    expect_unit(found, place / "machines", machines, "machines");
    check_terms(found, place, quantity.terms);
    check_levels(found, place, quantity, enrichment);
    check_holdings(found, place, quantity, stock);
    found.expect_source(place, quantity.source);
}

}  // namespace negotiation::detail
