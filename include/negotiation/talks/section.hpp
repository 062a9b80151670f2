#pragma once

/// @file
/// What a scenario file says of the talks: how they run, who plays how, who carries messages.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/model/clock.hpp>
#include <negotiation/talks/calendar.hpp>

namespace negotiation::talks {

/// @brief The longest deadline of a scenario file, in rounds: all that is said is remembered.
inline constexpr std::int64_t maximum_rounds = 1'000'000;

/// @brief A mediator as its author describes it.
struct mediator_entry {
    std::string name;                   ///< unique among all agents and mediators
    std::string role;                   ///< e.g. `relay(noise=0.05,delay=3)`
    bool chair = false;                 ///< tables the texts of a single-text protocol
    std::string toward;                 ///< the party it leans to; may be empty without a bias
    double bias = 0;                    ///< how far; see `mediator_seat` @unit{1} @range{[0, 1]}
    std::optional<double> reservation;  ///< below this utility of its own it withdraws
    std::string source;                 ///< id of a source, may be empty
    std::string note;                   ///< free text, may be empty

    bool operator==(const mediator_entry&) const = default;
};

/// @brief The sections `protocol`, `channel` and `mediator` of a scenario file, names and all.
///
/// The defaults are those of a file that says nothing.
struct section {
    std::string protocol = "alternating-offers";  ///< e.g. `single-text(temperature=0.1)`
    std::int64_t rounds = 100;                    ///< the deadline N @range{[1, maximum_rounds]}
    negotiation::clock clock = negotiation::clock::geniusweb;  ///< relative time
    double days_per_round = 1;                                 ///< @unit{days} @range{(0, inf)}
    double breakdown = 0;  ///< probability a round that the talks end @range{[0, 1)}
    /// Share of the votes that must accept, the proposer's own included; 1 is unanimity. A simple
    /// majority is "more than half" and written `majority`.
    double quota = 1;              ///< @range{(0, 1]}
    bool more_than_quota = false;  ///< 0.5 must be passed, not only reached; of no other share
    std::vector<std::pair<std::string, double>> votes;  ///< party, votes; one each when empty
    std::vector<std::string> veto;                      ///< parties without whom nothing passes
    discounting discount = discounting::calendar;       ///< of what the talks end in
    bool discount_no_deal = true;                       ///< the reservation value as well
    std::vector<std::pair<std::string, std::string>> strategies;  ///< party, how it plays
    double leak_rate = 0;      ///< of secret talks @unit{1/day} @range{[0, inf)}
    double audience_cost = 0;  ///< what failing in public costs each party @range{[0, 1e6)}
    std::vector<mediator_entry> mediators;  ///< in the order in which they act

    bool operator==(const section&) const = default;
};

}  // namespace negotiation::talks
