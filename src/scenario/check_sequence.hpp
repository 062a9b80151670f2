#pragma once

/// @file
/// Checks of what a scenario says of carrying out: steps, orders, variants, tranches.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/poset.hpp>

#include "scenario/check_number.hpp"
#include "scenario/findings.hpp"
#include "scenario/seat_names.hpp"

namespace negotiation::detail {

inline void check_by_party(findings& found, const path& place, const sequence::by_party& of,
                           seat_names& seats, const number_range& range) {
    if (of.all) {
        check_number(found, place, *of.all, range);
        if (!of.named.empty()) {
            found.add(place, "a number is for all parties or for those named; got both");
        }
    }
    std::unordered_set<std::string> seen;
    for (const auto& [name, x] : of.named) {
        if (!seen.insert(name).second) {
            found.add(place / name, fmt::format("'{}' has a number already", shown(name)));
        }
        seats.expect_party(place / name, name);
        check_number(found, place / name, x, range);
    }
}

inline constexpr number_range completion_range{"a value of completion must be below 1e6 in size",
                                               -largest_number, largest_number, true, true};
inline constexpr number_range step_value_range{"a value of a step must be below 1e6 in size",
                                               -largest_number, largest_number, true, true};
inline constexpr number_range breakdown_range{"a cost of breakdown must lie in [0, 1e6)", 0,
                                              largest_number, false, true};
inline constexpr number_range trust_range{"a prior belief must lie in (0, 1)", 0, 1, true, true};
inline constexpr number_range undone_range{"a share undone must lie in [0, 1]", 0, 1};
inline constexpr number_range days_range{"days must lie in [0, 1e6)", 0, largest_number, false,
                                         true};
inline constexpr number_range defection_range{"a chance of defection must lie in [0, 1)", 0, 1,
                                              false, true};
inline constexpr number_range saved_range{"what faking saves must lie in [0, 1e6)", 0,
                                          largest_number, false, true};
inline constexpr number_range saved_share_range{"a share of the cost must lie in [0, 1]", 0, 1};
inline constexpr number_range detection_range{"a probability of detection must lie in [0, 1]", 0,
                                              1};
inline constexpr number_range share_range{"a share of an issue must lie in (0, 1]", 0, 1, true};

/// The steps by name, and which has to come before which.
class step_names {
public:
    using relations = sequence::poset::relations;

    step_names(findings& found, const sequence::section& said) : found_(found) {
        for (const sequence::written_step& s : said.steps) {
            if (ids_.emplace(s.name, static_cast<sequence::step_id>(names_.size())).second) {
                names_.push_back(s.name);
            }
        }
    }

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] const std::string& name(sequence::step_id s) const { return names_[s]; }

    /// The step of that name; tells when there is none.
    std::optional<sequence::step_id> expect(const path& place, const std::string& name) {
        const auto id = ids_.find(name);
        if (id != ids_.end()) {
            return id->second;
        }
        if (!found_.full() && !found_.names_unread("step")) {
            found_.add(place,
                       fmt::format("no step '{}'{}", shown(name), found_.near.name(name, names_)));
        }
        return std::nullopt;
    }

    /// What a list says has to come before a step.
    void read_before(const path& place, std::optional<sequence::step_id> step,
                     const std::vector<std::string>& before, relations& into) {
        std::unordered_set<std::string> seen;
        for (std::size_t k = 0; k < before.size(); ++k) {
            const auto first = expect(place / k, before[k]);
            if (!seen.insert(before[k]).second) {
                found_.add(place / k, fmt::format("step '{}' is there twice", shown(before[k])));
            } else if (first && step) {
                into.emplace_back(*first, *step);
            }
        }
    }

    /// Steps that wait for one another; none where they do not.
    [[nodiscard]] std::vector<sequence::step_id> circle_in(const relations& before) const {
        try {
            static_cast<void>(sequence::poset(size(), before));
        } catch (const sequence::cycle_error& wrong) {
            return wrong.cycle();
        }
        return {};
    }

