#pragma once

/// @file
/// A Bayesian model of the opponents' preferences over finitely many types.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/talks/opponent_model.hpp>
#include <negotiation/talks/preference_types.hpp>

namespace negotiation::talks {

/// @brief Bayes' rule over a finite set of preferences. A type is expected to propose at relative
/// time t deals worth 1 - `concession` t to it, give or take a normal error of standard deviation
/// `spread`; so an offer d multiplies its probability by exp(-(u(d) - 1 + concession t)^2 /
/// (2 spread^2)). The estimate is the mean of the types' utilities under the posterior. Each
/// opponent has a posterior of its own; estimates of several are added. Each offer counts once, and
/// nothing but the offers and their times counts: the posterior is the same in whatever order they
/// are heard.
///
/// The types may be `regular_types`, every order of issues with every peak of values, as published;
/// or `given_types` and `opposed_types`, of which somebody knows that they are the ones there are.
///
/// Assumes that the opponent begins near its best deal and concedes evenly: somebody who insists is
/// read as somebody to whom the same deal is worth ever less.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | concession | 0.5 | what opponents are expected to have conceded at the deadline |
/// | spread | 0.2 | standard deviation of an offer |
///
/// Both defaults are choices of this library.
/// @copycost a number a type and opponent
/// @source{hindriks2008, Hindriks and Tykhonov 2008\, AAMAS}
/// @test tests/talks/opponent_model/bayesian.cpp "the posterior is Bayes' rule"
/// @test tests/talks/opponent_model/bayesian.cpp "offers are dated by the clock of the talks"
class bayesian {
public:
    /// @brief A model that has heard nothing.
    /// @param types      what opponents may want, at least one type
    /// @param concession what they are expected to have conceded at the deadline @range{[0, 1]}
    /// @param spread     standard deviation of an offer @range{(0, inf)}
    /// @throws std::invalid_argument no type, or a number out of range
    explicit bayesian(preference_types types, double concession = 0.5, double spread = 0.2)
        : types_(std::make_shared<const preference_types>(std::move(types))),
          concession_(concession),
          spread_(spread) {
        if (types_->size() == 0 || !(concession >= 0 && concession <= 1) || !(spread > 0)) {
            throw std::invalid_argument(
                "bayesian: needs a type, concession in [0, 1] and spread above 0; got " +
                std::to_string(types_->size()) + " types, concession = " +
                std::to_string(concession) + ", spread = " + std::to_string(spread));
        }
    }

    /// @brief Hears what was said since it last listened.
    /// @param t the party's turn
    /// @complexity{O(types * issues) an offer}
    void observe(const turn& t) {
        logs_.resize(t.parties());
        for (; heard_ < t.heard(); ++heard_) {
            const event e = t.heard(heard_);
            if (e.kind == move_kind::offer && e.who != t.party() && e.who < t.parties()) {
                hear(t, e);
            }
        }
    }

    /// @brief The estimate.
    /// @param t the party's turn
    /// @return one term an issue @unit{1e-9}
    /// @complexity{O(types * options * opponents)} after news, else O(1)
    [[nodiscard]] const std::vector<utility_term>& terms(const turn& t) {
        if (stale_) {
            estimate(t);
            stale_ = false;
        }
        return terms_;
    }

    /// @brief How likely each type of an opponent is.
    /// @param who the opponent
    /// @return probabilities; the prior where nothing was heard @shape{types}
    /// @complexity{O(types)}
    [[nodiscard]] std::vector<double> posterior(party_id who) const {
        std::vector<double> found = types_->prior;
        if (who >= logs_.size() || logs_[who].empty()) {
            return found;
        }
        const std::vector<double>& logs = logs_[who];
        double greatest = -std::numeric_limits<double>::infinity();
        for (std::size_t h = 0; h < logs.size(); ++h) {
            greatest = found[h] > 0 ? std::max(greatest, logs[h]) : greatest;
        }
        double sum = 0;
        for (std::size_t h = 0; h < logs.size(); ++h) {
            found[h] = found[h] > 0 ? found[h] * std::exp(logs[h] - greatest) : 0;
            sum += found[h];
        }
        for (double& p : found) {
            p /= sum;
        }
        return found;
    }

private:
    /// When a round was, by the clock that the turn shows: rounds are as long as one another, and
    /// the deadline is time 1.
    [[nodiscard]] static double time_of(const turn& t, std::int64_t round) {
        const double left = static_cast<double>(t.now().rounds - t.now().round + 1);
        const double ago = static_cast<double>(t.now().round - round);
        return t.time() - ago * (1 - t.time()) / left;
    }

    void hear(const turn& t, const event& e) {
        std::vector<double>& logs = logs_[e.who];
        logs.resize(types_->size(), 0);
        const double expected = 1 - concession_ * time_of(t, e.round);
        const auto deal = t.deal(e.deal);
        for (std::size_t h = 0; h < logs.size(); ++h) {
            double worth = 0;
            for (std::size_t k = 0; k < deal.size(); ++k) {
                worth += types_->worth[h][types_->first[k] + deal[k]];
            }
            const double off = (worth - expected) / spread_;
            logs[h] -= off * off / 2;
        }
        stale_ = true;
    }

    void estimate(const turn& t) {
        const auto& sizes = t.sizes();
        std::vector<double> mean(types_->first.back(), 0);
        for (party_id j = 0; j < t.parties(); ++j) {
            if (j == t.party()) {
                continue;
            }
            const std::vector<double> likely = posterior(j);
            for (std::size_t h = 0; h < likely.size(); ++h) {
                for (std::size_t o = 0; o < mean.size() && likely[h] > 0; ++o) {
                    mean[o] += likely[h] * types_->worth[h][o];
                }
            }
        }
        terms_.resize(sizes.size());
        for (issue_id k = 0; k < sizes.size(); ++k) {
            terms_[k].issues.assign(1, k);
            terms_[k].values.resize(sizes[k]);
            for (std::size_t o = 0; o < sizes[k]; ++o) {
                terms_[k].values[o] = std::llround(mean[types_->first[k] + o] * estimate_unit);
            }
        }
    }

    std::shared_ptr<const preference_types> types_;
    double concession_;
    double spread_;
    bool stale_ = true;
    std::size_t heard_ = 0;                  ///< how much of the history is known
    std::vector<std::vector<double>> logs_;  ///< by party and type: log-likelihood
    std::vector<utility_term> terms_;
};

}  // namespace negotiation::talks
