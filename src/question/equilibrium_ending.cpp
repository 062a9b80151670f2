#include "question/equilibrium_ending.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

/// Those who do the same when they are drawn. @return empty where nobody does
[[nodiscard]] std::string doers_text(const equilibrium_answer& a,
                                     const std::vector<offer_view>& offers, const char* action,
                                     const char* one, const char* several) {
    std::vector<std::string> names;
    for (std::size_t p = 0; p < offers.size(); ++p) {
        if (offers[p].action == action && a.recognition[p] > 0) {
            names.push_back(a.parties[p]);
        }
    }
    return names.empty() ? "" : joined(names) + (names.size() == 1 ? one : several);
}

/// All that those do who may be drawn, by what they do.
[[nodiscard]] std::string deeds_text(const equilibrium_answer& a,
                                     const std::vector<offer_view>& offers) {
    std::vector<std::string> does;
    for (const std::string& text :
         {doers_text(a, offers, "offer", " offers what is accepted", " offer what is accepted"),
          doers_text(a, offers, "wait", " waits", " wait"),
          doers_text(a, offers, "walk_away", " leaves", " leave")}) {
        if (!text.empty()) {
            does.push_back(text);
        }
    }
    return joined(does);
}

/// What those who may be drawn do, how likely they agree, and when.
[[nodiscard]] std::string drawn_result_text(const equilibrium_answer& a) {
    if (a.first_round_agreement) {
        return a.outcome ? "They agree in the first round, on the same deal whoever is drawn."
                         : "They agree in the first round, on what whoever is drawn offers.";
    }
    const char* when = a.horizon ? "when drawn first" : "when drawn";
    if (!a.first_agreement) {
        return fmt::format("No agreement: {} {}.", when, deeds_text(a, a.offers));
    }
    const drawn_view& first = *a.first_agreement;
    if (first.round == 1) {
        return fmt::format(
            "They agree with probability {}, in the first round with probability {}: {} {}.",
            number(*a.agreement_chance), number(*a.first_round_chance), when,
            deeds_text(a, a.offers));
    }
    if (a.round && *a.agreement_chance >= 1 - 1e-12) {
        return fmt::format(
            "They agree in round {}, on {}; before, nothing is offered that is "
            "accepted.",
            first.round,
            a.outcome ? "the same deal whoever is drawn then"
                      : "what whoever is drawn then offers");
    }
    return fmt::format(
        "They agree with probability {}, not before round {}, and in that with probability {}: "
        "when drawn then {}.",
        number(*a.agreement_chance), first.round, number(first.chance),
        deeds_text(a, first.offers));
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

}  // namespace

std::string equilibrium_ending_text(const equilibrium_answer& a) {
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

}  // namespace negotiation::question::detail
