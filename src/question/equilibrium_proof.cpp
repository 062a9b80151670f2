#include "question/equilibrium_proof.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

/// Four digits of what is there; of what is only rounding, how small it is.
[[nodiscard]] std::string gain_text(double gain) {
    return gain < 1e-9 ? fmt::format("{:.1g}", std::max(gain, 0.0)) : fmt::format("{:.4g}", gain);
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
        led.push_back(fmt::format("{} if it is {}",
                                  a.by_last_offer[i]     ? "to " + numbers_text(*a.by_last_offer[i])
                                  : a.deadlines_followed ? std::string("nowhere")
                                                         : std::string("nobody knows where"),
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
    const std::string once = gain_text(a.proof->regret);
    const std::string often = gain_text(*a.proof->bound);
    return once == often ? ", however often it is made"
                         : fmt::format(", and again and again none more than {}", often);
}

}  // namespace

bool is_clean(const equilibrium_answer& a) { return !a.proof || a.proof->exact; }

std::string warning_text(const equilibrium_answer& a) {
    if (is_clean(a)) {
        return "";
    }
    return fmt::format(
        "Not an equilibrium: {}in the play shown {}. ",
        a.proof->converged ? "" : "none was found, and ",
        a.proof->regret > a.proof->residual
            ? "somebody would gain " + gain_text(a.proof->regret) + " by another move or vote"
            : "values are off by " + gain_text(a.proof->residual));
}

std::string others_text(const equilibrium_answer& a) { return count_text(a) + shown_text(a); }

std::string free_waiting_text(const equilibrium_answer& a) {
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

std::string proof_text(const equilibrium_answer& a) {
    if (!a.proof) {
        return a.chances ? fmt::format(
                               "Nothing says how much a better move would gain: parties that err "
                               "make every move now and then. The chances of the moves of a "
                               "turn sum to 1 but for {} at most{}.",
                               gain_text(a.chances->residual),
                               a.chances->converged ? "" : ", which is more than rounding")
                         : "No certificate: there is no play to check.";
    }
    return fmt::format(
        "Checked at {} with {}: no other offer or answer gains more than {}{}; values are {} to "
        "{}.",
        counted(static_cast<std::size_t>(a.proof->states), "state", "states"),
        counted(static_cast<std::size_t>(a.proof->deals), "deal", "deals"),
        gain_text(a.proof->regret), bound_text(a), a.horizon ? "right" : "those of this play",
        gain_text(a.proof->residual));
}

}  // namespace negotiation::question::detail
