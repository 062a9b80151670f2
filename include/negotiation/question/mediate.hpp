#pragma once

/// @file
/// Which mediator, and would it be believed? Compiled in the library negotiation::negotiation
/// (src/question/mediate.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/parallel.hpp>
#include <negotiation/question/describe_mediate.hpp>
#include <negotiation/question/mediate_answer.hpp>
#include <negotiation/question/run.hpp>

namespace negotiation::question {

/// @brief Reads `mediator_cost=0.3,weak_if_weak=0.8`: members of `theory::counsel`; those that are
/// not named keep the textbook's numbers.
/// @param text what was typed
/// @return the situation
/// @throws std::invalid_argument an unknown name, no number
/// @complexity{O(length)}; thread-safe
/// @test tests/question/mediate.cpp "situations are read by the names of their numbers"
[[nodiscard]] theory::counsel parse_counsel(const std::string& text);

/// @brief Reads `strong=0.3,victory=0.9`: members of `theory::dispute`, likewise.
/// @param text what was typed
/// @return the situation
/// @throws std::invalid_argument an unknown name, no number
/// @complexity{O(length)}; thread-safe
/// @test tests/question/mediate.cpp "situations are read by the names of their numbers"
[[nodiscard]] theory::dispute parse_dispute(const std::string& text);

/// @brief How to ask for a mediator.
struct mediate_options {
    std::string scope = {};                   ///< name of a scope; empty takes every issue
    std::optional<publicity> talks = {};      ///< instead of what the scenario says
    red_line_choice red_lines = {};           ///< which red lines bind
    std::vector<std::string> seats = {};      ///< onlookers who get a seat
    std::optional<std::int64_t> rounds = {};  ///< the deadline @range{[1, 1e6]}
    std::optional<clock> convention = {};     ///< relative time
    std::vector<assignment> strategies = {};  ///< of parties
    std::vector<assignment> mediators = {};   ///< candidates; a name the scenario lacks is added
    std::vector<std::string> together = {};   ///< names with `+` between: rows to try as well
    std::size_t runs = 200;                   ///< of every way of talking @range{[1, 1e6]}
    std::uint64_t seed = 1;                   ///< of all that is drawn
    double prior = 0.5;                       ///< of a yes, before it is heard @range{[0, 1]}
    std::optional<theory::counsel> counsel = {};  ///< instead of the textbook's numbers
    std::optional<theory::dispute> dispute = {};  ///< instead of the textbook's numbers
    parallel_options parallel = {};               ///< threads, stop, progress (in runs)
};

/// @brief Plays the talks of a scenario directly, over each of its mediators alone, and over all of
/// them, and says beside it whose word theory would believe.
///
/// Every way draws the parties' random bits alike, so what differs is the mediators' doing. A way
/// is better for a party than direct talks where Student's 95 % interval of the difference, run by
/// run, lies above 0, kept for all ways at once (Bonferroni), and of 30 runs
/// at least. A mediator that leans by a bias b to
/// one of two parties weighs what that party gets with 2 b (among n parties with b n/(n - 1))
/// beside its own cost of war: that is the bias which theory asks about.
/// @param world   the scenario, with or without mediators
/// @param options what to ask
/// @return the answer; after a stop what was played, without a verdict
/// @throws scenario_error the scenario is not sound, or an unknown scope or seat
/// @throws std::invalid_argument an unknown party, strategy, mediator or parameter; a number out of
/// range
/// @complexity{ways times runs}; thread-safe
/// @source{fey2010, Fey and Ramsay 2010\, World Politics 62(4)}
/// @source{kydd2003, Kydd 2003\, American Journal of Political Science 47(4)}
/// @source{student1908, Student 1908\, Biometrika 6(1)}
/// @test tests/question/mediate.cpp "every mediator is tried alone, and all of them together"
/// @test tests/question/mediate.cpp "a way serves better only beyond chance"
/// @test tests/question/mediate.cpp "a relay without noise and delay is as good as direct talks"
/// @test tests/question/mediate.cpp "a stop leaves what was played"
[[nodiscard]] mediate_answer mediate(const scenario& world, const mediate_options& options = {});

}  // namespace negotiation::question
