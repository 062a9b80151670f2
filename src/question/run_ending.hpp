#pragma once

/// @file
/// How talks ended, and why not otherwise.

#include <string>
#include <vector>

#include <negotiation/question/run_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question::detail {

/// @brief "2.5 days".
[[nodiscard]] std::string days_text(double days);

/// @brief Whether they agree, when, and who ended the talks if not.
[[nodiscard]] std::string ending_text(const run_answer& a);

/// @brief Why there is no agreement, as far as the account can tell.
void add_why_not(const run_answer& a, std::vector<report::block>& into);

}  // namespace negotiation::question::detail
