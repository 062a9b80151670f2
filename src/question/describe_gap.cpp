#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_gap.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] std::string gap_headline(const gap_answer& a) {
    const std::string all = everybody(a.parties.size());
    if (!a.open) {
        return "Whether there is a gap is not known.";
    }
    if (*a.open) {
        return fmt::format("There is no gap: some deal suits {} without any payment.", all);
    }
    if (!a.outsider.least) {
        return "No payment closes the gap: the red lines that bind leave no deal to pay for.";
    }
    return fmt::format(
        "There is a gap: no deal suits {}. The one that is cheapest to pay for falls {} of value "
        "short of what they need.",
        all, number(a.outsider.least->total));
}

[[nodiscard]] std::string gap_table_text(const gap_answer& a) {
    std::vector<std::string> bound;
    for (const named_line& line : a.red_lines) {
        if (line.binds) {
            bound.push_back(line_text(line));
        }
    }
    return fmt::format(
        "On the table: {}. The talks are {}; {}{}.", scope_text(a.scope),
        a.talks == publicity::secret ? "secret" : "public", a.red_lines_chosen ? "by choice " : "",
        bound.empty()
            ? std::string("no red line binds")
            : counted(bound.size(), "red line binds", "red lines bind") + ", " + joined(bound));
}

[[nodiscard]] std::string payer_name(const payer_view& who) {
    return who.party.empty() ? std::string("somebody outside") : who.party;
}

/// All payers, whoever is outside first.
[[nodiscard]] std::vector<const payer_view*> payers_of(const gap_answer& a) {
    std::vector<const payer_view*> all{&a.outsider};
    for (const payer_view& who : a.insiders) {
        all.push_back(&who);
    }
    return all;
}