    /// Tells of a circle.
    void tell(const path& place, const std::vector<sequence::step_id>& circle) {
        constexpr std::size_t most = 10;  // of a longer one the rest is seen in the file
        std::string text;
        for (std::size_t k = 0; k < circle.size() && k < most; ++k) {
            text += shown(name(circle[k])) + " before ";
        }
        found_.add(place, fmt::format("steps wait for one another: {}{}{}", text,
                                      circle.size() > most ? "… before " : "",
                                      shown(name(circle.front()))));
    }

private:
    findings& found_;
    std::unordered_map<std::string, sequence::step_id> ids_;
    std::vector<std::string> names_;
};

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

/// Where each step stands in an order.
using step_places = std::unordered_map<sequence::step_id, std::size_t>;

inline void tell_lacking(findings& found, const path& place, const sequence::named_order& order,
                         const step_names& steps, const step_places& places) {
    constexpr std::size_t most = 5;
    std::string text;
    std::size_t lacking = 0;
    for (sequence::step_id s = 0; s < steps.size(); ++s) {
        if (places.count(s) == 0 && ++lacking <= most) {
            text += (lacking == 1 ? "'" : ", '") + shown(steps.name(s)) + "'";
        }
    }
    if (lacking > 0) {
        found.add(place,
                  fmt::format(
                      "order '{}' must have every step; {}{} {} missing", shown(order.name), text,
                      lacking > most ? fmt::format(" and {} more", lacking - most) : std::string(),
                      lacking == 1 ? "is" : "are"));
    }
}

/// The first step of a pair that an order has the wrong way round.
inline void check_order_keeps(findings& found, const path& place, const step_names& steps,
                              const step_places& places, const step_names::relations& before) {
    std::unordered_set<sequence::step_id> told;
    for (const auto& [first, then] : before) {
        const auto a = places.find(first);
        const auto b = places.find(then);
        if (a != places.end() && b != places.end() && a->second > b->second &&
            told.insert(then).second) {
            found.add(place / b->second,
                      fmt::format("step '{}' comes too early; '{}' has to come before it",
                                  shown(steps.name(then)), shown(steps.name(first))));
        }
    }
}

/// @return where the steps stand
inline step_places check_order(findings& found, const path& place,
                               const sequence::named_order& order, step_names& steps,
                               const std::optional<step_names::relations>& before) {
    step_places places;
    bool slips = false;
    for (std::size_t k = 0; k < order.steps.size(); ++k) {
        const auto step = steps.expect(place / "steps" / k, order.steps[k]);
        if (step && !places.emplace(*step, k).second) {
            found.add(place / "steps" / k,
                      fmt::format("step '{}' is there twice", shown(order.steps[k])));
            slips = true;
        }
        slips = slips || !step;
    }
    if (!slips && !found.unread.touches(place / "steps") && !found.names_unread("step")) {
        tell_lacking(found, place / "steps", order, steps, places);
    }
    if (before) {
        check_order_keeps(found, place / "steps", steps, places, *before);
    }
    found.expect_source(place, order.source);
    return places;
}

/// Orders by name, with what is needed to see whether a variant may fix them.
using known_orders = std::unordered_map<std::string, step_places>;

inline void check_fixed_order(findings& found, const path& place, const sequence::variant& v,
                              const known_orders& orders, const step_names& steps,
                              const step_names::relations& own) {
    const auto order = orders.find(v.order);
    if (order == orders.end()) {
        std::vector<std::string> names;
        for (const sequence::named_order& o : found.world.sequence->orders) {
            names.push_back(o.name);
        }
        if (!found.full() && !found.names_unread("order")) {
            found.add(place, fmt::format("no order '{}'{}", shown(v.order),
                                         found.near.name(v.order, names)));
        }
        return;
    }
    for (const auto& [first, then] : own) {
        const auto a = order->second.find(first);
        const auto b = order->second.find(then);
        if (a != order->second.end() && b != order->second.end() && a->second > b->second) {
            found.add(place, fmt::format("order '{}' has '{}' before '{}', which has to come first "
                                         "in this variant",
                                         shown(v.order), shown(steps.name(then)),
                                         shown(steps.name(first))));
            return;
        }
    }
}

