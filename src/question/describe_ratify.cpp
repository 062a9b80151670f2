#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_ratify.hpp>

#include "question/surge_tables.hpp"
#include "question/synergy_tables.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Parties with a chamber at home, or those without any.
[[nodiscard]] std::vector<std::string> parties_that(bool ratify, const ratify_answer& a) {
    std::vector<std::string> names;
    for (const std::string& name : a.parties) {
        const auto& chambers = a.deals.front().chambers;
        const bool has = std::any_of(chambers.begin(), chambers.end(),
                                     [&](const chamber_view& c) { return c.party == name; });
        if (has == ratify) {
            names.push_back(name);
        }
    }
    return names;
}

[[nodiscard]] std::string homes_word(const ratify_answer& a) {
    const std::vector<std::string> voting = parties_that(true, a);
    if (voting.size() < a.parties.size()) {
        return fmt::format("in the {} of {}", voting.size() == 1 ? "home" : "homes",
                           joined(voting));
    }
    return voting.size() == 1 ? "at home" : voting.size() == 2 ? "in both homes" : "in all homes";
}

/// Whose homes nobody asks.
[[nodiscard]] std::string unasked_homes(const ratify_answer& a) {
    const std::vector<std::string> others = parties_that(false, a);
    if (others.empty()) {
        return "";
    }
    return fmt::format(" {} {} no chamber in this file: whatever is signed passes there.",
                       joined(others), others.size() == 1 ? "has" : "have");
}

[[nodiscard]] std::string verdict_on_passage(const ratify_answer& a) {
    if (a.deals.empty()) {
        return "There is no deal to bring home.";
    }
    const auto best = std::max_element(
        a.deals.begin(), a.deals.end(),
        [](const auto& x, const auto& y) { return x.joint.probability < y.joint.probability; });
    std::string text = fmt::format("{}{} passes {} with a probability of {}",
                                   a.deals.size() > 1 ? "Likeliest of these deals, " : "",
                                   best->name, homes_word(a), number(best->joint.probability));
    if (a.talks == publicity::secret) {
        text += fmt::format(", and with {} if those who stand by public red lines vote by them",
                            number(best->joint.red_lines_on));
    }
    text += ".";
    if (best->bottleneck) {
        const chamber_view& least = best->chambers[*best->bottleneck];
        text += fmt::format(" The least likely to ratify is {} ({}), {}.", least.name, least.party,
                            number(least.chance.probability));
    }
    return text + unasked_homes(a);
}

