#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/question/describe_life.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// A number of per cent below 0.1 in three digits that count, others with so many decimals.
[[nodiscard]] std::string fine(double value, int decimals) {
    if (value > 0 && value < 0.1) {
        decimals = 2 - static_cast<int>(std::floor(std::log10(value)));
    }
    return fmt::format("{:.{}f}", value, decimals);
}

/// Shares of lives as people say them.
[[nodiscard]] std::string percent(double share) {
    const double value = 100 * share;
    return fine(value, value > 0 && value < 1 ? 2 : 1) + " %";
}

[[nodiscard]] std::string interval_text(const proportion& of) {
    return fmt::format("{} to {} %", fine(100 * of.low, 2), fine(100 * of.high, 2));
}

[[nodiscard]] std::string years(double days) {
    return fmt::format("{:.3g} years", days / *days_in("year"));
}

[[nodiscard]] std::string months(double days) {
    return fmt::format("{:.1f}", days / *days_in("month"));
}

/// What public red lines do at home.
[[nodiscard]] std::string sentence_on_lines(const life_answer& a) {
    const auto share = [&](std::size_t k) { return percent((*a.without_lines)[k].share); };
    return fmt::format(
        "At home public red lines count. Did those who hold them not vote by them, {} would pass, "
        "{} be carried out, and {} still stand.",
        share(2), share(3), share(4));
}

/// What became of all of them, in one sentence.
[[nodiscard]] std::string sentence_on_lives(const life_answer& a) {
    const auto share = [&](std::size_t k) { return percent(a.stages[k].reached.share); };
    const std::string first = a.runs < a.planned ? fmt::format("Of {} worlds (stopped before {})",
                                                               grouped(a.runs), grouped(a.planned))
                                                 : fmt::format("Of {} worlds", grouped(a.runs));
    return fmt::format(
        "{} {} come to a signature, {} pass at home, {} are carried out, and in {} the deal still "
        "stands {} after signature.",
        first, share(1), share(2), share(3), share(4), years(a.horizon));
}

[[nodiscard]] report::table stages_table(const life_answer& a) {
    report::table table;
    table.caption = "How far they come:";
    table.columns = {{"stage", report::alignment::left},
                     {"reached", report::alignment::right},
                     {"95 % interval", report::alignment::right},
                     {"months, median", report::alignment::right},
                     {"nine in ten by", report::alignment::right}};
    for (const stage_view& one : a.stages) {
        table.rows.push_back({one.name == "talks" ? "talks end" : one.name,
                              percent(one.reached.share), interval_text(one.reached),
                              one.times ? months(one.times->median) : "-",
                              one.times ? months(one.times->p90) : "-"});
    }
    return table;
}

/// Whether worlds that come to some stage come there sooner than those that came to one before.
[[nodiscard]] bool later_is_sooner(const life_answer& a) {
    const life::waiting_time* before = nullptr;
    for (const stage_view& one : a.stages) {
        if (one.times) {
            if (before && (one.times->median < before->median || one.times->p90 < before->p90)) {
                return true;
            }
            before = &*one.times;
        }
    }
    return false;
}

[[nodiscard]] report::table causes_table(const life_answer& a) {
    report::table table;
    table.caption = "What ends them:";
    table.columns = {{"during", report::alignment::left},
                     {"cause", report::alignment::left},
                     {"of all worlds", report::alignment::right}};
    for (const cause_view& one : a.causes) {
        table.rows.push_back({one.stage, one.cause, percent(one.share)});
    }
    return table;
}

[[nodiscard]] report::table values_table(const life_answer& a) {
    report::table table;
    table.caption = "What they have in the end, on average:";
    table.columns = {{"party", report::alignment::left},
                     {"value", report::alignment::right},
                     {"95 % interval", report::alignment::right},
                     {"without talks", report::alignment::right},
                     {"talks are worth", report::alignment::right}};
    for (const value_view& one : a.values) {
        table.rows.push_back({one.party, number(one.value.mean),
                              number(one.value.low) + " to " + number(one.value.high),
                              number(one.value.no_talks),
                              change(one.value.mean - one.value.no_talks)});
    }
    return table;
}

/// How often assumptions were drawn, and whether that is all that was asked for.
[[nodiscard]] std::string draws_text(const sampled_view& s) {
    const std::string times = s.samples < s.planned
                                  ? fmt::format("stopped after {} of {}", grouped(s.samples),
                                                counted(s.planned, "draw", "draws"))
                                  : counted(s.samples, "time", "times");
    return fmt::format("Assumed numbers drawn anew, {}, within {:.0f} % of themselves", times,
                       100 * s.spread);
}

