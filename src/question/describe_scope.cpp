#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/discount.hpp>
#include <negotiation/question/describe_scope.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] std::string scope_name(const std::string& name) {
    return name.empty() ? std::string("every issue") : name;
}

/// What a criterion compares.
[[nodiscard]] std::string criterion_text(const std::string& criterion) {
    const std::vector<std::pair<std::string, std::string>> texts{
        {"zone", "deals that suit everybody"},
        {"share", "their share of feasible deals"},
        {"product", "Nash product"},
        {"linked", "Nash product if the further issues have to move"},
        {"passing", "chance to pass at home"},
        {"passing_with_lines", "the same with public red lines"},
        {"spoilers", "twelve months without a spoiler's blow"},
        {"year", "twelve months without an end"},
        {"horizon", "the horizon without an end"},
        {"agreement", "talks that end in agreement"},
        {"time", "how soon talks end"},
        {"expected", "Nash product that passes and lasts twelve months"},
        {"overall", "the same, reached by talks"}};
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const auto& pair) { return pair.first == criterion; });
    return found == texts.end() ? criterion : found->second;
}

/// The better scope by a criterion, or nothing where that was not compared.
[[nodiscard]] std::string better_text(const scope_answer& a, const std::string& criterion) {
    for (const verdict_view& v : a.verdicts) {
        if (v.criterion == criterion) {
            return v.tied ? std::string("several are equally good")
                          : scope_name(v.scope) + " is better";
        }
    }
    return {};
}

[[nodiscard]] std::string scope_headline(const scope_answer& a) {
    std::vector<std::string> names;
    for (const scope_view& of : a.scopes) {
        names.push_back(scope_name(of.name));
    }
    std::string text = fmt::format("Compared: {}.", joined(names));
    const std::string expected = better_text(a, "expected");
    const std::string overall = better_text(a, "overall");
    const bool followed = std::any_of(a.scopes.begin(), a.scopes.end(),
                                      [](const auto& s) { return s.passing || s.lasting; });
    if (!expected.empty()) {
        text += fmt::format(" Once there is a deal, {}, by {}.", expected,
                            followed ? "what is left of the Nash product when the deal has passed "
                                       "at home and lasted a year"
                                     : "the Nash product");
    }
    if (!overall.empty()) {
        text += fmt::format(" Counting how often talks get to a deal, {}.", overall);
    }
    return text;
}

using cell = std::function<std::string(const scope_view&)>;

void add_row(const scope_answer& a, report::table& table, const std::string& name,
             const cell& text) {
    std::vector<std::string> row{name};
    bool some = false;
    for (const scope_view& of : a.scopes) {
        row.push_back(text(of));
        some = some || !row.back().empty();
    }
    if (some) {
        table.rows.push_back(std::move(row));
    }
}

[[nodiscard]] std::string emptiness(const std::optional<outcome_count>& count,
                                    const std::optional<bool>& empty) {
    return count ? grouped(*count) : !empty ? "not known" : *empty ? "none" : "some";
}

void add_deal_rows(const scope_answer& a, report::table& table) {
    add_row(a, table, "issues", [](const auto& s) { return std::to_string(s.issues.size()); });
    add_row(a, table, "feasible deals", [](const auto& s) { return grouped(s.feasible); });
    add_row(a, table, "deals that suit everybody",
            [](const auto& s) { return emptiness(s.zone, s.empty); });
    add_row(a, table, "  share", [](const auto& s) {
        return s.share ? fmt::format("{:.1f} %", 100 * *s.share) : std::string();
    });
    add_row(a, table, "  if the further issues must move", [](const auto& s) {
        return s.linked ? emptiness(s.linked->count, s.linked->empty) : std::string();
    });
    add_row(a, table, "Nash product", [](const auto& s) {
        return s.nash ? fmt::format("{:.6f}", s.nash->product) : std::string("-");
    });
    add_row(a, table, "  if the further issues must move", [](const auto& s) {
        return !s.linked           ? std::string()
               : s.linked->product ? fmt::format("{:.6f}", *s.linked->product)
                                   : std::string("-");
    });
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        add_row(a, table, a.parties[i] + " at the Nash deal", [i](const auto& s) {
            return s.nash ? number(s.nash->utilities[i]) : std::string("-");
        });
    }
}

