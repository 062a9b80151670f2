#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_equilibrium.hpp>

#include "question/screening_account.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// How likely each is to be drawn, where that differs.
[[nodiscard]] std::string drawn_text(const equilibrium_answer& a) {
    const auto [least, most] = std::minmax_element(a.recognition.begin(), a.recognition.end());
    if (a.recognition.empty() || *most - *least <= 1e-12) {
        return "all as likely";
    }
    std::vector<std::string> chances;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        chances.push_back(
            fmt::format("{} with probability {:.4g}", a.parties[i], a.recognition[i]));
    }
    return joined(chances);
}

[[nodiscard]] std::string game_text(const equilibrium_answer& a) {
    switch (a.model) {
        case equilibrium_model::stahl:
            if (!a.recognition.empty()) {
                return fmt::format(
                    "Offers by whoever is drawn, {}, one a round, over {}", drawn_text(a),
                    counted(static_cast<std::size_t>(*a.horizon), "round", "rounds"));
            }
            return fmt::format("Stacked alternating offers over {}, {} first",
                               counted(static_cast<std::size_t>(*a.horizon), "round", "rounds"),
                               a.parties[0]);
        case equilibrium_model::rubinstein:
            return fmt::format("Offers in turn without a deadline, {} first, a round each",
                               a.parties[0]);
        case equilibrium_model::baron_ferejohn:
            return fmt::format("Offers by whoever is drawn, {}, without a deadline", drawn_text(a));
        case equilibrium_model::quantal:
            return fmt::format(
                "Offers in turn over {}, an offer of each a round, {} first, between parties that "
                "err (lambda {:.6g})",
                counted(static_cast<std::size_t>(*a.horizon), "round", "rounds"), a.parties[0],
                *a.lambda);
        case equilibrium_model::screening:
            break;  // see tell_screening
    }
    return "";
}

[[nodiscard]] std::string agreement_text(const equilibrium_answer& a) {
    if (is_unanimity(a.agreement)) {
        return a.parties.size() == 2 ? "both must agree" : "all must agree";
    }
    return a.agreement.more_than
               ? std::string("a majority must agree")
               : fmt::format("{:.6g} % of the votes must agree", 100 * a.agreement.quota);
}

[[nodiscard]] std::string table_text(const equilibrium_answer& a) {
    std::string text =
        fmt::format("{}; {}; {}, {} talks", game_text(a), agreement_text(a), scope_text(a.scope),
                    a.talks == publicity::secret ? "secret" : "public");
    if (a.breakdown > 0) {
        text += fmt::format("; the talks break down with probability {} a round",
                            below_one(a.breakdown));
    }
    text += ". Everybody knows what every deal is worth to everybody.";
    return a.instead_of.empty()
               ? text
               : fmt::format(
                     "{} The scenario's own talks go by another protocol, {}, which is not "
                     "solved.",
                     text, a.instead_of);
}

/// Whether every move is the best there is, and values are those of the play.
[[nodiscard]] bool is_clean(const equilibrium_answer& a) {
    double size = 1;
    for (const double u : a.utilities) {
        size = std::max(size, std::abs(u));
    }
    return !a.proof || (a.proof->converged && a.proof->regret <= 1e-9 * size &&
                        a.proof->residual <= 1e-9 * size);
}

/// Said first where it is none.
[[nodiscard]] std::string warning_text(const equilibrium_answer& a) {
    return is_clean(a) ? ""
                       : fmt::format(
                             "Not an equilibrium: none was found, and in the play shown "
                             "somebody would gain {:.1g} by another move. ",
                             std::max(a.proof->regret, 0.0));
}

/// Those who do the same when they are drawn. @return empty where nobody does
[[nodiscard]] std::string doers_text(const equilibrium_answer& a, const char* action,
                                     const char* one, const char* several) {
    std::vector<std::string> names;
    for (std::size_t p = 0; p < a.offers.size(); ++p) {
        if (a.offers[p].action == action && a.recognition[p] > 0) {
            names.push_back(a.parties[p]);
        }
    }
    return names.empty() ? "" : joined(names) + (names.size() == 1 ? one : several);
}

