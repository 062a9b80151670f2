#pragma once

/// @file
/// Checks of orders with a name, and of variants, which may fix one.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/section.hpp>

#include "scenario/findings.hpp"
#include "scenario/number_range.hpp"
#include "scenario/seat_names.hpp"
#include "scenario/step_names.hpp"

namespace negotiation::detail {

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

inline void check_orders(findings& found, const sequence::section& said, step_names& steps,
                         const std::optional<step_names::relations>& before, known_orders& into) {
    distinct_names names(found, "an order");
    for (const sequence::named_order& o : said.orders) {
        const path place = section("order") / o.name;
        names.expect_new(place, o.name);
        into.emplace(o.name, check_order(found, place, o, steps, before));
    }
}

inline void check_variants(findings& found, const sequence::section& said, step_names& steps,
                           seat_names& seats, const known_orders& orders,
                           const std::optional<step_names::relations>& before) {
    distinct_names names(found, "a variant");
    for (const sequence::variant& v : said.variants) {
        const path place = section("variant") / v.name;
        names.expect_new(place, v.name);
        if (orders.count(v.name) > 0 && !found.unread.holds(place / "name")) {
            found.add(place, fmt::format("'{}' names an order already; a variant needs a name of "
                                         "its own",
                                         shown(v.name)));
        }
        check_variant(found, place, v, steps, seats, orders, before);
    }
}

}  // namespace negotiation::detail