void add_passing_rows(const scope_answer& a, report::table& table) {
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        add_row(a, table, "passes in " + a.parties[i], [i](const auto& s) {
            return s.passing ? number(s.passing->by_party[i]) : std::string();
        });
    }
    add_row(a, table, "passes everywhere",
            [](const auto& s) { return s.passing ? number(s.passing->joint) : std::string(); });
    add_row(a, table, "  with public red lines", [](const auto& s) {
        return s.passing ? number(s.passing->joint_with_lines) : std::string();
    });
}

void add_lasting_rows(const scope_answer& a, report::table& table) {
    const auto first =
        std::find_if(a.scopes.begin(), a.scopes.end(), [](const auto& s) { return s.lasting; });
    if (first == a.scopes.end()) {
        return;
    }
    for (std::size_t k = 0; k < first->lasting->threats.size(); ++k) {
        add_row(a, table, first->lasting->threats[k].name + " in a month", [k](const auto& s) {
            return s.lasting ? number(s.lasting->threats[k].monthly) : std::string();
        });
    }
    add_row(a, table, "12 months without a spoiler's blow", [](const auto& s) {
        return s.lasting && s.lasting->spoilers ? number(*s.lasting->spoilers) : std::string();
    });
    add_row(a, table, "12 months without an end",
            [](const auto& s) { return s.lasting ? number(s.lasting->year) : std::string(); });
    add_row(a, table,
            fmt::format("{:.0f} months likewise", first->lasting->horizon_days / *days_in("month")),
            [](const auto& s) { return s.lasting ? number(s.lasting->horizon) : std::string(); });
}

void add_talks_rows(const scope_answer& a, report::table& table) {
    add_row(a, table, "talks that agree", [](const auto& s) {
        return s.talks ? fmt::format("{} of {}", s.talks->agreed, s.talks->runs) : std::string();
    });
    add_row(a, table, "  rounds until the end", [](const auto& s) {
        return s.talks ? fmt::format("{:.1f}", s.talks->rounds) : std::string();
    });
    add_row(a, table, "  days until the end", [](const auto& s) {
        return s.talks ? fmt::format("{:.0f}", s.talks->days) : std::string();
    });
    add_row(a, table, "Nash product that passes and lasts", [](const auto& s) {
        return s.expected ? fmt::format("{:.6f}", *s.expected) : std::string("not known");
    });
    add_row(a, table, "  reached by talks", [](const auto& s) {
        return s.overall ? fmt::format("{:.6f}", *s.overall) : std::string();
    });
}

/// Parts of the table with a rule between those that have rows.
[[nodiscard]] report::table scopes_table(const scope_answer& a) {
    report::table table;
    table.columns = {{"", report::alignment::left}};
    for (const scope_view& of : a.scopes) {
        table.columns.push_back({scope_name(of.name), report::alignment::right});
    }
    for (const auto add : {add_deal_rows, add_passing_rows, add_lasting_rows, add_talks_rows}) {
        report::table part;
        add(a, part);
        if (!part.rows.empty() && !table.rows.empty()) {
            table.rows.emplace_back();
        }
        table.rows.insert(table.rows.end(), part.rows.begin(), part.rows.end());
    }
    return table;
}