[[nodiscard]] report::table payers_table(const gap_answer& a) {
    report::table table;
    table.columns = {{"paid by", report::alignment::left}};
    for (const gap_party& who : a.parties) {
        table.columns.push_back({"to " + who.name, report::alignment::right});
    }
    table.columns.push_back({"in all", report::alignment::right});
    for (const payer_view* who : payers_of(a)) {
        std::vector<std::string> row{payer_name(*who)};
        if (!who->least) {
            row.insert(row.end(), a.parties.size(), "-");
            row.emplace_back(who->known ? "cannot" : "not known");
        } else {
            for (const double amount : who->least->amounts) {
                row.push_back(amount > 0 ? number(amount) : std::string("-"));
            }
            row.push_back(number(who->least->total));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// "Iran 12.5 $bn, more than its levels go".
[[nodiscard]] std::string money_text(const gap_answer& a, const payment_view& paid,
                                     const money_view& in) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        if (paid.amounts[i] > 0) {
            parts.push_back(in.amounts[i] ? fmt::format("{} gets {:.1f} {}", a.parties[i].name,
                                                        *in.amounts[i], in.unit)
                                          : a.parties[i].name + " has no price");
        }
    }
    return fmt::format("Priced by {}: {}{}.", in.issue, joined(parts),
                       in.beyond ? "; that is more than its levels go, so their last slope was "
                                   "drawn on"
                                 : "");
}

void add_money(const gap_answer& a, std::vector<report::block>& into) {
    report::bullets list;
    for (const money_view& in : a.outsider.least->money) {
        list.items.push_back(money_text(a, *a.outsider.least, in));
    }
    if (list.items.empty()) {
        into.push_back(
            report::paragraph{"No issue of the scenario is in money, so payments have no price."});
        return;
    }
    into.push_back(report::paragraph{
        "In money, paid from outside, each by what more of one issue would be worth to whoever is "
        "paid:"});
    into.push_back(std::move(list));
}

/// Deals that somebody would pay for, each once, with who would.
[[nodiscard]] std::vector<std::pair<std::string, const payment_view*>> deals_paid_for(
    const gap_answer& a) {
    std::vector<std::pair<std::string, const payment_view*>> columns;
    for (const payer_view* who : payers_of(a)) {
        if (!who->least) {
            continue;
        }
        const auto same = std::find_if(columns.begin(), columns.end(), [&](const auto& column) {
            return column.second->outcome == who->least->outcome;
        });
        if (same == columns.end()) {
            columns.emplace_back(payer_name(*who), &*who->least);
        } else {
            same->first += ", " + payer_name(*who);
        }
    }
    return columns;
}

[[nodiscard]] report::table paid_deals_table(const gap_answer& a) {
    const auto columns = deals_paid_for(a);
    report::table table;
    table.columns = {{"cheapest for", report::alignment::left}};
    for (const auto& column : columns) {
        table.columns.push_back({column.first, report::alignment::right});
    }
    for (std::size_t k = 0; k < columns.front().second->outcome.size(); ++k) {
        std::vector<std::string> row{columns.front().second->outcome[k].issue};
        for (const auto& column : columns) {
            row.push_back(to_string(column.second->outcome[k].option));
        }
        table.rows.push_back(std::move(row));
    }
    table.rows.emplace_back();
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        std::vector<std::string> row{
            fmt::format("{} (needs {})", a.parties[i].name, number(a.parties[i].no_deal.value))};
        for (const auto& column : columns) {
            row.push_back(number(column.second->values[i]));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_payments(const gap_answer& a, std::vector<report::block>& into) {
    if (a.open != false || !a.outsider.least) {
        return;
    }
    into.push_back(report::heading{"What would close it", 2});
    into.push_back(payers_table(a));
    into.push_back(report::paragraph{
        "Payments in value. Whoever pays at the table gives up as much value as the other gets and "
        "keeps what no deal gives it: that compares values of different parties. Somebody outside "
        "pays at no cost to anybody at the table."});
    add_money(a, into);
    into.push_back(paid_deals_table(a));
}

[[nodiscard]] std::string channel_text(const channel_gap& of) {
    if (!of.known) {
        return "what is missing is not known";
    }
    if (!of.total) {
        return "red lines leave no deal, whatever is paid";
    }
    return *of.total > 0 ? number(*of.total) + " is missing" : std::string("nothing is missing");
}

void add_red_lines(const gap_answer& a, std::vector<report::block>& into) {
    into.push_back(report::heading{"What red lines make of it", 2});
    report::bullets list;
    list.items.push_back("In the back channel " + channel_text(a.in_back_channel) + ".");
    list.items.push_back("In public " + channel_text(a.in_public) + ".");
    for (const auto& set : a.conflicts) {
        std::vector<std::string> lines;
        for (const named_line& line : set) {
            lines.push_back(line_text(line));
        }
        list.items.push_back(fmt::format("No payment opens a red line: the {} of {} {} no deal.",
                                         set.size() == 1 ? "red line" : "red lines", joined(lines),
                                         set.size() == 1 ? "alone leaves" : "together leave"));
    }
    if (!a.conflicts_complete) {
        list.items.push_back("There may be more such sets: not all could be tried.");
    }
    if (a.bridge) {
        list.items.push_back(fmt::format(
            "The bridge: if {} allowed {} = {}, with every other red line binding, a deal worth {} "
            "would come back without any payment.",
            a.bridge->line.party, a.bridge->line.issue, to_string(a.bridge->option),
            numbers_text(a.bridge->utilities)));
    }
    into.push_back(std::move(list));
}

[[nodiscard]] std::string closing_text(const gap_party& who) {
    const double value = who.no_deal.value;
    const std::string assumed = who.no_deal.assumed ? " (assumed)" : "";
    if (!who.margin_known) {
        return fmt::format("{}: how far {}{} may move is not known.", who.name, number(value),
                           assumed);
    }
    if (!who.margin) {
        return fmt::format("{}: however far its {}{} fell, there would be no deal.", who.name,
                           number(value), assumed);
    }
    return *who.margin < value
               ? fmt::format("{}: {}{} would have to fall to {}, by {}.", who.name, number(value),
                             assumed, number(*who.margin), number(value - *who.margin))
               : fmt::format("{}: {}{} could rise to {}, by {}, before there is a gap.", who.name,
                             number(value), assumed, number(*who.margin),
                             number(*who.margin - value));
}

void add_reservations(const gap_answer& a, std::vector<report::block>& into) {
    into.push_back(report::heading{"What reservation values make of it", 2});
    report::bullets list;
    for (const gap_party& who : a.parties) {
        list.items.push_back(closing_text(who));
    }
    into.push_back(std::move(list));
}

void add_carrying_out(const gap_answer& a, std::vector<report::block>& into) {
    if (!a.carrying) {
        return;
    }
    into.push_back(report::heading{"A guarantee", 2});
    const std::string which =
        a.open == true ? "The Nash deal" : "The deal that is cheapest to pay for";
    if (a.carrying->feasible) {
        into.push_back(
            report::paragraph{which + " can be carried out at the beliefs of the file: nobody has "
                                      "to guarantee anything."});
        return;
    }
    std::vector<std::string> parts;
    for (const assurance_view& lack : a.carrying->lacks) {
        parts.push_back(fmt::format(
            "{} believes {} where {} is needed ({:.0f} % of its losses made "
            "good would do)",
            lack.party, number(lack.belief), number(lack.needed), 100 * lack.guarantee));
    }
    into.push_back(report::paragraph{fmt::format(
        "{}, payments aside, cannot be carried out at the beliefs of the file. In the order that "
        "misses by least {}. This rests on {}.",
        which, parts.empty() ? std::string("somebody is better off stopping") : joined(parts),
        basis_text(a.carrying->assumed_numbers, a.unsourced_numbers))});
}

}  // namespace
}  // namespace detail

report::document describe(const gap_answer& answer) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{
        answer.scope.empty() ? answer.scenario : answer.scenario + ": " + answer.scope, 1});
    blocks.push_back(report::paragraph{detail::gap_headline(answer)});
    blocks.push_back(report::paragraph{detail::gap_table_text(answer)});
    if (answer.expects) {
        blocks.push_back(report::paragraph{detail::expectation_text(*answer.expects)});
    }
    if (!answer.refused.empty()) {
        blocks.push_back(report::note{"Not everything could be computed. " + answer.refused});
    }
    detail::add_payments(answer, blocks);
    detail::add_red_lines(answer, blocks);
    detail::add_reservations(answer, blocks);
    detail::add_carrying_out(answer, blocks);
    blocks.push_back(report::note{
        fmt::format("This rests on {}. Values are before risk attitude.",
                    detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return {std::move(blocks)};
}

}  // namespace negotiation::question
