#pragma once

/// @file
/// What every protocol asks of its callers and of those who play.

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/move.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief Refuses a run that cannot be played: agents, deadline, voting rule and calendar must fit
/// the parties.
/// @param protocol its name, for the message
/// @param parties  at the table
/// @param agents   who would play
/// @param rounds   the deadline
/// @param rule     of agreement
/// @param dates    the calendar
/// @throws std::invalid_argument what does not fit
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/preconditions.cpp "what does not fit the parties is refused"
inline void check_preconditions(const std::string& protocol, std::size_t parties,
                                std::size_t agents, std::int64_t rounds, const voting_rule& rule,
                                const calendar& dates) {
    const auto refuse = [&](const std::string& what, const std::string& got) {
        throw std::invalid_argument(protocol + ": " + what + "; got " + got);
    };
    if (agents != parties) {
        refuse("needs an agent a party, " + std::to_string(parties), std::to_string(agents));
    }
    if (rounds < 1 || rounds >= (std::int64_t{1} << 32)) {
        refuse("rounds must lie in [1, 2^32)", std::to_string(rounds));
    }
    if (!(rule.quota > 0 && rule.quota <= 1) || (rule.more_than && rule.quota >= 1)) {
        refuse("a quota must lie in (0, 1], below 1 where it is to be passed",
               std::to_string(rule.quota));
    }
    if (!rule.votes.empty() && rule.votes.size() != parties) {
        refuse("needs votes for every party or for none", std::to_string(rule.votes.size()));
    }
    double votes = rule.votes.empty() ? 1 : 0;
    for (const double n : rule.votes) {
        if (!(n >= 0)) {
            refuse("votes must be at least 0", std::to_string(n));
        }
        votes += n;
    }
    if (!(votes > 0)) {
        refuse("somebody must have a vote", "none");
    }
    for (const party_id i : rule.veto) {
        if (i >= parties) {
            refuse("a veto must belong to a party", "party " + std::to_string(i));
        }
    }
    if (!dates.patience.empty() && dates.patience.size() != parties) {
        refuse("needs the patience of every party or of none",
               std::to_string(dates.patience.size()));
    }
}

/// @brief Refuses a move that a party may not make now.
/// @param protocol its name, for the message
/// @param i        the party
/// @param round    of the run
/// @param kind     what it did
/// @throws std::invalid_argument always
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/preconditions.cpp "a move that is not legal is refused by name"
[[noreturn]] inline void refuse_move(const std::string& protocol, party_id i, std::int64_t round,
                                     move_kind kind) {
    throw std::invalid_argument(protocol + ": party " + std::to_string(i) +
                                " made a move that is not legal in round " + std::to_string(round) +
                                "; got '" + to_string(kind) + "'");
}

}  // namespace negotiation::talks
