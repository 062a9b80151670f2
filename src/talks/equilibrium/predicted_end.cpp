#include <cmath>
#include <cstdint>
#include <variant>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/predicted_end.hpp>

namespace negotiation::talks::equilibrium {

namespace {

/// How the talks go where parties take turns.
void tell_course(const induction& solved, const deal_set& deals, const offer_game& game,
                 predicted_end& end) {
    end.play = play_out(solved, game);
    const bool agreed = end.play.how == proposal::offer;
    end.utilities = agreed ? deals.row(*end.play.deal) : deals.no_deal;
    if (agreed) {
        end.deal = deals.deal(*end.play.deal);
        end.round = end.play.answered / game.offers_per_period + 1;
    }
}

[[nodiscard]] predicted_end solved_end(const arena& at, const offer_game& game,
                                       const deal::budget& limits) {
    predicted_end end;
    const std::size_t n = at.parties();
    end.drawn = !game.recognition.empty();
    const auto width = end.drawn ? static_cast<std::int64_t>(n) : 1;
    if (game.offers > maximum_states / width) {
        end.not_computed = fmt::format("{} rounds of {} parties are more {} than the {} solved",
                                       game.offers / game.offers_per_period, n,
                                       end.drawn ? "states" : "turns", maximum_states);
        return end;
    }
    const bargaining_set over = bargaining_set_of(at, is_unanimity(game.agreement), limits);
    if (over.refused) {
        end.not_computed = over.refused->reason;
        return end;
    }
    const induction solved = solve(over.deals, game);
    for (std::size_t i = 0; i < n; ++i) {
        const double factor = game.discount.empty() ? 1 : game.discount[i];
        end.discounted.push_back(solved.start[i] *
                                 std::pow(factor, static_cast<double>(game.elapsed)));
    }
    if (!end.drawn) {
        tell_course(solved, over.deals, game, end);
    }
    return end;
}

}  // namespace

predicted_end predict(const arena& at, const alternating_offers& rules,
                      const deal::budget& limits) {
    return solved_end(at, game_of(rules, at.parties()), limits);
}

predicted_end predict(const arena& at, const random_recognition& rules,
                      const deal::budget& limits) {
    return solved_end(at, game_of(rules, at.parties()), limits);
}

predicted_end predict(const arena& at, const any_protocol& rules, std::size_t mediators,
                      const deal::budget& limits) {
    predicted_end end;
    const auto* offers = std::get_if<alternating_offers>(&rules);
    const auto* drawn = std::get_if<random_recognition>(&rules);
    if (offers == nullptr && drawn == nullptr) {
        end.not_computed = "the parties make no offers in turn or by lot";
        return end;
    }
    const secrecy& screen = offers != nullptr ? offers->screen : drawn->screen;
    if (mediators > 0) {
        end.not_computed = "mediators stand between the parties";
    } else if (screen.secret && screen.leak_rate > 0) {
        end.not_computed = "the talks may leak";
    } else {
        return offers != nullptr ? predict(at, *offers, limits) : predict(at, *drawn, limits);
    }
    return end;
}

std::vector<double> regret_of(const predicted_end& end, const std::vector<double>& discounted) {
    std::vector<double> regret;
    for (std::size_t i = 0; i < end.discounted.size(); ++i) {
        regret.push_back(end.discounted[i] - discounted[i]);
    }
    return regret;
}

}  // namespace negotiation::talks::equilibrium