[[nodiscard]] report::table sampled_table(const life_answer& a) {
    constexpr std::size_t least_draws = 20;  // fewer have no nine in ten
    report::table table;
    table.caption = draws_text(*a.sampled) + ":";
    table.columns = {
        {"", report::alignment::left},
        {"mean", report::alignment::right},
        {a.sampled->samples < least_draws ? "from least to greatest" : "nine in ten draws",
         report::alignment::right}};
    for (std::size_t k = 1; k < a.stages.size(); ++k) {
        const spread_view& s = a.sampled->stages[k];
        table.rows.push_back({a.stages[k].name, percent(s.mean),
                              fmt::format("{} to {}", percent(s.low), percent(s.high))});
    }
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        const spread_view& s = a.sampled->talks_worth[i];
        table.rows.push_back({"talks are worth to " + a.values[i].party, change(s.mean),
                              fmt::format("{} to {}", change(s.low), change(s.high))});
    }
    return table;
}

/// One line a day on which something happened.
[[nodiscard]] report::bullets story_lines(const story& told) {
    report::bullets list;
    std::string last;
    for (const story_line& line : told.lines) {
        const std::string day = fmt::format("Day {:.0f}", line.days);
        if (day == last) {
            list.items.back() += " " + line.text;
        } else {
            list.items.push_back(day + ": " + line.text);
        }
        last = day;
    }
    return list;
}

[[nodiscard]] std::string talks_text(const life_answer& a) {
    if (a.each) {
        return "Every world plays talks of its own.";
    }
    const std::string drawn =
        a.played_in_secret > 0 && a.played_in_public > 0
            ? fmt::format(
                  "{} played in secret, of which {} agree, and, for what follows a leak, {} "
                  "that leak at once, of which {} agree",
                  grouped(a.played_in_secret), grouped(a.agreed_in_secret),
                  grouped(a.played_in_public), grouped(a.agreed_in_public))
            : fmt::format("{} played beforehand, of which {} agree",
                          grouped(a.played_in_secret + a.played_in_public),
                          grouped(a.agreed_in_secret + a.agreed_in_public));
    return fmt::format(
        "Every world draws its talks from {}, on {}; {} of worlds leak. Intervals are "
        "those of the worlds, given these talks.",
        drawn, counted(a.deals, "different deal", "different deals"), percent(a.leaked));
}

[[nodiscard]] std::string notes_on_lives(const life_answer& a) {
    std::string text = talks_text(a);
    text += a.cautious ? " Parties stop where they trust too little to go on."
                       : " Trustworthy parties start and go on whatever they believe.";
    if (!a.proven_orders) {
        text += " Some orders of steps are the best found, not proven.";
    }
    if (a.outlasts_horizon) {
        text += " Deals that are carried out later than that are looked at until they are.";
    }
    if (!a.left_out.empty()) {
        text += fmt::format(" This scenario has no {}.", fmt::join(a.left_out, "; no "));
    }
    return text + fmt::format(" Seed {}. Rests on {}.", a.seed,
                              basis_text(a.assumed_numbers, a.unsourced_numbers));
}

/// Who stood for the deals, and for how many of them.
[[nodiscard]] report::bullets surety_lines(const life_answer& a) {
    report::bullets list;
    for (const surety_view& one : a.sureties) {
        list.items.push_back(fmt::format(
            "{} {}: in force in {} of {}{}.", one.mediator, one.what, grouped(one.in_force),
            counted(a.deals, "deal", "deals"),
            one.idle.empty() ? "" : (one.in_force == 0 ? ": " : "; of others ") + one.idle));
    }
    return list;
}

}  // namespace
}  // namespace detail

report::document describe(const life_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    blocks.push_back(report::heading{"Does it live? " + answer.scenario + ", " +
                                     detail::scope_text(answer.scope)});
    if (answer.runs == 0) {
        blocks.push_back(report::paragraph{"Stopped before any life had been lived."});
        return text;
    }
    blocks.push_back(report::paragraph{detail::sentence_on_lives(answer)});
    if (answer.without_lines) {
        blocks.push_back(report::paragraph{detail::sentence_on_lines(answer)});
    }
    blocks.push_back(detail::stages_table(answer));
    if (detail::later_is_sooner(answer)) {
        blocks.push_back(report::note{
            "Times are those of the worlds that come to a stage. Where they are shorter at a later "
            "one, the worlds that go on are mostly those that were quick."});
    }
    blocks.push_back(detail::causes_table(answer));
    blocks.push_back(detail::values_table(answer));
    if (!answer.sureties.empty()) {
        blocks.push_back(detail::surety_lines(answer));
    }
    if (answer.sampled && answer.sampled->samples > 0) {
        blocks.push_back(detail::sampled_table(answer));
    } else if (answer.sampled) {
        blocks.push_back(report::paragraph{detail::draws_text(*answer.sampled) + "."});
    }
    if (answer.told) {
        blocks.push_back(report::paragraph{
            fmt::format("One of them, world {} ({}):", detail::grouped(answer.told->number),
                        answer.told->why_this)});
        blocks.push_back(detail::story_lines(*answer.told));
    }
    blocks.push_back(report::note{detail::notes_on_lives(answer)});
    return text;
}

}  // namespace negotiation::question
