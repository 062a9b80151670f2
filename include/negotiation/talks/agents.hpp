#pragma once

/// @file
/// Who plays: the agents of one run and the random bits of each.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/talks/forfeit.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief Random bits of one run: a stream for the protocol and one for each party and mediator, so
/// that none disturbs another. A result depends on (seed, episode) only; where nobody has drawn by
/// the end of a run it does not depend on them either, and every run of the same talks is that one.
/// @thread one run, one owner
/// @test tests/talks/agents.cpp "everybody draws from a stream of its own"
/// @test tests/talks/agents.cpp "whoever draws in a run is noticed"
/// @test tests/question/repeated_talks.cpp "talks in which nobody draws are the same from every
/// seed"
struct run_streams {
    random_stream protocol{0};             ///< breakdown, leaks
    std::vector<random_stream> parties;    ///< of each agent
    std::vector<random_stream> mediators;  ///< of each mediator

    /// @brief Streams of a run.
    /// @param seed           of the experiment
    /// @param episode        number of the run
    /// @param party_count    agents
    /// @param mediator_count mediators
    run_streams(std::uint64_t seed, std::uint64_t episode, std::size_t party_count,
                std::size_t mediator_count = 0) {
        begin(seed, episode, party_count, mediator_count);
    }

    /// @brief The same for another run, in the memory at hand.
    /// @param seed           of the experiment
    /// @param episode        number of the run
    /// @param party_count    agents
    /// @param mediator_count mediators
    void begin(std::uint64_t seed, std::uint64_t episode, std::size_t party_count,
               std::size_t mediator_count = 0) {
        protocol = random_stream(seed, episode, 0);
        parties.clear();
        mediators.clear();
        for (std::size_t i = 0; i < party_count; ++i) {
            parties.emplace_back(seed, episode, static_cast<std::uint32_t>(1 + i));
        }
        for (std::size_t m = 0; m < mediator_count; ++m) {
            mediators.emplace_back(seed, episode, static_cast<std::uint32_t>(first_mediator + m));
        }
    }

    /// @brief Whether the protocol, a party or a mediator has drawn in the run.
    /// @return false at its beginning
    [[nodiscard]] bool any_drawn() const noexcept {
        const auto drawn = [](const random_stream& bits) { return bits.has_drawn(); };
        return protocol.has_drawn() || std::any_of(parties.begin(), parties.end(), drawn) ||
               std::any_of(mediators.begin(), mediators.end(), drawn);
    }

private:
    static constexpr std::size_t first_mediator = 1024;  ///< more than parties can be
};

/// @brief Number of agents in a list.
/// @tparam S a strategy
/// @param agents any
/// @return how many
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/protocol/alternating_offers.cpp "concrete and forgotten types play alike"
template <strategy S>
[[nodiscard]] std::size_t agent_count(const std::vector<S>& agents) noexcept {
    return agents.size();
}

/// @brief Number of agents in a tuple.
/// @tparam S strategies
/// @return how many
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/protocol/alternating_offers.cpp "concrete and forgotten types play alike"
template <strategy... S>
[[nodiscard]] constexpr std::size_t agent_count(const std::tuple<S...>&) noexcept {
    return sizeof...(S);
}

namespace detail {

/// Who fails has walked away, whether or not the protocol would let it.
template <class Act>
move act_or_forfeit(const turn& t, Act act) {
    try {
        return act();
    } catch (const agent_failure& wrong) {
        t.forfeits(wrong.what());
        return turn::walk_away();
    }
}

}  // namespace detail

/// @brief Lets one agent of a list act. One that throws `agent_failure` walks away.
/// @tparam S a strategy
/// @param agents any
/// @param i      which @range{[0, agents)}
/// @param t      its turn
/// @param draws  its random bits
/// @return its move
/// @complexity{that of the strategy}
/// @thread one run, one owner
/// @test tests/talks/protocol/alternating_offers.cpp "concrete and forgotten types play alike"
template <strategy S>
move act(std::vector<S>& agents, std::size_t i, const turn& t, random_stream& draws) {
    return detail::act_or_forfeit(t, [&] { return agents[i].act(t, draws); });
}

/// @brief Lets one agent of a tuple act; no call is indirect. One that throws `agent_failure` walks
/// away.
/// @tparam S strategies
/// @param agents any
/// @param i      which @range{[0, agents)}
/// @param t      its turn
/// @param draws  its random bits
/// @return its move
/// @complexity{that of the strategy}
/// @thread one run, one owner
/// @test tests/talks/protocol/alternating_offers.cpp "concrete and forgotten types play alike"
template <strategy... S>
move act(std::tuple<S...>& agents, std::size_t i, const turn& t, random_stream& draws) {
    move made;
    const auto try_each = [&]<std::size_t... K>(std::index_sequence<K...>) {
        (void)((K == i && (made = std::get<K>(agents).act(t, draws), true)) || ...);
    };
    return detail::act_or_forfeit(t, [&] {
        try_each(std::index_sequence_for<S...>{});
        return made;
    });
}

}  // namespace negotiation::talks
