#pragma once

/// @file
/// What stands between the parties in a match, by name.

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/laboratory/seat_agent.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>

namespace negotiation::laboratory {

/// @brief A way of talking that a tournament varies like strategies: directly, or over a mediator.
/// @thread `play` is called on any thread, on one copy of the value in each match
/// @test tests/laboratory/mediation_choice.cpp "what stands between the parties is fresh in every
/// match"
struct mediation_choice {
    /// @brief Plays one match.
    using player = std::function<talks::ending(
        const talks::alternating_offers& rules, const talks::arena& at,
        std::vector<seat_agent>& agents, talks::run_streams& draws, talks::proceedings& said)>;

    /// @brief Anything that a protocol takes between the parties.
    /// @tparam Mediation as `alternating_offers::play` takes it, copyable
    /// @param called    its name
    /// @param between   copied for every match
    /// @param mediators how many streams of random bits it draws from
    template <class Mediation>
    mediation_choice(std::string called, Mediation between, std::size_t mediators = 0)
        : name(std::move(called)),
          mediator_count(mediators),
          play([between = std::move(between)](const talks::alternating_offers& rules,
                                              const talks::arena& at,
                                              std::vector<seat_agent>& agents,
                                              talks::run_streams& draws, talks::proceedings& said) {
              Mediation fresh = between;
              return rules.play(at, agents, fresh, draws, said);
          }) {}

    /// @brief A way of playing of one's own, say with mediators that are made for the problem.
    /// @param called    its name
    /// @param mediators how many streams of random bits it draws from
    /// @param plays     one match
    mediation_choice(std::string called, std::size_t mediators, player plays)
        : name(std::move(called)),
          mediator_count(mediators),
          play(std::move(plays)) {}

    std::string name;            ///< unique in a tournament
    std::size_t mediator_count;  ///< streams in `run_streams::mediators`
    player play;                 ///< plays one match
};

/// @brief Without a mediator.
/// @return the choice named "direct"
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/mediation_choice.cpp "what stands between the parties is fresh in every
/// match"
[[nodiscard]] inline mediation_choice directly() { return {"direct", talks::direct_talks{}}; }

}  // namespace negotiation::laboratory
