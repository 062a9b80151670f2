#pragma once

/// @file
/// How a party plays: anything with one function.

#include <concepts>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief A strategy is a value with one function: from a turn, and random bits of its own, to a
/// move. It may keep what it likes in itself; a copy is a fresh, independent agent in the same
/// state, so protocols take agents by value and nothing has to be reset.
///
/// It must draw only from the stream it is given, and may not offer or accept what `turn::legal`
/// excludes. `check_strategy` (strategy_conformance.hpp) tries all of this.
template <class S>
concept strategy = std::copyable<S> && requires(S agent, const turn& t, random_stream& draws) {
    { agent.act(t, draws) } -> std::same_as<move>;
};

/// @brief Any strategy, its type forgotten: what tournaments and files hold. Small states (176
/// bytes) live inside it, larger ones on the heap; a call costs an indirect jump.
/// @copycost that of what it holds
/// @thread one agent, one owner
/// @test tests/talks/strategy.cpp "a forgotten type plays as it did"
class any_strategy {
public:
    /// @brief Holds a strategy.
    /// @tparam S any strategy but this class itself
    /// @param agent is moved in
    template <class S>
        requires(!std::same_as<S, any_strategy> && strategy<S>)
    explicit any_strategy(S agent) : calls_(&calls_of<S>) {
        if constexpr (fits<S>) {
            ::new (static_cast<void*>(room_)) S(std::move(agent));
        } else {
            ::new (static_cast<void*>(room_)) S*(new S(std::move(agent)));
        }
    }

    /// @brief A copy in the same state. @param other is copied
    any_strategy(const any_strategy& other) : calls_(other.calls_) {
        calls_->copy(other.room_, room_);
    }
    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards
    any_strategy(any_strategy&& other) noexcept : calls_(other.calls_) {
        calls_->take(other.room_, room_);
    }
    /// @brief A copy in the same state. @param other is copied @return this
    any_strategy& operator=(const any_strategy& other) {
        any_strategy fresh(other);
        return *this = std::move(fresh);
    }
    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards @return this
    any_strategy& operator=(any_strategy&& other) noexcept {
        if (this != &other) {
            calls_->destroy(room_);
            calls_ = other.calls_;
            calls_->take(other.room_, room_);
        }
        return *this;
    }
    ~any_strategy() { calls_->destroy(room_); }

    /// @brief The move of the strategy it holds.
    /// @param t     the turn
    /// @param draws random bits of this agent
    /// @return its move
    move act(const turn& t, random_stream& draws) { return calls_->act(room_, t, draws); }

private:
    static constexpr std::size_t room = 176;

    template <class S>
    static constexpr bool fits =
        sizeof(S) <= room &&
        alignof(S) <= alignof(std::max_align_t) && std::is_nothrow_move_constructible_v<S>;

    struct calls {
        move (*act)(void*, const turn&, random_stream&);
        void (*copy)(const void*, void*);
        void (*take)(void*, void*) noexcept;
        void (*destroy)(void*) noexcept;
    };

    template <class S>
    static S& held(void* at) noexcept {
        if constexpr (fits<S>) {
            return *std::launder(static_cast<S*>(at));
        } else {
            return **std::launder(static_cast<S**>(at));
        }
    }

    template <class S>
    static constexpr calls calls_of{
        [](void* at, const turn& t, random_stream& draws) { return held<S>(at).act(t, draws); },
        [](const void* from, void* to) {
            const S& agent = held<S>(const_cast<void*>(from));  // NOLINT(*-const-cast)
            if constexpr (fits<S>) {
                ::new (to) S(agent);
            } else {
                ::new (to) S*(new S(agent));
            }
        },
        [](void* from, void* to) noexcept {
            if constexpr (fits<S>) {
                ::new (to) S(std::move(held<S>(from)));
            } else {
                ::new (to) S*(std::exchange(*std::launder(static_cast<S**>(from)), nullptr));
            }
        },
        [](void* at) noexcept {
            if constexpr (fits<S>) {
                held<S>(at).~S();
            } else {
                delete *std::launder(static_cast<S**>(at));
            }
        }};

    const calls* calls_;
    alignas(std::max_align_t) std::byte room_[room];  // NOLINT(*-avoid-c-arrays)
};

}  // namespace negotiation::talks