[[nodiscard]] report::table deals_at_home(const ratify_answer& a) {
    report::table table;
    table.caption = "The chance to pass:";
    table.columns = {{"deal", report::alignment::left}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"together", report::alignment::right});
    table.columns.push_back({"without a mood", report::alignment::right});
    if (a.talks == publicity::secret) {
        table.columns.push_back({"red lines on", report::alignment::right});
    }
    table.columns.push_back({"bottleneck", report::alignment::left});
    for (const spoiler_view& s : a.deals.front().spoilers) {
        table.columns.push_back({s.name + " a month", report::alignment::right});
    }
    const std::vector<std::string> unasked = parties_that(false, a);
    for (const ratified_deal& d : a.deals) {
        std::vector<std::string> row{d.name};
        for (std::size_t i = 0; i < a.parties.size(); ++i) {
            const bool asked =
                std::find(unasked.begin(), unasked.end(), a.parties[i]) == unasked.end();
            row.push_back(asked ? number(d.homes[i].probability) : "no chamber");
        }
        row.push_back(number(d.joint.probability));
        row.push_back(number(d.joint.independent));
        if (a.talks == publicity::secret) {
            row.push_back(number(d.joint.red_lines_on));
        }
        row.push_back(d.bottleneck ? d.chambers[*d.bottleneck].name : "none");
        for (const spoiler_view& s : d.spoilers) {
            row.push_back(number(s.hazard_per_month));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

[[nodiscard]] std::string rule_words(const chamber_view& c) {
    if (!c.follows.empty()) {
        return "as " + c.follows;
    }
    switch (c.decides.kind) {
        case ratification::rule_kind::quota:
            return fmt::format("{} of {} in favour", grouped(c.supporters), grouped(c.votes));
        case ratification::rule_kind::disapproval:
            return fmt::format("unless {} of {} against", grouped(c.decides.votes),
                               grouped(c.votes));
        case ratification::rule_kind::unanimity:
            return c.votes == 1 ? "its one member" : fmt::format("all {}", grouped(c.votes));
        case ratification::rule_kind::leader:
            return "one person";
    }
    return "";
}

[[nodiscard]] report::table chambers_table(const ratify_answer& a, const ratified_deal& d) {
    report::table table;
    table.columns = {
        {"chamber", report::alignment::left}, {"of", report::alignment::left},
        {"rule", report::alignment::left},    {"votes expected", report::alignment::right},
        {"chance", report::alignment::right}, {"without a mood", report::alignment::right}};
    if (a.talks == publicity::secret) {
        table.columns.push_back({"red lines on", report::alignment::right});
    }
    for (const chamber_view& c : d.chambers) {
        table.rows.push_back({c.name, c.party, rule_words(c),
                              c.follows.empty() ? fmt::format("{:.1f}", c.expected) : "",
                              number(c.chance.probability), number(c.chance.independent)});
        if (a.talks == publicity::secret) {
            table.rows.back().push_back(number(c.chance.red_lines_on));
        }
    }
    return table;
}

/// "47 Democrats and 20 US hardliners, who lack 0.0050 each".
[[nodiscard]] std::string votes_text(const coalition_view& of) {
    std::vector<std::string> parts;
    for (const vote_price& v : of.votes) {
        parts.push_back(
            fmt::format("{} {}{}", grouped(v.votes), v.faction,
                        v.price > 0 ? fmt::format(" (each lacks {})", number(v.price)) : ""));
    }
    return joined(parts);
}

void add_prices(const ratified_deal& d, std::vector<report::block>& into) {
    report::bullets list;
    for (const chamber_view& c : d.chambers) {
        if (!c.follows.empty()) {
            continue;
        }
        if (!c.coalition) {
            list.items.push_back(
                fmt::format("{}: red lines leave too few votes to carry it at any price.", c.name));
        } else if (c.coalition->price > 0) {
            list.items.push_back(fmt::format("{}: the cheapest {} are {}; {} of value in all.",
                                             c.name, counted(c.supporters, "vote", "votes"),
                                             votes_text(*c.coalition), number(c.coalition->price)));
        }
    }
    if (list.items.empty()) {
        into.push_back(report::paragraph{
            "No vote has to be won: every chamber has enough factions that find the deal worth "
            "their threshold."});
        return;
    }
    into.push_back(report::paragraph{"What the missing votes would cost:"});
    into.push_back(std::move(list));
}

void add_spoilers(const ratified_deal& d, std::vector<report::block>& into) {
    report::bullets list;
    for (const spoiler_view& s : d.spoilers) {
        list.items.push_back(fmt::format(
            "{}: the deal is worth {} to it, {} the {} from which it would rather leave it alone. "
            "It strikes ({}) with a probability of {} a month; the deal outlives twelve months "
            "of that with {}.",
            s.name, number(s.utility), s.utility < s.reservation ? "below" : "not below",
            number(s.reservation), s.hazard, number(s.hazard_per_month),
            number(s.survival_12_months)));
    }
    if (!list.items.empty()) {
        into.push_back(report::paragraph{"Who might wreck it:"});
        into.push_back(std::move(list));
    }
}

void add_ratified(const ratify_answer& a, std::size_t place, std::vector<report::block>& into) {
    const ratified_deal& d = a.deals[place];
    into.push_back(report::heading{d.name, 2});
    for (std::size_t k = 0; k < place; ++k) {
        if (a.deals[k].outcome == d.outcome) {
            into.push_back(report::paragraph{"The same deal as " + a.deals[k].name + "."});
            return;
        }
    }
    if (!d.feasible) {
        into.push_back(
            report::paragraph{"This cannot be written into one text: it breaks a "
                              "constraint (see negotiate value)."});
    } else if (!d.acceptable) {
        into.push_back(report::paragraph{"Not every party would sign it (see negotiate value)."});
    }
    into.push_back(chambers_table(a, d));
    add_prices(d, into);
    add_synergies(a, d, into);
    add_spoilers(d, into);
}

void add_win_sets(const ratify_answer& a, std::vector<report::block>& into) {
    const bool some = std::any_of(a.win_sets.begin(), a.win_sets.end(),
                                  [](const win_set_view& w) { return w.deals > 0; });
    if (!some) {
        return;
    }
    into.push_back(report::heading{"What could be signed", 2});
    report::table table;
    table.caption = fmt::format("Deals that pass with a probability of {} or more (the win-sets):",
                                number(a.level));
    table.columns = {{"deals", report::alignment::left},
                     {"public red lines", report::alignment::left},
                     {"number", report::alignment::right}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"together", report::alignment::right});
    for (const win_set_view& w : a.win_sets) {
        table.rows.push_back({w.range, w.red_lines_on ? "on" : "off", grouped(w.deals)});
        for (const std::uint64_t n : w.by_home) {
            table.rows.back().push_back(grouped(n));
        }
        table.rows.back().push_back(grouped(w.joint));
    }
    into.push_back(std::move(table));
}

[[nodiscard]] std::string terms_of_passage(const ratify_answer& a) {
    return fmt::format(
        "A mood of the day moves all members of a home at once; without it chances come out too "
        "close to 0 and 1. {}{}Prices and chances rest on {}.",
        a.talks == publicity::secret
            ? "The talks are secret: public red lines count only where they are said to be on. "
            : "The talks are public: public red lines count. ",
        a.alternative.empty()
            ? ""
            : fmt::format("Chambers decide by '{}' where they can. ", a.alternative),
        basis_text(a.assumed_numbers, a.unsourced_numbers));
}

}  // namespace
}  // namespace detail

report::document describe(const ratify_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    blocks.push_back(report::heading{"Does it pass at home: " + answer.scenario +
                                     (answer.scope.empty() ? "" : ": " + answer.scope)});
    blocks.push_back(report::paragraph{detail::verdict_on_passage(answer)});
    if (!answer.deals.empty()) {
        blocks.push_back(detail::deals_at_home(answer));
    }
    for (std::size_t k = 0; k < answer.deals.size(); ++k) {
        detail::add_ratified(answer, k, blocks);
    }
    detail::add_win_sets(answer, blocks);
    if (answer.surge) {
        detail::add_surge(*answer.surge, answer, blocks);
    }
    if (!answer.refused.empty()) {
        blocks.push_back(report::note{answer.refused});
    }
    blocks.push_back(report::note{detail::terms_of_passage(answer)});
    return text;
}

}  // namespace negotiation::question
