#include "io/json_meta_game.hpp"

#include <string>
#include <utility>
#include <vector>

namespace negotiation::io::json_parts {

namespace {

json counted_share(const proportion& of) {
    return {{"share", of.share}, {"low", of.low}, {"high", of.high}};
}

json strategy_names(const question::tournament_answer& answer,
                    const std::vector<std::size_t>& places) {
    json names = json::array();
    for (const std::size_t k : places) {
        names.push_back(answer.strategies[k].name);
    }
    return names;
}

json equilibria_of(const laboratory::symmetric_equilibria_result& of) {
    json list = json::array();
    for (const laboratory::symmetric_equilibrium& e : of.all) {
        list.push_back({{"mix", e.mix},
                        {"regret", e.regret},
                        {"payoff", e.payoff},
                        {"isolated", e.isolated ? json(*e.isolated) : json(nullptr)},
                        {"stability", laboratory::to_string(e.under_replicator)}});
    }
    return list;
}

json basins_of(const laboratory::replicator_basins& of) {
    json list = json::array();
    for (const laboratory::basin& b : of.all) {
        list.push_back({{"mix", b.mix},
                        {"basin", b.share.share},
                        {"low", b.share.low},
                        {"high", b.share.high},
                        {"spread", b.spread},
                        {"regret", b.regret},
                        {"residual", b.residual}});
    }
    return list;
}

json logit_of(const laboratory::logit_path& of) {
    json list = json::array();
    for (const laboratory::logit_point& at : of.points) {
        list.push_back({{"precision", at.precision},
                        {"mix", at.mix},
                        {"residual", at.residual},
                        {"regret", at.regret}});
    }
    return list;
}

json survival_of(const laboratory::meta_game& of) {
    json list = json::array();
    for (const laboratory::survival& sure : of.survive) {
        list.push_back({{"in_equilibrium", counted_share(sure.in_equilibrium)},
                        {"attracting", counted_share(sure.attracting)}});
    }
    return list;
}

}  // namespace

json meta_game_of(const question::tournament_answer& answer) {
    const laboratory::meta_game& of = answer.meta_game;
    if (of.game.strategies.empty()) {
        return nullptr;
    }
    json too_large = json::array();
    for (const std::size_t k : of.game.too_large) {
        too_large.push_back(answer.scenarios[k].result.name);
    }
    json all;
    all["strategies"] = strategy_names(answer, of.game.strategies);
    all["payoffs"] = of.game.payoffs;
    all["errors"] = of.game.errors.empty() ? json(nullptr) : json(of.game.errors);
    all["sampling"] = laboratory::to_string(of.game.from);
    all["equilibria"] = equilibria_of(of.equilibria);
    all["continuum"] = of.equilibria.continuum;
    all["complete"] = of.equilibria.complete;
    all["regret"] = of.regrets;
    all["alpha_rank"] = of.alpha_rank.shares;
    all["alpha_rank_certificate"] = {{"intensity", of.alpha_rank.intensity},
                                     {"residual", of.alpha_rank.residual},
                                     {"converged", of.alpha_rank.converged}};
    all["replicator"] = basins_of(of.replicator);
    all["unsettled"] = of.replicator.unsettled.share;
    all["starts"] = of.replicator.starts;
    all["logit"] = logit_of(of.logit);
    all["survival"] = of.survive.empty() ? json(nullptr) : survival_of(of);
    all["resamples"] = of.resamples;
    all["survival_complete"] = of.survival_complete;
    all["left_out"] = strategy_names(answer, of.game.left_out);
    all["too_large"] = std::move(too_large);
    return all;
}

json comparisons_of(const question::tournament_answer& answer) {
    json list = json::array();
    for (const laboratory::comparison& one : answer.told_apart.all) {
        list.push_back({{"first", answer.strategies[one.first].name},
                        {"second", answer.strategies[one.second].name},
                        {"difference", one.difference},
                        {"pairs", one.pairs},
                        {"p", one.p},
                        {"adjusted", one.adjusted},
                        {"exact", one.exact},
                        {"against_ranking", one.against_ranking},
                        {"scenarios", one.stages}});
    }
    return list;
}

json groups_of(const question::tournament_answer& answer) {
    json list = json::array();
    for (const std::vector<std::size_t>& group : answer.told_apart.groups) {
        list.push_back(strategy_names(answer, group));
    }
    return list;
}

}  // namespace negotiation::io::json_parts
