#pragma once

/// @file
/// Who enters a tournament: a name, and how to make an agent of it for a seat.

#include <concepts>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::laboratory {

/// @brief A strategy that competes, by name. A strategy is a value, so a value enters as it is; one
/// that has to know the problem or its place is made by a function of the two:
///
/// @code
/// {"boulware", talks::boulware()}
/// {"oracle", [](const talks::arena& at, party_id i) { return oracle(at, i); }}
/// @endcode
/// @copycost that of what it holds
/// @thread `make` is called on the thread that calls `tournament`; what it makes is copied on all
/// of them, so copying a const agent must be safe
/// @test tests/laboratory/contestant.cpp "values and functions enter alike"
struct contestant {
    /// @brief Makes the agent of a seat.
    using factory = std::function<talks::any_strategy(const talks::arena&, party_id)>;

    /// @brief A strategy that is the same everywhere.
    /// @tparam S any strategy
    /// @param called its name
    /// @param agent  copied for every seat of every match
    template <talks::strategy S>
    contestant(std::string called, S agent)
        : name(std::move(called)),
          make([agent = forgotten(std::move(agent))](const talks::arena&, party_id) {
              return agent;
          }) {}

    /// @brief A strategy that is made for its seat.
    /// @tparam Make callable as S(const talks::arena&, party_id), S any strategy
    /// @param called its name
    /// @param maker  called once a seat of a stage, not once a match
    template <class Make>
        requires(talks::strategy<std::invoke_result_t<const Make&, const talks::arena&, party_id>>)
    contestant(std::string called, Make maker)
        : name(std::move(called)),
          make([maker = std::move(maker)](const talks::arena& at, party_id i) {
              return forgotten(maker(at, i));
          }) {}

    std::string name;  ///< unique in a tournament
    factory make;      ///< from what is bargained over and a party to a fresh agent

private:
    template <talks::strategy S>
    static talks::any_strategy forgotten(S agent) {
        if constexpr (std::same_as<S, talks::any_strategy>) {
            return agent;
        } else {
            return talks::any_strategy(std::move(agent));
        }
    }
};

}  // namespace negotiation::laboratory
