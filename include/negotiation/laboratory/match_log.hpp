#pragma once

/// @file
/// Where a tournament writes its matches down, and finds those of an earlier run.

#include <cstddef>
#include <functional>
#include <span>

#include <negotiation/laboratory/experiment.hpp>
#include <negotiation/laboratory/match.hpp>
#include <negotiation/model/outcome_space.hpp>

namespace negotiation::laboratory {

/// @brief The memory of a tournament outside of it: two functions and a third to end with. Any of
/// them may be empty. `store` gives one over a file; one's own may be anything:
///
/// @code
/// options.log = [&](const laboratory::experiment&) {
///     return laboratory::match_log{.record = [&](std::size_t number, const laboratory::match& m,
///                                                std::span<const option_id>) { … }};
/// };
/// @endcode
/// @thread called from every thread that plays; what they share has to be locked
/// @test tests/laboratory/match_log.cpp "a tournament writes every match and plays none twice"
/// @test tests/laboratory/match_log.cpp "what is recalled has to fit its table"
struct match_log {
    /// @brief Whether a match was played before; then it writes into `of` its end and its fault: a
    /// finite utility, and a discounted one, for each of the seats that `of.who` has, and seats of
    /// faults among them; else the tournament ends with std::invalid_argument. What the end is
    /// worth is measured anew.
    std::function<bool(std::size_t number, match& of)> recall = {};

    /// @brief Takes a match that was played now, and the options of the deal, if any.
    std::function<void(std::size_t number, const match& of, std::span<const option_id> deal)>
        record = {};

    /// @brief Called once when all threads have ended, whether or not all was played, also where
    /// `record` has thrown.
    std::function<void()> close = {};
};

/// @brief Makes the log of an experiment; asked once, before the first match.
using match_log_maker = std::function<match_log(const experiment&)>;

}  // namespace negotiation::laboratory
