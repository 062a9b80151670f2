#include "question/screening_account.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

/// More types than this and how each answers is left to JSON.
inline constexpr std::size_t most_answers = 6;

/// Of more prices than this the last is told after the first of them.
inline constexpr std::size_t most_prices_told = 16;

[[nodiscard]] std::string screening_game_text(const equilibrium_answer& a) {
    const screening_view& s = *a.screening;
    std::string text = fmt::format(
        "Prices over {}: {} asks one a round, {} accepts or refuses and never asks itself. What "
        "agreement is worth to {} it alone knows; {} knows what it may be and how likely that is. "
        "Everything is counted beyond no deal and in the unit of the price; no deal lasts and "
        "loses nothing by waiting. The deals of the scenario are not looked at.",
        counted(static_cast<std::size_t>(*a.horizon), "round", "rounds"), s.proposer, s.responder,
        s.responder, s.proposer);
    if (s.cost > 0) {
        text += fmt::format(" Agreement costs {} {:.6g}.", s.proposer, s.cost);
    }
    if (a.breakdown > 0) {
        text += fmt::format(" The talks break down with probability {} a round.",
                            below_one(a.breakdown));
    }
    return text;
}

[[nodiscard]] std::string screening_result_text(const equilibrium_answer& a) {
    const screening_view& s = *a.screening;
    std::string text = fmt::format(
        "{} asks {} first. {} accepts that with probability {}, and some price before time is up "
        "with probability {}",
        s.proposer, number(s.prices.front().price), s.responder, number(*a.first_round_chance),
        number(*a.agreement_chance));
    text += s.delay > 0 ? fmt::format("; where they agree, {} rounds after the first on average.",
                                      number(s.delay))
                        : ".";
    if (a.breakdown > 0) {
        text += " That is as long as the talks do not break down.";
    }
    return text;
}

[[nodiscard]] report::table screening_worth_table(const equilibrium_answer& a) {
    const auto right = report::alignment::right;
    report::table table;
    table.columns = {{"", report::alignment::left}, {"gets", right}, {"kept a round", right}};
    const bool haste = std::any_of(a.discounts.begin(), a.discounts.end(),
                                   [](double factor) { return factor < 1; });
    if (haste) {
        table.columns.push_back({"if it could wait", right});
    }
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        std::vector<std::string> row{a.parties[i], number(a.utilities[i]),
                                     fmt::format("{:.6g}", a.discounts[i])};
        if (haste) {
            row.push_back(number(a.without_haste[i]->low));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

[[nodiscard]] report::table type_table(const screening_view& s) {
    const auto right = report::alignment::right;
    report::table table;
    table.columns = {{"worth to " + s.responder, right}, {"probability", right}, {"gets", right}};
    for (const type_view& type : s.types) {
        table.rows.push_back({fmt::format("{:.6g}", type.value),
                              fmt::format("{:.6g}", type.probability), number(type.gain)});
    }
    return table;
}

[[nodiscard]] std::vector<std::string> price_row(const screening_view& s, std::size_t t) {
    const price_view& asked = s.prices[t];
    std::vector<std::string> row{fmt::format("{}", t + 1), number(asked.price),
                                 number(asked.agreed)};
    for (std::size_t j = 0; j < s.types.size() && s.types.size() <= most_answers; ++j) {
        row.push_back(asked.limits[j] ? number(asked.accepts[j]) : "gone");
    }
    return row;
}

/// Round by round what is asked and who accepts.
[[nodiscard]] report::table price_table(const screening_view& s) {
    const auto right = report::alignment::right;
    report::table table;
    table.columns = {{"round", right}, {"asks", right}, {"agreed then", right}};
    for (std::size_t j = 0; j < s.types.size() && s.types.size() <= most_answers; ++j) {
        table.columns.push_back({fmt::format("type {:.6g} accepts", s.types[j].value), right});
    }
    for (std::size_t t = 0; t < s.prices.size(); ++t) {
        if (t + 1 < most_prices_told || t + 1 == s.prices.size()) {
            table.rows.push_back(price_row(s, t));
        }
    }
    return table;
}

[[nodiscard]] std::string screening_proof_text(const equilibrium_answer& a) {
    return fmt::format(
        "Checked in {} with {} other prices, and every type against every other round in which it "
        "could accept, along the play: nothing gains more than {:.1g}; values are right to "
        "{:.1g}. The types are the question's; the rest rests on {}.",
        counted(static_cast<std::size_t>(a.proof->states), "round", "rounds"),
        grouped(static_cast<std::size_t>(a.proof->deals)), std::max(a.proof->regret, 0.0),
        a.proof->residual, basis_text(a.assumed_numbers, a.unsourced_numbers));
}

}  // namespace

void tell_screening(const equilibrium_answer& a, report::document& into) {
    into.blocks.push_back(report::paragraph{screening_game_text(a)});
    into.blocks.push_back(report::paragraph{screening_result_text(a)});
    if (a.screening->prices.size() > most_prices_told) {
        into.blocks.push_back(report::paragraph{
            fmt::format("The first {} of {} rounds, and the last:", most_prices_told - 1,
                        a.screening->prices.size())});
    }
    into.blocks.push_back(price_table(*a.screening));
    into.blocks.push_back(type_table(*a.screening));
    into.blocks.push_back(screening_worth_table(a));
    into.blocks.push_back(report::note{screening_proof_text(a)});
}

}  // namespace negotiation::question::detail