/// What those who may be drawn do, and how likely they agree.
[[nodiscard]] std::string drawn_result_text(const equilibrium_answer& a) {
    if (a.first_round_agreement) {
        return "They agree in the first round, on what whoever is drawn offers.";
    }
    std::vector<std::string> does;
    for (const std::string& text :
         {doers_text(a, "offer", " offers what is accepted", " offer what is accepted"),
          doers_text(a, "wait", " waits", " wait"),
          doers_text(a, "walk_away", " leaves", " leave")}) {
        if (!text.empty()) {
            does.push_back(text);
        }
    }
    const char* when = a.horizon ? "when drawn first" : "when drawn";
    if (*a.agreement_chance <= 0) {
        return fmt::format("No agreement: {} {}.", when, joined(does));
    }
    return fmt::format(
        "They agree with probability {}, in the first round with probability {}: {} {}.",
        number(*a.agreement_chance), number(*a.first_round_chance), when, joined(does));
}

/// Where the talks end without a deal.
[[nodiscard]] std::string no_agreement_text(const equilibrium_answer& a) {
    if (a.zone_is_empty == true) {
        return fmt::format("No agreement: no deal suits {}.", everybody(a.parties.size()));
    }
    const bool leaves = !a.offers.empty() && a.offers[0].action == "walk_away";
    return leaves ? fmt::format("No agreement: {} does best to leave at once.", a.parties[0])
                  : std::string("No agreement: whoever offers does better to wait.");
}

/// What parties that err most likely hear first, and how they answer.
[[nodiscard]] std::string likely_text(const equilibrium_answer& a) {
    if (!a.likely_first) {
        return "";
    }
    const likely_view& likely = *a.likely_first;
    const std::string accepted = number(likely.accepted);
    if (likely.deals == 1) {
        return fmt::format(
            " The deal that {} most likely offers first, with probability {:.4g}; it is accepted "
            "with probability {}:",
            a.parties[0], likely.chance, accepted);
    }
    const bool blind = !a.lambda || !(*a.lambda > 0);
    return fmt::format(
        " {} deals are equally likely to be what {} offers first, each with probability {:.4g}: "
        "{}. The one of them most likely to be accepted, with probability {}:",
        grouped(likely.deals), a.parties[0], likely.chance,
        blind ? "at a lambda of 0 every choice is as likely"
              : "it expects as much from each of them, accepted or refused",
        accepted);
}

[[nodiscard]] std::string result_text(const equilibrium_answer& a) {
    if (a.model == equilibrium_model::quantal && a.agreement_chance) {
        return fmt::format(
            "They agree with probability {}, in the first round with probability {}.{}",
            number(*a.agreement_chance), number(*a.first_round_chance), likely_text(a));
    }
    if (!a.recognition.empty() && a.agreement_chance) {
        return drawn_result_text(a);
    }
    if (!a.outcome) {
        return no_agreement_text(a);
    }
    if (a.first_round_agreement) {
        return fmt::format("{} offers first, and they agree in the first round.", a.parties[0]);
    }
    return fmt::format(
        "{} offers first, and they agree in round {}, on a deal worth {} then; the table says what "
        "that is worth before the talks begin.",
        a.parties[0], a.round ? *a.round : 0, numbers_text(a.of_outcome));
}

