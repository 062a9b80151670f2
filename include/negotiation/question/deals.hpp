#pragma once

/// @file
/// The question "is there a deal, which, how many, which are fair, and what stands in the way?"
/// Compiled in the library negotiation::negotiation (src/question/deals.cpp).

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/deals_answer.hpp>
#include <negotiation/question/describe_deals.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask for the deals of a scenario.
struct deals_options {
    std::string scope;                              ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;                 ///< instead of what the scenario says
    red_line_choice red_lines;                      ///< which red lines bind
    std::vector<std::string> seats;                 ///< onlookers who get a seat
    deal::engine method = deal::engine::automatic;  ///< how to search
    deal::budget limits;                            ///< what a search may use
    bool lotteries = false;                         ///< also the four solutions over lotteries
    std::vector<std::pair<std::string, double>> powers;  ///< bargaining power of parties in the
                                                         ///< Nash solution; 1 where not given
};

/// @brief The deals of a scenario: how many, in public and in the back channel, which are
/// efficient, which fair, what stands in the way, how far reservation values may move.
///
/// An empty zone is an answer: solutions are then absent and `conflicts` says why.
///
/// @param world   a scenario
/// @param options what to change about the table, and how to search
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument red lines or powers of someone who is not at the table, or a
/// power that is not above 0
/// @complexity{two counts of the zone, and one frontier for itself, for each party and for each
/// option that a red line closes}; thread-safe
/// @test tests/question/deals.cpp "the nuclear scope without red lines"
[[nodiscard]] deals_answer deals(const scenario& world, const deals_options& options = {});

}  // namespace negotiation::question
