#pragma once

/// @file
/// The least trust under next turn without learning, by sweeps over the lattice.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sequence/next_turn_bound.hpp"

namespace negotiation::sequence {

/// @brief Tries bounds on trust, each by a sweep from the end that keeps one number for an ideal
/// and a party; what is on no order within a bound is left out from then on.
///
/// Needs 8 bytes an ideal and party, and 4 an ideal.
class next_turn_least {
public:
    using odds = greatest_held::odds;

    explicit next_turn_least(const next_turn_runs& at);

    /// The least greatest trust; nothing where no order is feasible.
    [[nodiscard]] std::optional<odds> find();

    /// The ideals on orders that ask for no more than was found, ascending.
    [[nodiscard]] const std::vector<ideal_id>& stages() const noexcept { return stages_; }
    /// Ideals visited by all sweeps together.
    [[nodiscard]] std::size_t visited() const noexcept { return visited_; }

private:
    /// By ideal of a level and party: the least that it can have held at the start of a run.
    using starts = std::vector<grains>;

    [[nodiscard]] grains& end(ideal_id k, party_id i) noexcept {
        return ends_[std::size_t{k} * at_->parties() + i];
    }
    [[nodiscard]] next_turn_bound attempt(const odds& bound);
    [[nodiscard]] bool look_back_from(ideal_id k, const odds& bound, next_turn_bound& tried);
    void narrow(const odds& bound);
    void begin_runs(ideal_id k, const odds& bound, std::span<grains> of_k) const;
    void carry_on(ideal_id k, const odds& bound, std::span<const grains> of_k,
                  std::span<grains> next, ideal_id first) const;

    const next_turn_runs* at_;
    std::vector<ideal_id> stages_;
    std::vector<grains> ends_;  ///< by ideal and party: the most it can hold when it hands over
    std::vector<grains> on_;    ///< by party: the same where it takes the next step
    std::size_t visited_ = 0;
};

}  // namespace negotiation::sequence
