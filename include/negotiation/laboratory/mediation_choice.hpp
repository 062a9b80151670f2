#pragma once

/// @file
/// What stands between the parties in a match, by name. The longer body is compiled in the library
/// negotiation::negotiation (src/laboratory/mediation_choice.cpp).

#include <concepts>
#include <cstddef>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <negotiation/laboratory/seat_agent.hpp>
#include <negotiation/laboratory/watched_mediation.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>

namespace negotiation::laboratory {

/// @brief A way of talking that a tournament varies like strategies: directly, or over mediators. A
/// mediator is a value, so a value enters as it is; a row of them, or one that has to know the
/// problem, is made by a function of the stage and of what the parties report:
///
/// @code
/// directly()
/// {"relay", talks::relay(0.1)}
/// {"own", impatient{}}
/// {"both", [](const talks::arena&, const talks::reports& told) {
///      return std::vector<talks::mediator_seat>{
///          {"relay", talks::relay(0.1)}, {"text", talks::formulator(talks::text_rule::nash,
///          told)}};
///  }}
/// @endcode
/// @thread `prepare` is called once a stage, on the thread that calls `tournament`; what it
/// prepares plays on all of them, so copying a const mediator must be safe
/// @test tests/laboratory/mediation_choice.cpp "what stands between the parties is fresh in every
/// match"
struct mediation_choice {
    /// @brief Plays one match, on any thread, with something fresh between the parties. What it
    /// throws counts as a mistake of whoever acted last, unless it is a `mediation_fault`.
    using player = std::function<talks::ending(
        const talks::alternating_offers& rules, const talks::arena& at,
        std::vector<seat_agent>& agents, talks::run_streams& draws, talks::proceedings& said)>;

    /// @brief Made for a stage.
    struct prepared {
        player play;                ///< one match
        std::size_t mediators = 0;  ///< streams of random bits in `run_streams::mediators`
    };

    /// @brief Makes it, from an arena that outlives it.
    using preparation = std::function<prepared(const talks::arena& at)>;

    /// @brief Mediators in the order in which they act.
    using row = std::vector<talks::mediator_seat>;
    /// @brief Makes mediators for a stage, from what the parties report there, which is the truth.
    using row_maker = std::function<row(const talks::arena& at, const talks::reports& told)>;

    /// @brief A mediator that is the same on every stage, without interests of its own.
    /// @tparam M any mediator
    /// @param called its name
    /// @param who    copied for every match
    template <talks::mediator M>
    mediation_choice(std::string called, M who)
        : name(std::move(called)),
          prepare(over([seats = row{{name, std::move(who), {}}}](
                           const talks::arena&, const talks::reports&) { return seats; })) {}

    /// @brief Mediators that are made for the stage.
    /// @tparam Make callable as row(const talks::arena&, const talks::reports&)
    /// @param called its name
    /// @param maker  called once a stage; its mediators are copied for every match
    template <class Make>
        requires(
            std::same_as<
                std::invoke_result_t<const Make&, const talks::arena&, const talks::reports&>, row>)
    mediation_choice(std::string called, Make maker)
        : name(std::move(called)),
          prepare(over(std::move(maker))) {}

    /// @brief Anything else that a protocol takes between the parties.
    /// @tparam M as `alternating_offers::play` takes it
    /// @param called    its name
    /// @param between   copied for every match
    /// @param mediators how many streams of random bits it draws from
    template <passable M>
    mediation_choice(std::string called, M between, std::size_t mediators = 0)
        : name(std::move(called)),
          prepare([between = std::move(between), mediators](const talks::arena&) {
              return prepared{player_of(between), mediators};
          }) {}

    /// @brief A way of playing of one's own.
    /// @param called   its name
    /// @param prepares called once a stage
    mediation_choice(std::string called, preparation prepares)
        : name(std::move(called)),
          prepare(std::move(prepares)) {}

    std::string name;     ///< unique in a tournament
    preparation prepare;  ///< makes it for a stage

private:
    [[nodiscard]] static preparation over(row_maker maker);

    template <passable M>
    [[nodiscard]] static player player_of(const M& between) {
        return [between](const talks::alternating_offers& rules, const talks::arena& at,
                         std::vector<seat_agent>& agents, talks::run_streams& draws,
                         talks::proceedings& said) {
            M fresh = between;
            if constexpr (never_throws<M>) {
                return rules.play(at, agents, fresh, draws, said);
            } else {
                watched_mediation<M> watched(fresh);
                return rules.play(at, agents, watched, draws, said);
            }
        };
    }
};

/// @brief Without a mediator.
/// @return the choice named "direct"
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/mediation_choice.cpp "what stands between the parties is fresh in every
/// match"
[[nodiscard]] inline mediation_choice directly() { return {"direct", talks::direct_talks{}}; }

}  // namespace negotiation::laboratory
