#include <algorithm>
#include <limits>
#include <stdexcept>

#include <fmt/core.h>

#include <negotiation/deal/reach.hpp>
#include <negotiation/deal/trade_off.hpp>
#include <negotiation/talks/agenda_stage.hpp>

namespace negotiation::talks {

namespace {

[[nodiscard]] bool is_among(const std::vector<issue_id>& issues, issue_id k) {
    return std::find(issues.begin(), issues.end(), k) != issues.end();
}

[[nodiscard]] bool touches(const forbidden_combination& one, const std::vector<issue_id>& issues) {
    return std::any_of(one.issues.begin(), one.issues.end(),
                       [&](issue_id k) { return is_among(issues, k); });
}

/// The space where all but some issues are as in a deal.
[[nodiscard]] outcome_space narrowed(const outcome_space& whole, const outcome& deal,
                                     const std::vector<issue_id>& free) {
    outcome_space space = whole;
    for (issue_id k = 0; k < deal.size(); ++k) {
        if (!is_among(free, k)) {
            space.domains[k] = {deal[k]};
        }
    }
    return space;
}

[[nodiscard]] std::optional<outcome> first_deal_in(const outcome_space& space) {
    const deal::trade_off_search search(space, bargaining::seat{});
    const auto found = search.best(0, {});
    if (found.refused) {
        throw std::invalid_argument("agenda: whether a stage can be completed is not known: " +
                                    found.refused->reason);
    }
    return found.best ? std::optional(found.best->deal) : std::nullopt;
}

/// Moves a deal on through the domains of some issues. @return false after the last
bool next_combination(outcome& deal, std::vector<std::size_t>& places, const outcome_space& space,
                      const std::vector<issue_id>& issues) {
    for (std::size_t n = issues.size(); n-- > 0;) {
        const auto& domain = space.domains[issues[n]];
        places[n] = (places[n] + 1) % domain.size();
        deal[issues[n]] = domain[places[n]];
        if (places[n] > 0) {
            return true;
        }
    }
    return false;
}

[[nodiscard]] forbidden_combination exactly(const outcome& deal, const outcome_space& space,
                                            const std::vector<issue_id>& issues) {
    forbidden_combination one;
    for (const issue_id k : issues) {
        one.issues.push_back(k);
        one.masks.emplace_back(space.sizes[k], false);
        one.masks.back()[deal[k]] = true;
    }
    return one;
}

/// Of the constraints that reach later issues, what they say of those on the table.
void project(const outcome_space& whole, const agenda_stage& stage, outcome_space& into) {
    outcome_space rest = whole;
    into.forbidden.clear();
    rest.forbidden.clear();
    std::vector<issue_id> tied;
    for (const forbidden_combination& one : whole.forbidden) {
        const bool reaches = touches(one, stage.later);
        (reaches ? rest : into).forbidden.push_back(one);
        for (const issue_id k : one.issues) {
            if (reaches && is_among(stage.open, k) && !is_among(tied, k)) {
                tied.push_back(k);
            }
        }
    }
    if (tied.empty()) {
        return;
    }
    outcome deal = stage.base;
    std::vector<std::size_t> places(tied.size(), 0);
    outcome_count combinations = 1;
    constexpr std::uint64_t most = 65'536;
    for (const issue_id k : tied) {
        combinations = saturating_multiply(combinations, whole.domains[k].size());
        if (combinations == 0) {
            return;  // an issue without options: no deals at all
        }
        deal[k] = whole.domains[k].front();
    }
    if (combinations > most) {
        throw std::invalid_argument(
            fmt::format("agenda: constraints tie {} combinations of the issues of a stage to later "
                        "issues, more than the {} looked at; settle them together",
                        static_cast<std::uint64_t>(std::min<outcome_count>(
                            combinations, std::numeric_limits<std::uint64_t>::max())),
                        most));
    }
    do {
        if (!first_deal_in(narrowed(rest, deal, stage.later))) {
            into.forbidden.push_back(exactly(deal, whole, tied));
        }
    } while (next_combination(deal, places, whole, tied));
}

[[nodiscard]] std::optional<sum_range> range_in(const outcome_space& space,
                                                const bargaining::seat& who) {
    const deal::reach found = deal::reach_of(space, who);
    if (found.refused) {
        throw std::invalid_argument("agenda: a party's best and worst deals are not known: " +
                                    found.refused->reason);
    }
    return found.sums;
}

/// What the sum of a party's terms must reach in a stage of simultaneous implementation.
[[nodiscard]] grains threshold_in(const agenda_stage& stage, grains reservation,
                                  const sum_range& rest, const sum_range& here) {
    if (stage.expects == later_value::status_quo) {
        return reservation;
    }
    const units room = static_cast<units>(rest.greatest) - reservation;
    units given = room;
    if (stage.expects == later_value::proportional && room > 0) {
        const units all = static_cast<units>(rest.greatest) - rest.least;
        const units part = static_cast<units>(here.greatest) - here.least;
        given = all > 0 && part < all ? std::min(room, all) * part / all : room;
    }
    // Below its worst deal and above its best no more is to be told.
    const units least = std::max<units>(here.greatest - given, here.least);
    return static_cast<grains>(std::min<units>(least, static_cast<units>(here.greatest) + 1));
}

void reserve(bargaining::seat& who, grains threshold, grains greatest) {
    if (threshold == who.threshold) {
        return;
    }
    utility_scale& scale = who.utility.scale;
    who.threshold = threshold;
    who.reservation = static_cast<units>(threshold) * scale.grain;
    scale.reservation = value_of(scale, std::min(threshold, greatest));
}

}  // namespace

bargaining bargaining_of(const bargaining& whole, const agenda_stage& stage) {
    bargaining table = whole;
    table.space = narrowed(whole.space, stage.base, stage.open);
    const bool at_once = stage.counts == implementation::sequential;
    if (!at_once && !stage.later.empty()) {
        project(whole.space, stage, table.space);
    }
    std::vector<issue_id> free = stage.open;
    free.insert(free.end(), stage.later.begin(), stage.later.end());
    const outcome_space rest = narrowed(whole.space, stage.base, free);
    for (bargaining::seat& who : table.parties) {
        if (at_once && !stage.first) {
            const grains so_far = sum_of(who.utility, whole.space.sizes, stage.base);
            reserve(who, so_far, so_far);
        } else if (!at_once && !stage.later.empty()) {
            const auto all = range_in(rest, who);
            std::erase_if(who.red_lines,
                          [&](const auto& line) { return is_among(stage.later, line.issue); });
            const auto here = range_in(table.space, who);
            if (here) {
                // Who has no whole deal left has none here.
                const grains least =
                    all ? threshold_in(stage, who.threshold, *all, *here) : here->greatest + 1;
                reserve(who, least, here->greatest);
            }
        }
    }
    return table;
}

std::optional<outcome> completed(const outcome_space& space, const outcome& deal,
                                 const std::vector<issue_id>& later) {
    return feasible(space, deal) ? std::optional(deal)
                                 : first_deal_in(narrowed(space, deal, later));
}

}  // namespace negotiation::talks