inline void check_variant(findings& found, const path& place, const sequence::variant& v,
                          step_names& steps, seat_names& seats, const known_orders& orders,
                          const std::optional<step_names::relations>& base) {
    step_names::relations own;
    std::unordered_set<std::string> seen;
    for (const auto& [name, before] : v.after) {
        const path here = place / "after" / name;
        if (!seen.insert(name).second) {
            found.add(here, fmt::format("step '{}' is there twice", shown(name)));
        }
        const auto step = steps.expect(here, name);
        steps.read_before(here, step, before, own);
    }
    bool sound = base.has_value();
    if (sound) {
        step_names::relations all = *base;
        all.insert(all.end(), own.begin(), own.end());
        if (const auto circle = steps.circle_in(all); !circle.empty()) {
            sound = false;
            const auto written =
                std::find_if(circle.begin(), circle.end(), [&](sequence::step_id s) {
                    return seen.count(steps.name(s)) > 0;
                });  // one is: the steps alone have no circle
            steps.tell(place / "after" / steps.name(*written), circle);
        }
    }
    if (v.undone) {
        check_number(found, place / "undone", *v.undone, undone_range);
    }
    check_by_party(found, place / "completion", v.completion, seats, completion_range);
    if (!v.order.empty()) {
        check_fixed_order(found, place / "order", v, orders, steps,
                          sound ? own : step_names::relations{});
    }
}

inline constexpr number_range cost_range{"a cost of a unit must lie in [0, 1e6)", 0, largest_number,
                                         false, true};
inline constexpr number_range worth_range{"a worth of a unit must lie in [0, 1e6)", 0,
                                          largest_number, false, true};
inline constexpr number_range target_range{"a target must lie in (0, 1]", 0, 1, true};
inline constexpr number_range hazard_range{"a rate of shocks must lie in [0, 1e6)", 0,
                                           largest_number, false, true};

inline void check_tranches(findings& found, const sequence::written_tranches& said) {
    const path place = section("tranches");
    check_number(found, place / "cost", said.cost, cost_range);
    check_number(found, place / "worth", said.worth, worth_range);
    check_number(found, place / "defection", said.defection, defection_range);
    check_number(found, place / "trust", said.trust, trust_range);
    check_number(found, place / "target", said.target, target_range);
    check_number(found, place / "days", said.days, days_range);
    if (said.hazard) {
        check_number(found, place / "hazard" / "rate", said.hazard->rate, hazard_range);
        if (!(said.hazard->period > 0) || !std::isfinite(said.hazard->period)) {
            found.add(
                place / "hazard" / "per",
                fmt::format("a period must be longer than 0 days; got {}", said.hazard->period));
        }
        if (!(said.days > 0) && days_range.has(said.days) && !found.unread.holds(place / "days")) {
            found.add(
                place / "hazard",
                fmt::format("a hazard needs tranches that take time; 'days' of tranches is {}",
                            said.days));
        }
    }
    found.expect_source(place, said.source);
}

inline void check_sequence(findings& found) {
    if (!found.world.sequence) {
        return;
    }
    const sequence::section& said = *found.world.sequence;
    const path place = section("sequence");
    seat_names seats(found);
    check_by_party(found, place / "completion", said.completion, seats, completion_range);
    check_by_party(found, place / "breakdown", said.breakdown, seats, breakdown_range);
    check_by_party(found, place / "trust", said.trust, seats, trust_range);
    step_names steps(found, said);
    const auto before = check_steps(found, said, steps, seats);
    if (said.tranches) {
        check_tranches(found, *said.tranches);
    }
    known_orders orders;
    distinct_names order_names(found, "an order");
    for (const sequence::named_order& o : said.orders) {
        const path here = section("order") / o.name;
        order_names.expect_new(here, o.name);
        orders.emplace(o.name, check_order(found, here, o, steps, before));
    }
    distinct_names variant_names(found, "a variant");
    for (const sequence::variant& v : said.variants) {
        const path here = section("variant") / v.name;
        variant_names.expect_new(here, v.name);
        if (orders.count(v.name) > 0 && !found.unread.holds(here / "name")) {
            found.add(here, fmt::format("'{}' names an order already; a variant needs a name of "
                                        "its own",
                                        shown(v.name)));
        }
        check_variant(found, here, v, steps, seats, orders, before);
    }
}

}  // namespace negotiation::detail
