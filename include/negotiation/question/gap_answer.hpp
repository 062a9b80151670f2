#pragma once

/// @file
/// What would close the gap: the answer.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/question/draft.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief What payments come to in money, by what levels of an issue in money are worth to whoever
/// is paid.
struct money_view {
    std::string issue;  ///< whose levels give the price
    std::string unit;   ///< of the amounts, as the file writes it
    /// What each party must be paid @shape{parties}; nothing where no amount is worth so much.
    std::vector<std::optional<double>> amounts;
    std::optional<double> total;  ///< their sum, where all of them are known
    bool beyond = false;          ///< some amount is more than the levels go: their last slope was
                                  ///< drawn on
};

/// @brief A deal and what must be paid on top of it.
struct payment_view {
    draft outcome;                  ///< issues in scope
    std::vector<double> values;     ///< of the deal itself, before risk attitude @shape{parties}
    std::vector<double> amounts;    ///< what each party must get @shape{parties} @unit{value}
    double total = 0;               ///< their sum @unit{value}
    std::vector<money_view> money;  ///< one an issue in money, in the scenario's order
};

/// @brief What somebody would have to pay.
struct payer_view {
    std::string party;                  ///< empty for somebody outside
    std::optional<payment_view> least;  ///< nothing: no payment of its closes the gap
    bool known = true;                  ///< false: the search was refused
};

/// @brief A party, and how far its reservation value is from closing or opening the zone.
struct gap_party {
    std::string name;              ///< of the party
    no_deal_view no_deal;          ///< what it needs
    std::optional<double> margin;  ///< greatest reservation value at which there is a deal
    bool margin_known = true;      ///< false when it could not be searched for
};

/// @brief The gap under one set of red lines.
struct channel_gap {
    std::optional<double> total;  ///< what somebody outside must pay @unit{value}; nothing where
                                  ///< red lines leave no deal to pay for
    bool known = true;            ///< false: the search was refused
};

/// @brief The one option of a red line whose opening brings the best deal back.
struct opening_view {
    named_line line;                ///< whose red line, on what
    option_label option;            ///< the option to open
    std::vector<double> utilities;  ///< of the Nash deal it brings back @shape{parties}
};

/// @brief What would make up for too little trust in carrying the deal out.
struct assurance_view {
    std::string party;     ///< whose belief falls short
    double belief = 0;     ///< its belief
    double needed = 0;     ///< what the order asks for
    double guarantee = 0;  ///< share of its losses that must be made good
};

/// @brief Whether a deal can be carried out at the scenario's beliefs, in the order that misses by
/// least.
struct carrying_view {
    draft outcome;                      ///< the deal: the cheapest to pay for, without a gap Nash
    bool feasible = false;              ///< beliefs are enough
    std::vector<assurance_view> lacks;  ///< one a party that believes too little
    std::size_t assumed_numbers = 0;    ///< of the steps and of the deal
};

/// @brief Everything `gap` found.
struct gap_answer {
    std::string scenario;                ///< title
    std::string scope;                   ///< empty for every issue
    publicity talks = publicity::open;   ///< secret or open
    bool red_lines_chosen = false;       ///< by the asker
    std::vector<named_line> red_lines;   ///< all at the table
    std::vector<gap_party> parties;      ///< in acting order
    std::size_t assumed_numbers = 0;     ///< on which the answer rests
    std::size_t unsourced_numbers = 0;   ///< of the file: without a source or an assumption
    std::optional<expectation> expects;  ///< where an order is on the table
    std::optional<bool> open;            ///< there is a deal without any payment; nothing:
                                         ///< unknown
    payer_view outsider;                 ///< somebody outside pays
    std::vector<payer_view> insiders;    ///< each party pays the others @shape{parties}
    channel_gap in_public;               ///< with every red line
    channel_gap in_back_channel;         ///< with private red lines only
    std::vector<std::vector<named_line>> conflicts;  ///< minimal sets of red lines that leave no
                                                     ///< deal whatever is paid
    bool conflicts_complete = true;                  ///< false when the search hit its limit
    std::optional<opening_view> bridge;              ///< where one concession opens the zone
    std::optional<carrying_view> carrying;           ///< where the scenario has steps and beliefs
    std::string refused;                             ///< why something was not computed, or empty
};

}  // namespace negotiation::question
