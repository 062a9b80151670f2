#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/equilibrium_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

/// By party, or null where there are none.
[[nodiscard]] json by_party(const question::equilibrium_answer& answer,
                            const std::vector<double>& numbers) {
    return numbers.empty() ? json(nullptr) : keyed(answer.parties, numbers);
}

[[nodiscard]] json thresholds_of(const question::offer_view& offer) {
    json row = json::array();
    for (const std::optional<double>& least : offer.thresholds) {
        row.push_back(number_of(least));
    }
    return row;
}

[[nodiscard]] json offers_of(const question::equilibrium_answer& answer,
                             const std::vector<question::offer_view>& offers) {
    json list = json::array();
    for (const question::offer_view& offer : offers) {
        list.push_back({{"proposer", offer.proposer},
                        {"action", offer.action},
                        {"outcome", offer.outcome ? outcome_of(*offer.outcome) : json(nullptr)},
                        {"deal_utilities", by_party(answer, offer.deal_utilities)},
                        {"ends", offer.ends},
                        {"utilities", keyed(answer.parties, offer.utilities)}});
    }
    return list;
}

[[nodiscard]] json agreed_rule_of(const question::equilibrium_answer& answer) {
    const talks::voting_rule& rule = answer.agreement;
    json veto = json::array();
    for (const party_id i : rule.veto) {
        veto.push_back(answer.parties[i]);
    }
    return {{"quota", rule.quota},
            {"more_than", rule.more_than},
            {"votes", by_party(answer, rule.votes)},
            {"veto", std::move(veto)}};
}

/// Of parties that err only what their chances say, all null where there is no play.
[[nodiscard]] json proof_of(const question::equilibrium_answer& answer) {
    const std::optional<talks::equilibrium::certificate>& proof = answer.proof;
    if (!proof) {
        const auto& chances = answer.chances;
        return {{"regret", nullptr},
                {"bound", nullptr},
                {"residual", chances ? json(chances->residual) : json(nullptr)},
                {"exact", nullptr},
                {"converged", chances ? json(chances->converged) : json(nullptr)},
                {"states", 0},
                {"deals", 0}};
    }
    return {{"regret", proof->regret},       {"bound", number_of(proof->bound)},
            {"residual", proof->residual},   {"exact", proof->exact},
            {"converged", proof->converged}, {"states", proof->states},
            {"deals", proof->deals}};
}

