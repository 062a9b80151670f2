#pragma once

/// @file
/// How good inspection must be, as an answer by names.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/compliance/evidence.hpp>
#include <negotiation/compliance/section.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/sequence_answer.hpp>

namespace negotiation::question {

/// @brief A step that can be faked, and what keeps it honest.
struct verified_step {
    honesty_view kept;    ///< what it needs, and whether it has it where nobody minds waiting
    bool honest = false;  ///< it has it, waiting counted as well
    double days = 0;      ///< until a pretence is found out @unit{days}
};

/// @brief Inspection of a step as a game of one period; an undetected violation costs the inspector
/// its `loss`.
struct inspection_view {
    double announced = 0;  ///< rate that deters once announced, and is inspected with anyway
                           ///< @range{[0, 1]}
    double violated = 0;   ///< probability of a violation where it is not announced @range{[0, 1]}
    double expense = 0;    ///< what the inspector expects to lose where it is announced
    double exposure = 0;   ///< the same where it is not
};

/// @brief A step that an inspector watches.
struct watched_step {
    std::string step;              ///< its name
    std::optional<double> needed;  ///< probability of detection, at the inspector's delay, waiting
                                   ///< counted; nothing where none is enough
    std::optional<double> rate;  ///< share of times to inspect; nothing where always is too little
    std::optional<std::size_t> visits;  ///< independent inspections that are enough; nothing where
                                        ///< no number is
    double cost = 0;                    ///< of so many
    bool kept_honest = false;           ///< enough of them, and the budget pays for them
    std::optional<inspection_view> game;  ///< where a loss is given and some rate deters
};

/// @brief What an inspector's report does to a belief.
struct believed_report {
    compliance::observation seen = compliance::observation::silence;  ///< the report
    double after = 0;                     ///< the belief after it @range{[0, 1]}
    std::optional<bool> enough;           ///< for the order; nothing where it is not carried out
    std::optional<double> others_needed;  ///< see `compliance::weighed_report`
    std::optional<std::size_t> most;      ///< see `compliance::weighed_report`
};

/// @brief What somebody believes of whoever is watched.
struct watched_belief {
    std::string believer;                  ///< whose belief
    std::string about;                     ///< who is watched
    double before = 0;                     ///< any report @range{(0, 1)}
    std::optional<double> needed;          ///< what the order asks; nothing where it is infeasible
    std::vector<believed_report> reports;  ///< those that can be made
};

/// @brief An inspector and what it comes to.
struct inspector_view {
    compliance::written_inspector said;   ///< as the file has it
    std::vector<watched_step> steps;      ///< in the order's order
    double cost = 0;                      ///< of all inspections needed
    double spent = 0;                     ///< within the budget
    double short_of = 0;                  ///< what the budget lacks
    std::vector<watched_belief> beliefs;  ///< one for each pair; empty where beliefs are not known
};

/// @brief How good inspection must be.
struct verify_answer {
    std::string scenario;                  ///< its title
    std::vector<std::string> parties;      ///< as at the table
    std::string deal;                      ///< what is carried out; empty where steps state values
    draft outcome;                         ///< its clauses
    std::string order_name;                ///< of the order; empty: the one that needs least trust
    std::vector<std::string> order;        ///< steps; empty where there is none
    bool feasible = false;                 ///< parties with trust enough go through it
    std::string refused;                   ///< why there is no order, or what is not known of it
    std::vector<verified_step> steps;      ///< that can be faked, in the order's order
    std::vector<inspector_view> watching;  ///< in the file's order
    std::size_t assumed_numbers = 0;  ///< how many numbers of steps and inspectors are assumptions
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption
};

}  // namespace negotiation::question
