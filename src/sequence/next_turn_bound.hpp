#pragma once

/// @file
/// What sweeps under next turn without learning have in common.
///
/// At a hand-over nothing of what came before counts but what has been asked for already, and
/// within a run only what its party held at its start. So of the ways on from an ideal within a
/// bound on trust a party in control has to know only how much it can hold at the hand-over that
/// ends its run: the more, the less is asked for, whatever it held at the start.

#include <cmath>
#include <cstdint>

#include <negotiation/sequence/ideal_lattice.hpp>

#include "sequence/halt_values.hpp"
#include "sequence/held_in_control.hpp"

namespace negotiation::sequence {

/// @brief An exchange and its lattice, as runs under next turn see them.
class next_turn_runs {
public:
    using odds = greatest_held::odds;

    next_turn_runs(const exchange& of, const ideal_lattice& lattice)
        : of_(&of),
          lattice_(&lattice),
          halt_(of) {}

    [[nodiscard]] const exchange& of() const noexcept { return *of_; }
    [[nodiscard]] const ideal_lattice& lattice() const noexcept { return *lattice_; }
    [[nodiscard]] party_id parties() const noexcept {
        return static_cast<party_id>(of_->parties());
    }
    [[nodiscard]] ideal_id last() const noexcept {
        return static_cast<ideal_id>(lattice_->size() - 1);
    }

    /// H of a party.
    [[nodiscard]] grains held(ideal_id k, party_id i) const noexcept {
        return halt_.at(i, lattice_->at(k));
    }
    /// Whether a party that holds so much is not better off stopping.
    [[nodiscard]] bool goes_on(party_id i, grains held) const noexcept {
        return held <= of_->total(i);
    }
    /// What a run asks of its party.
    [[nodiscard]] odds asked(party_id i, grains at_start, grains at_end) const noexcept {
        return at_start <= at_end ? odds{} : odds{at_start - at_end, of_->total(i) - at_start};
    }

private:
    const exchange* of_;
    const ideal_lattice* lattice_;
    halt_values halt_;
};

/// @brief What came of trying a bound on trust.
struct next_turn_bound {
    using odds = greatest_held::odds;

    bool possible = false;     ///< an order is within it
    odds most_allowed = {};    ///< that order asks for no more
    odds least_refused = any;  ///< no order that is out of it asks for less
    static constexpr odds any = {1, 0};

    /// Notes what a run asks for. @return whether it is within the bound
    bool allow(const odds& bound, const odds& asked) noexcept {
        if (greatest_held::below(bound, asked)) {
            least_refused = greatest_held::below(asked, least_refused) ? asked : least_refused;
            return false;
        }
        most_allowed = greatest_held::below(most_allowed, asked) ? asked : most_allowed;
        return true;
    }
};

/// @brief Odds about half way in probability; the lower ones where nothing lies between.
[[nodiscard]] inline greatest_held::odds between(const greatest_held::odds& low,
                                                 const greatest_held::odds& high) {
    constexpr grains whole = grains{1} << 53U;
    const double half = (greatest_held::probability(low) + greatest_held::probability(high)) / 2;
    const auto part = static_cast<grains>(half * static_cast<double>(whole));
    const greatest_held::odds odds{part, whole - part};
    return greatest_held::below(low, odds) && greatest_held::below(odds, high) ? odds : low;
}

/// @brief The least bound that is possible, exactly: each try lowers it to what an order asks for,
/// or raises its floor to what an order could ask for.
/// @param possible a bound that is
/// @param attempt  (bound) -> next_turn_bound
template <class Attempt>
[[nodiscard]] greatest_held::odds least_bound(greatest_held::odds possible, Attempt attempt) {
    greatest_held::odds floor{};
    while (greatest_held::below(floor, possible)) {
        const next_turn_bound tried = attempt(between(floor, possible));
        if (tried.possible) {
            possible = tried.most_allowed;
        } else {
            floor = tried.least_refused;
        }
    }
    return possible;
}

}  // namespace negotiation::sequence