/// A row a price of screening, an entry a type.
[[nodiscard]] json limits_of(const question::screening_view& screening) {
    json rows = json::array();
    for (const question::price_view& asked : screening.prices) {
        json row = json::array();
        for (const std::optional<double>& most : asked.limits) {
            row.push_back(number_of(most));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

[[nodiscard]] json thresholds_of(const question::equilibrium_answer& answer) {
    if (answer.screening) {
        return limits_of(*answer.screening);
    }
    json rows = json::array();
    for (const question::offer_view& offer : answer.offers) {
        rows.push_back(thresholds_of(offer));
    }
    return rows;
}

[[nodiscard]] json screening_of(const std::optional<question::screening_view>& screening) {
    if (!screening) {
        return nullptr;
    }
    json types = json::array();
    for (const question::type_view& type : screening->types) {
        types.push_back(
            {{"value", type.value}, {"probability", type.probability}, {"gain", type.gain}});
    }
    json prices = json::array();
    for (const question::price_view& asked : screening->prices) {
        prices.push_back({{"price", asked.price},
                          {"agreed", asked.agreed},
                          {"belief", asked.belief},
                          {"accepts", asked.accepts}});
    }
    return {{"proposer", screening->proposer}, {"responder", screening->responder},
            {"cost", screening->cost},         {"types", std::move(types)},
            {"prices", std::move(prices)},     {"profit", screening->profit},
            {"delay", screening->delay}};
}

[[nodiscard]] json range_of(const question::utility_range& range) {
    return json::array({range.low, range.high});
}

[[nodiscard]] json ranges_of(const question::equilibrium_answer& answer) {
    json all = json::object();
    for (std::size_t i = 0; i < answer.range.size(); ++i) {
        all[answer.parties[i]] = range_of(answer.range[i]);
    }
    return all.empty() ? json(nullptr) : all;
}

[[nodiscard]] json by_last_offer_of(const question::equilibrium_answer& answer) {
    json all = json::object();
    for (std::size_t i = 0; i < answer.by_last_offer.size(); ++i) {
        const auto& led = answer.by_last_offer[i];
        all[answer.parties[i]] = led ? by_party(answer, *led) : json(nullptr);
    }
    return all.empty() ? json(nullptr) : all;
}

[[nodiscard]] json no_deals_of(const question::equilibrium_answer& answer) {
    json all = json::object();
    for (std::size_t i = 0; i < answer.no_deal.size(); ++i) {
        all[answer.parties[i]] = answer.no_deal[i].utility;
    }
    return all.empty() ? json(nullptr) : all;
}

[[nodiscard]] json without_haste_of(const question::equilibrium_answer& answer) {
    json all = json::object();
    for (std::size_t i = 0; i < answer.without_haste.size(); ++i) {
        const auto& range = answer.without_haste[i];
        all[answer.parties[i]] = range ? range_of(*range) : json(nullptr);
    }
    return all.empty() ? json(nullptr) : all;
}

[[nodiscard]] json first_agreement_of(const question::equilibrium_answer& answer) {
    if (!answer.first_agreement) {
        return nullptr;
    }
    const question::drawn_view& first = *answer.first_agreement;
    return {{"round", first.round},
            {"chance", first.chance},
            {"offers", offers_of(answer, first.offers)}};
}

[[nodiscard]] json likely_of(const std::optional<question::likely_view>& likely) {
    return likely ? json({{"deals", likely->deals},
                          {"chance", likely->chance},
                          {"accepted", likely->accepted}})
                  : json(nullptr);
}

}  // namespace

std::string to_json(const question::equilibrium_answer& answer) {
    json all;
    all["model"] = std::string(name_of_model(answer.model));
    all["horizon"] = answer.horizon ? json(*answer.horizon) : json(nullptr);
    all["utilities"] = by_party(answer, answer.utilities);
    all["outcome"] = answer.outcome ? outcome_of(*answer.outcome) : json(nullptr);
    all["first_round_agreement"] = answer.first_round_agreement;
    all["thresholds"] = thresholds_of(answer);
    all["certificate"] = proof_of(answer);
    all["fixed_points"] = answer.fixed_points ? json(*answer.fixed_points) : json(nullptr);
    all["scenario"] = answer.scenario;
    all["scope"] = name_of(answer.scope);
    all["talks"] = talks_of(answer.talks);
    all["parties"] = answer.parties;
    all["discounts"] = keyed(answer.parties, answer.discounts);
    all["breakdown"] = answer.breakdown;
    all["agreement"] = agreed_rule_of(answer);
    all["lambda"] = number_of(answer.lambda);
    all["no_deal"] = no_deals_of(answer);
    all["before_first_round"] = answer.before_first_round;
    all["outcome_utilities"] = by_party(answer, answer.of_outcome);
    all["round"] = answer.round ? json(*answer.round) : json(nullptr);
    all["offers"] = offers_of(answer, answer.offers);
    json equilibria = json::array();
    for (const std::vector<double>& one : answer.equilibria) {
        equilibria.push_back(keyed(answer.parties, one));
    }
    all["equilibria"] = std::move(equilibria);
    all["range"] = ranges_of(answer);
    all["by_last_offer"] = by_last_offer_of(answer);
    all["deadlines_followed"] = answer.deadlines_followed;
    all["shown"] =
        answer.range.empty() ? json(nullptr) : json(std::string(name_of_shown(answer.shown)));
    all["recognition"] = by_party(answer, answer.recognition);
    all["instead_of"] = answer.instead_of.empty() ? json(nullptr) : json(answer.instead_of);
    all["screening"] = screening_of(answer.screening);
    all["agreement_chance"] = number_of(answer.agreement_chance);
    all["first_round_chance"] = number_of(answer.first_round_chance);
    all["first_agreement"] = first_agreement_of(answer);
    all["likely_first"] = likely_of(answer.likely_first);
    all["nash"] = by_party(answer, answer.nash);
    all["kalai_smorodinsky"] = by_party(answer, answer.kalai_smorodinsky);
    all["without_haste"] = without_haste_of(answer);
    all["zone_is_empty"] = answer.zone_is_empty ? json(*answer.zone_is_empty) : json(nullptr);
    all["deals"] = answer.deals;
    all["efficient_only"] = answer.efficient_only;
    all["assumed_numbers"] = answer.assumed_numbers;
    all["refused"] = name_of(answer.refused);
    return written(all);
}

}  // namespace negotiation::io
