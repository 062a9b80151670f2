#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_race.hpp>

#include "question/framework_tables.hpp"
#include "question/race_wording.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Whether plans may be compared: a stop left no run of any out.
[[nodiscard]] bool all_played(const race_answer& a) {
    return std::all_of(a.plans.begin(), a.plans.end(),
                       [&](const race_plan& plan) { return plan.runs == a.runs; });
}

/// What was played of all that was asked for, and what is not said therefore.
[[nodiscard]] std::string sentence_on_stop(const race_answer& a) {
    std::size_t played = 0;
    for (const race_plan& plan : a.plans) {
        played += plan.runs;
    }
    std::size_t rounds = a.plans.size();
    if (a.framework && a.framework->deal) {
        played += a.framework->talks.runs + a.framework->details.runs;
        rounds += 2;
    }
    return stopped_text(played, rounds * a.runs) +
           (all_played(a) ? ". " : ": plans are not compared. ");
}

/// Months that are told before the last one.
constexpr std::size_t told_months = 24;

/// What a collapse may come from.
[[nodiscard]] std::string threats_text(const race_answer& a) {
    const double rate = a.plans.front().here.rate;
    const std::string shocks = fmt::format("shocks come at {} a month{}", short_number(rate),
                                           a.rate_given ? " (as given)" : "");
    if (a.events.empty()) {
        return shocks;
    }
    const std::string events = counted(a.events.size(), "event", "events") + " may end the talks";
    return rate > 0 || a.rate_given ? shocks + " and " + events : events;
}

/// "1 run was", "20 runs were".
[[nodiscard]] std::string was_or_were(std::size_t runs) {
    return (runs == 0 ? std::string("no run") : counted(runs, "run", "runs")) +
           (runs < 2 ? " was" : " were");
}

/// Which comes first under the plan as written.
[[nodiscard]] std::string sentence_on_race(const race_answer& a) {
    const race_plan& plan = a.plans.front();
    if (plan.runs < a.runs) {
        return fmt::format(
            "Of the talks as written {} played{}.", was_or_were(plan.runs),
            plan.runs == 0
                ? ""
                : fmt::format("; {} of them end in agreement, before a collapse with {}",
                              per_cent(plan.agreed.share), per_cent(plan.here.before_collapse)));
    }
    if (plan.here.rate <= 0 && a.events.empty()) {
        return fmt::format(
            "Nothing threatens these talks: they end in agreement with {}, whenever that is.",
            per_cent(plan.here.before_collapse));
    }
    std::string text = fmt::format(
        "An agreement comes before a collapse with {}, where {}; without them it would come with "
        "{}",
        per_cent(plan.here.before_collapse), threats_text(a), per_cent(plan.agreed.share));
    if (plan.days) {
        text += fmt::format(", after {:.0f} days on average", *plan.days);
    }
    return text + ".";
}

[[nodiscard]] std::string sentence_on_calm(const race_answer& a) {
    return a.plans.front().here.rate > 0 ? fmt::format(" One more month of calm adds {}.",
                                                       per_cent(a.plans.front().here.calm))
                                         : std::string();
}

/// Whom haste serves.
[[nodiscard]] std::string sentence_on_haste(const race_answer& a) {
    std::vector<std::string> parts;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < a.best.size(); ++i) {
        const double gain = a.plans[a.best[i]].here.gains[i];
        const double written = a.plans.front().here.gains[i];
        if (a.best[i] == 0) {
            others.push_back(fmt::format("{} ({})", a.parties[i], number(written)));
        } else {
            parts.push_back(fmt::format("{} does best with {} ({}, as written {})", a.parties[i],
                                        a.plans[a.best[i]].name, number(gain), number(written)));
        }
    }
    std::string text;
    if (!parts.empty()) {
        text = "By what they may expect beyond no deal " + joined(parts) + ".";
    }
    if (!others.empty()) {
        text += fmt::format("{}No plan is better beyond chance than the talks as written for {}.",
                            text.empty() ? "" : " ", joined(others));
    }
    return text;
}

/// What was measured of a plan: agreed, days, before collapse, two numbers a party.
[[nodiscard]] std::vector<std::string> measured_cells_of(const race_answer& a,
                                                         const race_plan& plan) {
    if (plan.runs == 0) {
        return std::vector<std::string>(3 + 2 * a.parties.size(), "-");
    }
    std::vector<std::string> cells{per_cent(plan.agreed.share),
                                   plan.days ? fmt::format("{:.0f}", *plan.days) : "-",
                                   per_cent(plan.here.before_collapse)};
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        cells.push_back(plan.utilities.empty() ? "-" : number(plan.utilities[i]));
        cells.push_back(number(plan.here.gains[i]));
    }
    return cells;
}

