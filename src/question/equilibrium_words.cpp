#include "question/equilibrium_words.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/talks/equilibrium/stationary.hpp>

#include "question/talks_plan.hpp"

namespace negotiation::question::detail {

namespace {

/// @param given it was asked for
/// @param fits  it means something in the model
void need_meaning(bool given, bool fits, const char* option, const char* why) {
    if (given && !fits) {
        throw std::invalid_argument(
            fmt::format("equilibrium: {} means nothing here: {}", option, why));
    }
}

void check_meaning(const equilibrium_options& options) {
    const equilibrium_model model = options.model;
    const bool endless =
        model == equilibrium_model::rubinstein || model == equilibrium_model::baron_ferejohn;
    const bool screens = model == equilibrium_model::screening;
    constexpr const char* types = "types, who proposes and a cost belong to the model screening";
    need_meaning(options.lambda.has_value(), model == equilibrium_model::quantal, "lambda",
                 "parties err in the model quantal only");
    need_meaning(options.rounds.has_value(), !endless, "rounds",
                 "talks have no deadline in the models rubinstein and baron-ferejohn");
    need_meaning(!options.recognition.empty(),
                 model == equilibrium_model::baron_ferejohn || model == equilibrium_model::stahl,
                 "recognition", "who offers is drawn in the models stahl and baron-ferejohn only");
    need_meaning(!options.types.empty(), screens, "type", types);
    need_meaning(!options.proposer.empty(), screens, "proposer", types);
    need_meaning(options.cost.has_value(), screens, "cost", types);
}

/// Each party once.
void check_parties(const seating& at, const std::vector<std::pair<std::string, double>>& numbers,
                   const char* word) {
    std::vector<bool> named(at.parties.size(), false);
    for (const auto& entry : numbers) {
        const std::size_t i = seat_of(at, entry.first, word);
        if (named[i]) {
            throw std::invalid_argument(
                fmt::format("equilibrium: {} is given twice for '{}'", word, at.parties[i]->name));
        }
        named[i] = true;
    }
}

void check_ranges(const equilibrium_options& options) {
    if (options.quota && (!(*options.quota > 0) || !(*options.quota <= 1))) {
        throw std::invalid_argument(
            fmt::format("equilibrium: quota must be a share of the votes in (0, 1], or "
                        "'majority'; got {}",
                        *options.quota));
    }
    if (options.breakdown && (!(*options.breakdown >= 0) || !(*options.breakdown < 1))) {
        throw std::invalid_argument(fmt::format(
            "equilibrium: breakdown must be a probability in [0, 1); got {}", *options.breakdown));
    }
    if (options.lambda && (!(*options.lambda >= 0) || !std::isfinite(*options.lambda))) {
        throw std::invalid_argument(fmt::format(
            "equilibrium: lambda must be a finite number of 0 or more; got {}", *options.lambda));
    }
    for (const auto& [name, factor] : options.discounts) {
        if (!(factor > 0) || !(factor <= 1)) {
            throw std::invalid_argument(fmt::format(
                "equilibrium: discount of '{}': a discount factor must lie in (0, 1]; got {}", name,
                factor));
        }
    }
}

}  // namespace

void check_words(const seating& at, const equilibrium_options& options) {
    check_meaning(options);
    check_parties(at, options.discounts, "discount");
    check_parties(at, options.recognition, "recognition");
    check_ranges(options);
}

void check_endless(equilibrium_model model, const posed_game& game) {
    if (model != equilibrium_model::rubinstein && model != equilibrium_model::baron_ferejohn) {
        return;
    }
    try {
        eq::check_stationary(game.over.deals.no_deal, game.rules);
    } catch (const std::invalid_argument&) {
        throw std::invalid_argument(
            "equilibrium: without a deadline every round must be like the one before, but here no "
            "deal loses nothing by waiting (protocol.discount_no_deal is false) and deals do; the "
            "model stahl solves that");
    }
}

}  // namespace negotiation::question::detail
