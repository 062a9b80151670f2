#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <negotiation/deal/bridge.hpp>
#include <negotiation/deal/compensation.hpp>
#include <negotiation/deal/conflict.hpp>
#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/margin.hpp>
#include <negotiation/deal/transfer.hpp>
#include <negotiation/question/deal_text.hpp>
#include <negotiation/question/gap.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>

#include "question/about_table.hpp"
#include "question/halved_margins.hpp"
#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] bool is_money(const issue& of) {
    constexpr std::array<std::string_view, 7> currencies{"$",   "\u20ac", "\u00a3", "\u00a5",
                                                         "USD", "EUR",    "GBP"};
    return std::any_of(currencies.begin(), currencies.end(),
                       [&](std::string_view currency) {
                           return of.unit.find(currency) != std::string::npos;
                       }) &&
           std::all_of(of.options.begin(), of.options.end(), is_number);
}

/// What the levels of an issue are worth to a party, the rest of the deal as it is, levels rising.
[[nodiscard]] std::vector<std::pair<double, double>> worth_of_levels(const seating& at,
                                                                     party_id who, issue_id k,
                                                                     outcome deal) {
    const issue& of = at.world->issues[k];
    const bargaining& table = at.frozen.table;
    const utility_function& f = table.parties[who].utility;
    std::vector<std::pair<double, double>> worth;
    for (option_id o = 0; o < of.options.size(); ++o) {
        deal[k] = o;
        worth.emplace_back(number_or(of.options[o], 0),
                           value_of(f.scale, sum_of(f, table.space.sizes, deal)));
    }
    std::sort(worth.begin(), worth.end());
    return worth;
}

[[nodiscard]] money_view in_money(const seating& at, const deal::side_payment& paid, issue_id k) {
    const issue& of = at.world->issues[k];
    money_view view{of.name, of.unit, {}, 0.0, false};
    for (party_id i = 0; i < at.parties.size(); ++i) {
        std::optional<deal::compensation> found = deal::compensation{};
        if (paid.amounts[i] > 0) {
            found = deal::compensation_of(worth_of_levels(at, i, k, paid.deal),
                                          number_or(of.options[paid.deal[k]], 0), paid.amounts[i]);
        }
        view.amounts.push_back(found ? std::optional(found->amount) : std::nullopt);
        view.beyond = view.beyond || (found && found->beyond);
        view.total =
            view.total && found ? std::optional(*view.total + found->amount) : std::nullopt;
    }
    return view;
}

[[nodiscard]] payment_view payment_of(const seating& at, const deal::side_payment& paid) {
    payment_view view{draft_of(at, paid.deal), paid.values, paid.amounts, paid.total, {}};
    for (issue_id k = 0; k < at.world->issues.size() && paid.total > 0; ++k) {
        if (is_money(at.world->issues[k]) && at.world->issues[k].options.size() > 1) {
            view.money.push_back(in_money(at, paid, k));
        }
    }
    return view;
}

[[nodiscard]] payer_view payer_of(const seating& at, const std::string& name,
                                  const deal::transfer& found, std::string& refused) {
    note_refusal(refused, name.empty() ? "a payment from outside" : "a payment by " + name,
                 found.refused);
    payer_view view{name, {}, !found.refused};
    if (found.cheapest) {
        view.least = payment_of(at, *found.cheapest);
    }
    return view;
}

[[nodiscard]] channel_gap gap_of(const bargaining& table, const deal::budget& limits) {
    const deal::transfer found = deal::least_transfer(table, {{}, deal::engine::automatic, limits});
    return {found.cheapest ? std::optional(found.cheapest->total) : std::nullopt, !found.refused};
}

/// The gap when other red lines bind; where they are the same ones it is known already.
[[nodiscard]] channel_gap gap_under(const seating& at, const bargaining& other,
                                    const gap_options& options, const gap_answer& answer) {
    if (other == at.frozen.table) {
        const auto& least = answer.outsider.least;
        return {least ? std::optional(least->total) : std::nullopt, answer.outsider.known};
    }
    return gap_of(other, options.limits);
}

void compare_channels(const seating& at, const gap_options& options, gap_answer& into) {
    const bargaining& table = at.frozen.table;
    const auto under = [&](auto rule) {
        return gap_under(at, with_red_lines(table, rule), options, into);
    };
    into.in_public = under([](party_id, const bargaining::line&) { return true; });
    into.in_back_channel =
        under([](party_id, const bargaining::line& line) { return !line.is_public; });
}

/// The same table, everybody content with everything: only red lines stand in the way.
[[nodiscard]] bargaining with_content_parties(bargaining table) {
    for (bargaining::seat& party : table.parties) {
        party.utility.terms.clear();
        party.utility.derived.clear();
        party.threshold = std::numeric_limits<grains>::min() / 2;
    }
    return table;
}

