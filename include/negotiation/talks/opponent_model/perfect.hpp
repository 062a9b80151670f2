#pragma once

/// @file
/// The others' true preferences, as an upper bound on what a model can do.

#include <cmath>
#include <memory>
#include <vector>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/opponent_model.hpp>

namespace negotiation::talks {

/// @brief Complete information: a strategy that holds one reads what no party could, and every
/// result it takes part in says so. With one opponent the estimate is its exact sum of terms; with
/// several, each one's values are added in shares of its range between its worst deal and its best.
/// @copycost a shared pointer
/// @test tests/talks/opponent_model/perfect.cpp "the perfect model knows the other side exactly"
class perfect {
public:
    /// @brief Reads the preferences of all but one party.
    /// @param at what is bargained over
    /// @param me the party that will hold the model
    /// @complexity{O(terms)}
    perfect(const arena& at, party_id me) {
        auto all = std::make_shared<std::vector<utility_term>>();
        for (party_id j = 0; j < at.parties(); ++j) {
            if (j == me) {
                continue;
            }
            const double span = static_cast<double>(at.view(j).greatest_sum) -
                                static_cast<double>(at.view(j).least_sum);
            for (utility_term term : at.table().parties[j].utility.terms) {
                for (grains& value : term.values) {
                    if (at.parties() > 2) {
                        value = std::llround(static_cast<double>(value) / (span > 0 ? span : 1) *
                                             estimate_unit);
                    }
                }
                all->push_back(std::move(term));
            }
        }
        terms_ = std::move(all);
    }

    /// @brief There is nothing to learn.
    void observe(const turn&) noexcept {}
    /// @brief The truth. @return terms of the others
    [[nodiscard]] const std::vector<utility_term>& terms(const turn&) const noexcept {
        return *terms_;
    }

private:
    std::shared_ptr<const std::vector<utility_term>> terms_;
};

}  // namespace negotiation::talks
