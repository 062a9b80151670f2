#pragma once

/// @file
/// Everything about a world that does not depend on the deal.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/model/discount.hpp>
#include <negotiation/ratification/passage.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>
#include <negotiation/scenario/freeze_survival.hpp>
#include <negotiation/scenario/problem.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/sequence/order_report.hpp>
#include <negotiation/talks/surety.hpp>

namespace negotiation::life {

/// @brief How parties and homes behave once a deal is signed.
struct conduct {
    std::string alternative;  ///< rules of chambers instead of their usual ones; empty: these
    std::string variant;      ///< of the steps; empty: as written
    std::string order;        ///< an order of the file that is kept to; empty: the one agreed
                              ///< where orders were on the table, else the one of least trust
    ratification::conditions votes{ratification::members::common_shock, true};  ///< at home
    sequence::trust_options trusts{sequence::reading::drawdown, true};  ///< how trust is read
    bool cautious = false;  ///< trustworthy parties stop where they believe too little to go on;
                            ///< otherwise they start and go on whatever their belief

    bool operator==(const conduct&) const = default;
};

/// @brief A mediator of the talks, and what it stands for if it says so.
struct standing_mediator {
    std::string name;                   ///< of the mediator
    std::optional<talks::surety> what;  ///< nothing: its work is over with the talks

    bool operator==(const standing_mediator&) const = default;
};

/// @brief A frozen world: homes, hazards, beliefs, patience.
///
/// Refers to scenario and problem, which must outlive it. @thread const access is safe
struct circumstances {
    const scenario* world = nullptr;   ///< not owned
    const problem* frozen = nullptr;   ///< not owned
    std::vector<std::string> parties;  ///< names, by seat
    frozen_ratification homes;         ///< without chambers every deal passes
    std::vector<double> review;        ///< by home, then chamber in its order: days from signature
                                       ///< to its decision @shape{chambers}
    frozen_survival lasting;           ///< hazards and events; none without a section
    std::vector<double> trust;         ///< prior beliefs by party; empty: everybody is trustworthy
    std::vector<double> trustworthy;   ///< chance by party that it is @shape{parties}
    std::vector<discount> patience;    ///< by party
    std::vector<standing_mediator> mediators;  ///< by seat; whoever plays the talks seats them
    conduct how;                               ///< how everybody behaves
};

/// @brief Gathers what a life needs beside its talks.
///
/// A party is trustworthy with the probability that others believe it to be: with two parties the
/// belief of the other. Among n parties the belief p of each, that all others complete, stands for
/// p^(1/(n-1)) of each of them; a party's own chance is the mean of what the others hold.
/// @param world   the scenario, sound; must outlive what is returned
/// @param frozen  its problem; must outlive what is returned
/// @param parties names, by seat
/// @param how     how everybody behaves
/// @return the circumstances
/// @throws std::invalid_argument an alternative, variant or order that the scenario does not have
/// @complexity{O(size of the sections)}; thread-safe
/// @test tests/life/circumstances.cpp "a party is trustworthy as often as others believe"
[[nodiscard]] circumstances gather(const scenario& world, const problem& frozen,
                                   const std::vector<std::string>& parties, const conduct& how);

}  // namespace negotiation::life