[[nodiscard]] report::table outcome_table(const equilibrium_answer& a) {
    report::table table;
    table.columns = {{"issue", report::alignment::left}, {"option", report::alignment::right}};
    for (const clause& part : *a.outcome) {
        table.rows.push_back({part.issue, to_string(part.option)});
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
[[nodiscard]] report::bullets offer_list(const equilibrium_answer& a) {
    report::bullets list;
    for (std::size_t p = 0; p < a.offers.size(); ++p) {
        const offer_view& offer = a.offers[p];
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

[[nodiscard]] std::string count_text(const equilibrium_answer& a) {
    if (!a.fixed_points) {
        return "How many stationary equilibria there are was not counted: the deals are too many.";
    }
    if (*a.fixed_points == 1) {
        return "This is the only stationary equilibrium.";
    }
    if (*a.fixed_points == 0) {
        return "There is no stationary equilibrium.";
    }
    std::vector<std::string> ranges;
    for (std::size_t i = 0; i < a.range.size(); ++i) {
        ranges.push_back(fmt::format("{} gets {} to {}", a.parties[i], number(a.range[i].low),
                                     number(a.range[i].high)));
    }
    return fmt::format(
        "There are {} stationary equilibria, in which {}: over so few deals patience does not "
        "settle the division, and none of them is privileged.",
        grouped(static_cast<std::size_t>(*a.fixed_points)), joined(ranges));
}

/// Where distant deadlines lead, and why one is shown.
[[nodiscard]] std::string shown_text(const equilibrium_answer& a) {
    if (a.shown == shown_equilibrium::only) {
        return "";
    }
    if (a.shown == shown_equilibrium::of_every_deadline) {
        return " Shown is that to which an ever more distant deadline leads, whoever has the last "
               "offer.";
    }
    std::vector<std::string> led;
    for (std::size_t i = 0; i < a.by_last_offer.size(); ++i) {
        led.push_back(fmt::format(
            "{} if it is {}",
            a.by_last_offer[i] ? "to " + numbers_text(*a.by_last_offer[i]) : std::string("nowhere"),
            a.parties[i]));
    }
    return fmt::format(
        " Where an ever more distant deadline leads depends on who has the last offer: {}. Shown "
        "is {}, which is a choice.",
        joined(led),
        a.shown == shown_equilibrium::nearest_to_nash
            ? std::string("the one nearest the Nash deal")
            : fmt::format("the best of them for {}", a.parties[0]));
}

/// What straying again and again may bring where there is no deadline.
[[nodiscard]] std::string bound_text(const equilibrium_answer& a) {
    if (a.horizon) {
        return "";
    }
    if (!a.proof->bound) {
        return " (made once: again and again it may, since waiting costs somebody nothing)";
    }
    const std::string once = fmt::format("{:.1g}", std::max(a.proof->regret, 0.0));
    const std::string often = fmt::format("{:.1g}", *a.proof->bound);
    return once == often ? ", however often it is made"
                         : fmt::format(", and again and again none more than {}", often);
}

/// Whether many divisions may hold themselves up between those who are drawn.
[[nodiscard]] std::string free_waiting_text(const equilibrium_answer& a) {
    const bool free =
        a.model == equilibrium_model::baron_ferejohn && a.breakdown <= 0 &&
        std::all_of(a.discounts.begin(), a.discounts.end(), [](double f) { return f >= 1; });
    if (!free || !is_clean(a)) {
        return "";
    }
    return fmt::format(
        "Waiting costs nothing here, so what everybody expects holds itself up{}. Shown is one to "
        "which the search came, which is a choice.",
        is_unanimity(a.agreement) ? ": every efficient deal that suits everybody is an equilibrium"
                                  : "; there may be many equilibria");
}

[[nodiscard]] std::string proof_text(const equilibrium_answer& a) {
    if (!a.proof) {
        return a.model == equilibrium_model::quantal
                   ? "No certificate: parties that err make every move now and then, and none was "
                     "tried against it."
                   : "No certificate: there is no play to check.";
    }
    return fmt::format(
        "Checked at {} with {}: no other offer or answer gains more than {:.1g}{}; values are {} "
        "to {:.1g}.",
        counted(static_cast<std::size_t>(a.proof->states), "state", "states"),
        counted(static_cast<std::size_t>(a.proof->deals), "deal", "deals"),
        std::max(a.proof->regret, 0.0), bound_text(a), a.horizon ? "right" : "those of this play",
        a.proof->residual);
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
    text.blocks.push_back(report::paragraph{detail::table_text(answer)});
    if (answer.utilities.empty()) {
        text.blocks.push_back(report::paragraph{answer.refused});
        return text;
    }
    text.blocks.push_back(
        report::paragraph{detail::warning_text(answer) + detail::result_text(answer)});
    if (answer.outcome) {
        text.blocks.push_back(detail::outcome_table(answer));
    }
    text.blocks.push_back(detail::worth_table(answer));
    if (!answer.offers.empty()) {
        text.blocks.push_back(report::paragraph{"When each of them offers first:"});
        text.blocks.push_back(detail::offer_list(answer));
    }
    if (answer.model == equilibrium_model::rubinstein) {
        text.blocks.push_back(
            report::paragraph{detail::count_text(answer) + detail::shown_text(answer)});
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
