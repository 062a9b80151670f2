#pragma once

/// @file
/// An agreement made ready for algorithms: its order, and its values in exact whole numbers.
/// Compiled in the library negotiation::negotiation (src/sequence/exchange.cpp).

#include <cstddef>
#include <vector>

#include <negotiation/model/utility_function.hpp>
#include <negotiation/sequence/agreement.hpp>
#include <negotiation/sequence/poset.hpp>

namespace negotiation::sequence {

/// @brief The agreement in whole numbers of grains, so that who may stop, and how much trust an
/// order needs, are decided without rounding.
///
/// Every amount is rounded once to a whole multiple of 10^-12; a party's grain is the greatest
/// common divisor of its amounts. Immutable. @thread const access is safe
class exchange {
public:
    /// @brief Makes it ready.
    /// @param of the agreement
    /// @throws std::invalid_argument what `check` throws, or amounts so far apart in size that
    /// their sums do not fit 62 bits
    /// @throws cycle_error steps wait for one another
    /// @complexity{O(steps * (steps + parties))}
    /// @test tests/sequence/exchange.cpp "amounts are exact"
    explicit exchange(const agreement& of);

    /// @brief Number of steps. @return how many
    [[nodiscard]] std::size_t size() const noexcept { return performers_.size(); }

    /// @brief Number of parties. @return how many
    [[nodiscard]] std::size_t parties() const noexcept { return totals_.size(); }

    /// @brief Which step waits for which. @return the partial order
    [[nodiscard]] const poset& order() const noexcept { return order_; }

    /// @brief Who performs a step.
    /// @param s a step
    /// @return the party
    [[nodiscard]] party_id performer(step_id s) const noexcept { return performers_[s]; }

    /// @brief What a step leaves a party if the process collapses after it: (1 - undone) value.
    /// @param s a step
    /// @param i a party
    /// @return the amount @unit{grains of i}
    [[nodiscard]] grains kept(step_id s, party_id i) const noexcept {
        return kept_[s * parties() + i];
    }

    /// @brief V: all steps and completion.
    /// @param i a party
    /// @return the amount @unit{grains of i}
    [[nodiscard]] grains total(party_id i) const noexcept { return totals_[i]; }

    /// @brief kappa: cost of a collapse once something has been done.
    /// @param i a party
    /// @return the amount @unit{grains of i}
    [[nodiscard]] grains breakdown(party_id i) const noexcept { return breakdowns_[i]; }

    /// @brief What seeing a step performed adds to the log-odds that its performer is trusted with:
    /// -ln(1 - defection).
    /// @param s a step
    /// @return log-odds @range{[0, inf)}
    [[nodiscard]] double learned(step_id s) const noexcept { return learned_[s]; }

    /// @brief What a guarantee is worth to a party in log-odds, at every moment: -ln(1 - covered).
    /// @param i a party
    /// @return log-odds @range{[0, inf]}
    [[nodiscard]] double covered(party_id i) const noexcept { return covered_[i]; }

    /// @brief Whether somebody makes good losses of some party.
    /// @return true where trusts are no fractions even without learning
    [[nodiscard]] bool is_covered() const noexcept;

    /// @brief One grain of a party.
    /// @param i a party
    /// @return its size @unit{utility}
    [[nodiscard]] double grain(party_id i) const noexcept { return grains_[i]; }

    /// @brief H: what a party is left with if the process collapses when exactly these steps have
    /// been done; V when all have.
    /// @param i    a party
    /// @param done an order ideal
    /// @return the amount, 0 for the empty set @unit{grains of i}
    /// @complexity{O(steps of the set)}; thread-safe
    /// @test tests/sequence/exchange.cpp "halting keeps what cannot be undone"
    [[nodiscard]] grains halt_value(party_id i, step_set done) const noexcept;

private:
    poset order_;
    std::vector<party_id> performers_;
    std::vector<grains> kept_;  ///< by step, by party
    std::vector<grains> totals_;
    std::vector<grains> breakdowns_;
    std::vector<double> learned_;
    std::vector<double> covered_;  ///< by party
    std::vector<double> grains_;
};

}  // namespace negotiation::sequence
