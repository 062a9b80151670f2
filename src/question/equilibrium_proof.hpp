#pragma once

/// @file
/// How far an equilibrium can be trusted, and how many others there are, in words.

#include <string>

#include <negotiation/question/equilibrium_answer.hpp>

namespace negotiation::question::detail {

/// Whether no other move gains anything, and values are those of the play.
[[nodiscard]] bool is_clean(const equilibrium_answer& a);

/// Said first where it is none; else empty.
[[nodiscard]] std::string warning_text(const equilibrium_answer& a);

/// How many stationary equilibria there are, and why one of them is shown.
[[nodiscard]] std::string others_text(const equilibrium_answer& a);

/// Whether many divisions may hold themselves up between those who are drawn; else empty.
[[nodiscard]] std::string free_waiting_text(const equilibrium_answer& a);

/// What was checked and found.
[[nodiscard]] std::string proof_text(const equilibrium_answer& a);

}  // namespace negotiation::question::detail
