#include "question/equilibrium_game.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include <negotiation/talks/protocol_catalogue.hpp>

#include "question/talks_plan.hpp"

namespace negotiation::question::detail {

namespace {

/// The rule of agreement, as the scenario or the question says.
[[nodiscard]] talks::voting_rule rule_of(const seating& at, const talks::section& said,
                                         const equilibrium_options& options) {
    talks::voting_rule rule = voting_of(at, said);
    if (options.quota && options.majority) {
        throw std::invalid_argument("equilibrium: a quota and a majority exclude one another");
    }
    if (options.quota || options.majority) {
        rule = {};
        rule.more_than = options.majority;
        rule.quota = options.majority ? 0.5 : *options.quota;
    }
    return rule;
}

/// What is left of a utility a round later, where the question says so.
void change_discounts(const seating& at, const equilibrium_options& options,
                      eq::offer_game& rules) {
    rules.discount.resize(at.parties.size(), 1);
    for (const auto& [name, factor] : options.discounts) {
        rules.discount[seat_of(at, name, "discount")] = factor;
    }
}

/// Whether a lot says who offers.
[[nodiscard]] bool is_drawn(const talks::section& said, const equilibrium_options& options) {
    if (options.model == equilibrium_model::baron_ferejohn) {
        return true;
    }
    return options.model == equilibrium_model::stahl &&
           (!options.recognition.empty() ||
            std::holds_alternative<talks::random_recognition>(talks::read_protocol(said.protocol)));
}

/// How likely each party is to be drawn to offer: by the question, by the scenario's protocol where
/// it draws, else all alike.
[[nodiscard]] std::vector<double> recognition_of(const seating& at, const talks::section& said,
                                                 const equilibrium_options& options) {
    const std::size_t n = at.parties.size();
    std::vector<double> weights;
    const talks::any_protocol played = talks::read_protocol(said.protocol);
    if (const auto* drawn = std::get_if<talks::random_recognition>(&played)) {
        weights = drawn->recognition;
    }
    if (!weights.empty() && weights.size() != n) {
        throw std::invalid_argument(
            fmt::format("equilibrium: the protocol weighs {} parties to be recognised, and {} are "
                        "at the table",
                        weights.size(), n));
    }
    weights.resize(n, 1);
    double sum = 0;
    for (const auto& [name, weight] : options.recognition) {
        weights[seat_of(at, name, "recognition")] = weight;
    }
    for (const double weight : weights) {
        if (!(weight >= 0) || !std::isfinite(weight)) {
            throw std::invalid_argument(fmt::format(
                "equilibrium: a weight of recognition must be 0 or more; got {}", weight));
        }
        sum += weight;
    }
    if (!(sum > 0)) {
        throw std::invalid_argument("equilibrium: some weight of recognition must be above 0");
    }
    for (double& weight : weights) {
        weight /= sum;
    }
    return weights;
}

}  // namespace

eq::offer_game game_asked(const seating& at, const equilibrium_options& options) {
    run_options played;
    played.rounds = options.rounds;
    const talks::section said = section_of(*at.world, played);
    talks::alternating_offers protocol;
    protocol.rounds = said.rounds;
    protocol.convention = said.clock;
    protocol.agreement = rule_of(at, said, options);
    protocol.breakdown = options.breakdown.value_or(said.breakdown);
    protocol.dates = calendar_of(at, said);
    eq::offer_game rules = eq::game_of(protocol, at.parties.size());
    change_discounts(at, options, rules);
    const bool drawn = is_drawn(said, options);
    if (options.model != equilibrium_model::stahl || drawn) {
        rules.form = eq::answering::at_once;
    }
    if (drawn) {
        rules.recognition = recognition_of(at, said, options);
    }
    if (drawn && options.model == equilibrium_model::stahl) {
        rules.form = eq::answering::by_vote;
        rules.offers = said.rounds;  // whoever is drawn makes the one offer of a round
        rules.offers_per_period = 1;
    }
    eq::check_game(rules, at.parties.size());
    return rules;
}

double left_before(const eq::offer_game& rules, std::size_t i) {
    return rules.discount_no_deal || rules.discount.empty()
               ? 1
               : std::pow(rules.discount[i], static_cast<double>(rules.elapsed));
}

std::string instead_of(const scenario& world, const eq::offer_game& rules) {
    const std::string said = world.protocol.value_or(talks::section{}).protocol;
    const talks::any_protocol played = talks::read_protocol(said);
    const bool drawn = std::holds_alternative<talks::random_recognition>(played);
    const bool same = std::holds_alternative<talks::alternating_offers>(played) ||
                      (drawn && !rules.recognition.empty());
    return same ? "" : said;
}

}  // namespace negotiation::question::detail