[[nodiscard]] report::table plans_table(const race_answer& a) {
    report::table table;
    const bool all = all_played(a);
    table.caption =
        fmt::format("How haste fares, {}:", all ? counted(a.runs, "run", "runs") + " of each plan"
                                                : "by the runs that were played");
    table.columns = {{"plan"}, right_column("rounds")};
    if (!all) {
        table.columns.push_back(right_column("runs"));
    }
    for (const char* title : {"agreed", "days", "before collapse"}) {
        table.columns.push_back(right_column(title));
    }
    for (const std::string& name : a.parties) {
        table.columns.push_back(right_column(name + " agrees to"));
        table.columns.push_back(right_column("expects"));
    }
    for (const race_plan& plan : a.plans) {
        std::vector<std::string> cells{plan.name,
                                       grouped(static_cast<std::size_t>(plan.rounds_limit))};
        if (!all) {
            cells.push_back(grouped(plan.runs));
        }
        for (std::string& cell : measured_cells_of(a, plan)) {
            cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

[[nodiscard]] report::table hazards_table(const race_answer& a) {
    report::table table;
    table.caption = "What threatens the talks:";
    table.columns = {{"hazard"}, right_column("a month"), right_column("strikes first")};
    for (const race_hazard& hazard : a.hazards) {
        table.rows.push_back({hazard.name, short_number(hazard.rate), per_cent(hazard.first)});
    }
    return table;
}

[[nodiscard]] report::table events_table(const race_answer& a) {
    report::table table;
    table.caption = "What may end the talks at a date, if they still last:";
    table.columns = {{"event"}, right_column("day"), right_column("ends them")};
    for (const race_event& event : a.events) {
        table.rows.push_back({event.name, fmt::format("{:.0f}", event.days), per_cent(event.ends)});
    }
    return table;
}

/// Every month; of many those of the beginning, and the last.
[[nodiscard]] report::table months_table(const race_answer& a) {
    report::table table;
    const std::size_t runs = a.plans.front().runs;
    table.caption = fmt::format(
        "As written, month by month{}:",
        runs < a.runs ? ", by the " + counted(runs, "run", "runs") + " played" : std::string());
    table.columns = {right_column("month"), right_column("calm still holds"),
                     right_column("settled before"), right_column("settled, were there no shocks")};
    for (std::size_t k = 0; k < a.months.size(); ++k) {
        if (k >= told_months && k + 1 < a.months.size()) {
            continue;
        }
        if (k >= told_months && a.months.size() > told_months + 1) {
            table.rows.emplace_back();
        }
        const race_month& one = a.months[k];
        table.rows.push_back({grouped(one.month), per_cent(one.calm_holds), per_cent(one.settled),
                              per_cent(one.settled_calmly)});
    }
    return table;
}

/// When each party does best to take what is there.
[[nodiscard]] std::string sentence_on_timing(const race_answer& a) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < a.timing.size(); ++i) {
        const std::string& name = a.parties[i];
        const std::optional<race_moment>& best = a.timing[i].best;
        parts.push_back(
            !best ? name + " is never offered anything that suits it"
            : best->month == best->first
                ? fmt::format("{} does best to take the first of it, after month {} ({})", name,
                              best->first, number(best->worth))
                : fmt::format("{} does best to wait until the end of month {} ({}, {} more than "
                              "after month {})",
                              name, best->month, number(best->worth), number(best->option),
                              best->first));
    }
    return fmt::format(
        "Now or later? By what is on the table, beyond no deal and with the chance that calm holds "
        "until then, {}.",
        joined(parts));
}

/// What taking it is worth, from the first month on in which anything is; of many those of the
/// beginning, and the last.
[[nodiscard]] report::table timing_table(const race_answer& a) {
    report::table table;
    table.caption = "What it is worth to wait until a month's end and then take what is there:";
    table.columns = {right_column("month")};
    for (const std::string& name : a.parties) {
        table.columns.push_back(right_column("offered to " + name));
        table.columns.push_back(right_column("worth"));
    }
    const std::size_t months = a.timing.front().months.size();
    std::size_t first = months;
    for (const race_timing& one : a.timing) {
        first = one.best ? std::min(first, one.best->first - 1) : first;
    }
    for (std::size_t k = first; k < months; ++k) {
        if (k >= first + told_months && k + 1 < months) {
            continue;
        }
        if (k >= first + told_months && months > first + told_months + 1) {
            table.rows.emplace_back();
        }
        std::vector<std::string> cells{grouped(a.timing.front().months[k].month)};
        for (const race_timing& one : a.timing) {
            cells.push_back(per_cent(one.months[k].offered));
            cells.push_back(number(one.months[k].worth));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Name of the plan that a party gains most from under one of the other rates, of those that are
/// better beyond chance.
[[nodiscard]] std::string best_in_sweep(const race_answer& a, std::size_t which, std::size_t i) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < a.plans.size(); ++k) {
        const race_outcome& at = a.plans[k].sweep[which];
        best = at.better[i] && at.gains[i] > a.plans[best].sweep[which].gains[i] ? k : best;
    }
    return best == 0 ? "none" : a.plans[best].name;
}

[[nodiscard]] report::table sweep_table(const race_answer& a) {
    report::table table;
    const std::size_t runs = a.plans.front().runs;
    const bool all = all_played(a);
    table.caption =
        fmt::format("Were shocks as frequent as this (as written{}):",
                    all             ? ", and which plan is better beyond chance"
                    : runs < a.runs ? ", by the " + counted(runs, "run", "runs") + " played"
                                    : std::string());
    table.columns = {right_column("a month"), right_column("before collapse"),
                     right_column("by two rates"), right_column("a month of calm adds")};
    for (std::size_t i = 0; all && i < a.parties.size(); ++i) {
        table.columns.push_back({"better for " + a.parties[i]});
    }
    for (std::size_t k = 0; k < a.plans.front().sweep.size(); ++k) {
        const race_outcome& at = a.plans.front().sweep[k];
        std::vector<std::string> cells{short_number(at.rate), per_cent(at.before_collapse),
                                       per_cent(at.closed_form), per_cent(at.calm)};
        for (std::size_t i = 0; all && i < a.parties.size(); ++i) {
            cells.push_back(best_in_sweep(a, k, i));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// What the two rates would say, and why the runs are believed instead.
[[nodiscard]] std::string rates_text(const race_answer& a) {
    const race_plan& plan = a.plans.front();
    return fmt::format(
        "By the two rates alone, {} agreements a month of talks against {} shocks, an agreement "
        "would come first with {}: mu/(mu + lambda), if it were as likely in every month. Talks "
        "that wait for their deadline are not like that{}, so the chances above come from the "
        "days of the runs.",
        short_number(plan.settlement), short_number(plan.here.rate),
        per_cent(plan.here.closed_form), a.events.empty() ? "" : ", and events are left out");
}

/// How much worse a text may be that comes sooner, in chances alone.
[[nodiscard]] std::vector<std::string> worse_texts(const race_answer& a) {
    std::vector<std::string> lines;
    if (!all_played(a)) {
        return lines;
    }
    const race_outcome& slow = a.plans.front().here;
    for (std::size_t k = 1; k < a.plans.size(); ++k) {
        const race_plan& plan = a.plans[k];
        if (plan.here.before_collapse > slow.before_collapse && slow.before_collapse > 0) {
            lines.push_back(fmt::format(
                "{}: its text may be worth down to {} of what the talks as written gain, and is "
                "still no worse to expect (waiting aside).",
                plan.name, per_cent(slow.before_collapse / plan.here.before_collapse)));
        }
    }
    return lines;
}

/// The account in a few sentences; after a stop that comes first, and whom haste serves is left
/// out unless every plan was played.
[[nodiscard]] std::string summary_of(const race_answer& a) {
    std::string text = a.complete ? std::string() : sentence_on_stop(a);
    text += sentence_on_race(a);
    if (a.plans.front().runs == a.runs) {
        text += sentence_on_calm(a);
    }
    return all_played(a) ? text + " " + sentence_on_haste(a) : text;
}

}  // namespace
}  // namespace detail

report::document describe(const race_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    blocks.push_back(report::heading{"Talks against collapse: " + answer.scenario});
    if (answer.plans.empty()) {
        return text;
    }
    blocks.push_back(report::paragraph{detail::summary_of(answer)});
    blocks.push_back(detail::plans_table(answer));
    const bool played = answer.plans.front().runs == answer.runs;  // as written, all of it
    std::vector<std::string> lines = detail::worse_texts(answer);
    if (played) {
        lines.push_back(detail::rates_text(answer));
        blocks.push_back(report::bullets{std::move(lines)});
    }
    if (!answer.hazards.empty()) {
        blocks.push_back(detail::hazards_table(answer));
    }
    if (!answer.events.empty()) {
        blocks.push_back(detail::events_table(answer));
    }
    if (!answer.months.empty()) {
        blocks.push_back(detail::months_table(answer));
    }
    if (!answer.timing.empty() && !answer.timing.front().months.empty()) {
        blocks.push_back(report::paragraph{detail::sentence_on_timing(answer)});
        const report::table table = detail::timing_table(answer);
        if (!table.rows.empty()) {
            blocks.push_back(table);
        }
    }
    if (answer.plans.front().runs > 0 && !answer.plans.front().sweep.empty()) {
        blocks.push_back(detail::sweep_table(answer));
    }
    detail::add_framework(answer, blocks);
    blocks.push_back(report::note{fmt::format(
        "{}, {} talks, seed {}. In haste: concedes with shape {}{}. A collapse is worth no deal. "
        "What is "
        "on the table is read as if the others stood by their last offers: no more can be had. "
        "Rests on {}.",
        answer.scope.empty() ? "Every issue" : "Scope " + answer.scope,
        answer.talks == publicity::secret ? "secret" : "public", answer.seed,
        detail::short_number(answer.haste), detail::in_place_of_programs(answer),
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return text;
}

}  // namespace negotiation::question
