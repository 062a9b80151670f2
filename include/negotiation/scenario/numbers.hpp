#pragma once

/// @file
/// Every number of a scenario with its place, and which of them are assumptions. Compiled in the
/// library negotiation::negotiation (src/scenario/numbers.cpp).

#include <cstddef>
#include <string>
#include <vector>

#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief A number and where it stands.
struct located_number {
    path place;            ///< as assumptions name it
    double value = 0;      ///< in the unit of its place
    bool assumed = false;  ///< some assumption of the scenario covers it
};

/// @brief All numbers of the scenario: the issues' levels; the levels at which constraints and red
/// lines bite; for each agent its reservation value, weights, values, interactions, risk and
/// discount; reported terms; of the talks those of protocol, channel and mediators, the parameters
/// of specs such as `boulware(e=0.3)` included; of carrying out what sequence, steps,
/// variants and tranches say; of lasting what survival, hazards and events say, in the periods in
/// which they say it. Inside a list in its order.
///
/// An integer or real issue has the three numbers of its range, whatever its options. Values
/// shared through `values_from` count once, where they are written.
/// @param world any scenario
/// @return one entry a number
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "every number of a party is found once"
[[nodiscard]] std::vector<located_number> numbers(const scenario& world);

/// @brief How many numbers there are and where they come from.
struct number_summary {
    std::size_t all = 0;                        ///< numbers of the scenario
    std::size_t assumed = 0;                    ///< of them covered by an assumption
    std::size_t unsourced = 0;                  ///< of them with neither an assumption nor a source
    std::vector<std::string> unsourced_places;  ///< their paths; of a table without any, its path
};

/// @brief Counts the numbers of a scenario and names those that nobody answers for.
///
/// A number has a source when its issue, constraint, agent, reported quantity, mediator or step
/// names one, a hazard or event does, the tranches do, or when some source covers its path. Of a
/// channel 0 needs none: then there is no such thing.
/// @param world any scenario
/// @return counts and paths
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "numbers without source or assumption are named"
[[nodiscard]] number_summary summarise_numbers(const scenario& world);

/// @brief How many numbers of a scenario nobody answers for: `unsourced` of its summary alone.
/// @param world any scenario
/// @return the count
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "numbers without source or assumption are named"
[[nodiscard]] std::size_t unsourced_numbers(const scenario& world);

/// @brief How many assumed numbers an answer about deals rests on: among the issues in scope and
/// the weights, values and reservation values of the parties at the table; where the order of steps
/// is one of the issues, also what the steps are worth and leave, and the beliefs.
/// @param world the scenario
/// @param scope_name a scope, or empty for all issues
/// @param seats onlookers at the table
/// @return the count; an unknown scope or seat adds nothing
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "only the parties at the table count"
/// @test tests/scenario/orders.cpp "an answer rests on the steps where their order is on the table"
[[nodiscard]] std::size_t assumed_numbers(const scenario& world, const std::string& scope_name,
                                          const std::vector<std::string>& seats = {});

/// @brief How many assumed numbers an answer about the talks rests on: those of an answer about
/// deals, the discount factors of the parties at the table unless nothing is discounted, and the
/// numbers of protocol, channel and mediators. How an onlooker plays counts when it has a seat.
/// @param world the scenario; without a section of the talks its defaults hold and none is counted
/// @param scope_name a scope, or empty for all issues
/// @param seats onlookers at the table
/// @return the count, at least `assumed_numbers`; an unknown scope or seat adds nothing
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "answers about the talks count what the talks are assumed to
/// be"
[[nodiscard]] std::size_t assumed_numbers_of_talks(const scenario& world,
                                                   const std::string& scope_name,
                                                   const std::vector<std::string>& seats = {});

/// @brief How many assumed numbers of chambers and factions there are: an answer about ratification
/// rests on them, and on `assumed_numbers`.
/// @param world the scenario
/// @return the count
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "answers about ratification count what homes are assumed to be"
[[nodiscard]] std::size_t assumed_numbers_of_ratification(const scenario& world);

/// @brief How many assumed numbers an answer about carrying out rests on: those of the sequence and
/// of every step, and of the variants that it compares. Where steps implement a deal, it rests on
/// `assumed_numbers` as well.
/// @param world    the scenario; without steps none is counted
/// @param variants names of the variants that are looked at
/// @return the count; an unknown variant adds nothing
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "answers about carrying out count what the steps are assumed to
/// be"
[[nodiscard]] std::size_t assumed_numbers_of_steps(const scenario& world,
                                                   const std::vector<std::string>& variants = {});

/// @brief How many assumed numbers an answer about lasting rests on: those of the section, of
/// hazards and of events. Where a hazard answers to what a deal is worth to somebody, it rests on
/// `assumed_numbers` with that agent as well.
/// @param world the scenario; without hazards and events none is counted
/// @return the count
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/hazards.cpp "answers about lasting count what the shocks are assumed to be"
[[nodiscard]] std::size_t assumed_numbers_of_survival(const scenario& world);

/// @brief How many assumed numbers of inspectors there are: an answer about verification rests on
/// them, and on `assumed_numbers_of_steps`.
/// @param world the scenario; without inspectors none is counted
/// @return the count
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "answers about verification count what inspectors are assumed
/// to be"
[[nodiscard]] std::size_t assumed_numbers_of_compliance(const scenario& world);

/// @brief How many assumed numbers an answer about spoilers rests on: those of the hazards that
/// answer to what a deal is worth to somebody, without what else a deal adds to them.
/// @param world the scenario; without spoilers none is counted
/// @return the count
/// @complexity{O(numbers hazards)}; thread-safe
/// @test tests/scenario/numbers.cpp "answers about spoilers count their hazards alone"
[[nodiscard]] std::size_t assumed_numbers_of_spoilers(const scenario& world);

/// @brief How many assumed numbers an answer about tranches rests on: those of the section.
/// @param world the scenario; without tranches none is counted
/// @return the count
/// @complexity{O(numbers)}; thread-safe
/// @test tests/scenario/numbers.cpp "answers about tranches count what the tranches are assumed to
/// be"
[[nodiscard]] std::size_t assumed_numbers_of_tranches(const scenario& world);

}  // namespace negotiation
