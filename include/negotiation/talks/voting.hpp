#pragma once

/// @file
/// Who has to accept before a deal is agreed.

#include <bitset>
#include <cstddef>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/talks/arena.hpp>

namespace negotiation::talks {

/// @brief For each party whether it accepts.
using acceptances = std::bitset<maximum_parties>;

/// @brief A rule of agreement: votes for the deal, the proposer's own included, must reach a share
/// of all votes, and those with a veto must be among them.
///
/// Treaties are made by such rules: unanimity (the default), a simple majority (`more_than` one
/// half), qualified or weighted ones, named veto players.
struct voting_rule {
    double quota = 1;            ///< share of all votes @range{(0, 1]}
    bool more_than = false;      ///< the share must be passed, not only reached
    std::vector<double> votes;   ///< of each party; one each when empty @range{[0, inf)}
    std::vector<party_id> veto;  ///< without them nothing passes

    bool operator==(const voting_rule&) const = default;
};

/// @brief True when every party must accept: one vote each and the quota 1.
/// @param rule any
/// @return whether
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/voting.cpp "majorities and vetoes decide"
[[nodiscard]] inline bool is_unanimity(const voting_rule& rule) noexcept {
    return rule.votes.empty() && rule.quota >= 1 && !rule.more_than;
}

/// @brief Whether those who accept carry the deal.
/// @param rule    of agreement
/// @param accepts by party
/// @param parties how many sit at the table
/// @return true when the quota is met and no veto is missing
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/voting.cpp "majorities and vetoes decide"
[[nodiscard]] inline bool carries(const voting_rule& rule, const acceptances& accepts,
                                  std::size_t parties) {
    double all = 0;
    double in_favour = 0;
    for (std::size_t i = 0; i < parties; ++i) {
        const double votes = rule.votes.empty() ? 1 : rule.votes[i];
        all += votes;
        in_favour += accepts[i] ? votes : 0;
    }
    for (const party_id i : rule.veto) {
        if (!accepts[i]) {
            return false;
        }
    }
    // Votes are few and mostly whole; a quota such as 2/3 is not, so rounding is allowed for.
    const double needed = rule.quota * all;
    const double slack = 1e-9 * all;
    return rule.more_than ? in_favour > needed + slack : in_favour >= needed - slack;
}

}  // namespace negotiation::talks
