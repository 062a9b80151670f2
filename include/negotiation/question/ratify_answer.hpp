#pragma once

/// @file
/// Whether deals pass at home, and who would wreck them: the answer.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/question/draft.hpp>
#include <negotiation/ratification/rule.hpp>
#include <negotiation/ratification/synergy.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief The same chance under three assumptions.
struct chance_view {
    double probability = 1;   ///< a mood of the day moves all at home; public red lines count if
                              ///< the talks are public
    double independent = 1;   ///< the same without a mood: too close to 0 and 1
    double red_lines_on = 1;  ///< with a mood, and factions stand by public red lines
};

/// @brief Votes that have to be won, and what is lacking to them.
struct vote_price {
    std::string faction;      ///< its name
    std::uint32_t votes = 0;  ///< of it
    double price = 0;         ///< what the deal lacks to each of them @unit{value}
};

/// @brief The cheapest votes that carry a deal in a chamber.
struct coalition_view {
    std::vector<vote_price> votes;  ///< cheapest first
    double price = 0;               ///< of all together @unit{value}
};

/// @brief A chamber with a deal before it.
struct chamber_view {
    std::string name;            ///< of the chamber
    std::string party;           ///< whose home it belongs to
    std::string follows;         ///< the chamber it decides as, or empty
    ratification::rule decides;  ///< where it follows nobody
    std::size_t votes = 0;       ///< in it; 0 where it follows another
    std::size_t supporters = 0;  ///< how many of them carry a deal
    double expected =
        0;  ///< supporters to be expected without a mood, red lines as the talks have them
    double days = 0;                          ///< from signature to its decision
    chance_view chance;                       ///< that it ratifies
    std::optional<coalition_view> coalition;  ///< nothing where it follows another, or where too
                                              ///< few votes can be had at any price
};

/// @brief A party at the table that would not sign a deal.
struct refusal_view {
    std::string party;     ///< its name
    double gain = 0;       ///< of the deal over no deal, to it; not below 0 where a red line stands
                           ///< in the way @unit{utility}
    bool crossed = false;  ///< whether it crosses a red line of the party that binds at the table
};

/// @brief One clause changed, and what that does in each home.
struct synergy_view {
    std::string issue;            ///< its name
    option_label from;            ///< what the deal takes
    option_label to;              ///< what it would take instead
    std::vector<double> changes;  ///< of the chance to pass, by party @shape{parties}
    ratification::synergy_kind kind = ratification::synergy_kind::none;  ///< how signs compare
    std::vector<double> gains;           ///< of the changed deal over no deal @unit{utility}
                                         ///< @shape{parties}
    std::vector<refusal_view> refusals;  ///< parties that would not sign it
};

/// @brief Somebody who may wreck a deal, and how likely that is at this one.
struct spoiler_view {
    std::string name;               ///< a party or an onlooker
    std::string hazard;             ///< of the file, by which it acts
    double utility = 0;             ///< u of the deal
    double reservation = 0;         ///< the value at which it tends from acting to leaving alone
    double hazard_per_month = 0;    ///< probability that it strikes within a month
    double survival_12_months = 1;  ///< probability that it does not within twelve
};

/// @brief A deal on its way home.
struct ratified_deal {
    std::string name;                       ///< as it was asked for
    draft outcome;                          ///< issues in scope
    std::vector<double> utilities;          ///< @shape{parties}
    bool feasible = true;                   ///< it breaks no constraint
    bool acceptable = true;                 ///< feasible, and every party would sign
    std::vector<chamber_view> chambers;     ///< by party, in the file's order
    std::vector<chance_view> homes;         ///< that all chambers of a party ratify @shape{parties}
    chance_view joint;                      ///< that all homes do: their product
    std::optional<std::size_t> bottleneck;  ///< place of the chamber least likely to ratify; the
                                            ///< first of several
    double error = 0;                       ///< how far a chance may be off, as estimated
    std::vector<synergy_view> synergies;    ///< every feasible change of one clause in scope
    std::vector<spoiler_view> spoilers;     ///< who would rather wreck it, in the file's order
};

/// @brief How many deals of a range would pass.
struct win_set_view {
    std::string range;                   ///< `efficient`, `acceptable` or `feasible`
    bool red_lines_on = false;           ///< whether factions stand by public red lines
    std::uint64_t deals = 0;             ///< in the range
    std::vector<std::uint64_t> by_home;  ///< that pass in each home @shape{parties}
    std::uint64_t joint = 0;             ///< that pass in all
};

/// @brief A faction whose share of its chamber is varied.
struct surge_axis {
    std::string faction;         ///< its name
    std::string chamber;         ///< where it votes
    std::string party;           ///< whose home that is
    std::size_t votes = 0;       ///< of the chamber
    std::vector<double> shares;  ///< of the votes, rising; that of today is among them
    std::size_t today = 0;       ///< place of that
};

/// @brief How the joint win-set shrinks when factions grow.
struct surge_view {
    std::vector<surge_axis> axes;             ///< one or two
    std::string range;                        ///< as in `win_set_view`
    std::uint64_t deals = 0;                  ///< in the range
    std::vector<std::uint64_t> joint;         ///< that pass in all homes, public red lines as the
                                              ///< talks have them; by shares of the axes, those of
                                              ///< the last change fastest
    std::vector<std::uint64_t> red_lines_on;  ///< the same with factions standing by public ones
};

/// @brief Everything `ratify` found. Names are resolved, nothing is formatted.
struct ratify_answer {
    std::string scenario;                ///< title
    std::string scope;                   ///< empty for every issue
    publicity talks = publicity::open;   ///< secret or open
    std::vector<std::string> parties;    ///< at the table
    std::string alternative;             ///< the rule asked about instead, or empty
    std::vector<ratified_deal> deals;    ///< as asked for
    double level = 0.5;                  ///< from this probability on a deal is in a win-set
    std::vector<win_set_view> win_sets;  ///< ranges in falling narrowness; each without and with
                                         ///< public red lines where the talks are secret
    std::optional<surge_view> surge;     ///< where it was asked for
    std::size_t assumed_numbers = 0;     ///< on which the answer rests
    std::size_t unsourced_numbers = 0;   ///< of the file: without a source or an assumption
    std::string refused;                 ///< why something was not computed, or empty
};

}  // namespace negotiation::question
