#pragma once

/// @file
/// The whole life of a deal, as an answer.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/life/ensemble.hpp>
#include <negotiation/model/proportion.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How many lives came so far, and when.
struct stage_view {
    std::string name;                         ///< talks, signed, ratified, implemented, survived
    proportion reached;                       ///< of all lives
    std::optional<life::waiting_time> times;  ///< of those that came there; nothing where none did

    bool operator==(const stage_view&) const = default;
};

/// @brief What lives ended by.
struct cause_view {
    std::string stage;  ///< talks, ratification, implementation, aftermath
    std::string cause;  ///< in words
    std::string kind;   ///< see `life::to_string(cause_kind)`
    std::string which;  ///< the party, chamber, hazard or event; empty where there is none
    double share = 0;   ///< of all lives

    bool operator==(const cause_view&) const = default;
};

/// @brief What a party has in the end.
struct value_view {
    std::string party;       ///< its name
    life::mean_value value;  ///< over all lives

    bool operator==(const value_view&) const = default;
};

/// @brief A number over worlds whose assumptions were drawn.
struct spread_view {
    double mean = 0;  ///< over worlds
    double low = 0;   ///< at most one world in twenty has less; of 20 or fewer the least
    double high = 0;  ///< at most one world in twenty has more; of 20 or fewer the greatest

    bool operator==(const spread_view&) const = default;
};

/// @brief What becomes of the answer when assumed numbers are drawn anew.
struct sampled_view {
    std::size_t planned = 0;               ///< draws of all assumptions asked for
    std::size_t samples = 0;               ///< draws that were lived; fewer after a stop
    std::uint64_t runs = 0;                ///< lives under each
    double spread = 0;                     ///< see `sample_assumptions`
    std::vector<spread_view> stages;       ///< shares, in the order of the stages; empty, like the
                                           ///< next, where no draw was lived
    std::vector<spread_view> talks_worth;  ///< by party: value in the end less that without talks

    bool operator==(const sampled_view&) const = default;
};

/// @brief One line of a story.
struct story_line {
    double days = 0;   ///< since the talks began
    std::string text;  ///< one sentence

    bool operator==(const story_line&) const = default;
};

/// @brief One life, told.
struct story {
    std::uint64_t number = 0;       ///< of the life
    std::string why_this;           ///< why this one is told
    std::vector<story_line> lines;  ///< in order of time

    bool operator==(const story&) const = default;
};

/// @brief What a mediator stood for while deals were carried out.
struct surety_view {
    std::string mediator;      ///< its name
    std::string what;          ///< in words
    std::size_t in_force = 0;  ///< for how many of the deals that were agreed
    std::string idle;          ///< why it is not for the first of the others; empty without one

    bool operator==(const surety_view&) const = default;
};

/// @brief Everything `life` found. Names are resolved, numbers are not formatted.
struct life_answer {
    std::string scenario;               ///< title
    std::string scope;                  ///< empty for every issue
    publicity talks = publicity::open;  ///< as they began
    std::uint64_t seed = 0;             ///< of all that was drawn
    std::uint64_t planned = 0;          ///< lives asked for
    std::uint64_t runs = 0;             ///< lives lived; fewer after a stop
    bool each = false;                  ///< every life played talks of its own
    std::size_t played_in_secret = 0;   ///< talks to draw from, played beforehand
    std::size_t played_in_public = 0;   ///< likewise, for what follows a leak
    std::size_t agreed_in_secret = 0;   ///< of them, in agreement
    std::size_t agreed_in_public = 0;   ///< likewise
    std::size_t deals = 0;              ///< different deals that were agreed in them
    std::vector<surety_view> sureties;  ///< of mediators that stand for the carrying out; empty
                                        ///< where every life plays talks of its own
    bool cautious = false;              ///< see `life::conduct`
    double leaked = 0;                  ///< share of lives whose talks became public
    std::vector<stage_view> stages;     ///< in order
    /// Likewise, were public red lines not to count at home: by stage. Nothing where no chamber
    /// votes, or every life plays talks of its own.
    std::optional<std::vector<proportion>> without_lines;
    std::vector<cause_view> causes;       ///< by stage, the most frequent first
    std::vector<value_view> values;       ///< by party
    std::optional<sampled_view> sampled;  ///< where assumptions were drawn
    std::optional<story> told;            ///< one life; nothing where none was lived
    bool proven_orders = true;            ///< every order carried out needs least trust, proven,
                                          ///< unless it was fixed
    std::vector<std::string> left_out;    ///< what the scenario says nothing of, in words
    bool outlasts_horizon = false;      ///< some deal is carried out only after the horizon: it is
                                        ///< looked at until then
    double horizon = 0;                 ///< days after signature
    std::size_t assumed_numbers = 0;    ///< on which the answer rests
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption

    bool operator==(const life_answer&) const = default;
};

}  // namespace negotiation::question
