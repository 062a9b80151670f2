#pragma once

/// @file
/// How one run of the talks went, by names.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/yardstick.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/model_error.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::question {

/// @brief A party and how it plays.
struct player {
    std::string name;                   ///< of the party
    std::string strategy;               ///< as written
    bool complete_information = false;  ///< it reads the others' true preferences

    bool operator==(const player&) const = default;
};

/// @brief A mediator and what it does.
struct seated_mediator {
    std::string name;  ///< of the mediator
    std::string role;  ///< as written

    bool operator==(const seated_mediator&) const = default;
};

/// @brief One thing that was said or done.
struct told_event {
    std::int64_t round = 0;         ///< from 1
    std::string who;                ///< a party or a mediator
    std::string action;             ///< offer, accept, reject, walk_away, …
    bool arrived = true;            ///< false where noise swallowed it
    std::optional<draft> outcome;   ///< the deal it is about
    std::vector<double> utilities;  ///< of that deal itself, by party; empty without one
    std::vector<bool> crosses;      ///< by party: the deal lies outside its red lines; likewise
    std::vector<double> amounts;    ///< what a mediator adds or takes, by party; mostly empty

    bool operator==(const told_event&) const = default;
};

/// @brief What an opponent model, at a party's place, makes of all that was said, against the
/// truth.
struct model_result {
    std::string party;         ///< whose place
    std::string model;         ///< by its name, with its usual parameters
    talks::model_error error;  ///< of no deals where it was refused
    std::string refused;       ///< why there is no such model here, or empty

    bool operator==(const model_result&) const = default;
};

/// @brief A party whose agent failed, which counts as walking away.
struct told_forfeit {
    std::string party;       ///< whose
    std::int64_t round = 0;  ///< when
    std::string what;        ///< what it did

    bool operator==(const told_forfeit&) const = default;
};

/// @brief Everything `run` found. Names are resolved, nothing is formatted.
struct run_answer {
    std::string scenario;                 ///< title
    std::string scope;                    ///< empty for every issue
    publicity talks = publicity::open;    ///< as they began
    std::string protocol;                 ///< as written
    clock convention = clock::geniusweb;  ///< relative time
    std::int64_t rounds_limit = 0;        ///< the deadline
    double days_per_round = 0;            ///< unless delays take longer @unit{days}
    double breakdown = 0;                 ///< probability a round
    talks::voting_rule agreement;         ///< who has to accept
    talks::discounting discounting = talks::discounting::none;  ///< how waiting is priced
    std::uint64_t seed = 0;                                     ///< of all that was drawn
    std::vector<player> parties;                                ///< in the order in which they act
    std::vector<seated_mediator> mediators;                     ///< in the order in which they act
    talks::talks_status status = talks::talks_status::no_agreement;  ///< how it ended
    std::int64_t round = 0;                                          ///< in which it ended
    std::int64_t offers = 0;                                         ///< deals proposed
    double time = 0;                                                 ///< relative time at the end
    double days = 0;                                                 ///< calendar time at the end
    bool leaked = false;                 ///< the talks became public on the way
    std::vector<double> utilities;       ///< by party: of the deal, or of no deal
    std::vector<double> discounted;      ///< the same, less what waiting costs
    std::vector<double> carried_out;     ///< by party: of the deal once it is carried out, where
                                         ///< an order is on the table; else empty
    std::vector<double> promised;        ///< by party: what mediators add to the deal
    std::vector<double> no_deal_at_end;  ///< by party: no deal, threats and audiences included
    std::optional<draft> first_text;     ///< of a single text: where it begins
    std::optional<draft> last_text;      ///< of a single text: where it ends, signed or not
    std::vector<double> last_utilities;  ///< of the last text, by party
    std::vector<bool> would_sign;        ///< by party: the last text
    std::vector<no_deal_view> no_deal;   ///< by party: as the talks began
    std::optional<draft> outcome;        ///< what was agreed
    std::vector<double> nash;            ///< utilities of the Nash deal; empty without one
    laboratory::distances distance;      ///< of the agreement by itself, promises aside
    std::vector<told_event> events;      ///< in order
    std::vector<told_forfeit> forfeits = {};  ///< agents that failed and so walked away
    std::vector<bool> accepted;               ///< by party: it accepted what was agreed
    std::vector<bool> has_acceptable_deal;  ///< by party: some deal is worth no less than no deal,
                                            ///< under the red lines that bind at the end
    bool written_down = true;               ///< deals were listed, not searched for
    std::optional<bool> zone_is_empty;      ///< whether no deal suits everybody, under the red
                                            ///< lines that bind at the end; nothing: unknown
    std::string refused;                    ///< why something was not computed, or empty
    std::size_t other_runs = 0;             ///< runs with the same seed played beside this one
    bool others_left_out = false;           ///< none were played, as a program plays and nobody
                                            ///< asked for any
    std::size_t agreed_runs = 0;            ///< how many of them ended in agreement
    std::size_t same_runs = 0;              ///< how many of them ended as this one did
    double mean_round = 0;                  ///< in which they ended, on average; 0 without any
    double mean_days = 0;                   ///< calendar time at their end, on average @unit{days}
    std::size_t assumed_numbers = 0;        ///< on which the answer rests
    std::size_t unsourced_numbers = 0;      ///< of the file: without a source or an assumption
    std::vector<model_result> models;       ///< by party and model; empty unless asked for
    std::optional<expectation> expects;     ///< what utilities mean, where an order is on the table
    std::vector<double> equilibrium;   ///< by party: what subgame-perfect play of the same talks is
                                       ///< worth before they begin; empty where not computed
    bool equilibrium_is_mean = false;  ///< over who is drawn to offer
    std::string no_equilibrium;        ///< why it was not computed, or empty
};

}  // namespace negotiation::question
