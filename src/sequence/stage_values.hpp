#pragma once

/// @file
/// What every ideal of a lattice holds for everybody, found once for all searches.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>

namespace negotiation::sequence {

/// @brief Halt values by ideal, and the least of them ahead.
class stage_values {
public:
    stage_values(const exchange& of, const ideal_lattice& lattice);

    [[nodiscard]] const exchange& of() const noexcept { return *of_; }
    [[nodiscard]] const ideal_lattice& lattice() const noexcept { return *lattice_; }
    [[nodiscard]] ideal_id last() const noexcept {
        return static_cast<ideal_id>(lattice_->size() - 1);
    }

    /// H of a party.
    [[nodiscard]] grains held(ideal_id k, party_id i) const noexcept {
        return held_[k * of_->parties() + i];
    }
    /// The least H of a party at this ideal or any later one but the last.
    [[nodiscard]] grains least_ahead(ideal_id k, party_id i) const noexcept {
        return least_ahead_[k * of_->parties() + i];
    }
    /// What others have taught a party when exactly the steps of the ideal are done [log-odds].
    [[nodiscard]] double learned(ideal_id k, party_id i) const noexcept;

private:
    void look_back_from(ideal_id k);

    const exchange* of_;
    const ideal_lattice* lattice_;
    std::vector<grains> held_;
    std::vector<grains> least_ahead_;
};

}  // namespace negotiation::sequence
