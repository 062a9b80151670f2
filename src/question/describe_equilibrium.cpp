#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_equilibrium.hpp>

#include "question/equilibrium_ending.hpp"
#include "question/equilibrium_proof.hpp"
#include "question/equilibrium_setting.hpp"
#include "question/screening_account.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] report::table outcome_table(const equilibrium_answer& a) {
    report::table table;
    table.columns = {{"issue", report::alignment::left}, {"option", report::alignment::right}};
    for (const clause& part : *a.outcome) {
        table.rows.push_back({part.issue, to_string(part.option)});
    }
    return table;
}

/// What is agreed by who is drawn, where that differs.
[[nodiscard]] report::table drawn_deals_table(const equilibrium_answer& a) {
    report::table table;
    table.columns = {{"issue", report::alignment::left}};
    std::vector<const draft*> deals;
    for (std::size_t p = 0; p < a.parties.size(); ++p) {
        const offer_view& offer = a.first_agreement->offers[p];
        if (offer.outcome && a.recognition[p] > 0) {
            table.columns.push_back({a.parties[p] + " drawn", report::alignment::right});
            deals.push_back(&*offer.outcome);
        }
    }
    for (std::size_t k = 0; k < deals.front()->size(); ++k) {
        table.rows.push_back({(*deals.front())[k].issue});
        for (const draft* deal : deals) {
            table.rows.back().push_back(to_string((*deal)[k].option));
        }
    }
    return table;
}

[[nodiscard]] std::string utilities_between(const utility_range& range) {
    const std::string low = number(range.low);
    const std::string high = number(range.high);
    return low == high ? low : low + " to " + high;
}

/// What each party gets, holds out for, and would get by other standards.
[[nodiscard]] report::table worth_table(const equilibrium_answer& a) {
    const auto right = report::alignment::right;
    report::table table;
    table.columns = {{"", report::alignment::left},
                     {"no deal", right},
                     {is_clean(a) ? "equilibrium" : "this play", right}};
    const bool haste = std::any_of(a.discounts.begin(), a.discounts.end(),
                                   [](double factor) { return factor < 1; });
    if (!a.nash.empty()) {
        table.columns.push_back({haste ? "Nash, by patience" : "Nash", right});
    }
    if (!a.kalai_smorodinsky.empty()) {
        table.columns.push_back({"Kalai-Smorodinsky", right});
    }
    table.columns.push_back({"kept a round", right});
    if (haste) {
        table.columns.push_back({"if it could wait", right});
    }
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        std::vector<std::string> row{a.parties[i], number(a.no_deal[i].utility),
                                     number(a.utilities[i])};
        if (!a.nash.empty()) {
            row.push_back(number(a.nash[i]));
        }
        if (!a.kalai_smorodinsky.empty()) {
            row.push_back(number(a.kalai_smorodinsky[i]));
        }
        row.push_back(fmt::format("{:.6g}", a.discounts[i]));
        if (haste) {
            const bool known = i < a.without_haste.size() && a.without_haste[i];
            row.push_back(known ? utilities_between(*a.without_haste[i]) : "unknown");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What a party does when it is to offer, and what that is worth.
[[nodiscard]] std::string offering_text(const equilibrium_answer& a, const offer_view& offer) {
    const std::string now = numbers_text(offer.utilities);
    if (offer.action == "offer") {
        const std::string then = numbers_text(offer.deal_utilities);
        if (a.before_first_round) {
            return fmt::format("offers a deal worth {} ({} before the talks begin)", then, now);
        }
        return then == now ? "offers a deal worth " + now
                           : fmt::format("offers a deal worth {} (agreed a round later{}: {} now)",
                                         then, a.breakdown > 0 ? ", if the talks last" : "", now);
    }
    if (offer.action == "walk_away") {
        return "leaves, which is worth " + now;
    }
    return offer.ends ? "is refused whatever it offers, and somebody leaves, which is worth " + now
                      : "waits, for what is worth " + now;
}

/// What happens when each of them offers.
[[nodiscard]] report::bullets offer_list(const equilibrium_answer& a,
                                         const std::vector<offer_view>& offers) {
    report::bullets list;
    for (std::size_t p = 0; p < offers.size(); ++p) {
        const offer_view& offer = offers[p];
        std::vector<std::string> least;
        for (std::size_t i = 0; i < a.parties.size(); ++i) {
            if (i != p && offer.thresholds[i]) {
                least.push_back(fmt::format("{} accepts {} or more", a.parties[i],
                                            number(*offer.thresholds[i])));
            }
        }
        list.items.push_back(fmt::format("{} {}{}.", offer.proposer, offering_text(a, offer),
                                         least.empty() ? "" : ": " + joined(least)));
    }
    return list;
}

}  // namespace
}  // namespace detail

report::document describe(const equilibrium_answer& answer) {
    report::document text;
    text.blocks.push_back(report::heading{answer.scenario + ": equilibrium", 1});
    if (answer.screening) {
        detail::tell_screening(answer, text);
        return text;
    }
    text.blocks.push_back(report::paragraph{detail::game_played_text(answer)});
    if (answer.utilities.empty()) {
        text.blocks.push_back(report::paragraph{answer.refused});
        return text;
    }
    text.blocks.push_back(
        report::paragraph{detail::warning_text(answer) + detail::equilibrium_ending_text(answer)});
    if (answer.outcome) {
        text.blocks.push_back(detail::outcome_table(answer));
    } else if (answer.first_agreement) {
        text.blocks.push_back(detail::drawn_deals_table(answer));
    }
    text.blocks.push_back(detail::worth_table(answer));
    if (!answer.offers.empty()) {
        text.blocks.push_back(report::paragraph{"When each of them offers first:"});
        text.blocks.push_back(detail::offer_list(answer, answer.offers));
    }
    if (answer.first_agreement && answer.first_agreement->round > 1) {
        text.blocks.push_back(report::paragraph{
            fmt::format("When each of them is drawn in round {}:", answer.first_agreement->round)});
        text.blocks.push_back(detail::offer_list(answer, answer.first_agreement->offers));
    }
    if (answer.model == equilibrium_model::rubinstein) {
        text.blocks.push_back(report::paragraph{detail::others_text(answer)});
    }
    if (const std::string free = detail::free_waiting_text(answer); !free.empty()) {
        text.blocks.push_back(report::paragraph{free});
    }
    if (!answer.refused.empty()) {
        text.blocks.push_back(report::note{answer.refused});
    }
    text.blocks.push_back(report::note{
        fmt::format("{} It rests on {}.", detail::proof_text(answer),
                    detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return text;
}

}  // namespace negotiation::question
