#include "question/equilibrium_setting.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "question/wording.hpp"

namespace negotiation::question::detail {

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

}  // namespace

std::string game_played_text(const equilibrium_answer& a) {
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

}  // namespace negotiation::question::detail
