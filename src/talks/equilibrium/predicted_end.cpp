#include <cmath>
#include <variant>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/predicted_end.hpp>

namespace negotiation::talks::equilibrium {

predicted_end predict(const arena& at, const alternating_offers& rules,
                      const deal::budget& limits) {
    predicted_end end;
    const offer_game game = game_of(rules, at.parties());
    if (game.offers > maximum_states) {
        end.not_computed = fmt::format("{} rounds of {} parties are more turns than the {} solved",
                                       rules.rounds, at.parties(), maximum_states);
        return end;
    }
    const bargaining_set over = bargaining_set_of(at, is_unanimity(rules.agreement), limits);
    if (over.refused) {
        end.not_computed = over.refused->reason;
        return end;
    }
    const induction solved = solve(over.deals, game);
    end.play = play_out(solved, game);
    const bool agreed = end.play.how == proposal::offer;
    for (std::size_t i = 0; i < at.parties(); ++i) {
        const double factor = game.discount.empty() ? 1 : game.discount[i];
        end.discounted.push_back(solved.start[i] *
                                 std::pow(factor, static_cast<double>(game.elapsed)));
        end.utilities.push_back(agreed ? over.deals.utility(*end.play.deal, i)
                                       : over.deals.no_deal[i]);
    }
    if (agreed) {
        end.deal = over.deals.deal(*end.play.deal);
        end.round = end.play.answered / game.offers_per_period + 1;
    }
    return end;
}

predicted_end predict(const arena& at, const any_protocol& rules, std::size_t mediators,
                      const deal::budget& limits) {
    predicted_end end;
    const auto* offers = std::get_if<alternating_offers>(&rules);
    if (offers == nullptr) {
        end.not_computed = "the parties do not make alternating offers";
    } else if (mediators > 0) {
        end.not_computed = "mediators stand between the parties";
    } else if (offers->screen.secret && offers->screen.leak_rate > 0) {
        end.not_computed = "the talks may leak";
    } else {
        return predict(at, *offers, limits);
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
