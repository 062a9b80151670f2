#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_value.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] std::vector<std::string> rejecting(const valued_deal& d) {
    std::vector<std::string> names;
    for (const party_worth& worth : d.parties) {
        if (!worth.accepts) {
            names.push_back(worth.name);
        }
    }
    return names;
}

[[nodiscard]] std::string verdict(const valued_deal& d) {
    if (!d.feasible) {
        std::vector<std::string> names;
        for (const std::string& name : d.violated) {
            names.push_back("'" + name + "'");
        }
        return fmt::format("This cannot be written into one text: it breaks {}.",
                           names.empty() ? std::string("the scope") : joined(names));
    }
    const auto names = rejecting(d);
    std::string text = names.empty() ? fmt::format("Accepted by {}", everybody(d.parties.size()))
                                     : "Rejected by " + joined(names);
    if (!d.efficient) {
        return text + ".";
    }
    return text + (*d.efficient ? "; efficient: nobody can do better without someone doing worse."
                                : "; not efficient: another deal is better for someone and worse "
                                  "for nobody.");
}

void add_reasons(const valued_deal& d, std::vector<report::block>& into) {
    report::bullets list;
    for (const party_worth& worth : d.parties) {
        if (worth.short_by > 0) {
            list.items.push_back(
                fmt::format("{}: worth {} less than no deal.", worth.name, number(worth.short_by)));
        } else if (!worth.accepts && worth.crossed.empty()) {
            list.items.push_back(worth.name + ": worth less than no deal.");
        }
        for (const named_line& line : worth.crossed) {
            list.items.push_back(fmt::format("{}: crosses its {} red line on {}, {}.", line.party,
                                             line.is_public ? "public" : "private", line.issue,
                                             line.binds ? "which binds"
                                             : line.is_public
                                                 ? "which does not bind here but comes back at home"
                                                 : "which was chosen not to bind"));
        }
    }
    if (!list.items.empty()) {
        into.push_back(std::move(list));
    }
}

[[nodiscard]] report::table agents_table(const value_answer& a, const valued_deal& d) {
    report::table table;
    table.columns = {{"", report::alignment::left},
                     {"utility", report::alignment::right},
                     {"no deal", report::alignment::right},
                     {"gain", report::alignment::right},
                     {"", report::alignment::left}};
    for (std::size_t i = 0; i < d.parties.size(); ++i) {
        const party_worth& worth = d.parties[i];
        table.rows.push_back({worth.name, number(worth.utility), number(a.no_deal[i].utility),
                              change(worth.surplus), worth.accepts ? "accepts" : "rejects"});
    }
    for (const onlooker_view& view : d.onlookers) {
        table.rows.push_back({view.name, number(view.utility), number(view.threshold),
                              change(view.utility - view.threshold),
                              view.content ? "looks on, content" : "looks on, not content"});
    }
    return table;
}