void find_what_blocks(const seating& at, const gap_options& options, gap_answer& into) {
    const deal::conflicts clash =
        deal::minimal_conflicts(with_content_parties(at.frozen.table), 4096, options.limits);
    into.conflicts_complete = clash.complete;
    note_refusal(into.refused, "conflicts of red lines", clash.refused);
    for (const auto& set : clash.minimal) {
        std::vector<named_line> lines;
        for (const deal::line_id id : set) {
            lines.push_back(line_of(at, id));
        }
        into.conflicts.push_back(std::move(lines));
    }
    const deal::bridging bridging = deal::find_bridge(at.frozen.table, options.limits);
    note_refusal(into.refused, "the bridge", bridging.refused);
    if (const auto& found = bridging.best) {
        into.bridge = opening_view{line_of(at, found->line),
                                   at.world->issues[found->issue].options[found->option],
                                   found->nash.utilities};
    }
}

void measure_parties(const seating& at, const gap_options& options, gap_answer& into) {
    const auto margins = at.frozen.order ? halved_margins(at, options.limits)
                                         : deal::margins(at.frozen.table, options.limits);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        note_refusal(into.refused, "margins", margins[i].refused);
        into.parties.push_back(
            {at.parties[i]->name, no_deal_of(at, i), margins[i].value, !margins[i].refused});
    }
}

/// Clauses as `parse_deal` reads them.
[[nodiscard]] std::string clauses_text(const draft& of) {
    std::string text;
    for (const clause& part : of) {
        text += (text.empty() ? "" : ",") + part.issue + "=" + to_string(part.option);
    }
    return text;
}

/// Whether the clauses are read as the deal they came from: names may hold commas and signs.
[[nodiscard]] bool can_be_read(const seating& at, const draft& of) {
    try {
        return draft_of(at, parse_deal(at, clauses_text(of))) == of;
    } catch (const std::invalid_argument&) {
        return false;
    }
}

/// The deal that would be carried out: without a gap the fair one, else the cheapest to pay for.
[[nodiscard]] std::optional<draft> deal_to_carry_out(const seating& at, const gap_answer& answer,
                                                     const gap_options& options) {
    if (answer.open == true) {
        const deal::frontier points = deal::pareto_frontier(
            at.frozen.table, {deal::engine::automatic, deal::region::zone, options.limits});
        const auto fair = deal::nash(points, at.frozen.table);
        return fair ? std::optional(draft_of(at, fair->deal)) : std::nullopt;
    }
    return answer.outsider.least ? std::optional(answer.outsider.least->outcome) : std::nullopt;
}

/// Only where the steps carry a deal out and everybody at the table has a belief.
void look_at_carrying_out(const seating& at, const gap_options& options, gap_answer& into) {
    const scenario& world = *at.world;
    if (!world.sequence || world.sequence->steps.empty() || !steps_need_deal(world) ||
        !options.seats.empty() || at.frozen.order) {
        return;
    }
    const auto of = deal_to_carry_out(at, into, options);
    if (!of || !can_be_read(at, *of)) {
        return;
    }
    sequence_options asked;
    asked.scope = options.scope;
    asked.deal = clauses_text(*of);
    const sequence_answer found = sequence(world, asked);
    const auto& judged = found.variants.front().self_enforcing;
    if (!judged) {
        return;
    }
    carrying_view view{*of, judged->feasible, {}, found.assumed_numbers};
    for (const mend_view& mend : judged->mends) {
        view.lacks.push_back({mend.party, mend.belief, mend.needed, mend.guarantee});
    }
    into.carrying = std::move(view);
}

}  // namespace
}  // namespace detail

gap_answer gap(const scenario& world, const gap_options& options) {
    const seating at = detail::asked_table(world, options);
    auto answer = detail::about_table<gap_answer>(world, options, at);
    const auto paid_by = [&](const std::string& name, std::optional<party_id> payer) {
        const deal::transfer_options asked{payer, deal::engine::automatic, options.limits};
        return detail::payer_of(at, name, deal::least_transfer(at.frozen.table, asked),
                                answer.refused);
    };
    answer.outsider = paid_by("", std::nullopt);
    if (answer.outsider.known) {
        answer.open = answer.outsider.least && answer.outsider.least->total <= 0;
    }
    for (party_id i = 0; i < at.parties.size(); ++i) {
        // Where nothing has to be paid it does not matter who pays it.
        answer.insiders.push_back(answer.open == true ? answer.outsider
                                                      : paid_by(at.parties[i]->name, i));
        answer.insiders.back().party = at.parties[i]->name;
    }
    detail::compare_channels(at, options, answer);
    detail::find_what_blocks(at, options, answer);
    detail::measure_parties(at, options, answer);
    detail::look_at_carrying_out(at, options, answer);
    return answer;
}

}  // namespace negotiation::question
