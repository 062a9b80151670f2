#pragma once

/// @file
/// The question "can either leader bring this home?" Compiled in the library
/// negotiation::negotiation (src/question/ratify.cpp).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/describe_ratify.hpp>
#include <negotiation/question/ratify_answer.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask whether deals pass at home.
struct ratify_options {
    std::string scope;               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;  ///< instead of what the scenario says
    /// Each a fair solution by name, a deal of the scenario, or `issue=option,…`; none: the Nash
    /// deal and every deal of the scenario.
    std::vector<std::string> deals;
    std::string alternative;        ///< name of a rule by which chambers that have it decide
    double level = 0.5;             ///< from this probability on a deal is in a win-set
                                    ///< @range{(0, 1)}
    std::uint64_t few = 1'000'000;  ///< up to so many deals before constraints win-sets are counted
                                    ///< over all of them
    bool win_sets = false;          ///< and also beyond that
    std::vector<std::string> surge;  ///< factions whose share of their chamber is varied from none
                                     ///< to all of it; two at most, of different parties
    deal::budget limits;             ///< what the search for the frontier may use
};

/// @brief Whether deals pass at home: chamber by chamber, under a mood of the day, without one, and
/// with public red lines; what the missing votes would cost; which clauses help in which home; who
/// would wreck the deal; how many deals would pass at all.
///
/// Without a deal that suits everybody the Nash deal is left out, and the answer says so.
///
/// @param world   a scenario with chambers
/// @param options what to ask
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope
/// @throws std::invalid_argument no chambers; a deal, a rule or a faction that there is not; a
/// level outside (0, 1); factions that cannot be varied together
/// @complexity{one frontier, O(options) integrals a deal, and what the win-sets cost}; thread-safe
/// @test tests/question/ratify.cpp "two deals come home as an independent program says"
[[nodiscard]] ratify_answer ratify(const scenario& world, const ratify_options& options = {});

}  // namespace negotiation::question
