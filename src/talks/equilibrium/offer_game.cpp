#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <system_error>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/offer_game.hpp>

namespace negotiation::talks::equilibrium {

namespace {

void check_discounts(const std::vector<double>& discount, std::size_t parties) {
    if (!discount.empty() && discount.size() != parties) {
        throw std::invalid_argument(
            fmt::format("offer_game: expected a discount factor for each of {} parties; got {}",
                        parties, discount.size()));
    }
    for (const double factor : discount) {
        if (!(factor > 0) || !(factor <= 1)) {
            throw std::invalid_argument(
                fmt::format("offer_game: a discount factor must lie in (0, 1]; got {}", factor));
        }
    }
}

void check_recognition(const offer_game& rules, std::size_t parties) {
    if (rules.recognition.empty()) {
        return;
    }
    if (rules.form == answering::in_turn) {
        throw std::invalid_argument(
            "offer_game: where answers take turns the order of the parties is fixed, so who "
            "offers cannot be drawn");
    }
    if (rules.recognition.size() != parties) {
        throw std::invalid_argument(
            fmt::format("offer_game: expected a probability of recognition for each of {} "
                        "parties; got {}",
                        parties, rules.recognition.size()));
    }
    double sum = 0;
    for (const double chance : rules.recognition) {
        if (!(chance >= 0) || !(chance <= 1)) {
            throw std::invalid_argument(fmt::format(
                "offer_game: a probability of recognition must lie in [0, 1]; got {}", chance));
        }
        sum += chance;
    }
    if (!(std::abs(sum - 1) <= 1e-9)) {
        throw std::invalid_argument(
            fmt::format("offer_game: probabilities of recognition must sum to 1; got {}", sum));
    }
}

void check_votes(const voting_rule& rule, std::size_t parties) {
    const bool fits = rule.votes.empty() || rule.votes.size() == parties;
    bool known = true;
    for (const party_id i : rule.veto) {
        known = known && i < parties;
    }
    if (!(rule.quota > 0) || !(rule.quota <= 1) || !fits || !known) {
        throw std::invalid_argument(
            fmt::format("offer_game: the voting rule does not fit {} parties: its quota must lie "
                        "in (0, 1], votes be given for all or none, and vetoes be of those at the "
                        "table; got quota {}, {} votes",
                        parties, rule.quota, rule.votes.size()));
    }
}

/// The game of a protocol without its offers: clocks, calendars and votes are alike in all.
template <class Protocol>
[[nodiscard]] offer_game timed(const Protocol& rules) {
    offer_game game;
    game.breakdown = rules.breakdown;
    game.agreement = rules.agreement;
    game.discount_no_deal = rules.dates.discount_no_deal;
    const bool by_calendar = rules.dates.mode == discounting::calendar;
    game.deadline_costs = !by_calendar;
    const auto rounds = static_cast<double>(rules.rounds);
    // The clocks start at 0 or at 1/(N + 1), and a deadline that passes is time 1.
    const bool from_zero = rules.convention == clock::geniusweb;
    game.elapsed = rules.dates.mode == discounting::none || (!by_calendar && from_zero) ? 0 : 1;
    const double span = from_zero ? rounds : rounds + 1;
    for (const negotiation::discount& patience : rules.dates.patience) {
        game.discount.push_back(
            rules.dates.mode == discounting::none ? 1
            : by_calendar ? std::max(discounted(patience, rules.dates.days_per_round), 1e-300)
                          : std::pow(patience.factor, 1 / span));
    }
    return game;
}

}  // namespace

void check_game(const offer_game& rules, std::size_t parties) {
    if (parties == 0 || parties > maximum_parties) {
        throw std::invalid_argument(fmt::format("offer_game: there must be 1 to {} parties; got {}",
                                                maximum_parties, parties));
    }
    if (rules.offers < 1 || rules.offers >= (std::int64_t{1} << 32U) ||
        rules.offers_per_period < 1 || rules.elapsed < 0) {
        throw std::invalid_argument(fmt::format(
            "offer_game: offers must lie in [1, 2^32), offers a period be 1 or more, and periods "
            "elapsed 0 or more; got {}, {} and {}",
            rules.offers, rules.offers_per_period, rules.elapsed));
    }
    if (!(rules.breakdown >= 0) || !(rules.breakdown < 1)) {
        throw std::invalid_argument(
            fmt::format("offer_game: the probability of breakdown must lie in [0, 1); got {}",
                        rules.breakdown));
    }
    check_discounts(rules.discount, parties);
    check_recognition(rules, parties);
    check_votes(rules.agreement, parties);
}

offer_game game_of(const alternating_offers& rules, std::size_t parties) {
    offer_game game = timed(rules);
    const auto seats = static_cast<std::int64_t>(parties);
    game.offers = rules.rounds * seats;
    game.form = answering::in_turn;
    game.offers_per_period = seats;
    check_game(game, parties);
    return game;
}

offer_game game_of(const random_recognition& rules, std::size_t parties) {
    offer_game game = timed(rules);
    game.offers = rules.rounds;
    game.form = answering::by_vote;
    game.recognition = talks::detail::recognition_weights(rules, parties);
    const double all = std::accumulate(game.recognition.begin(), game.recognition.end(), 0.0);
    for (double& weight : game.recognition) {
        weight /= all;
    }
    check_game(game, parties);
    return game;
}

std::vector<double> parse_discounts(const std::string& text) {
    std::vector<double> factors;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t stroke = std::min(text.find('/', from), text.size());
        const char* first = text.data() + from;
        const char* last = text.data() + stroke;
        double factor = 0;
        const auto [end, fault] = std::from_chars(first, last, factor);
        if (fault != std::errc() || end != last) {
            throw std::invalid_argument(fmt::format(
                "discounts: expected a number, or one a party with / between them; got '{}'",
                text));
        }
        factors.push_back(factor);
        from = stroke + 1;
    }
    return factors;
}

offer_game for_parties(offer_game rules, std::size_t parties) {
    if (rules.discount.size() == 1) {
        rules.discount.assign(parties, rules.discount.front());
    }
    return rules;
}

std::size_t answers_needed(const offer_game& rules, std::size_t proposer, std::size_t parties) {
    acceptances accepts;
    for (std::size_t m = 0; m < parties; ++m) {
        accepts.set((proposer + m) % parties);
        if (carries(rules.agreement, accepts, parties)) {
            return m;
        }
    }
    return parties - 1;
}

}  // namespace negotiation::talks::equilibrium
