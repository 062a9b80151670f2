#pragma once

/// What a tournament says about the choice of a strategy: who can be told apart, who survives.

#include <vector>

#include <negotiation/question/tournament_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question::detail {

/// Whether there are scenarios enough for telling any two strategies apart.
[[nodiscard]] bool can_tell_apart(const laboratory::significance& of);

/// Who can be told apart, and what all seats at their tables gained.
void add_told_apart(const tournament_answer& a, std::vector<report::block>& into);

/// The game of choosing a strategy, or why there is none.
void add_meta_game(const tournament_answer& a, std::vector<report::block>& into);

}  // namespace negotiation::question::detail
