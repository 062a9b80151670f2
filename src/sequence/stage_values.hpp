#pragma once

/// @file
/// What every ideal of a lattice holds for everybody, and where it leads, found once for searches
/// that pass it many times.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>

namespace negotiation::sequence {

/// @brief Halt values by ideal, the least of them ahead, and the ways on.
class stage_values {
public:
    /// @param learning whether honoured steps teach
    stage_values(const exchange& of, const ideal_lattice& lattice, bool learning = false);

    [[nodiscard]] const exchange& of() const noexcept { return *of_; }
    [[nodiscard]] const ideal_lattice& lattice() const noexcept { return *lattice_; }
    [[nodiscard]] ideal_id last() const noexcept {
        return static_cast<ideal_id>(lattice_->size() - 1);
    }

    /// As that of the lattice.
    template <class Visit>
    void for_each_next(ideal_id k, Visit visit) const {
        for (std::size_t e = first_way_[k]; e < first_way_[k + 1]; ++e) {
            visit(way_step_[e], way_to_[e]);
        }
    }

    /// H of a party.
    [[nodiscard]] grains held(ideal_id k, party_id i) const noexcept {
        return held_[k * of_->parties() + i];
    }
    /// The least H of a party at this ideal or any later one but the last.
    [[nodiscard]] grains least_ahead(ideal_id k, party_id i) const noexcept {
        return least_ahead_[k * of_->parties() + i];
    }
    /// What others have taught a party when exactly the steps of the ideal are done, and what a
    /// guarantee is worth to it [log-odds].
    [[nodiscard]] double learned(ideal_id k, party_id i) const noexcept;

private:
    void join();
    void look_back_from(ideal_id k);

    const exchange* of_;
    const ideal_lattice* lattice_;
    bool learning_;
    std::vector<std::uint32_t> first_way_;  ///< by ideal, and the end
    std::vector<std::uint8_t> way_step_;    ///< by way
    std::vector<ideal_id> way_to_;          ///< by way
    std::vector<grains> held_;
    std::vector<grains> least_ahead_;
};

}  // namespace negotiation::sequence
