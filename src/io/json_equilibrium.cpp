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

[[nodiscard]] json offers_of(const question::equilibrium_answer& answer) {
    json list = json::array();
    for (const question::offer_view& offer : answer.offers) {
        list.push_back({{"proposer", offer.proposer},
                        {"action", offer.action},
                        {"outcome", offer.outcome ? outcome_of(*offer.outcome) : json(nullptr)},
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

/// All null where no move was tried.
[[nodiscard]] json proof_of(const std::optional<talks::equilibrium::certificate>& proof) {
    if (!proof) {
        return {{"regret", nullptr},
                {"residual", nullptr},
                {"converged", nullptr},
                {"states", 0},
                {"deals", 0}};
    }
    return {{"regret", proof->regret},
            {"residual", proof->residual},
            {"converged", proof->converged},
            {"states", proof->states},
            {"deals", proof->deals}};
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
    for (std::size_t i = 0; i < answer.parties.size(); ++i) {
        all[answer.parties[i]] = answer.no_deal[i].utility;
    }
    return all;
}

[[nodiscard]] json without_haste_of(const question::equilibrium_answer& answer) {
    json all = json::object();
    for (std::size_t i = 0; i < answer.without_haste.size(); ++i) {
        const auto& range = answer.without_haste[i];
        all[answer.parties[i]] = range ? range_of(*range) : json(nullptr);
    }
    return all.empty() ? json(nullptr) : all;
}

}  // namespace

std::string to_json(const question::equilibrium_answer& answer) {
    json all;
    all["model"] = std::string(name_of_model(answer.model));
    all["horizon"] = answer.horizon ? json(*answer.horizon) : json(nullptr);
    all["utilities"] = by_party(answer, answer.utilities);
    all["outcome"] = answer.outcome ? outcome_of(*answer.outcome) : json(nullptr);
    all["first_round_agreement"] = answer.first_round_agreement;
    json thresholds = json::array();
    for (const question::offer_view& offer : answer.offers) {
        thresholds.push_back(thresholds_of(offer));
    }
    all["thresholds"] = std::move(thresholds);
    all["certificate"] = proof_of(answer.proof);
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
    all["outcome_utilities"] = by_party(answer, answer.of_outcome);
    all["round"] = answer.round ? json(*answer.round) : json(nullptr);
    all["offers"] = offers_of(answer);
    json equilibria = json::array();
    for (const std::vector<double>& one : answer.equilibria) {
        equilibria.push_back(keyed(answer.parties, one));
    }
    all["equilibria"] = std::move(equilibria);
    all["range"] = ranges_of(answer);
    all["by_last_offer"] = by_last_offer_of(answer);
    all["shown"] =
        answer.range.empty() ? json(nullptr) : json(std::string(name_of_shown(answer.shown)));
    all["recognition"] = by_party(answer, answer.recognition);
    all["agreement_chance"] = number_of(answer.agreement_chance);
    all["first_round_chance"] = number_of(answer.first_round_chance);
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
