#pragma once

/// @file
/// What a deal is worth to everyone: the answer.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/question/draft.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief What a deal is to a party at the table.
struct party_worth {
    std::string name;                 ///< of the party
    double utility = 0;               ///< u of the deal
    double surplus = 0;               ///< utility less that of no deal
    bool accepts = false;             ///< the deal suits it
    double short_by = 0;              ///< how far below its reservation value; 0 when not
    std::vector<named_line> crossed;  ///< its red lines that the deal crosses, binding or not
};

/// @brief What one clause adds to the deal it stands in.
struct clause_worth {
    std::string issue;          ///< its name
    option_label option;        ///< what the deal takes
    option_label status_quo;    ///< the option of today
    bool changes = false;       ///< the clause moves the issue off its status quo
    bool severable = true;      ///< the deal without it is feasible too
    std::vector<double> worth;  ///< utility with it less utility with this issue back at its
                                ///< status quo @shape{parties}
};

/// @brief A deal that is at least as good for all and better for one.
struct better_deal {
    draft outcome;                    ///< issues in scope
    std::vector<double> utilities;    ///< @shape{parties}
    std::vector<double> improvement;  ///< over the deal it dominates @shape{parties}
};

/// @brief How much a party cares for one issue against another.
struct weight_ratio {
    std::string party;  ///< its name
    double first = 0;   ///< its weight of the first issue of a trade
    double second = 0;  ///< of the second
};

/// @brief Two clauses to change at once.
struct trade_view {
    std::string first;                  ///< the earlier issue
    option_label first_from;            ///< its option now
    option_label first_to;              ///< its new option
    std::string second;                 ///< the later issue
    option_label second_from;           ///< its option now
    option_label second_to;             ///< its new option
    std::vector<double> gains;          ///< of both changes @shape{parties}
    std::vector<double> first_alone;    ///< of the first change without the other @shape{parties}
    std::vector<double> second_alone;   ///< of the second @shape{parties}
    std::vector<weight_ratio> weights;  ///< one a party
};

/// @brief One deal, looked at from every side.
struct valued_deal {
    std::string name;                         ///< as it was asked for
    draft outcome;                            ///< issues in scope
    bool feasible = true;                     ///< it breaks no constraint
    std::vector<std::string> violated;        ///< names of the constraints it breaks
    std::vector<party_worth> parties;         ///< one a party
    std::vector<onlooker_view> onlookers;     ///< what it is to them
    bool acceptable = false;                  ///< feasible, and every party accepts
    std::optional<bool> efficient;            ///< nothing for a deal that constraints or binding
                                              ///< red lines rule out
    std::optional<better_deal> dominated_by;  ///< when it is not efficient
    std::vector<clause_worth> clauses;        ///< one an issue in scope
    std::vector<double> carried_out;          ///< utilities once carried out, where an order is on
                                              ///< the table; else empty @shape{parties}
    std::vector<order_worth> orders;          ///< the deal in each of the orders; likewise
    std::optional<trade_view> trade;          ///< when one helps
    std::vector<reported_value> reported;     ///< its reported quantities
    std::string refused;                      ///< why something was not computed, or empty: one
                                              ///< sentence for each reason
};

/// @brief Everything `value` found. Names are resolved, nothing is formatted.
struct value_answer {
    std::string scenario;                           ///< title
    std::string scope;                              ///< empty for every issue
    publicity talks = publicity::open;              ///< secret or open
    std::vector<named_line> red_lines;              ///< all at the table
    std::vector<std::string> parties;               ///< at the table
    std::vector<no_deal_view> no_deal;              ///< one a party: what surplus is counted from
    std::vector<valued_deal> deals;                 ///< as asked for
    std::vector<std::vector<std::size_t>> ranking;  ///< for each party, deals from best to worst,
                                                    ///< ties as asked for @shape{parties, deals}
    std::vector<std::vector<std::size_t>> ranks;    ///< for each party, each deal's rank from 1,
                                                    ///< the same for equal utilities
                                                    ///< @shape{parties, deals}
    std::vector<std::pair<std::size_t, double>> by_product;  ///< acceptable deals by the product
                                                             ///< of surpluses, best first
    std::size_t assumed_numbers = 0;                         ///< on which the answer rests
    std::size_t unsourced_numbers = 0;   ///< of the file: without a source or an assumption
    std::optional<expectation> expects;  ///< what utilities mean, where an
                                         ///< order is on the table
};

}  // namespace negotiation::question
