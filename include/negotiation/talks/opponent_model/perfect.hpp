#pragma once

/// @file
/// The others' true preferences, as an upper bound on what a model can do.

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <stdexcept>
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
    /// @throws std::invalid_argument another party's utility is not a sum of terms over issues, as
    /// where the order of carrying out is on the table
    /// @complexity{O(terms)}
    perfect(const arena& at, party_id me) {
        auto all = std::make_shared<std::vector<utility_term>>();
        for (party_id j = 0; j < at.parties(); ++j) {
            if (j == me) {
                continue;
            }
            if (!at.table().parties[j].utility.derived.empty()) {
                throw std::invalid_argument(
                    "perfect: the other side's preferences are no sum over issues, so no estimate "
                    "of issues can be perfect; take 'frequency'");
            }
            const own_view& view = at.view(j);
            const double span =
                static_cast<double>(view.greatest_sum) - static_cast<double>(view.least_sum);
            if (at.parties() > 2 && !(span > 0)) {
                continue;  // it likes all deals alike
            }
            if (at.parties() == 2) {
                const bargaining::seat& other = at.table().parties[j];
                no_deal_ = static_cast<double>(other.reservation) /
                           static_cast<double>(other.utility.scale.grain);
            }
            for (utility_term term : at.table().parties[j].utility.terms) {
                if (at.parties() > 2) {
                    to_shares(term, span);
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

    /// @brief What no deal is worth to the one opponent there is.
    /// @return its reservation value as a sum of its terms; nothing with several opponents
    [[nodiscard]] std::optional<double> no_deal(const turn&) const noexcept { return no_deal_; }

private:
    /// Values from the least of the term on, in shares of the range: differences are what counts.
    static void to_shares(utility_term& term, double span) {
        const grains least = *std::min_element(term.values.begin(), term.values.end());
        for (grains& value : term.values) {
            const double share =
                (static_cast<double>(value) - static_cast<double>(least)) / span * estimate_unit;
            // Options that are closed may lie far outside the range of the open ones.
            value = std::llround(std::min(share, 1e15));
        }
    }

    std::shared_ptr<const std::vector<utility_term>> terms_;
    std::optional<double> no_deal_;
};

}  // namespace negotiation::talks
