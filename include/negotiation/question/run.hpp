#pragma once

/// @file
/// How do the talks go? Compiled in the library negotiation::negotiation (src/question/run.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/question/guest.hpp>
#include <negotiation/question/run_answer.hpp>
#include <negotiation/question/setting.hpp>

namespace negotiation::question {

/// @brief How a party or a mediator is to play, instead of what the scenario says.
struct assignment {
    std::string name;  ///< of the party or mediator; empty for all parties
    std::string role;  ///< a strategy or a mediator's role; `none` sends a mediator home

    bool operator==(const assignment&) const = default;
};

/// @brief Reads `United States=boulware` or `boulware`.
/// @param text what was typed
/// @param form what is expected, for the message
/// @return name and role; the name is empty where there is none
/// @throws std::invalid_argument no role, or no name before the sign of equality
/// @complexity{O(length)}; thread-safe
/// @test tests/question/run.cpp "assignments are read"
[[nodiscard]] assignment parse_assignment(
    const std::string& text, std::string_view form = "PARTY=STRATEGY, or a strategy for all");

/// @brief What to run: the table, and what to change about the talks.
struct run_options {
    std::string scope;                      ///< name of a scope; empty takes every issue
    std::optional<publicity> talks;         ///< instead of what the scenario says
    red_line_choice red_lines;              ///< which red lines bind
    std::vector<std::string> seats;         ///< onlookers who get a seat
    std::optional<std::int64_t> rounds;     ///< the deadline @range{[1, 1e6]}
    std::optional<clock> convention;        ///< relative time
    std::vector<assignment> strategies;     ///< of parties
    std::vector<assignment> mediators;      ///< of mediators; a name the scenario lacks is added
    std::vector<guest> guests = {};         ///< who plays for a party, whatever strategy is named
    std::uint64_t seed = 1;                 ///< of all that is drawn
    std::optional<std::size_t> other_runs;  ///< played beside it, to tell what is chance; nothing:
                                            ///< 100, or none where a program plays (`exec:`)
    bool models = false;                    ///< also what opponent models make of what was said
    deal::budget limits = {};               ///< of the frontier that the result is measured against
};

/// @brief Plays the talks of a scenario once, as its sections `protocol`, `channel` and `mediator`
/// say, and measures where they end against the frontier and the fair deals.
///
/// Without such sections: alternating offers over 100 rounds of a day, all parties boulware.
///
/// Further runs are played where chance can make a difference. Where nobody has drawn in one, the
/// others are that one; guests and programs are asked anew in each.
/// @param world   the scenario
/// @param options what to change about it
/// @return the account
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument an unknown party, strategy, mediator or parameter; rounds out of
/// range
/// @complexity{the runs of the strategies, and one frontier}; thread-safe
/// @test tests/question/run.cpp "the back channel is run as its file says"
/// @test tests/question/repeated_talks.cpp "talks in which nobody draws are the same from every
/// seed"
/// @test tests/question/repeated_talks.cpp "talks that cannot differ are not played again"
/// @test tests/question/describe_run.cpp "a program is not started anew for further runs unless
/// they are asked for"
[[nodiscard]] run_answer run(const scenario& world, const run_options& options = {});

}  // namespace negotiation::question
