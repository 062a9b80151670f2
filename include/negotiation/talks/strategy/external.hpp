#pragma once

/// @file
/// A strategy in another process. Compiled in the library negotiation::negotiation
/// (src/talks/strategy/external.cpp).

#include <memory>
#include <string>

#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief A strategy that another program plays, in any language: a JSON object a line on its
/// standard input and output, form 1 of docs/guide/external.md. For one's own ideas without C++,
/// and not for speed: every negotiation has a process of its own, so that nothing is carried over.
///
/// `start` tells the party its seat, the issues, its own utility, the deadline and a seed; every
/// `turn` what was said since and what is legal; the program answers with a move, and may first ask
/// what a deal is worth to it, or which is its cheapest deal worth so much. A program that ends, is
/// late, or answers with anything else has failed: `agent_failure`, for the protocol a walk-away.
///
/// Assumes nothing about the opponent.
/// | parameter | default | meaning |
/// |---|---|---|
/// | command | | what the shell runs |
/// | timeout | 10 | seconds for a move, its questions included, and for starting |
/// @copycost a string; the copy plays in a process of its own, begun at its first turn
/// @thread one agent, one owner; a copy may be made from any thread while none of them acts
/// @test tests/talks/strategy/external.cpp "a program plays like the strategy it copies"
/// @test tests/talks/strategy/external.cpp "whatever a program does wrong is told"
class external {
public:
    /// @brief A program to be run.
    /// @param command of the shell (`/bin/sh -c`)
    /// @param timeout for each move @unit{s} @range{(0, 86400]}
    /// @throws std::invalid_argument no command, or a limit out of range
    /// @test tests/talks/strategy/external.cpp "a program needs a command and a limit"
    explicit external(std::string command, double timeout = 10);

    /// @brief Plays in a process of its own. @param other whose command is copied
    external(const external& other);
    /// @brief Takes over, the process included. @param other may only be destroyed or assigned to
    external(external&& other) noexcept;
    /// @brief Plays in a process of its own. @param other whose command is copied @return this
    external& operator=(const external& other);
    /// @brief Takes over. @param other may only be destroyed or assigned to @return this
    external& operator=(external&& other) noexcept;
    ~external();  ///< closes the program's input; a second later it is killed

    /// @brief The program's move.
    /// @param t     the turn
    /// @param draws one number, for the program's seed
    /// @return its move, which is legal
    /// @throws agent_failure it has none
    [[nodiscard]] move act(const turn& t, random_stream& draws);

private:
    class conversation;

    std::string command_;
    double timeout_;
    std::unique_ptr<conversation> begun_;
};

}  // namespace negotiation::talks
