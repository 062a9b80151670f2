#pragma once

/// @file
/// What a mediator stands for, in words.

#include <string>
#include <variant>

#include <fmt/core.h>

#include <negotiation/scenario/secured_sequence.hpp>
#include <negotiation/talks/surety.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

/// "holds 'assets' in escrow, up to 6".
[[nodiscard]] inline std::string surety_text(const talks::surety& of) {
    if (const auto* covers = std::get_if<talks::cover>(&of)) {
        return fmt::format("makes good {} of what {} loses if others stop, as far as {} goes",
                           covers->share < 1 ? fmt::format("{:.4g} %", 100 * covers->share) : "all",
                           covers->party.empty() ? "a party" : covers->party,
                           number(covers->budget));
    }
    const auto& held = std::get<talks::custody>(of);
    return fmt::format("holds '{}' in escrow{}{}", held.payment,
                       held.answer.empty() ? "" : " until '" + held.answer + "' is done",
                       held.capacity ? fmt::format(", up to {:.6g}", *held.capacity) : "");
}

/// ", here 57.1 % of it" where a guarantor's budget is less than it promises; else nothing.
[[nodiscard]] inline std::string share_text(const talks::surety& of, const surety_effect& effect) {
    const auto* covers = std::get_if<talks::cover>(&of);
    return covers != nullptr && effect.share < covers->share
               ? fmt::format(", here {:.3g} % of it", 100 * effect.share)
               : "";
}

}  // namespace negotiation::question::detail
