#pragma once

/// @file
/// A frozen problem together with its names: what every question starts from. Compiled in the
/// library negotiation::negotiation (src/question/seating.cpp).

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/conflict.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace negotiation::question {

/// @brief A table that has been set: the problem, and whom its places stand for.
///
/// Refers to the scenario, which must outlive it.
struct seating {
    const scenario* world = nullptr;      ///< the scenario, not owned
    setting chosen;                       ///< what was asked to change
    publicity talks = publicity::open;    ///< secret or open
    problem frozen;                       ///< red lines bind as chosen
    std::vector<const party*> parties;    ///< one a seat
    std::vector<const party*> onlookers;  ///< one an onlooker without a seat
};

/// @brief Sets the table.
/// @param world  the scenario, which must outlive the seating
/// @param chosen what to change about its table
/// @return the table
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument red lines chosen of someone who is not at the table
/// @complexity{that of `freeze`}; thread-safe
/// @test tests/question/seating.cpp "an onlooker with a seat is a party"
[[nodiscard]] seating set_table(const scenario& world, const setting& chosen);

/// @brief The deal's clauses among the issues in scope.
/// @param at   the table
/// @param deal an option for every issue @shape{issues}
/// @return one clause an issue in scope
/// @complexity{O(issues)}; thread-safe
/// @test tests/question/deals.cpp "the nuclear scope without red lines"
[[nodiscard]] draft draft_of(const seating& at, const outcome& deal);

/// @brief Utility of a deal less that of no deal, exact where utility is a sum of values.
/// @param at   the table
/// @param who  a party @range{[0, parties)}
/// @param deal an option for every issue @shape{issues}
/// @return the difference @unit{utility}
/// @complexity{O(terms)}; thread-safe
/// @test tests/question/seating.cpp "gains are exact where utility is a sum of values"
[[nodiscard]] double gain_of(const seating& at, party_id who, const outcome& deal);

/// @brief Every onlooker's view of a deal.
/// @param at   the table
/// @param deal an option for every issue @shape{issues}
/// @return one view an onlooker
/// @complexity{O(terms) an onlooker}; thread-safe
/// @test tests/question/deals.cpp "the status quo and the onlooker are told"
[[nodiscard]] std::vector<onlooker_view> views_of(const seating& at, const outcome& deal);

/// @brief Every reported quantity of a deal.
/// @param at   the table
/// @param deal an option for every issue @shape{issues}
/// @return one value a quantity, in the scenario's order
/// @complexity{that of `breakout_months` a quantity}; thread-safe
/// @test tests/question/value.cpp "the JCPOA-like deal is worth what it is worth"
[[nodiscard]] std::vector<reported_value> reported_of(const seating& at, const outcome& deal);

/// @brief The red line by names.
/// @param at the table
/// @param id of the red line, one of `lines_of`
/// @return the line, named
/// @complexity{O(1)}; thread-safe
/// @test tests/question/deals.cpp "what stands in the way is the pair of lines on enrichment and a
/// consortium the bridge"
[[nodiscard]] named_line line_of(const seating& at, deal::line_id id);

/// @brief All red lines at the table, in the parties' order.
/// @param at the table
/// @return one entry a red line
/// @complexity{O(red lines)}; thread-safe
/// @test tests/question/seating.cpp "public red lines bind in public only unless chosen otherwise"
[[nodiscard]] std::vector<named_line> lines_of(const seating& at);

/// @brief True when an assumption of the scenario covers the reservation value of the agent.
/// @param world the scenario
/// @param who   one of its agents
/// @return whether one does
/// @complexity{O(assumptions)}; thread-safe
/// @test tests/question/seating.cpp "reservation values of parties and onlookers are known to be
/// assumed"
[[nodiscard]] bool reservation_assumed(const scenario& world, const party& who);

/// @brief What no deal is to a party, and whether that is assumed.
/// @param at  the table
/// @param who a party
/// @return value, utility, and whether an assumption of the scenario covers the number
/// @complexity{O(assumptions)}; thread-safe
/// @test tests/question/seating.cpp "no deal has a value and a utility"
[[nodiscard]] no_deal_view no_deal_of(const seating& at, party_id who);

}  // namespace negotiation::question
