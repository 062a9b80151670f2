#pragma once

/// @file
/// Everybody against everybody, everywhere. Compiled in the library negotiation::negotiation
/// (src/laboratory/tournament.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/laboratory/contestant.hpp>
#include <negotiation/laboratory/match_log.hpp>
#include <negotiation/laboratory/mediation_choice.hpp>
#include <negotiation/laboratory/stage.hpp>
#include <negotiation/laboratory/tournament_result.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/model/seed_number.hpp>
#include <negotiation/parallel.hpp>

namespace negotiation::laboratory {

/// @brief How a tournament is played.
struct tournament_options {
    std::int64_t rounds = 100;  ///< the deadline of every match @range{[1, 2^32)}
    negotiation::clock clock = negotiation::clock::geniusweb;  ///< relative time
    seed_number seed;                                          ///< of the experiment
    std::size_t repeats = 1;  ///< matches a pairing @range{[1, inf)}: only worth more than one
                              ///< where a strategy draws random bits, or `breakdown` is not 0
    bool rotate = true;       ///< every order of the contestants, not each choice once
    double breakdown = 0;     ///< probability, after each round, that talks end @range{[0, 1)}
    parallel_options parallel = {};  ///< threads, stop, progress (in matches)
    std::vector<mediation_choice> mediations = {directly()};  ///< what stands between the parties
    deal::budget limits = {};                                 ///< of the search for a frontier
    std::uint64_t maximum_matches = std::uint64_t{1} << 20U;  ///< more are refused
    match_log_maker log = {};   ///< where matches are written down and those of an earlier run are
                                ///< found; nothing keeps none
    bool keep_matches = false;  ///< every match in the result, not its pairing's sums alone: about
                                ///< half a kilobyte each
};

/// @brief Plays every pairing of contestants on every stage, by alternating offers, and measures
/// how they did.
///
/// A match draws from the streams of (seed, its run) and nothing else (see `schedule::run_of`). A
/// thread plays a few repeats of a pairing and adds them up; how many follows from their number,
/// and these sums are added in order, so threads change nothing, not even the last bit. An agent
/// that throws, or makes an illegal move, breaks its match, and so does a mediator: that is
/// recorded, left out of every mean, and the tournament goes on.
///
/// A match that the log recalls is measured like one that was played, so a run that goes on with
/// another comes to the same answer as one that plays all. What a log throws ends the tournament.
///
/// A stop leaves what was played: a match under way ends before its next turn and counts as not
/// played, so a stop takes no longer than the turns in hand, and what has to be made before the
/// first match (arenas, frontiers). What subgame-perfect play would give is not computed then,
/// except on stages where that has begun. Every pairing plays once, then once more, then twice,
/// four times, and from then on eight times before the next one does, so what is left is about
/// even.
///
/// Mediations are prepared once a stage. Their mediators draw from streams of their own, and the
/// agents from the same under each of them, so one that changes nothing leaves every match as it is
/// when the parties talk directly.
/// @param stages      what is bargained over; numbers of parties may differ
/// @param contestants who plays; their names differ
/// @param options     how
/// @return standings, stages, pairings, and matches where they are kept
/// @throws std::invalid_argument no stage or contestant, one name twice, a stage with fewer than
/// two parties, an option out of range, more matches than `maximum_matches`; a log recalls a match
/// that does not fit its table
/// @throws std::bad_alloc no memory, whoever asked for it
/// @complexity{one arena and one frontier a stage, what its mediations prepare, then the matches;
/// some 300 bytes for each pairing, 24 for each of its `maximum_clusters`, 16 for each eight of its
/// repeats}; thread-safe
/// @test tests/laboratory/tournament.cpp "everybody meets everybody and the sums are right"
[[nodiscard]] tournament_result tournament(const std::vector<stage>& stages,
                                           const std::vector<contestant>& contestants,
                                           const tournament_options& options);

/// @brief The same on one problem.
///
/// @code
/// const auto found = laboratory::tournament(
///     problem, {{"patient", patient{}}, {"boulware", talks::boulware()}}, {.rounds = 100, .seed =
///     7});
/// @endcode
/// @param table       what is bargained over
/// @param contestants who plays; their names differ
/// @param options     how
/// @return standings, the one stage, pairings, and matches where they are kept
/// @throws std::invalid_argument as above
/// @complexity{as above}; thread-safe
/// @test tests/laboratory/tournament.cpp "one's own strategy enters in one line"
/// @overload
[[nodiscard]] tournament_result tournament(const bargaining& table,
                                           const std::vector<contestant>& contestants,
                                           const tournament_options& options);

}  // namespace negotiation::laboratory
