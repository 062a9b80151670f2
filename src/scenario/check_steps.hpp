#pragma once

/// @file
/// Checks of the steps that a scenario writes.

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/core.h>

#include <negotiation/sequence/section.hpp>

#include "scenario/check_constraint.hpp"
#include "scenario/findings.hpp"
#include "scenario/number_range.hpp"
#include "scenario/seat_names.hpp"
#include "scenario/step_names.hpp"

namespace negotiation::detail {

inline constexpr number_range step_value_range{"a value of a step must be below 1e6 in size",
                                               -largest_number, largest_number, true, true};
inline constexpr number_range saved_range{"what faking saves must lie in [0, 1e6)", 0,
                                          largest_number, false, true};
inline constexpr number_range saved_share_range{"a share of the cost must lie in [0, 1]", 0, 1};
inline constexpr number_range detection_range{"a probability of detection must lie in [0, 1]", 0,
                                              1};
inline constexpr number_range share_range{"a share of an issue must lie in (0, 1]", 0, 1, true};

/// Whether a deal is carried out: some step implements an issue, or may.
inline bool implements_deal(const findings& found, const sequence::section& said) {
    return found.names_unread("step") ||
           std::any_of(said.steps.begin(), said.steps.end(), [&](const auto& s) {
               return s.implements || found.unread.holds(section("step") / s.name / "implements");
           });
}

inline void check_detection_if(findings& found, const path& place,
                               const sequence::written_step& s) {
    if (!s.pretence) {
        found.add(place / "if", "what detection hangs on needs the faking; got none");
        return;
    }
    if (s.detection_if->given.empty() && !found.unread.touches(place / "if")) {
        found.add(place / "if", "detection hangs on at least one condition; got none");
    }
    check_conditions(found, place / "if", s.detection_if->given);
    check_number(found, place / "else", s.detection_if->otherwise, detection_range);
    if (!implements_deal(found, *found.world.sequence)) {
        found.add(place / "if",
                  "detection hangs on the deal, which no step carries out; give some step "
                  "'implements'");
    }
}

inline void check_fake(findings& found, const path& place, const sequence::written_step& s) {
    if (s.saved_share) {
        check_number(found, place / "share", *s.saved_share, saved_share_range);
        if (!s.pretence || s.pretence->saves != 0) {
            found.add(place / "share", s.pretence ? "faking saves an amount or a share of the "
                                                    "cost; got both"
                                                  : "a share that faking saves needs the faking; "
                                                    "got none");
        }
    }
    if (s.pretence) {
        check_number(found, place / "saves", s.pretence->saves, saved_range);
        check_number(found, place / "detection", s.pretence->detection, detection_range);
        check_number(found, place / "days", s.pretence->window_days, days_range);
    }
    if (s.detection_if) {
        check_detection_if(found, place, s);
    }
}

/// Steps share an issue between them only where it is worth the same whatever else is agreed.
inline void check_additive(findings& found, const path& place, const std::string& issue) {
    for (const party& who : found.world.parties) {
        const bool weighs = std::any_of(who.weights.begin(), who.weights.end(),
                                        [&](const auto& weight) { return weight.first == issue; });
        if (who.combine == aggregation::multiplicative && weighs) {
            found.add(place, fmt::format("steps need additive preferences; those of '{}' are "
                                         "multiplicative",
                                         shown(who.name)));
        }
        for (const interaction& term : who.interactions) {
            if (std::find(term.issues.begin(), term.issues.end(), issue) != term.issues.end()) {
                found.add(place, fmt::format("steps need additive preferences; '{}' has an "
                                             "interaction over issue '{}'",
                                             shown(who.name), shown(issue)));
                break;
            }
        }
    }
}

/// What is carried out of each issue, over all steps.
class issue_shares {
public:
    explicit issue_shares(findings& found) : found_(found) {}

    void take(const path& place, const sequence::implementation& part) {
        if (found_.expect_issue(place / "issue", part.issue) != nullptr &&
            !found_.unread.holds(place / "issue")) {
            check_additive(found_, place / "issue", part.issue);
        }
        check_number(found_, place / "share", part.share, share_range);
        if (!share_range.has(part.share) || found_.unread.holds(place / "share")) {
            return;
        }
        constexpr double slack = 1e-9;
        double& sum = sums_[part.issue];
        const bool fitted = sum <= 1 + slack;
        sum += part.share;
        if (fitted && !(sum <= 1 + slack)) {
            found_.add(place / "share", fmt::format("the steps that implement issue '{}' must sum "
                                                    "to at most 1; got {}",
                                                    shown(part.issue), sum));
        }
    }

private:
    findings& found_;
    std::unordered_map<std::string, double> sums_;
};

inline void check_step(findings& found, const path& place, const sequence::written_step& s,
                       seat_names& seats) {
    seats.expect_party(place / "party", s.party);
    check_by_party(found, place / "value", s.value, seats, step_value_range);
    if (s.implements && is_given(s.value)) {
        found.add(place / "implements",
                  "a step has values of its own or implements an issue; got both");
    } else if (!s.implements && !is_given(s.value) && !found.unread.holds(place / "value") &&
               !found.unread.holds(place / "implements")) {
        found.add(place, fmt::format("{} needs 'value' or 'implements'; got neither",
                                     s.name.empty() ? "a step" : "step '" + shown(s.name) + "'"));
    }
    check_by_party(found, place / "undone", s.undone, seats, undone_range);
    check_number(found, place / "days", s.days, days_range);
    check_number(found, place / "defection", s.defection, defection_range);
    check_fake(found, place / "fake", s);
    found.expect_source(place, s.source);
}

/// @return what the steps say comes before what, nothing when they contradict one another
inline std::optional<step_names::relations> check_steps(findings& found,
                                                        const sequence::section& said,
                                                        step_names& steps, seat_names& seats) {
    distinct_names names(found, "a step");
    issue_shares shares(found);
    step_names::relations before;
    std::unordered_set<std::string> seen;
    for (const sequence::written_step& s : said.steps) {
        const path place = section("step") / s.name;
        names.expect_new(place, s.name);
        check_step(found, place, s, seats);
        if (s.implements) {
            shares.take(place / "implements", *s.implements);
        }
        const bool first = seen.insert(s.name).second;
        steps.read_before(place / "after", first ? steps.expect(place, s.name) : std::nullopt,
                          s.after, before);
    }
    if (const auto circle = steps.circle_in(before); !circle.empty()) {
        steps.tell(section("step") / steps.name(circle.front()) / "after", circle);
        return std::nullopt;
    }
    return before;
}

}  // namespace negotiation::detail
