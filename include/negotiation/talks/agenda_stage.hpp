#pragma once

/// @file
/// What is on the table while issues are settled one after another. Compiled in the library
/// negotiation::negotiation (src/talks/agenda_stage.cpp).

#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::talks {

/// @brief When what was agreed on one issue begins to count.
enum class implementation : std::uint8_t {
    simultaneous,  ///< nothing counts until all is agreed
    sequential     ///< at once; if the rest fails, the rest stays at its status quo
};

/// @brief What a party that bargains over some issues counts on from those that come later.
enum class later_value : std::uint8_t {
    proportional,  ///< as much conceded there as here, in proportion to what is at stake
    best,          ///< its best of what is still open
    status_quo     ///< no more than their status quo
};

/// @brief A stage of an agenda: some issues are settled, some on the table, some come later.
struct agenda_stage {
    outcome base;                 ///< the settled issues as agreed, all others at their status quo
    std::vector<issue_id> open;   ///< on the table now, ascending
    std::vector<issue_id> later;  ///< not yet, ascending
    bool first = true;            ///< nothing is settled
    implementation counts = implementation::simultaneous;  ///< when it counts
    later_value expects = later_value::proportional;       ///< simultaneous implementation only
};

/// @brief The bargaining problem of a stage: the same issues, parties and utilities, where only the
/// issues on the table are open and the others are at `base`. A deal of it is worth what the whole
/// outcome is worth, later issues at their status quo; what a party must reach is set for the
/// stage.
///
/// Sequential: the constraints and all red lines hold for the outcome as it is, since it counts at
/// once: who has a red line that the status quo of a later issue crosses signs nothing before that
/// issue is on the table. No deal is the reservation value in the first stage, and afterwards the
/// deal so far.
///
/// Simultaneous: a later issue at its status quo is not signed, so red lines about it wait, and of
/// the constraints remains what they say of the issues settled and on the table: a deal of the
/// stage is one that can still be completed. A party whose whole deals, given what is settled, are
/// worth M at best and m at worst, and those of the stage M' and m', signs in the stage from
///   proportional: M' - (M - r)(M' - m')/(M - m), r its reservation value: it may give away a share
///                 of what it has to give away, and so never ends below r where issues do not
///                 interact;
///   best:         M' - (M - r), which leaves r within its reach and no more;
///   status_quo:   r itself.
/// In the last stage all three are r. These are choices of this library: that a stage has a
/// reservation value of its own is the convention of Fatima et al.; M and m are exact sums inside
/// the party's own red lines.
/// @param whole the problem
/// @param stage of it
/// @return the problem of the stage
/// @throws std::invalid_argument constraints tie more than 65,536 combinations of issues on the
/// table to later ones, or a search passes its budget
/// @complexity{four searches a party, and one a combination that constraints tie to later issues};
/// thread-safe
/// @source{fatima2004, Fatima\, Wooldridge and Jennings 2004}
/// @test tests/talks/agenda_stage.cpp "what a stage must be worth"
[[nodiscard]] bargaining bargaining_of(const bargaining& whole, const agenda_stage& stage);

/// @brief A deal of a stage as a deal of the whole: itself, or, where the constraints forbid the
/// status quo of later issues, with the first options of these that they allow.
/// @param space of the whole
/// @param deal  of the stage, an option for every issue @shape{issues}
/// @param later issues that may be moved
/// @return a feasible deal; nothing where there is none
/// @complexity{one search at most}; thread-safe
/// @test tests/talks/agenda_stage.cpp "constraints reach across stages"
[[nodiscard]] std::optional<outcome> completed(const outcome_space& space, const outcome& deal,
                                               const std::vector<issue_id>& later);

}  // namespace negotiation::talks