[[nodiscard]] std::string linkage_text(const scope_answer& a) {
    std::vector<std::string> parts;
    for (const scope_view& of : a.scopes) {
        if (of.linked) {
            parts.push_back(fmt::format("{} beyond {}: {}", scope_name(of.name),
                                        scope_name(of.linked->beyond), joined(of.linked->extra)));
        }
    }
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text.empty()
               ? text
               : "Further issues are those of " + text +
                     ". A scope that contains another has all of its deals, so by the Nash product "
                     "alone no number makes the narrower one better.";
}

void add_verdicts(const scope_answer& a, std::vector<report::block>& into) {
    into.push_back(report::heading{"Which is better, by what", 2});
    report::table table;
    table.columns = {{"by", report::alignment::left}, {"better", report::alignment::left}};
    for (const verdict_view& v : a.verdicts) {
        table.rows.push_back(
            {criterion_text(v.criterion), v.tied ? std::string("equal") : scope_name(v.scope)});
    }
    into.push_back(std::move(table));
}

[[nodiscard]] std::string flip_text(const flip_view& f) {
    return fmt::format("{}: {} instead of {} ({:+.1f} %) makes {} better than {}, by {}.", f.path,
                       number(f.changed), number(f.value), 100 * (f.changed / f.value - 1),
                       scope_name(f.to), scope_name(f.from), criterion_text(f.criterion));
}

void add_flips(const scope_answer& a, std::vector<report::block>& into) {
    constexpr std::size_t shown_flips = 8;
    into.push_back(report::heading{"What would make another one better", 2});
    if (a.tried == 0) {
        into.push_back(report::paragraph{"No assumed number was changed."});
        return;
    }
    const std::string how =
        fmt::format("{} changed one at a time by up to {:.0f} %, {} looked at",
                    counted(a.tried, "assumed number was", "assumed numbers were"), 100 * a.spread,
                    counted(a.evaluations, "world", "worlds"));
    const std::string rest =
        a.complete ? "" : " Not all could be looked at: the search used all it may.";
    if (a.flips.empty()) {
        into.push_back(report::paragraph{how + ": none makes another scope better." + rest});
        return;
    }
    into.push_back(report::paragraph{how + "; the nearest that change a verdict:" + rest});
    report::bullets list;
    for (std::size_t k = 0; k < a.flips.size() && k < shown_flips; ++k) {
        list.items.push_back(flip_text(a.flips[k]));
    }
    if (a.flips.size() > shown_flips) {
        list.items.push_back(fmt::format("and {} more.", a.flips.size() - shown_flips));
    }
    into.push_back(std::move(list));
}

/// Dates of events are those of the talks' first day, and how long talks and steps take is not
/// asked.
[[nodiscard]] std::string events_text(const scope_answer& a) {
    const bool dated = std::any_of(a.scopes.begin(), a.scopes.end(), [](const scope_view& of) {
        return of.lasting && of.lasting->events > 0;
    });
    return dated ? ", as if that were the first day of the talks, from which dates of events count"
                 : "";
}

}  // namespace
}  // namespace detail

report::document describe(const scope_answer& answer) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{answer.scenario + ": narrow or broad", 1});
    blocks.push_back(report::paragraph{detail::scope_headline(answer)});
    if (!answer.refused.empty()) {
        blocks.push_back(report::note{"Not everything could be computed. " + answer.refused});
    }
    blocks.push_back(detail::scopes_table(answer));
    if (const std::string text = detail::linkage_text(answer); !text.empty()) {
        blocks.push_back(report::paragraph{text});
    }
    detail::add_verdicts(answer, blocks);
    detail::add_flips(answer, blocks);
    const bool played = std::any_of(answer.scopes.begin(), answer.scopes.end(),
                                    [](const scope_view& of) { return of.talks.has_value(); });
    blocks.push_back(report::note{fmt::format(
        "This rests on {}. Lasting is counted from the day on which the deal has been carried "
        "out{}{}.",
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers),
        detail::events_text(answer),
        played ? fmt::format("; talks were played with seed {}", answer.seed) : std::string())});
    return {std::move(blocks)};
}

}  // namespace negotiation::question
