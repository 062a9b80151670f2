#pragma once

/// @file
/// What the parties tell mediators of their preferences. Compiled in the library
/// negotiation::negotiation (src/talks/reports.cpp).

#include <vector>

#include <negotiation/model/bargaining.hpp>
#include <negotiation/talks/arena.hpp>

namespace negotiation::talks {

/// @brief The preferences that the parties report to mediators: the true ones, or any others over
/// the same deals. Letting one party report something else and comparing what it gets is how the
/// manipulability of a mediator is measured.
/// @copycost a bargaining problem; pass it by reference
/// @thread const access is safe: any number of runs share one
/// @test tests/talks/reports.cpp "reports are the truth unless told otherwise"
class reports {
public:
    /// @brief Everybody tells the truth.
    /// @param at the talks
    /// @complexity{O(deals * parties) where deals are written down, else two searches a party}
    /// @test tests/talks/reports.cpp "reports are the truth unless told otherwise"
    explicit reports(const arena& at);

    /// @brief The parties tell this.
    /// @param at   the talks
    /// @param told the preferences, reservation values and red lines that are reported
    /// @throws std::invalid_argument another space or another number of parties
    /// @complexity{O(deals * parties) where deals are written down, else two searches a party}
    /// @test tests/talks/reports.cpp "reports are about the same deals"
    reports(const arena& at, bargaining told);

    /// @brief The problem as reported. @return a bargaining problem over the deals of the talks
    [[nodiscard]] const bargaining& table() const noexcept { return told_; }

    /// @brief Number of parties. @return how many sit at the table
    [[nodiscard]] std::size_t parties() const noexcept { return told_.parties.size(); }

    /// @brief What a deal is worth to a party.
    /// @param i    a party @range{[0, parties())}
    /// @param deal an option for every issue @shape{issues}
    /// @return utility
    [[nodiscard]] double utility(party_id i, const outcome& deal) const {
        return utility_of(told_, i, deal);
    }

    /// @brief The same on a scale of its own: 0 its worst, 1 its best of all feasible deals, red
    /// lines aside.
    /// @param i    a party @range{[0, parties())}
    /// @param deal feasible, an option for every issue @shape{issues}
    /// @return share of its range; 0 where all deals are alike to it @range{[0, 1]}
    [[nodiscard]] double share(party_id i, const outcome& deal) const {
        const double span = greatest_[i] - least_[i];
        return span > 0 ? (utility(i, deal) - least_[i]) / span : 0;
    }

    /// @brief Whether a party's red lines leave a deal.
    /// @param i         a party @range{[0, parties())}
    /// @param deal      an option for every issue @shape{issues}
    /// @param is_public public red lines bind as well
    /// @return false where one that binds is crossed
    [[nodiscard]] bool inside(party_id i, const outcome& deal, bool is_public) const;

private:
    bargaining told_;
    std::vector<double> least_;     ///< by party, of all feasible deals
    std::vector<double> greatest_;  ///< by party
};

}  // namespace negotiation::talks
