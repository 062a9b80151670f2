#pragma once

/// @file
/// Does the deal live? Compiled in the library negotiation::negotiation (src/question/life.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/parallel.hpp>
#include <negotiation/question/describe_life.hpp>
#include <negotiation/question/life_answer.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask for lives.
struct life_options {
    std::string scope = {};                   ///< name of a scope; empty takes every issue
    std::optional<publicity> talks = {};      ///< instead of what the scenario says
    std::optional<std::int64_t> rounds = {};  ///< the deadline of the talks @range{[1, 1e6]}
    std::vector<assignment> strategies = {};  ///< of parties
    std::vector<assignment> mediators = {};   ///< of mediators
    std::uint64_t runs = 100'000;             ///< lives @range{[1, 10^12]}
    std::uint64_t seed = 1;                   ///< of all that is drawn
    bool each = false;                        ///< every life plays talks of its own
    std::size_t played = 1'000;  ///< talks played beforehand, in secret and as many in public, that
                                 ///< lives draw from @range{[1, 1e6]}
    life::conduct how = {};      ///< how parties and homes behave
    std::size_t samples = 0;     ///< how often assumptions are drawn anew @range{[0, 10'000]}
    double spread = 0.1;         ///< within which share of themselves @range{[0, 1)}
    std::optional<std::uint64_t> told = {};  ///< the life that is told; else the first, of a
                                             ///< thousand, that came farthest
    parallel_options parallel = {};          ///< threads, stop, progress (in blocks of lives)
};

/// @brief Lives the deal of a scenario many times: talks, signature, ratification, steps, the years
/// after; how many lives come how far, what they end by, when, and what everybody has in the end.
///
/// Works on any scenario with a table: without chambers every deal passes, without steps it is
/// carried out when it has passed, without a belief everybody is trustworthy, without hazards
/// nothing ends it. The answer says so.
/// @param world   the scenario
/// @param options how many lives, and what to change
/// @return the answer; after a stop that of the lives lived so far
/// @throws scenario_error the scenario is not sound, or an unknown scope
/// @throws std::invalid_argument an unknown party, strategy, mediator, order, variant or
/// alternative; a number out of range
/// @complexity{talks played beforehand, one search for an order and the chambers' integrals a
/// different deal, then O(runs) lives}; thread-safe
/// @test tests/question/life.cpp "the back channel lives"
[[nodiscard]] life_answer life(const scenario& world, const life_options& options = {});

}  // namespace negotiation::question
