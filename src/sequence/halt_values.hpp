#pragma once

/// @file
/// What halting leaves everybody with, for many ideals.

#include <vector>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/step_sums.hpp>

namespace negotiation::sequence {

/// @brief `exchange::halt_value` from sums made ready.
class halt_values {
public:
    explicit halt_values(const exchange& of) : of_(&of) {
        for (party_id i = 0; i < of.parties(); ++i) {
            kept_.emplace_back(of.size(), [&](step_id s) { return of.kept(s, i); });
        }
    }

    /// H of a party.
    [[nodiscard]] grains at(party_id i, step_set done) const noexcept {
        if (done == of_->order().all()) {
            return of_->total(i);
        }
        return done == 0 ? 0 : kept_[i].over(done) - of_->breakdown(i);
    }

private:
    const exchange* of_;
    std::vector<step_sums<grains>> kept_;  ///< by party
};

}  // namespace negotiation::sequence
