#include "question/run_ending.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <fmt/core.h>

#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

using talks::talks_status;

/// "47 offers and 382 days, delays included".
[[nodiscard]] std::string pace_text(const run_answer& a) {
    const bool delayed = a.days > a.days_per_round * static_cast<double>(a.round) * (1 + 1e-9);
    return counted(static_cast<std::size_t>(a.offers), "offer", "offers") + " and " +
           days_text(a.days) + (delayed ? ", delays included" : "");
}

[[nodiscard]] std::string rounds_text(const run_answer& a) {
    return fmt::format("round {} of {}, after {}", grouped(static_cast<std::size_t>(a.round)),
                       grouped(static_cast<std::size_t>(a.rounds_limit)), pace_text(a));
}

/// What of the messages was lost, and the acceptance that would have made a deal.
[[nodiscard]] std::string lost_text(const run_answer& a) {
    std::size_t lost = 0;
    const told_event* acceptance = nullptr;
    for (const told_event& e : a.events) {
        lost += e.arrived ? 0U : 1U;
        acceptance = !e.arrived && e.action == "accept" ? &e : acceptance;
    }
    if (lost == 0) {
        return "";
    }
    std::string text = " On the way " + counted(lost, "message was lost", "messages were lost");
    if (acceptance != nullptr) {
        text += fmt::format(", with {} the acceptance of {} in round {}", lost == 1 ? "it" : "them",
                            acceptance->who, acceptance->round);
    }
    return text + ".";
}

/// An offer of another that a party heard.
[[nodiscard]] bool is_heard_offer(const run_answer& a, std::size_t i, const told_event& e) {
    return e.arrived && e.action == "offer" && !e.utilities.empty() && e.who != a.parties[i].name;
}

/// Whether a party was offered anything at all.
[[nodiscard]] bool heard_any(const run_answer& a, std::size_t i) {
    return std::any_of(a.events.begin(), a.events.end(),
                       [&](const told_event& e) { return is_heard_offer(a, i, e); });
}

/// The best that a party was offered by another inside its red lines, as far as it heard.
[[nodiscard]] const told_event* best_heard(const run_answer& a, std::size_t i) {
    const told_event* best = nullptr;
    for (const told_event& e : a.events) {
        if (is_heard_offer(a, i, e) && !e.crosses[i] &&
            (best == nullptr || best->utilities[i] < e.utilities[i])) {
            best = &e;
        }
    }
    return best;
}

}  // namespace

std::string days_text(double days) {
    return fmt::format("{:.6g} {}", days, days > 1 || days < 1 ? "days" : "day");
}

std::string ending_text(const run_answer& a) {
    switch (a.status) {
        case talks_status::agreement:
            return "They agree in " + rounds_text(a) + "." + lost_text(a);
        case talks_status::walked_away:
            if (!a.forfeits.empty()) {
                const told_forfeit& first = a.forfeits.front();
                return fmt::format("The agent of {} fails in {}, which counts as walking away: {}.",
                                   first.party, rounds_text(a), first.what);
            }
            return fmt::format("{} walks away in {}.{}",
                               a.events.empty() ? "A party" : a.events.back().who, rounds_text(a),
                               lost_text(a));
        case talks_status::broken_down:
            return (!a.events.empty() && a.events.back().action == "withdraw"
                        ? a.events.back().who + " leaves, and with it the only channel, in "
                        : "The talks break down in ") +
                   rounds_text(a) + "." + lost_text(a);
        case talks_status::no_agreement:
            return fmt::format("No agreement: the deadline of {} passes, after {}.{}",
                               counted(static_cast<std::size_t>(a.rounds_limit), "round", "rounds"),
                               pace_text(a), lost_text(a));
    }
    return "";
}

void add_why_not(const run_answer& a, std::vector<report::block>& into) {
    if (a.status == talks_status::agreement) {
        return;
    }
    report::bullets list;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        if (!a.has_acceptable_deal[i]) {
            list.items.push_back(
                fmt::format("No deal is worth as much to {} as none: it could sign nothing.",
                            a.parties[i].name));
        } else if (const told_event* best = best_heard(a, i)) {
            const double gain = best->utilities[i] - a.no_deal_at_end[i];
            list.items.push_back(fmt::format(
                "The best that {} was offered ({}, round {}) is worth {} to it, {} {} no deal.",
                a.parties[i].name, best->who, best->round, number(best->utilities[i]),
                number(std::abs(gain)), gain < 0 ? "less than" : "more than"));
        } else {
            list.items.push_back(fmt::format("{} was offered nothing{}.", a.parties[i].name,
                                             heard_any(a, i) ? " inside its red lines" : ""));
        }
    }
    std::string why;
    if (a.zone_is_empty == true) {
        why = fmt::format("{} no deal suits {}{}.", a.leaked ? "Since the leak" : "By itself",
                          everybody(a.parties.size()),
                          is_unanimity(a.agreement) ? "" : ", which the rule does not ask for");
    } else if (a.zone_is_empty == false) {
        why = "There was a deal to find" +
              (a.nash.empty() ? std::string(".")
                              : " (the Nash deal gives " + numbers_text(a.nash) + ").");
    }
    if (a.last_text) {
        list.items.clear();  // the votes were about changes of a text
        for (std::size_t i = 0; i < a.parties.size(); ++i) {
            list.items.push_back(fmt::format(
                "The last text is worth {} to {}, which {}.", number(a.last_utilities[i]),
                a.parties[i].name, a.would_sign[i] ? "would sign it" : "would not sign it"));
        }
    }
    if (!why.empty()) {
        into.push_back(report::paragraph{why});
    }
    if (!list.items.empty()) {
        into.push_back(std::move(list));
    }
}

}  // namespace negotiation::question::detail
