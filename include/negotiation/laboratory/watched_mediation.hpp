#pragma once

/// @file
/// What stands between the parties, watched: its mistakes are told from those of the parties.

#include <concepts>
#include <cstdint>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include <negotiation/talks/direct_talks.hpp>

namespace negotiation::laboratory {

/// @brief What stands between the parties has thrown, or could not be made.
class mediation_fault : public std::runtime_error {
public:
    /// @brief A fault.
    /// @param what  the message of what was thrown
    /// @param round when; 0 where it could not be made
    mediation_fault(const std::string& what, std::int64_t round)
        : std::runtime_error(what),
          round_(round) {}

    /// @brief When. @return the round; 0 where it could not be made
    [[nodiscard]] std::int64_t round() const noexcept { return round_; }

private:
    std::int64_t round_;
};

/// @brief What was thrown, in words.
/// @param thrown an exception @range{not null}
/// @return its message
/// @throws std::bad_alloc it was one: no memory is nobody's mistake
/// @complexity{O(length)}; thread-safe
/// @test tests/laboratory/watched_mediation.cpp "what stands between the parties answers for
/// itself"
[[nodiscard]] inline std::string message_of(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& wrong) {
        return wrong.what();
    } catch (...) {
        return "an exception that is no std::exception";
    }
}

/// @brief What a protocol takes between the parties: `talks::direct_talks`, `talks::mediation`, or
/// one's own.
template <class M>
concept passable = std::copyable<M> &&
    requires(M between, talks::event& e, talks::proceedings& said, const talks::moment& now,
             talks::run_streams& draws) {
    { between.carry(e, said, now, draws) } -> std::same_as<talks::passage>;
    { between.after_round(said, now, draws) } -> std::same_as<talks::passage>;
};

/// @brief Whether there is nothing to watch for: true of `talks::direct_talks`.
template <passable M>
inline constexpr bool never_throws = noexcept(std::declval<M&>().carry(
    std::declval<talks::event&>(), std::declval<talks::proceedings&>(),
    std::declval<const talks::moment&>(),
    std::declval<talks::run_streams&>())) && noexcept(std::declval<M&>()
                                                          .after_round(
                                                              std::declval<talks::proceedings&>(),
                                                              std::declval<const talks::moment&>(),
                                                              std::declval<talks::run_streams&>()));

/// @brief Plays as what it watches; whatever that throws becomes a `mediation_fault`.
/// @tparam M what stands between the parties
/// @thread one match, one owner
/// @test tests/laboratory/watched_mediation.cpp "what stands between the parties answers for
/// itself"
template <passable M>
class watched_mediation {
public:
    /// @brief Watches. @param between must outlive this
    explicit watched_mediation(M& between) : between_(&between) {}

    /// @brief A message on its way. @return as what it watches
    /// @param e the message @param said the run @param now the clock @param draws random bits
    talks::passage carry(talks::event& e, talks::proceedings& said, const talks::moment& now,
                         talks::run_streams& draws) {
        return guarded(now, [&] { return between_->carry(e, said, now, draws); });
    }

    /// @brief After a round. @return as what it watches
    /// @param said the run @param now the clock @param draws random bits
    talks::passage after_round(talks::proceedings& said, const talks::moment& now,
                               talks::run_streams& draws) {
        return guarded(now, [&] { return between_->after_round(said, now, draws); });
    }

private:
    template <class Call>
    static talks::passage guarded(const talks::moment& now, Call call) {
        try {
            return call();
        } catch (...) {
            throw mediation_fault(message_of(std::current_exception()), now.round);
        }
    }

    M* between_;
};

}  // namespace negotiation::laboratory
