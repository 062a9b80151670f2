#pragma once

/// @file
/// Which of the orders within bounds on trust has fewest runs and comes first by names, under next
/// turn without learning.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "sequence/next_turn_bound.hpp"

namespace negotiation::sequence {

/// @brief Bounds within which orders are looked for.
struct next_turn_caps {
    std::vector<greatest_held::odds> trusts;  ///< by party
    std::size_t runs = maximum_steps;         ///< no order has more
};

/// @brief Sweeps from the end over some ideals that keep, for an ideal and the party in control,
/// the ways on that are not worse than others: a number of further runs, and the most that the
/// party can hold when it hands over.
///
/// Needs 8 bytes for each ideal of the lattice; for each of those swept some 10 for each party and
/// 16 for each way on, mostly one or two for a party.
class next_turn_orders {
public:
    using odds = greatest_held::odds;

    /// @param stages all that orders within bounds pass, ascending; no others are looked at
    next_turn_orders(const next_turn_runs& at, std::vector<ideal_id> stages);

    /// The fewest runs within bounds.
    [[nodiscard]] std::optional<std::size_t> fewest_runs(const next_turn_caps& within);

    /// Leaves out what orders within bounds do not pass, as far as that can be told from the fewest
    /// runs and the least holding that lead to an ideal, each for itself.
    void narrow(const next_turn_caps& within);

    /// The least trust of one party within bounds.
    [[nodiscard]] std::optional<odds> least_of_one(party_id whose, next_turn_caps within);

    /// The order within bounds that comes first by names; empty where there is none.
    [[nodiscard]] std::vector<step_id> first_by_names(const next_turn_caps& within,
                                                      std::span<const std::size_t> names);

    /// Ideals visited by all sweeps together.
    [[nodiscard]] std::size_t visited() const noexcept { return visited_; }

private:
    /// A way on from an ideal.
    struct way {
        std::size_t runs = 0;  ///< further ones
        grains end = 0;        ///< what the party in control holds at the end of its run
    };
    using ways = std::vector<way>;
    static constexpr std::size_t unbounded_runs = maximum_steps + 1;
    /// The run at hand on a way to an ideal.
    struct beginning {
        std::size_t runs = unbounded_runs;                  ///< begun so far
        grains start = std::numeric_limits<grains>::max();  ///< what its party held at its start

        void lower(const beginning& other) noexcept {
            runs = std::min(runs, other.runs);
            start = std::min(start, other.start);
        }
    };
    static constexpr party_id no_party = std::numeric_limits<party_id>::max();
    /// How far an order has come.
    struct stage {
        ideal_id at = 0;
        party_id in_control = no_party;
        step_id by_step = 0;  ///< the last
        beginning run = {0, 0};
    };

    void look_at(std::vector<ideal_id> stages);
    [[nodiscard]] next_turn_bound attempt(const next_turn_caps& within, party_id whose);
    void look_back_from(std::size_t place, const next_turn_caps& within, party_id whose,
                        next_turn_bound& tried);
    void keep(std::size_t place, party_id i);
    [[nodiscard]] std::span<const way> known(ideal_id k, party_id i) const;
    [[nodiscard]] bool is_open(ideal_id k, party_id i, const beginning& from,
                               const next_turn_caps& within) const;
    [[nodiscard]] bool ends(party_id i, const beginning& from, grains held,
                            const next_turn_caps& within) const;
    void begin_runs(ideal_id k, const next_turn_caps& within, std::span<beginning> here) const;
    [[nodiscard]] std::optional<stage> after(const stage& now, step_id s, ideal_id to,
                                             const next_turn_caps& within) const;

    const next_turn_runs* at_;
    std::vector<ideal_id> stages_;
    std::vector<std::uint32_t> places_;  ///< by ideal: among stages
    std::vector<way> ways_;
    std::vector<std::size_t> first_;  ///< by stage and party
    std::vector<std::uint8_t> count_;
    std::vector<ways> on_;               ///< by party, of the ideal at hand
    std::vector<std::size_t> new_runs_;  ///< by party: fewest runs, one that begins there included
    std::size_t fewest_ = 0;
    std::size_t visited_ = 0;
};

}  // namespace negotiation::sequence