[[nodiscard]] report::table clauses_table(const value_answer& a, const valued_deal& d) {
    report::table table;
    table.caption = "What each clause adds, against leaving its issue as it is today:";
    table.columns = {{"clause", report::alignment::left},
                     {"today", report::alignment::right},
                     {"deal", report::alignment::right}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    for (const clause_worth& part : d.clauses) {
        if (!part.changes) {
            continue;
        }
        std::vector<std::string> row{part.issue + (part.severable ? "" : " *"),
                                     to_string(part.status_quo), to_string(part.option)};
        for (const double worth : part.worth) {
            row.push_back(change(worth));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The deal in each of the orders, its own marked.
void add_orders(const value_answer& a, const valued_deal& d, std::vector<report::block>& into) {
    if (d.orders.empty()) {
        return;
    }
    report::table table;
    table.caption = "In which order it is carried out:";
    table.columns = {{"order", report::alignment::left}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"", report::alignment::left});
    const auto add = [&](std::string name, const std::vector<double>& utilities,
                         std::string remark) {
        std::vector<std::string> row{std::move(name)};
        for (const double u : utilities) {
            row.push_back(number(u));
        }
        row.push_back(std::move(remark));
        table.rows.push_back(std::move(row));
    };
    for (const order_worth& in : d.orders) {
        add(to_string(in.order), in.utilities,
            std::string(in.chosen ? "this deal; " : "") +
                (in.acceptable ? "suits all" : "does not suit all"));
    }
    table.rows.emplace_back();
    add("carried out", d.carried_out, "");
    into.push_back(std::move(table));
}

void add_clauses(const value_answer& a, const valued_deal& d, std::vector<report::block>& into) {
    report::table table = clauses_table(a, d);
    if (table.rows.empty()) {
        into.push_back(report::paragraph{"It changes nothing: every issue stays as it is today."});
        return;
    }
    into.push_back(std::move(table));
    for (const clause_worth& part : d.clauses) {
        if (part.changes && !part.severable) {
            into.push_back(report::paragraph{
                "* Taken out alone, this clause leaves a text that breaks a constraint."});
            return;
        }
    }
}

void add_better(const value_answer& a, const valued_deal& d, std::vector<report::block>& into) {
    if (!d.dominated_by) {
        return;
    }
    std::vector<std::string> moves;
    for (std::size_t k = 0; k < d.outcome.size(); ++k) {
        const clause& better = d.dominated_by->outcome[k];
        if (!same_option(better.option, d.outcome[k].option)) {
            moves.push_back(fmt::format("{} = {} instead of {}", better.issue,
                                        to_string(better.option), to_string(d.outcome[k].option)));
        }
    }
    std::vector<std::string> worth;
    bool for_all = true;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        for_all = for_all && d.dominated_by->improvement[i] > 0;
        worth.push_back(fmt::format("{} {} ({})", a.parties[i],
                                    number(d.dominated_by->utilities[i]),
                                    change(d.dominated_by->improvement[i])));
    }
    into.push_back(report::paragraph{fmt::format("{}: {}. That is worth {}.",
                                                 !for_all ? "Better, and worse for nobody"
                                                 : worth.size() == 1 ? "Better"
                                                                     : "Better for all",
                                                 joined(moves), joined(worth))});
}

/// Whether each party that wins by the first change cares more for its issue, against the second,
/// than each party that loses by it: then the ratios of the weights are why a trade pays. Values
/// that bend, interactions and risk attitudes may be the reason instead.
[[nodiscard]] bool explained_by_weights(const trade_view& t) {
    const auto cares_more = [](const weight_ratio& x, const weight_ratio& y) {
        return x.first * y.second > y.first * x.second;
    };
    bool some = false;
    for (std::size_t i = 0; i < t.weights.size(); ++i) {
        for (std::size_t j = 0; j < t.weights.size(); ++j) {
            if (t.first_alone[i] > 0 && t.first_alone[j] < 0) {
                some = true;
                if (!cares_more(t.weights[i], t.weights[j])) {
                    return false;
                }
            }
        }
    }
    return some;
}

[[nodiscard]] std::string ratio_text(const trade_view& t, const weight_ratio& w) {
    if (!(w.first > 0) && !(w.second > 0)) {
        return fmt::format("{} gives no weight to either", w.party);
    }
    if (!(w.second > 0)) {
        return fmt::format("{} gives no weight to {}", w.party, t.second);
    }
    return fmt::format("{} weighs {} {:.2f} times as much as {}", w.party, t.first,
                       w.first / w.second, t.second);
}

void add_trade(const valued_deal& d, std::vector<report::block>& into) {
    if (!d.trade) {
        return;
    }
    const trade_view& t = *d.trade;
    std::vector<std::string> gains;
    std::vector<std::string> ratios;
    const bool plain = d.orders.empty();  // else what an order leaves counts beside the weights
    for (std::size_t i = 0; i < d.parties.size(); ++i) {
        gains.push_back(fmt::format("{} {} ({} and {})", d.parties[i].name, change(t.gains[i]),
                                    change(t.first_alone[i]), change(t.second_alone[i])));
        ratios.push_back(ratio_text(t, t.weights[i]));
    }
    std::string text = fmt::format(
        "The best trade of two clauses: {} from {} to {} for {} from {} to {}. Together, and each "
        "alone, that is worth {}.",
        t.first, to_string(t.first_from), to_string(t.first_to), t.second, to_string(t.second_from),
        to_string(t.second_to), joined(gains));
    if (plain && explained_by_weights(t)) {
        text += " It pays because " + joined(ratios) + ".";
    }
    into.push_back(report::paragraph{std::move(text)});
}

void add_reported(const valued_deal& d, std::vector<report::block>& into) {
    std::vector<std::string> said;
    for (const reported_value& quantity : d.reported) {
        said.push_back(quantity.name + " " + reported_text(quantity.value));
    }
    if (!said.empty()) {
        into.push_back(report::paragraph{"Reported: " + joined(said) + "."});
    }
}

void add_deal(const value_answer& a, const valued_deal& d, std::vector<report::block>& into) {
    into.push_back(report::heading{d.name, 2});
    into.push_back(report::paragraph{verdict(d)});
    add_reasons(d, into);
    into.push_back(agents_table(a, d));
    add_orders(a, d, into);
    add_clauses(a, d, into);
    add_better(a, d, into);
    add_trade(d, into);
    add_reported(d, into);
    if (!d.refused.empty()) {
        into.push_back(report::note{"Not everything could be computed. " + d.refused});
    }
}

[[nodiscard]] report::table comparison_columns(const value_answer& a) {
    report::table table;
    table.caption = "Side by side, the rank with each party in brackets:";
    table.columns = {{"deal", report::alignment::left}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"product of gains", report::alignment::right});
    for (const onlooker_view& view : a.deals.front().onlookers) {
        table.columns.push_back({view.name, report::alignment::right});
    }
    table.columns.push_back({"verdict", report::alignment::left});
    return table;
}

[[nodiscard]] std::string short_verdict(const valued_deal& d) {
    return !d.feasible    ? "not feasible"
           : d.acceptable ? "accepted"
                          : "rejected by " + joined(rejecting(d));
}

[[nodiscard]] std::string product_text(const value_answer& a, std::size_t deal_place) {
    for (const auto& [place, product] : a.by_product) {
        if (place == deal_place) {
            return fmt::format("{:.6f}", product);
        }
    }
    return "-";
}

[[nodiscard]] report::table comparison(const value_answer& a) {
    report::table table = comparison_columns(a);
    for (std::size_t d = 0; d < a.deals.size(); ++d) {
        std::vector<std::string> row{a.deals[d].name};
        for (std::size_t i = 0; i < a.parties.size(); ++i) {
            row.push_back(
                fmt::format("{} [{}]", number(a.deals[d].parties[i].utility), a.ranks[i][d]));
        }
        row.push_back(product_text(a, d));
        for (const onlooker_view& view : a.deals[d].onlookers) {
            row.push_back(number(view.utility) + (view.content ? " yes" : "  no"));
        }
        row.push_back(short_verdict(a.deals[d]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

[[nodiscard]] std::string rests_on(const value_answer& a) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        values.push_back(no_deal_text(a.parties[i], a.no_deal[i]));
    }
    return fmt::format("This rests on {}. The {} of no deal: {}.",
                       basis_text(a.assumed_numbers, a.unsourced_numbers),
                       values.size() == 1 ? "value" : "values", joined(values));
}

}  // namespace
}  // namespace detail

report::document describe(const value_answer& answer) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{
        answer.scope.empty() ? answer.scenario : answer.scenario + ": " + answer.scope, 1});
    if (answer.deals.size() > 1) {
        blocks.push_back(detail::comparison(answer));
    }
    if (answer.expects) {
        blocks.push_back(report::paragraph{detail::expectation_text(*answer.expects)});
    }
    for (const valued_deal& deal : answer.deals) {
        detail::add_deal(answer, deal, blocks);
    }
    blocks.push_back(report::note{detail::rests_on(answer)});
    return {std::move(blocks)};
}

}  // namespace negotiation::question
