#pragma once

/// @file
/// Checks of who goes first as an issue: its options are orders, and whoever does not value them
/// itself has what its values follow from.

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "scenario/findings.hpp"

namespace negotiation::detail {

inline void check_options_are_orders(findings& found, const path& place, const issue& of) {
    std::vector<std::string> orders;
    if (found.world.sequence) {
        for (const sequence::named_order& order : found.world.sequence->orders) {
            orders.push_back(order.name);
        }
    }
    for (std::size_t k = 0; k < of.options.size(); ++k) {
        const std::string name = to_string(of.options[k]);
        const path here = place / "options" / k;
        if (std::find(orders.begin(), orders.end(), name) == orders.end() && !found.full() &&
            !found.names_unread("order") && !found.unread.holds(here)) {
            found.add(here, fmt::format("no order '{}'{}", shown(name),
                                        orders.empty() ? std::string("; this scenario has none")
                                                       : found.near.name(name, orders)));
        }
    }
}

/// Whether an agent gives the options of the issue values of its own.
inline bool values_itself(const party& who, const std::string& issue) {
    return std::any_of(who.weights.begin(), who.weights.end(), [&](const auto& weight) {
        return weight.first == issue && (weight.second < 0 || weight.second > 0);
    });
}

/// What is said where a party has no belief to expect by.
[[nodiscard]] inline std::string no_belief(const party& who) {
    return fmt::format(
        "who goes first is on the table, so '{}' needs a prior belief that the others carry the "
        "deal out; got none",
        shown(who.name));
}

inline void check_order_values(findings& found, const party& who) {
    const path place = section("sequence") / "trust";
    constexpr double nobody_said = -1;
    const bool known = found.world.sequence &&
                       sequence::number_of(found.world.sequence->trust, who.name, nobody_said) >= 0;
    if (!known && !found.unread.touches(place)) {
        found.add(place, no_belief(who));
    }
    if (who.combine == aggregation::multiplicative) {
        found.add(section("party") / who.name / "combine",
                  fmt::format("orders on the table need additive preferences; those of '{}' are "
                              "multiplicative",
                              shown(who.name)));
    }
}

inline void check_order_issue(findings& found, const path& place, const issue& of) {
    check_options_are_orders(found, place, of);
    if (!found.world.sequence) {
        return;
    }
    for (const sequence::written_step& s : found.world.sequence->steps) {
        if (s.implements && s.implements->issue == of.name) {
            found.add(section("step") / s.name / "implements" / "issue",
                      fmt::format("a step cannot carry out issue '{}', which is the order of the "
                                  "steps itself",
                                  shown(of.name)));
        }
    }
    for (const party& who : found.world.parties) {
        if (!values_itself(who, of.name)) {
            check_order_values(found, who);
        }
    }
}

/// At most one issue is about who goes first.
inline void check_order_issues(findings& found) {
    const issue* first = nullptr;
    for (const issue& of : found.world.issues) {
        if (of.kind != issue_kind::order) {
            continue;
        }
        const path place = section("issue") / of.name;
        if (first != nullptr) {
            found.add(place / "kind", fmt::format("a scenario has one issue of kind 'order'; '{}' "
                                                  "is one already",
                                                  shown(first->name)));
            continue;
        }
        first = &of;
        check_order_issue(found, place, of);
    }
}

}  // namespace negotiation::detail
