#pragma once

/// @file
/// How a mediator acts: anything with one function.

#include <concepts>
#include <utility>

#include <negotiation/model/random_stream.hpp>
#include <negotiation/talks/mediator_view.hpp>

namespace negotiation::talks {

/// @brief A mediator is a value with one function: from what it sees, and random bits of its own,
/// to a move. It may keep what it likes in itself; a copy is a fresh, independent mediator in the
/// same state.
///
/// It is asked once after every round. A mediator through whom the parties talk has a second
/// function, `bool carries() const`, that answers true, and is asked about every message as well
/// (`mediator_view::message` is then not null).
///
/// It must draw only from the stream it is given. `check_mediator` (mediator_conformance.hpp) tries
/// all of this.
template <class M>
concept mediator = std::copyable<M> &&
    requires(M agent, const mediator_view& v, random_stream& draws) {
    { agent.act(v, draws) } -> std::same_as<mediator_move>;
};

/// @brief Whether the parties talk through a mediator.
/// @tparam M a mediator
/// @param who any
/// @return what its `carries` says; false where it has no such function
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/mediator.cpp "only who says so carries messages"
template <mediator M>
[[nodiscard]] bool carries_messages(const M& who) {
    if constexpr (requires {
                      { who.carries() } -> std::same_as<bool>;
                  }) {
        return who.carries();
    } else {
        return false;
    }
}

/// @brief Any mediator, its type forgotten: what seats hold.
/// @copycost that of what it holds, and an allocation
/// @thread one agent, one owner
/// @test tests/talks/mediator.cpp "a forgotten type mediates as it did"
class any_mediator {
public:
    /// @brief Holds a mediator.
    /// @tparam M any mediator but this class itself
    /// @param agent is moved in
    template <class M>
        requires(!std::same_as<M, any_mediator> && mediator<M>)
    any_mediator(M agent)  // NOLINT(*-explicit-*): a seat takes any mediator as it is
        : held_(new M(std::move(agent))),
          calls_(&calls_of<M>) {}

    /// @brief A copy in the same state. @param other is copied
    any_mediator(const any_mediator& other)
        : held_(other.held_ == nullptr ? nullptr : other.calls_->copy(other.held_)),
          calls_(other.calls_) {}
    /// @brief Takes over. @param other may only be destroyed or assigned to afterwards
    any_mediator(any_mediator&& other) noexcept
        : held_(std::exchange(other.held_, nullptr)),
          calls_(other.calls_) {}
    /// @brief A copy in the same state, or takes over. @param other is copied or moved @return this
    any_mediator& operator=(any_mediator other) noexcept {
        std::swap(held_, other.held_);
        std::swap(calls_, other.calls_);
        return *this;
    }
    ~any_mediator() {
        if (held_ != nullptr) {
            calls_->destroy(held_);
        }
    }

    /// @brief The move of the mediator it holds.
    /// @param v     what it sees
    /// @param draws random bits of this mediator
    /// @return its move
    mediator_move act(const mediator_view& v, random_stream& draws) {
        return calls_->act(held_, v, draws);
    }

    /// @brief Whether the parties talk through it. @return as `carries_messages`
    [[nodiscard]] bool carries() const { return calls_->carries(held_); }

private:
    struct calls {
        mediator_move (*act)(void*, const mediator_view&, random_stream&);
        bool (*carries)(const void*);
        void* (*copy)(const void*);
        void (*destroy)(void*) noexcept;
    };

    template <class M>
    static constexpr calls calls_of{
        [](void* held, const mediator_view& v, random_stream& draws) {
            return static_cast<M*>(held)->act(v, draws);
        },
        [](const void* held) { return carries_messages(*static_cast<const M*>(held)); },
        [](const void* held) -> void* { return new M(*static_cast<const M*>(held)); },
        [](void* held) noexcept { delete static_cast<M*>(held); }};

    void* held_;
    const calls* calls_;
};

}  // namespace negotiation::talks
